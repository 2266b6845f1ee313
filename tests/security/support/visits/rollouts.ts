import type { RolloutItemState, RolloutPlan } from '@shared/domain/rollout'
import { isIdle, merchantThat, until } from '../../../integration/desk/support'
import type { Hunt } from '../hunt'

type Name = { readonly accountId: string; readonly rolloutId: string }

const version = '9.8.0'

/**
 * `rollouts.…`: three merchants in three waves that are released together; one passes, one is rejected, and
 * skipped like the third when its next submission waits for its time. Another rollout is stopped before it begins.
 */
export async function visitRollouts(hunt: Hunt): Promise<void> {
  const { accountId, value } = hunt
  const appIds = threeIdle(hunt)
  const plan = shipPlan(hunt)
  await value('rollouts.preview', { accountId, plan, appIds: [...appIds] })
  const { rollout } = await value('rollouts.start', {
    ...{ accountId, plan, appIds: [...appIds], confirmed: appIds.length, origin: null }
  })
  const name = { accountId, rolloutId: rollout.id }
  await value('rollouts.pause', name)
  await value('rollouts.resume', name)
  await judged(hunt, name, appIds[0], 'pass', 'approved')
  await value('rollouts.openWave', name)
  await judged(hunt, name, appIds[1], 'reject', 'rejected')
  await value('rollouts.retry', { ...name, appIds: [appIds[1]] })
  await itemIs(hunt, name, appIds[1], 'waiting')
  await value('rollouts.skip', { ...name, appIds: [appIds[1], appIds[2]] })
  await value('rollouts.releaseTogether', name)
  await itemIs(hunt, name, appIds[0], 'done')
  await value('rollouts.journal', name)
  await value('rollouts.drift', { accountId })
  await stopOther(hunt, appIds)
}

function threeIdle(hunt: Hunt): readonly [string, string, string] {
  const pick = (...others: string[]) => merchantThat(hunt, (each) => isIdle(each) && !others.includes(each.appId))
  const first = pick()
  const second = pick(first)
  return [first, second, pick(first, second)]
}

function shipPlan({ simulator }: Hunt): RolloutPlan {
  return {
    title: '三个商家一起发布',
    work: {
      ...{ kind: 'ship', templateId: simulator.control.state().templates[0]?.id ?? '', version },
      ...{ description: '新增预约功能', extJson: null, until: 'release' },
      ...{ hosts: { by: 'available' }, note: '请尽快审核', release: 'together' }
    },
    waves: { by: 'number', sizes: [1, 1] },
    gate: { by: 'operator' },
    stop: { failurePercent: null, sameCause: null },
    startAt: null
  }
}

async function judged(
  hunt: Hunt,
  name: Name,
  appId: string,
  outcome: 'pass' | 'reject',
  state: RolloutItemState
): Promise<void> {
  await itemIs(hunt, name, appId, 'reviewing')
  hunt.simulator.control.audit(appId, { outcome, now: true })
  await itemIs(hunt, name, appId, state)
}

async function itemIs({ value }: Hunt, name: Name, appId: string, state: RolloutItemState): Promise<void> {
  await until(async () => {
    const { items } = await value('rollouts.get', name)
    return items.some((each) => each.appId === appId && each.state === state)
  })
}

async function stopOther({ accountId, value }: Hunt, [appId]: readonly [string, ...string[]]): Promise<void> {
  const plan: RolloutPlan = {
    title: '以后再读',
    work: { kind: 'refresh' },
    waves: { by: 'none' },
    gate: { by: 'operator' },
    stop: { failurePercent: null, sameCause: null },
    startAt: Date.now() + 3600_000
  }
  const { rollout } = await value('rollouts.start', { accountId, plan, appIds: [appId], confirmed: 1, origin: null })
  await value('rollouts.stop', { accountId, rolloutId: rollout.id })
  await value('rollouts.list', { accountId })
}
