import type { RolloutPlan, SetupWork } from '@shared/domain/rollout'
import { isIdle, merchantThat, until } from '../../../integration/desk/support'
import type { Hunt } from '../hunt'
import { stageKept } from '../pictures'

type Name = { readonly accountId: string; readonly rolloutId: string }

const introduction = '为街坊邻里提供到店预约、外卖与优惠信息'

/** `rollouts.…` of the set-up: introductions that are paused, go on and fail once on the way; icons that are stopped. */
export async function visitSetups(hunt: Hunt): Promise<void> {
  const { accountId, simulator, value } = hunt
  const [first, second] = twoToIntroduce(hunt)
  const slow = simulator.control.addFault({ kind: 'latency', ms: 300, match: { endpoint: 'modify_app_intro' } })
  simulator.control.addFault({
    ...{ kind: 'system-error', own: true, times: 1 },
    match: { endpoint: 'modify_app_intro', appId: second }
  })
  const requests = { [first]: { introduction }, [second]: { introduction } }
  const order = { plan: planOf({ kind: 'introduction' }), appIds: [first, second], requests }
  await value('rollouts.preview', { accountId, ...order })
  const { rollout } = await value('rollouts.start', { accountId, ...order, confirmed: 2, origin: null })
  const name = { accountId, rolloutId: rollout.id }
  await value('rollouts.pause', name)
  await value('rollouts.resume', name)
  await atRest(hunt, name, 'finished')
  simulator.control.removeFaults(slow.id)
  await stopIcons(hunt, [first, second])
}

const planOf = (work: SetupWork): RolloutPlan => ({
  title: '设置两个商家',
  work,
  waves: { by: 'none' },
  gate: { by: 'operator' },
  stop: { failurePercent: null, sameCause: null },
  startAt: null
})

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
  const requests = Object.fromEntries(appIds.map((appId) => [appId, { fileId, fileName: '图.png' }]))
  const { rollout } = await value('rollouts.start', {
    ...{ accountId, plan: planOf({ kind: 'icon' }), appIds: [...appIds], confirmed: appIds.length, origin: null },
    requests
  })
  const name = { accountId, rolloutId: rollout.id }
  await value('rollouts.stop', name)
  await atRest(hunt, name, 'stopped')
  simulator.control.removeFaults(slow.id)
}

/** The merchants that were at it are finished. */
async function atRest(hunt: Hunt, name: Name, state: string): Promise<void> {
  await until(async () => {
    const { rollout } = await hunt.value('rollouts.get', name)
    return rollout.state === state && rollout.counts.running === 0
  })
}
