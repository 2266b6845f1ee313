import { DeskProcess } from './support/desk.ts'
import type { Folders } from './support/folders.ts'
import type { Measurement } from './support/report.ts'
import { newestTemplate, pause, readyMerchants, ship, stopRollout } from './support/shipping.ts'
import { median, round } from './support/statistics.ts'
import type { SimulatedPlatform } from '../support/simulated-platform.ts'
import type { Filled } from './start.ts'

const runs = 5
const goalMs = 1_000
/** So slow that most of the rollout is left when the application is killed. */
const latencyMs = 50
const merchants = 300
/** The first of them that a rollout needs: tokens are of one run, so a merchant's comes first. */
const firstCalls = ['retrieve_auth_code', 'versions', 'upload']

/** From the start of the process to the first call of a rollout that a kill cut short. */
export async function measureResume(folders: Folders, { platform, folder }: Filled): Promise<Measurement> {
  const dataDir = folders.copy(folder)
  await platform.order({ kind: 'latency', ms: latencyMs, match: { merchants: true } })
  const appIds = await readyMerchants(platform, merchants)
  let desk = await DeskProcess.start(dataDir, platform)
  await desk.settled()
  const templateId = await newestTemplate(platform)
  const rolloutId = await ship(desk, { appIds, templateId, version: '97.0.0', until: 'upload' })
  const times: number[] = []
  const starts: number[] = []
  for (let run = 0; run < runs; run += 1) {
    await uploading(platform)
    await desk.kill()
    await platform.resetCounters()
    const startedAt = Date.now()
    desk = await DeskProcess.start(dataDir, platform)
    times.push((await firstCall(platform)) - startedAt)
    starts.push(desk.readyAfterMs)
  }
  await stopRollout(desk, rolloutId)
  await desk.stop()
  await platform.forgetFaults()
  return {
    name: 'from the start of the process to the first call of a rollout that was killed',
    unit: 'ms',
    values: { median: median(times), longest: Math.max(...times), medianReady: round(median(starts)), runs },
    ratio: null,
    goal: `median ≤ ${goalMs} ms`,
    pass: round(median(times)) <= goalMs
  }
}

async function uploading(platform: SimulatedPlatform): Promise<void> {
  while ((await platform.total('upload')).carriedOut < 10) await pause(20)
}

async function firstCall(platform: SimulatedPlatform): Promise<number> {
  for (;;) {
    const at = await platform.firstCallAt(firstCalls)
    if (at !== null) return at
    await pause(20)
  }
}
