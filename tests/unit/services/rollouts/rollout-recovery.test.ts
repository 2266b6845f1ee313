import { describe, expect, it } from 'vitest'
import type { OperationKind, OperationState } from '@shared/domain/operation'
import type { RolloutItem, RolloutState, RolloutWork } from '@shared/domain/rollout'
import { EventHub } from '../../../../electron/services/event-hub'
import { RolloutBook } from '../../../../electron/services/rollouts/rollout-book'
import { RolloutProgress } from '../../../../electron/services/rollouts/rollout-progress'
import { recoverRollouts } from '../../../../electron/services/rollouts/rollout-recovery'
import { discover, fixedClock, newStore } from '../../store/support'
import { january, versionList } from '../../support'
import { plan, shipping } from './rollout-bench'
import { errorWith, itemOf, states } from './samples'

type Left = Partial<Pick<RolloutItem, 'step' | 'state' | 'changedAt'>> & {
  readonly operations?: readonly (readonly [OperationKind, OperationState])[]
}

/** A rollout as an ended run left it in the database, and what the next one makes of it. */
function recovered(
  left: Readonly<Record<string, Left>>,
  state: RolloutState = 'running',
  work: RolloutWork = shipping
) {
  const store = newStore()
  const appIds = Object.keys(left)
  discover(store, appIds)
  const items = appIds.map((appId) => itemOf(appId))
  const made = { accountId: 'a', plan: { ...plan, work }, waveNames: ['第 1 波'], actor: '小王', origin: null, items }
  const { id } = store.rollouts.add({ ...made, state: 'running', createdAt: january, startedAt: january })
  for (const [appId, { operations = [], ...change }] of Object.entries(left)) {
    store.rollouts.saveItem(id, itemOf(appId, change))
    for (const [kind, ended] of operations) {
      const intent = { accountId: 'a', appId, kind, version: '9.9.1', actor: '小王', startedAt: january, rolloutId: id }
      const begun = store.operations.begin({ ...intent, request: {}, before: versionList(january) })
      const error = ended === 'done' ? null : errorWith('network')
      if (ended !== 'intended')
        store.operations.finish(begun.id, { state: ended, finishedAt: january, logId: null, error })
    }
  }
  store.rollouts.change(id, { state })
  const book = new RolloutBook({
    store,
    progress: new RolloutProgress({ events: new EventHub() }),
    clock: fixedClock(january)
  })
  const lives = recoverRollouts({ store, book })
  return { store, lives, live: lives[0], kept: states(store.rollouts.items(id)), items: store.rollouts.items(id) }
}

describe('after a crash', () => {
  it('waits for what was sent to be found out about, and begins again where nothing was', () => {
    const { kept, items } = recovered({
      sent: { state: 'waiting', step: 'upload', operations: [['upload', 'intended']] },
      lost: { state: 'running', step: 'submit', operations: [['submit', 'unknown']] },
      released: {
        state: 'reviewing',
        step: 'review',
        operations: [
          ['submit', 'done'],
          ['release', 'intended']
        ]
      },
      reading: { state: 'running', step: 'preflight' },
      uploaded: { state: 'waiting', step: 'submit', operations: [['upload', 'done']] },
      review: { state: 'reviewing', step: 'review', operations: [['submit', 'done']] },
      over: { state: 'done', step: 'release' },
      failed: { state: 'failed', step: 'upload', operations: [['upload', 'refused']] }
    })
    expect(kept).toEqual({
      ...{ sent: 'unknown', lost: 'unknown', released: 'unknown', reading: 'waiting', uploaded: 'waiting' },
      ...{ review: 'reviewing', over: 'done', failed: 'failed' }
    })
    const waiting = items.filter(({ state }) => state === 'waiting')
    expect(waiting.map(({ step, notBefore }) => [step, notBefore])).toEqual([
      ['preflight', null],
      ['preflight', null]
    ])
  })

  it('goes on in review where the program ended before a submission was noted, and lets a retry be one', () => {
    const operations = [['submit', 'done']] as const
    const { items } = recovered({
      unnoted: { state: 'waiting', step: 'preflight', operations },
      settled: { state: 'unknown', step: 'submit', operations },
      retried: { state: 'waiting', step: 'preflight', changedAt: january + 1, operations }
    })
    expect(items.map(({ step, state, reviewSince }) => [step, state, reviewSince])).toEqual([
      ['review', 'reviewing', january],
      ['review', 'reviewing', january],
      ['preflight', 'waiting', null]
    ])
  })

  it('knows that the last step was done although the merchant was not noted as done', () => {
    const { kept, live } = recovered({
      done: { state: 'reviewing', step: 'review', operations: [['release', 'done']] },
      half: { state: 'waiting', step: 'preflight', operations: [['upload', 'done']] },
      none: { state: 'waiting', step: 'preflight', operations: [['upload', 'refused']] }
    })
    expect(kept).toEqual({ done: 'done', half: 'waiting', none: 'waiting' })
    expect(['half', 'none'].map((appId) => live?.memory(appId).isAccepted)).toEqual([true, false])
    const back = recovered({ back: { operations: [['rollback', 'done']] } }, 'running', {
      kind: 'rollback',
      onlyVersion: null
    })
    expect(back.kept).toEqual({ back: 'done' })
  })

  it('waits for what was being sent when the rollout was stopped, and begins nothing again', () => {
    const { kept } = recovered(
      {
        sent: { state: 'running', step: 'upload', operations: [['upload', 'intended']] },
        reading: { state: 'running', step: 'preflight' }
      },
      'stopped'
    )
    expect(kept).toEqual({ sent: 'unknown', reading: 'skipped' })
  })

  it('leaves alone what is over', () => {
    expect(recovered({ a: { state: 'done' } }, 'finished').lives).toEqual([])
    expect(recovered({ a: { state: 'skipped' } }, 'stopped').lives).toEqual([])
    expect(recovered({ a: {} }, 'paused').lives).toHaveLength(1)
  })
})
