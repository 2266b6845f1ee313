import { join } from 'node:path'
import type { Browser, BrowserContext, JSHandle } from '@playwright/test'
import { newPage } from './support/browser.ts'
import { DeskProcess } from './support/desk.ts'
import type { Folders } from './support/folders.ts'
import { loopDelayEnvironment, longestLoopDelayMs } from './support/loop-delay.ts'
import type { Measurement } from './support/report.ts'
import { newestTemplate, pause, readyMerchants, ship, stopRollout } from './support/shipping.ts'
import { round } from './support/statistics.ts'
import type { SimulatedPlatform } from '../support/simulated-platform.ts'
import type { Filled } from './start.ts'

/** What the simulated platform takes; no page of the platform gives a figure. */
const callsPerSecond = 60
/** Enough that there is plenty to do until the end: each needs about five calls. */
const merchants = 750
/** The first seconds are for tokens, and for finding out how much the platform takes. */
const settlingMs = 15_000
const windowMs = 45_000
const goalShare = 0.95
/** What is longer makes a click feel late. */
const goalTaskMs = 200

/** How much of what the platform takes a rollout uses while there is plenty to do, with its page open as an operator has it. */
export async function measureThroughput(
  browser: Browser,
  folders: Folders,
  { platform, folder }: Filled
): Promise<readonly Measurement[]> {
  const dataDir = folders.copy(folder)
  const delays = join(dataDir, 'loop-delay.jsonl')
  const desk = await DeskProcess.start(dataDir, platform, loopDelayEnvironment(delays))
  await desk.settled()
  await platform.setRules({ callsPerSecond })
  const appIds = await readyMerchants(platform, merchants)
  const templateId = await newestTemplate(platform)
  const rolloutId = await ship(desk, { appIds, templateId, version: '98.0.0', until: 'upload' })
  const open = await openRun(browser, `${desk.url}#/rollouts/${await desk.accountId()}/${rolloutId}`)
  await pause(settlingMs)
  // The drawing of the page itself is another matter.
  await open.tasks.evaluate((seen) => void (seen.longestMs = 0))
  const pace = await paceOf(platform)
  const longestInPage = await open.tasks.evaluate(({ longestMs }) => longestMs)
  await open.context.close()
  await stopRollout(desk, rolloutId)
  await desk.stop()
  await platform.setRules({ callsPerSecond: null })
  return [throughput(pace), longestTasks(longestLoopDelayMs(delays, pace.from, pace.to), longestInPage)]
}

type Run = { readonly context: BrowserContext; readonly tasks: JSHandle<{ longestMs: number }> }

/** The page of the run, which keeps its longest task from then on. */
async function openRun(browser: Browser, url: string): Promise<Run> {
  const { page, context } = await newPage(browser)
  await page.goto(url)
  const tasks = await page.evaluateHandle(() => {
    const seen = { longestMs: 0 }
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.longestMs = Math.max(seen.longestMs, duration)
    })
    observer.observe({ entryTypes: ['longtask'] })
    return seen
  })
  return { context, tasks }
}

type Pace = { readonly from: number; readonly to: number; readonly carriedOut: number; readonly refused: number }

/** Calls a second over the window. */
async function paceOf(platform: SimulatedPlatform): Promise<Pace> {
  const [from, before] = [Date.now(), await platform.allCalls()]
  await pause(windowMs)
  const [to, after] = [Date.now(), await platform.allCalls()]
  const perSecond = (of: 'carriedOut' | 'refused') => ((after[of] - before[of]) * 1000) / (to - from)
  return { from, to, carriedOut: perSecond('carriedOut'), refused: perSecond('refused') }
}

function throughput({ carriedOut, refused }: Pace): Measurement {
  const share = carriedOut / callsPerSecond
  return {
    name: `calls of a rollout that the platform carries out, against the ${callsPerSecond} a second that it takes`,
    unit: 'calls per second',
    values: { carriedOut: round(carriedOut), refused: round(refused, 2), limit: callsPerSecond },
    ratio: round(share, 3),
    goal: `ratio ≥ ${goalShare}`,
    pass: share >= goalShare
  }
}

function longestTasks(main: number, page: number): Measurement {
  return {
    name: 'longest task while a rollout runs and its page is open, on the main side and in the page',
    unit: 'ms',
    values: { main: round(main), page: round(page) },
    ratio: null,
    goal: `both ≤ ${goalTaskMs} ms`,
    pass: Math.max(main, page) <= goalTaskMs
  }
}
