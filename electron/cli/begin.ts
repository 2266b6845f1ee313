import { isDeepStrictEqual } from 'node:util'
import type { RolloutDetail } from '@shared/contract'
import type { Rollout, RolloutPlan } from '@shared/domain/rollout'
import { say } from '@shared/texts/say'
import { invalid } from './command-failure'
import type { RolloutFlags } from './flags'
import type { CommandGround } from './ground'
import { chosenMerchants, importMerchants } from './merchants'
import type { PlanFile } from './plan-file'

/** From so many merchants on, their number has to be agreed to, as on the page. */
const confirmFrom = 50

export type Begun = { readonly detail: RolloutDetail; readonly isResumed: boolean }

/**
 * Continues the unfinished rollout of the same title, or begins a new one. What was paused by the stop rule or by hand stays
 * paused: only `continueById` overrules that. Throws `CommandFailure` `invalid`, `DeskFailure`.
 */
export async function beginOrContinue(
  ground: CommandGround,
  accountId: string,
  { plan, merchants, requests }: PlanFile,
  { confirmed }: Pick<RolloutFlags, 'confirmed'>
): Promise<Begun> {
  const { client } = ground
  const unfinished = await unfinishedOf(ground, accountId, plan)
  if (unfinished) {
    const name = { accountId, rolloutId: unfinished.id }
    const isOurs = unfinished.hold?.by === 'account' || unfinished.hold?.by === 'quota'
    const isPaused = unfinished.state === 'paused' && isOurs
    return { detail: await client.call(isPaused ? 'rollouts.resume' : 'rollouts.get', name), isResumed: true }
  }
  await importMerchants(ground, accountId)
  const appIds = await chosenMerchants(ground, accountId, merchants)
  const agreed = agreedNumber(appIds.length, confirmed)
  const order = { accountId, plan, appIds: [...appIds], confirmed: agreed, requests, origin: null }
  return { detail: await client.call('rollouts.start', order), isResumed: false }
}

/** Goes on with this rollout, however it was paused. Throws `DeskFailure` `not_found`. */
export async function continueById({ client }: CommandGround, accountId: string, rolloutId: string): Promise<Begun> {
  const detail = await client.call('rollouts.get', { accountId, rolloutId })
  if (detail.rollout.state !== 'paused') return { detail, isResumed: true }
  return { detail: await client.call('rollouts.resume', { accountId, rolloutId }), isResumed: true }
}

async function unfinishedOf(
  { client }: CommandGround,
  accountId: string,
  plan: RolloutPlan
): Promise<Rollout | undefined> {
  const rollouts = await client.call('rollouts.list', { accountId })
  const found = rollouts.find(({ state, plan: { title } }) => !isOver(state) && title === plan.title)
  if (!found || isDeepStrictEqual(found.plan, plan)) return found
  throw invalid(
    say`同名的批量发布「${plan.title}」还没有结束，而它的计划和这个文件不一样`,
    say`请换一个 title，或用 --resume ${found.id} 继续原来的，或先在程序里停止它`
  )
}

const isOver = (state: Rollout['state']): boolean => state === 'finished' || state === 'stopped'

function agreedNumber(total: number, confirmed: number | null): number {
  if (confirmed === null && total >= confirmFrom) {
    throw invalid(say`这个计划涉及 ${total} 个商家`, say`核对后加上 --yes ${total} 再运行`)
  }
  if (confirmed !== null && confirmed !== total) {
    throw invalid(say`--yes 写的是 ${confirmed}，这个计划涉及 ${total} 个商家`, say`核对后用 --yes ${total} 再运行`)
  }
  return total
}
