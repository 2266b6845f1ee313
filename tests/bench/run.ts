/**
 * `npm run bench`: measures the built application in real Chromium and Node, and prints one line of JSON for each
 * measurement; `npm run bench -- rollouts` (or `pages`, `start`) measures that part alone. Exit code 1 where a goal was missed.
 */
import { measureListPaint } from './list-paint.ts'
import { measureMemory } from './memory.ts'
import { measureRollouts } from './rollout.ts'
import { measureScripts } from './scripts.ts'
import { measureSearch } from './search.ts'
import { measureStart, type Filled } from './start.ts'
import { openBrowser } from './support/browser.ts'
import { DeskProcess } from './support/desk.ts'
import { Folders } from './support/folders.ts'
import { SimulatedPlatform } from '../support/simulated-platform.ts'
import { print, type Measurement } from './support/report.ts'

/** Their database is over 25 MB. */
const manyMerchants = 5_000
const fewMerchants = 50
const merchantsOfRollouts = 1_000

const folders = new Folders()
const browser = await openBrowser()
const platforms: SimulatedPlatform[] = []
const missed: Measurement[] = []

function report(measurement: Measurement): void {
  print(measurement)
  if (!measurement.pass) missed.push(measurement)
}

async function measurePages(few: Filled, many: Filled): Promise<void> {
  const small = await DeskProcess.start(folders.copy(few.folder), few.platform)
  const large = await DeskProcess.start(folders.copy(many.folder), many.platform)
  await small.settled()
  await large.settled()
  report(await measureListPaint(browser, { small, large }))
  report(await measureSearch(browser, large))
  report(await measureScripts(browser, large))
  for (const each of await measureMemory(browser, large, many.platform)) report(each)
  await small.stop()
  await large.stop()
}

async function filledWith(merchants: number): Promise<Filled> {
  const platform = await SimulatedPlatform.start({ merchants, waitFactor: 1_000_000 })
  platforms.push(platform)
  return { platform, folder: await folders.filled(platform) }
}

const wanted = process.argv.slice(2)
const isWanted = (part: 'pages' | 'start' | 'rollouts'): boolean => wanted.length === 0 || wanted.includes(part)

async function measureFewAndMany(): Promise<void> {
  const few = await filledWith(fewMerchants)
  const many = await filledWith(manyMerchants)
  if (isWanted('pages')) await measurePages(few, many)
  if (isWanted('start')) report(await measureStart(folders, { small: few, full: many }))
}

try {
  if (isWanted('pages') || isWanted('start')) await measureFewAndMany()
  if (isWanted('rollouts')) {
    const filled = await filledWith(merchantsOfRollouts)
    for (const each of await measureRollouts(browser, folders, filled)) report(each)
  }
} finally {
  await browser.close()
  for (const platform of platforms) await platform.stop()
  folders.remove()
}
process.exitCode = missed.length > 0 ? 1 : 0
