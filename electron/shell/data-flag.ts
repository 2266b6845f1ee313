import { resolve } from 'node:path'

/** The folder after `--data` (or in `--data=…`) on the command line, or null. Other arguments are Chromium's. */
export function dataFlag(argv: readonly string[]): string | null {
  const joined = argv.find((argument) => argument.startsWith('--data='))?.slice('--data='.length)
  const index = argv.indexOf('--data')
  const folder = joined ?? (index < 0 ? undefined : argv[index + 1])
  return folder ? resolve(folder) : null
}
