import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../../..')

/** Runs a function of a source file in a process of its own, without a build. */
const program = `
  const [file, name, work] = process.argv.slice(1)
  import('vite').then(async ({ runnerImport }) => {
    const alias = { '@shared': ${JSON.stringify(resolve(root, 'shared'))} }
    const { module } = await runnerImport(file, { configFile: false, logLevel: 'error', resolve: { alias } })
    await module[name](JSON.parse(work))
  })
`

/** A process of a test's own. */
export type Forked = {
  /** Null while it runs. */
  exitCode(): number | null
  /** What it wrote to standard error. */
  errors(): string
  /** Ends it as a power cut does, and waits until it is gone. */
  kill(): Promise<void>
}

/** Starts `run` (exported by the file of this name beside this one) with `work`, which must be JSON. */
export function forkedRun(file: string, run: { readonly name: string }, work: unknown): Forked {
  const path = resolve(import.meta.dirname, file)
  const child: ChildProcess = fork('-e', [program, path, run.name, JSON.stringify(work)], { cwd: root, stdio: 'pipe' })
  const errors: string[] = []
  child.stderr?.on('data', (chunk: Buffer) => void errors.push(chunk.toString()))
  const ended = once(child, 'close')
  return {
    exitCode: () => child.exitCode,
    errors: () => errors.join(''),
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    }
  }
}
