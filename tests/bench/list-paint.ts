import type { Browser } from '@playwright/test'
import { newPage, realRow } from './support/browser.ts'
import type { DeskProcess } from './support/desk.ts'
import type { Measurement } from './support/report.ts'
import { median, percentile, round } from './support/statistics.ts'

const warmUps = 2
const runs = 15
const goalRatio = 1.2

declare global {
  interface Window {
    /** Resolves with the milliseconds from the start of the navigation until the first real row was painted. */
    firstRowAt?: Promise<number>
  }
}

/** How long a cold page takes to show its first merchant: with 5,000 of them against 50, runs in turn. */
export async function measureListPaint(
  browser: Browser,
  { small, large }: { readonly small: DeskProcess; readonly large: DeskProcess }
): Promise<Measurement> {
  const times = { small: [] as number[], large: [] as number[] }
  for (let run = -warmUps; run < runs; run += 1) {
    const pair = [await firstRowAfter(browser, small.listUrl), await firstRowAfter(browser, large.listUrl)] as const
    if (run < 0) continue
    times.small.push(pair[0])
    times.large.push(pair[1])
  }
  const ratio = median(times.large) / median(times.small)
  return {
    name: 'first row of the merchant list, 5,000 against 50 merchants',
    unit: 'ms',
    values: {
      median50: round(median(times.small)),
      median5000: round(median(times.large)),
      p95Of50: round(percentile(times.small, 0.95)),
      p95Of5000: round(percentile(times.large, 0.95)),
      runs
    },
    ratio: round(ratio, 3),
    goal: `ratio of the medians ≤ ${goalRatio}`,
    pass: ratio <= goalRatio
  }
}

async function firstRowAfter(browser: Browser, url: string): Promise<number> {
  const { page, context } = await newPage(browser)
  await page.addInitScript(watchForRow, realRow)
  await page.goto(url, { waitUntil: 'commit' })
  await page.waitForSelector(realRow)
  const time = await page.evaluate(() => window.firstRowAt)
  await context.close()
  if (time === undefined) throw new Error('the page told no time')
  return time
}

/** Runs in the page, before anything of it. A frame that was asked for has been painted when the next task runs. */
function watchForRow(selector: string): void {
  window.firstRowAt = new Promise((resolve) => {
    const isVisible = () => (document.querySelector(selector)?.getBoundingClientRect().height ?? 0) > 0
    const observer = new MutationObserver(() => {
      if (!isVisible()) return
      observer.disconnect()
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now())))
    })
    observer.observe(document, { childList: true, subtree: true })
  })
}
