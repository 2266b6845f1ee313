import { isIdle, merchantThat, until } from '../../../integration/desk/support'
import type { Hunt } from '../hunt'
import { stageKept } from '../pictures'

const introduction = '为街坊邻里提供到店预约、外卖与优惠信息'

/** `batches.…`: introductions that are paused, go on and fail in part; icons that are stopped. */
export async function visitBatches(hunt: Hunt): Promise<void> {
  const { accountId, simulator, value } = hunt
  const [first, second] = twoToIntroduce(hunt)
  const items = [first, second].map((appId) => ({ appId, introduction }))
  const slow = simulator.control.addFault({ kind: 'latency', ms: 300, match: { endpoint: 'modify_app_intro' } })
  const failing = simulator.control.addFault({
    ...{ kind: 'system-error', own: true },
    match: { endpoint: 'modify_app_intro', appId: second }
  })
  const { batch } = await value('batches.start', { accountId, order: { kind: 'introduction', items } })
  const name = { accountId, batchId: batch.id }
  await value('batches.pause', name)
  await value('batches.list', { accountId })
  await atRest(hunt, name, 'paused')
  await value('batches.resume', name)
  await atRest(hunt, name, 'finished')
  simulator.control.removeFaults(slow.id)
  simulator.control.removeFaults(failing.id)
  await value('batches.retry', name)
  await atRest(hunt, name, 'finished')
  await stopIcons(hunt, [first, second])
}

function twoToIntroduce(hunt: Hunt): readonly [string, string] {
  const isFree = (appId: string, other: string) => appId !== other
  const pick = (other: string) =>
    merchantThat(
      hunt,
      (each) => isIdle(each) && each.profileChanges.introduction.newest === null && isFree(each.appId, other)
    )
  const first = pick('')
  return [first, pick(first)]
}

async function stopIcons(hunt: Hunt, appIds: readonly string[]): Promise<void> {
  const { accountId, simulator, value } = hunt
  const slow = simulator.control.addFault({ kind: 'latency', ms: 300, match: { endpoint: 'upload_material' } })
  const fileId = await stageKept(hunt)
  const items = appIds.map((appId) => ({ appId, fileId }))
  const { batch } = await value('batches.start', { accountId, order: { kind: 'icon', items } })
  const name = { accountId, batchId: batch.id }
  await value('batches.stop', name)
  await atRest(hunt, name, 'stopped')
  simulator.control.removeFaults(slow.id)
}

/** The merchant that was at it is finished. */
async function atRest(hunt: Hunt, name: { accountId: string; batchId: string }, state: string): Promise<void> {
  await until(async () => {
    const { batch } = await hunt.value('batches.get', name)
    return batch.state === state && batch.counts.running === 0
  })
}
