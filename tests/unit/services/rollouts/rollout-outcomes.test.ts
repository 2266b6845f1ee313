import { describe, expect, it } from 'vitest'
import type { DeskError } from '@shared/errors'
import {
  afterFailure,
  afterSettled,
  afterStep,
  attemptsMax,
  finalStep
} from '../../../../electron/services/rollouts/rollout-outcomes'
import { judgeReview } from '../../../../electron/services/rollouts/rollout-review'
import { auditVersion, onlineVersion, versionList } from '../../support'
import { shipping } from './rollout-bench'
import { errorWith, itemOf } from './samples'

const facts = { now: 1_000_000, random: () => 0.5, isCounted: true }
const afterwards = (error: DeskError, attempts = 0) =>
  afterFailure(itemOf('a', { step: 'upload', attempts }), error, facts)

describe('after a step that worked', () => {
  it('comes the next one, up to the last of the plan', () => {
    expect(afterStep(shipping, 'upload', 5)).toMatchObject({ step: 'submit', state: 'waiting' })
    expect(afterStep(shipping, 'submit', 5)).toMatchObject({ step: 'review', state: 'reviewing', reviewSince: 5 })
    expect(afterStep(shipping, 'release', 5)).toMatchObject({ step: 'release', state: 'done' })
    expect(afterStep({ ...shipping, until: 'upload' }, 'upload', 5).state).toBe('done')
    expect(afterStep({ ...shipping, until: 'submit' }, 'submit', 5).state).toBe('done')
    expect([finalStep({ kind: 'withdraw' }), finalStep(shipping)]).toEqual(['withdraw', 'release'])
  })
})

describe('after a step that did not work', () => {
  it.each(['not_carried_out', 'platform_busy', 'platform_fault', 'network', 'timeout', 'changed_meanwhile'] as const)(
    'begins again after %s, later each time, and fails at the fifth',
    (code) => {
      const error = errorWith(code, { retryable: true })
      const pauses = [0, 1, 2, 3].map((attempts) => (afterwards(error, attempts).notBefore ?? 0) - facts.now)
      expect(pauses).toEqual([1_000, 3_000, 9_000, 27_000])
      expect(afterwards(error)).toMatchObject({ step: 'preflight', state: 'waiting', attempts: 1, error })
      expect(afterwards(error, attemptsMax - 1)).toMatchObject({ state: 'failed', cause: `desk:${code}`, error })
    }
  )

  it('waits as long as the platform asks for', () => {
    const error = errorWith('platform_busy', { platformCode: '11501', retryable: true, retryAfterMs: 600_000 })
    expect(afterwards(error).notBefore).toBe(facts.now + 600_000)
  })

  it('holds no failure against the merchant while nothing gets through, nor that it was a little too soon', () => {
    const lost = afterFailure(itemOf('a', { attempts: 4 }), errorWith('network'), { ...facts, isCounted: false })
    expect(lost).toMatchObject({ state: 'waiting', attempts: 4 })
    const busy = afterwards(errorWith('not_possible_now', { retryable: true, retryAfterMs: 7_000 }), 4)
    expect(busy).toMatchObject({ state: 'waiting', notBefore: facts.now + 7_000 })
    expect(busy.attempts).toBeUndefined()
    expect(afterwards(errorWith('cancelled'), 4)).toMatchObject({ state: 'waiting', error: null })
  })

  it('fails at once where the platform said no for certain, is blocked where nothing could be sent, and waits for what is unknown', () => {
    const refused = errorWith('platform_refused', { platformCode: '40029' })
    expect(afterwards(refused)).toMatchObject({ state: 'failed', cause: 'platform:40029', error: refused })
    expect(afterwards(errorWith('authorization_lost'))).toMatchObject({
      state: 'blocked',
      cause: 'desk:authorization_lost'
    })
    expect(afterwards(errorWith('outcome_unknown'))).toMatchObject({ state: 'unknown' })
  })

  it('tries with another token where a new one was refused, and is blocked when none will do', () => {
    const refused = errorWith('authorization_lost', { platformCode: '28001008' })
    expect(afterwards(refused, 3)).toMatchObject({ step: 'preflight', state: 'waiting', attempts: 4 })
    expect(afterwards(refused, 4)).toMatchObject({ state: 'blocked', cause: 'platform:28001008' })
  })

  it('comes back at a whole millisecond, as the database wants it', () => {
    const { notBefore } = afterFailure(itemOf('a'), errorWith('network'), { ...facts, random: () => 0.123 })
    expect(Number.isInteger(notBefore)).toBe(true)
  })

  it('goes on where it was when a lost operation turned out to be done, and begins again when not', () => {
    const unknown = itemOf('a', { step: 'upload', state: 'unknown' })
    const lost = { kind: 'upload', startedAt: 7, error: null } as const
    expect(afterSettled(shipping, unknown, { ...lost, state: 'done' }, facts)).toMatchObject({ step: 'submit' })
    const error = errorWith('not_carried_out', { retryable: true })
    const not = afterSettled(shipping, unknown, { ...lost, state: 'not_carried_out', error }, facts)
    expect(not).toMatchObject({ step: 'preflight', state: 'waiting', attempts: 1 })
  })
})

describe('a version in review', () => {
  const item = itemOf('a', { step: 'review', state: 'reviewing', reviewSince: 100 })
  const verdict = (list: Parameters<typeof versionList>[1], readAt = 200, work = shipping) =>
    judgeReview(work, item, versionList(readAt, list))
  const audit = (
    ...parts: [status: 'in_review' | 'passed' | 'rejected' | 'withdrawn', more?: Parameters<typeof auditVersion>[3]]
  ) => auditVersion('9.9.1', 100, ...parts)

  it('is not judged by a reading from before the submission', () => {
    expect(verdict({ audit: audit('rejected') }, 100)).toBeNull()
    expect(judgeReview(shipping, item, null)).toBeNull()
    expect(verdict({ audit: audit('in_review') })).toBeNull()
  })

  it('is released when it has passed, or held for the train', () => {
    expect(verdict({ audit: audit('passed') })).toMatchObject({ step: 'release', state: 'waiting' })
    const train = { ...shipping, release: 'together' } as const
    expect(verdict({ audit: audit('passed') }, 200, train)).toMatchObject({ step: 'release', state: 'approved' })
  })

  it('is done where somebody released it', () => {
    expect(verdict({ audit: audit('passed', { released: true }) })).toMatchObject({ state: 'done' })
    expect(verdict({ current: onlineVersion('9.9.1', 150) })).toMatchObject({ state: 'done' })
  })

  it('has failed where it was rejected, withdrawn, taken down or replaced', () => {
    const reasons = [{ host: '抖音', reasons: ['缺少资质 12'], attachmentUrl: null }]
    expect(verdict({ audit: audit('rejected', { reasons }) })).toMatchObject({
      ...{ state: 'rejected', cause: 'rejected:缺少资质 #' },
      error: { message: '9.9.1 没有通过审核', reason: '抖音：缺少资质 12' }
    })
    expect(verdict({ audit: audit('withdrawn') })).toMatchObject({ state: 'failed', cause: 'review:withdrawn' })
    expect(verdict({ audit: audit('passed', { takenDown: true }) })).toMatchObject({ cause: 'review:taken_down' })
    expect(verdict({ audit: auditVersion('9.9.2', 150, 'in_review') })).toMatchObject({
      ...{ state: 'failed', cause: 'review:gone' },
      error: { code: 'changed_meanwhile', reason: '平台上现在的审核版本是 9.9.2，不是 9.9.1' }
    })
  })
})
