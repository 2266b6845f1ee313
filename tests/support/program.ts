import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const built = join(import.meta.dirname, '../../out/main')
const endWithinMs = 8_000

/** A built program (`out/main/…`) that said in one line of JSON that it is ready. */
export type Program = {
  /** The line it printed, parsed. */
  readonly line: unknown
  readonly pid: number
  /** From the start of the process to its line. */
  readonly readyAfterMs: number
  stop(): Promise<void>
  /** Ends it as a power cut does: without a chance to put anything in order. */
  kill(): Promise<void>
}

/** Starts a built program. Rejects with what it wrote to standard error where it ends before it is ready. */
export async function startProgram(
  file: 'serve.js' | 'simulator.js',
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {}
): Promise<Program> {
  const startedAt = performance.now()
  const child = spawn(process.execPath, [join(built, file), ...args], { env: { ...process.env, ...environment } })
  const errors: string[] = []
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk.toString()))
  const line = await firstLine(child)
  const readyAfterMs = performance.now() - startedAt
  if (line === null || child.pid === undefined) {
    throw new Error(`${file} ended before it was ready: ${errors.join('').slice(-2_000)}`)
  }
  return { line: JSON.parse(line), pid: child.pid, readyAfterMs, stop: () => stop(child), kill: () => kill(child) }
}

async function firstLine(child: ChildProcessWithoutNullStreams): Promise<string | null> {
  for await (const line of createInterface({ input: child.stdout })) return line
  return null
}

async function stop(child: ChildProcessWithoutNullStreams): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), endWithinMs)
  await ended
  clearTimeout(timer)
}

async function kill(child: ChildProcessWithoutNullStreams): Promise<void> {
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}
