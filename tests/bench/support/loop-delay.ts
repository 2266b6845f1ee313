import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'

const line = z.object({ at: z.number(), maxMs: z.number() })

/** What a process is started with so that it writes into `file` how long its event loop is held up. */
export function loopDelayEnvironment(file: string): Readonly<Record<string, string>> {
  const probe = new URL('./loop-delay-probe.ts', import.meta.url).href
  return { NODE_OPTIONS: `--import=${probe}`, BENCH_LOOP_DELAY_FILE: file }
}

/** The longest that it was held up between two moments (ms since 1970), in milliseconds. */
export function longestLoopDelayMs(file: string, from: number, to: number): number {
  if (!existsSync(file)) throw new Error('the probe wrote nothing')
  const lines = readFileSync(file, 'utf8').trim().split('\n')
  const within = lines.map((each) => line.parse(JSON.parse(each))).filter(({ at }) => at >= from && at <= to)
  if (within.length === 0) throw new Error('the probe wrote nothing meanwhile')
  return Math.max(...within.map(({ maxMs }) => maxMs))
}
