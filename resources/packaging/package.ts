/**
 * `npm run package -- --win|--mac|--linux …`: packs the built program with electron-builder, whose arguments these are, and with
 * what the environment says of updates and signing. docs/release.md has the whole of it.
 */
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
const builder = createRequire(import.meta.url).resolve('electron-builder/cli.js')

/** What becomes of updates: with neither URL nor key the program looks for none; one without the other is a mistake. */
export function publishArguments(environment: Readonly<Record<string, string | undefined>>): readonly string[] {
  const { MERCHANT_DESK_UPDATE_URL: url, MAIN_VITE_UPDATE_KEY: key, MERCHANT_DESK_PUBLISHER: publisher } = environment
  if (!url && !key) return ['-c.publish=null']
  if (!url || !key) throw new Error('MERCHANT_DESK_UPDATE_URL and MAIN_VITE_UPDATE_KEY go together')
  if (!url.startsWith('https://')) throw new Error('MERCHANT_DESK_UPDATE_URL must be https')
  // electron-updater skips the check of the installer's signature where no publisher is named.
  if (!publisher) throw new Error('MERCHANT_DESK_PUBLISHER names no publisher')
  return [
    '-c.publish.provider=generic',
    `-c.publish.url=${url}`,
    '-c.publish.channel=latest',
    `-c.publish.publisherName=${publisher}`,
    `-c.win.signtoolOptions.publisherName=${publisher}`
  ]
}

function run(args: readonly string[]): void {
  const child = spawn(process.execPath, [builder, ...args, '--publish', 'never'], { cwd: root, stdio: 'inherit' })
  child.once('exit', (code) => process.exit(code ?? 1))
}

if (process.argv[1] === import.meta.filename) run([...process.argv.slice(2), ...publishArguments(process.env)])
