import { z } from 'zod'
import { DeskProcess } from './support/desk.ts'
import { databaseBytes, type Folders } from './support/folders.ts'
import type { SimulatedPlatform } from '../support/simulated-platform.ts'
import type { Measurement } from './support/report.ts'
import { median, round } from './support/statistics.ts'

const warmUps = 1
const runs = 11
const goalRatio = 1.5

type Times = { readonly ready: number; readonly firstPage: number }

/** A data folder, and the platform whose merchants are in it. */
export type Filled = { readonly platform: SimulatedPlatform; readonly folder: string }

/** How long the main side takes to be ready: with a database of 25 MB and more against a small one, runs in turn. */
export async function measureStart(
  folders: Folders,
  { small, full }: { readonly small: Filled; readonly full: Filled }
): Promise<Measurement> {
  const times = { small: [] as Times[], full: [] as Times[] }
  for (let run = -warmUps; run < runs; run += 1) {
    const pair = [await startIn(folders, small), await startIn(folders, full)] as const
    if (run < 0) continue
    times.small.push(pair[0])
    times.full.push(pair[1])
  }
  const ready = (of: readonly Times[]) => median(of.map((each) => each.ready))
  const ratio = ready(times.full) / ready(times.small)
  return {
    name: 'start of the main side (open, check, first page), a full database against a small one',
    unit: 'ms',
    values: {
      medianSmall: round(ready(times.small)),
      medianFull: round(ready(times.full)),
      firstPageSmall: round(median(times.small.map((each) => each.firstPage))),
      firstPageFull: round(median(times.full.map((each) => each.firstPage))),
      smallMegabytes: round(databaseBytes(small.folder) / 1e6),
      fullMegabytes: round(databaseBytes(full.folder) / 1e6),
      runs
    },
    ratio: round(ratio, 3),
    goal: `ratio of the medians ≤ ${goalRatio}`,
    pass: ratio <= goalRatio
  }
}

/** `ready`: from the start of the process to its line. `firstPage`: how long the first 100 merchants took then. */
async function startIn(folders: Folders, { platform, folder }: Filled): Promise<Times> {
  const desk = await DeskProcess.start(folders.copy(folder), platform)
  try {
    const accountId = await desk.accountId()
    const asked = performance.now()
    await desk.call('merchants.page', { accountId, cursor: null, limit: 100 }, z.unknown())
    return { ready: desk.readyAfterMs, firstPage: performance.now() - asked }
  } finally {
    await desk.stop()
  }
}
