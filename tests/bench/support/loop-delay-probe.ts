/**
 * Loaded into the application's process before its own code: writes twice a second how long the event loop was held up at most, one
 * line of JSON each.
 */
import { appendFileSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'

const resolutionMs = 5
const everyMs = 500
const file = process.env['BENCH_LOOP_DELAY_FILE']

const delay = monitorEventLoopDelay({ resolution: resolutionMs })
delay.enable()
setInterval(() => {
  if (file === undefined) return
  // The timer's own pause is in every value.
  appendFileSync(file, `${JSON.stringify({ at: Date.now(), maxMs: delay.max / 1e6 - resolutionMs })}\n`)
  delay.reset()
}, everyMs).unref()
