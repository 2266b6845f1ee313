import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { actionStates } from '@/pages/merchant/operations/action-reasons'
import { nextAction } from '@/pages/merchant/operations/next-action'
import { waitText } from '@/pages/merchant/operations/waiting'
import { auditVersion, merchantDetail, onlineVersion, operation, testVersion, versionList } from './samples'

describe('the next sensible action', () => {
  it('is an upload where there is nothing, and after a rejection', () => {
    const rejected = { latest: testVersion('2', { submitted: true }), audit: auditVersion('2', { status: 'rejected' }) }
    expect(nextAction(null)).toBe('upload')
    expect(nextAction(versionList())).toBe('upload')
    expect(nextAction(versionList(rejected))).toBe('upload')
  })

  it('is to submit a test version that was never submitted', () => {
    expect(nextAction(versionList({ latest: testVersion('2') }))).toBe('submit')
    const corrected = { latest: testVersion('3'), audit: auditVersion('2', { status: 'rejected' }) }
    expect(nextAction(versionList(corrected))).toBe('submit')
  })

  it('is to release what has passed, even when a newer test version waits', () => {
    const passed = { latest: testVersion('3'), audit: auditVersion('2', { status: 'passed' }) }
    expect(nextAction(versionList(passed))).toBe('release')
  })

  it('is never an operation that the rules refuse for another reason than waiting', () => {
    const statuses = fc.constantFrom('in_review', 'passed', 'rejected', 'withdrawn')
    const audits = fc.record({ status: statuses, released: fc.boolean(), takenDown: fc.boolean() }) as fc.Arbitrary<
      Parameters<typeof auditVersion>[1]
    >
    const lists = fc.record({
      latest: fc.option(fc.boolean().map((submitted) => testVersion('3', { submitted }))),
      audit: fc.option(audits.map((audit) => auditVersion('2', audit)))
    })
    fc.assert(
      fc.property(lists, (list) => {
        const versions = versionList(list)
        expect(actionStates(merchantDetail({ versions }), null, 5_000)[nextAction(versions)]).toBeNull()
      })
    )
  })
})

describe('why an action can not be done', () => {
  const now = 1_000_000
  const submittable = versionList({ latest: testVersion('2') })

  it('counts down what only has to wait, and is over at that moment', () => {
    const detail = merchantDetail({ versions: submittable, lastSubmittedAt: now })
    expect(actionStates(detail, null, now + 2_500).submit).toBe('两次提审之间要隔 10 秒，还剩 8 秒')
    expect(actionStates(detail, null, now + 10_000).submit).toBeNull()
  })

  it('never counts more than the whole wait when the page clock lies behind', () => {
    const detail = merchantDetail({ versions: submittable, lastSubmittedAt: now })
    expect(actionStates(detail, null, now - 900).submit).toContain('还剩 10 秒')
  })

  it('is the running operation for all of them', () => {
    const reasons = Object.values(actionStates(merchantDetail({ versions: submittable }), 'release', now))
    expect(new Set(reasons)).toEqual(new Set(['「发布」正在进行']))
  })

  it('is the unsettled operation for all of them', () => {
    const detail = merchantDetail({ versions: submittable, unsettled: operation({ state: 'unknown' }) })
    expect(actionStates(detail, null, now).upload).toContain('还没有确认')
  })

  it('is told for a rollback when the platform does not say to which version', () => {
    const current = onlineVersion('2', { rollback: { possible: true, toVersion: null } })
    expect(actionStates(merchantDetail({ versions: versionList({ current }) }), null, now).rollback).toContain(
      '没有说明'
    )
  })
})

it('a wait is told in seconds and minutes and never as zero', () => {
  expect([1, 8_001, 60_000, 552_000].map(waitText)).toEqual(['1 秒', '9 秒', '1 分钟', '9 分 12 秒'])
})
