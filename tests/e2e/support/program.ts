import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const built = join(import.meta.dirname, '../../../out/main')
const endWithinMs = 8_000

/** A built program (`out/main/…`) that says in one line of JSON that it is ready. */
export type Program = {
  /** The line it printed, parsed. */
  readonly line: unknown
  stop(): Promise<void>
  /** Ends it as a power cut does: without a chance to put anything in order. */
  kill(): Promise<void>
}

/** Starts a built program and waits for its line. Rejects with what it wrote to standard error if it ends before. */
export async function startProgram(
  file: 'serve.js' | 'simulator.js',
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {}
): Promise<Program> {
  const child = spawn(process.execPath, [join(built, file), ...args], { env: { ...process.env, ...environment } })
  const errors: string[] = []
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk.toString()))
  const line = await firstLine(child)
  if (line === null) throw new Error(`${file} ended before it was ready: ${errors.join('').slice(-2000)}`)
  return { line: JSON.parse(line), stop: () => stop(child), kill: () => kill(child) }
}

async function firstLine(child: ChildProcessWithoutNullStreams): Promise<string | null> {
  for await (const line of createInterface({ input: child.stdout })) return line
  return null
}

async function stop(child: ChildProcessWithoutNullStreams): Promise<void> {
  if (child.exitCode !== null) return
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
