import type { Operation } from '@shared/domain/operation'
import type { Rollout, RolloutItem } from '@shared/domain/rollout'
import { isRolloutItemOver } from '@shared/rules/rollout-actions'
import { isSetupWork } from '@shared/rules/rollout-work'
import type { Store } from '../../store/repositories'
import type { LiveRollout } from './live-rollout'
import type { RolloutBook } from './rollout-book'
import { afterStep, finalStep, putOff, stepOf, type ItemChange } from './rollout-outcomes'
import { recoveredSetup } from './setup-recovery'

/**
 * Puts in order what an earlier run left, and brings it to memory: rollouts that are not over, and those that were stopped while
 * something was being sent. A merchant with an operation or a change of the rollout that has no outcome waits for that to be found
 * out; one that was at work, or waited, begins again with a look at what is there. To be called once, before anything else is done.
 */
export function recoverRollouts(parts: { store: Store; book: RolloutBook }): readonly LiveRollout[] {
  const { rollouts } = parts.store
  const unfinished = rollouts.inState(['planned', 'running', 'deciding', 'paused'])
  const stopped = rollouts.inState(['stopped']).filter(({ counts }) => counts.running + counts.unknown > 0)
  return [...unfinished, ...stopped].map((rollout) => recover(parts, rollout))
}

function recover({ store, book }: Parameters<typeof recoverRollouts>[0], rollout: Rollout): LiveRollout {
  const live = book.load(rollout)
  const operations = Map.groupBy(store.rollouts.operations(rollout.id), ({ appId }) => appId)
  const changes = Map.groupBy(store.settingChanges.ofRollout(rollout.id), ({ appId }) => appId)
  for (const [appId, own] of [...operations, ...changes]) {
    live.memory(appId).isAccepted = own.some(({ state }) => state === 'done')
  }
  const { work } = rollout.plan
  store.transaction(() => {
    for (const item of live.all()) {
      const change = isSetupWork(work)
        ? recoveredSetup(work, item, changes.get(item.appId) ?? [])
        : changeFor(live, item, operations.get(item.appId) ?? [])
      if (change) book.save(live, item, change)
    }
  })
  return live
}

function changeFor({ plan }: LiveRollout, item: RolloutItem, operations: readonly Operation[]): ItemChange | null {
  if (isRolloutItemOver(item)) return null
  const open = operations.find(({ state }) => state === 'intended' || state === 'unknown')
  if (open) return item.state === 'unknown' ? null : { state: 'unknown', error: open.error }
  const last = finalStep(plan.work)
  const isDone = operations.some(({ kind, state }) => state === 'done' && stepOf(kind) === last)
  if (isDone) return { step: last, state: 'done', cause: null, error: null }
  const submission = operations.findLast(({ kind }) => stepOf(kind) === 'submit')
  if (submission && isNotNoted(item, submission)) {
    return { ...afterStep(plan.work, 'submit', submission.startedAt), toVersion: submission.version ?? item.toVersion }
  }
  const isBegun = item.state === 'running' || item.state === 'unknown' || item.step !== 'preflight'
  const isWaiting = item.state === 'waiting' || item.state === 'running' || item.state === 'unknown'
  return isWaiting && isBegun ? { ...putOff(0), notBefore: null } : null
}

/**
 * Whether it was submitted and the program ended before that was written to the merchant. It goes on in review: a look at what is
 * there would take a rejection meanwhile for an old one, and upload and submit once more.
 */
function isNotNoted({ state, changedAt }: RolloutItem, { state: end, finishedAt }: Operation): boolean {
  const isBefore = state === 'waiting' || state === 'running' || state === 'unknown'
  return isBefore && end === 'done' && (finishedAt ?? 0) >= changedAt
}
