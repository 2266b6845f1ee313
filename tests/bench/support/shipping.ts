import { z } from 'zod'
import { isReady, type SimulatedPlatform } from '../../support/simulated-platform.ts'
import type { DeskProcess } from './desk.ts'

/** A template that goes to merchants who can take it, and how far. */
export type Shipment = {
  readonly appIds: readonly string[]
  readonly templateId: string
  readonly version: string
  readonly until: 'upload' | 'submit'
}

const detail = z.object({
  rollout: z.object({ id: z.string(), state: z.string(), counts: z.record(z.string(), z.number()) })
})
type Detail = z.infer<typeof detail>

/** `count` merchants that nothing stands in the way of, the first `after` of them left out. */
export async function readyMerchants(platform: SimulatedPlatform, count: number, after = 0): Promise<string[]> {
  const ready = (await platform.merchants()).filter(isReady).slice(after, after + count)
  if (ready.length < count) throw new Error(`only ${ready.length} merchants are ready`)
  return ready.map(({ appId }) => appId)
}

export async function newestTemplate(platform: SimulatedPlatform): Promise<string> {
  const [template] = await platform.templates()
  if (!template) throw new Error('the simulated platform has no template')
  return template.id
}

/** Begins the rollout and answers with its id. */
export async function ship(desk: DeskProcess, { appIds, ...shipment }: Shipment): Promise<string> {
  const way = { hosts: { by: 'available' }, note: '', release: 'when_approved' }
  const plan = {
    title: `bench ${shipment.version}`,
    work: { kind: 'ship', ...shipment, description: 'bench', extJson: null, ...way },
    waves: { by: 'none' },
    gate: { by: 'operator' },
    stop: { failurePercent: null, sameCause: null },
    startAt: null
  }
  const order = { accountId: await desk.accountId(), plan, appIds, confirmed: appIds.length, origin: null }
  return (await desk.call('rollouts.start', order, detail)).rollout.id
}

export async function stopRollout(desk: DeskProcess, rolloutId: string): Promise<void> {
  await desk.call('rollouts.stop', { accountId: await desk.accountId(), rolloutId }, z.unknown())
}

/** Waits until all of a rollout is done. Throws where a merchant did not get there. */
export async function shipped(desk: DeskProcess, rolloutId: string, total: number): Promise<void> {
  for (;;) {
    const { rollout } = await desk.call('rollouts.get', { accountId: await desk.accountId(), rolloutId }, detail)
    if (rollout.state === 'finished') return expectAll(rollout, total)
    await pause(250)
  }
}

function expectAll({ counts }: Detail['rollout'], total: number): void {
  if (counts['done'] !== total) throw new Error(`not all were shipped: ${JSON.stringify(counts)}`)
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
