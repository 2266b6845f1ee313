import { z } from 'zod'
import { DeskProcess } from './support/desk.ts'
import type { Folders } from './support/folders.ts'
import type { Measurement } from './support/report.ts'
import { newestTemplate, readyMerchants, ship, shipped } from './support/shipping.ts'
import { round } from './support/statistics.ts'
import type { Filled } from './start.ts'

const latencyMs = 200
const inRollout = 200
const inLoop = 10
const goalRatio = 10

const hosts = z.object({ available: z.array(z.string()) })

/** Uploads and submits with answers that take 200 ms: a rollout against one merchant after the other, per merchant. */
export async function measureAgainstLoop(folders: Folders, { platform, folder }: Filled): Promise<Measurement> {
  const desk = await DeskProcess.start(folders.copy(folder), platform)
  await desk.settled()
  await platform.order({ kind: 'latency', ms: latencyMs, match: {} })
  const templateId = await newestTemplate(platform)
  const order = { templateId, version: '99.0.0' }
  const [all, few] = [await readyMerchants(platform, inRollout), await readyMerchants(platform, inLoop, inRollout)]
  const rollout = await timed(all.length, async () => {
    await shipped(desk, await ship(desk, { ...order, appIds: all, until: 'submit' }), all.length)
  })
  const loop = await timed(few.length, async () => {
    for (const appId of few) await uploadAndSubmit(desk, { ...order, appId })
  })
  await platform.forgetFaults()
  await desk.stop()
  const ratio = loop / rollout
  return {
    name: `upload and submission of a merchant with ${latencyMs} ms for an answer, in a loop against in a rollout`,
    unit: 'ms',
    values: { loop: round(loop), rollout: round(rollout), merchantsInLoop: inLoop, merchantsInRollout: inRollout },
    ratio: round(ratio, 2),
    goal: `ratio ≥ ${goalRatio}`,
    pass: ratio >= goalRatio
  }
}

/** Milliseconds for each. */
async function timed(count: number, work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return (performance.now() - startedAt) / count
}

type Upload = { readonly appId: string; readonly templateId: string; readonly version: string }

async function uploadAndSubmit(desk: DeskProcess, { appId, templateId, version }: Upload): Promise<void> {
  const ref = { accountId: await desk.accountId(), appId }
  const extJson = JSON.stringify({ extEnable: true, extAppid: appId, ext: {} })
  await desk.call('versions.upload', { ...ref, templateId, version, description: 'bench', extJson }, z.unknown())
  const { available } = await desk.call('versions.auditHosts', ref, hosts)
  const submission = { ...ref, expectedVersion: version, resubmit: false, hosts: available, note: '' }
  await desk.call('versions.submit', submission, z.unknown())
}
