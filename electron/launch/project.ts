import { spawn, type StdioOptions } from 'node:child_process'
import { join, resolve } from 'node:path'

/** The checkout's root. */
export const root = resolve(import.meta.dirname, '../..')

export const inProject = (...parts: string[]): string => join(root, ...parts)

/** One line for the person at the terminal; stdout belongs to the program that is started. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`)
}

export type RunOptions = {
  readonly stdio?: StdioOptions
  readonly environment?: Readonly<Record<string, string>>
  readonly timeoutMs?: number
}

/** Runs a program in the checkout and resolves with its exit code; 127 where it cannot be started. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<number> {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd: root,
      // What a helper prints goes to stderr.
      stdio: options.stdio ?? ['ignore', 2, 2],
      env: { ...process.env, ...options.environment },
      ...(options.timeoutMs === undefined ? {} : { timeout: options.timeoutMs })
    })
    child.once('error', () => done(127))
    child.once('exit', (code, signal) => done(code ?? (signal ? 1 : 0)))
  })
}

/** Runs a JavaScript file with this same Node: the machine's own may be too old for better-sqlite3. */
export function runNode(file: string, args: readonly string[], options: RunOptions = {}): Promise<number> {
  return run(process.execPath, [file, ...args], options)
}
