import { describe, expect, it } from 'vitest'
import { DeskFailure } from '@shared/errors'
import type { Reopen } from '../../../../electron/ports'
import { ReopenService } from '../../../../electron/services/safety/reopen-service'
import type { RolloutState } from '@shared/domain/rollout'
import { newRollout } from '../../store/rollout-samples'
import { discover, newStore } from '../../store/support'

/** A program that knows one rollout in this state. */
function bench(state: RolloutState | null, canReopen = true) {
  const store = newStore()
  discover(store, ['tt01', 'tt02', 'tt03'])
  if (state !== null) store.rollouts.change(store.rollouts.add(newRollout()).id, { state })
  let reopened = 0
  const reopen: Reopen = () => void (reopened += 1)
  return { service: new ReopenService({ reopen: canReopen ? reopen : null, store }), reopened: () => reopened }
}

function refusal(service: ReopenService) {
  try {
    service.reopen()
  } catch (error) {
    if (error instanceof DeskFailure) return error.error
    throw error
  }
  return null
}

describe('opening the program again', () => {
  it.each([null, 'planned', 'paused', 'finished'] as const)('is done where the rollout there is is %s', (state) => {
    const { service, reopened } = bench(state)
    expect(service.reopen()).toBeNull()
    expect(reopened()).toBe(1)
  })

  it('is refused while a rollout runs, as a new version is not installed then, and leads to the rollouts', () => {
    const { service, reopened } = bench('running')
    const reason = '1 个批量发布还在进行，现在不重新打开'
    expect(refusal(service)).toMatchObject({ code: 'not_possible_now', reason, actor: 'operator', wayOut: 'rollouts' })
    expect(reopened()).toBe(0)
  })

  it('is refused where the host can not, and says what to do', () => {
    expect(refusal(bench(null, false).service)).toMatchObject({
      code: 'not_possible_now',
      nextStep: '请关闭程序，再打开一次'
    })
  })
})
