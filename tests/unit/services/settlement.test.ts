import { describe, expect, it } from 'vitest'
import type { OperationKind } from '@shared/domain/operation'
import type { VersionList } from '@shared/domain/version'
import { settle, type Verdict } from '../../../electron/services/settlement'
import { auditVersion, january, onlineVersion, testVersion, versionList } from '../support'

const second = 1_000
const minute = 60 * second

function verdict(
  kind: OperationKind,
  version: string,
  before: Partial<VersionList>,
  after: Partial<VersionList>,
  laterMs = second
): Verdict {
  const lost = { kind, version, startedAt: january, before: versionList(january, before) }
  return settle(lost, versionList(january + laterMs, after))
}

describe('settling an operation whose answer was lost', () => {
  it('finds an upload by its new version, or by its new time where the version is the same', () => {
    const old = testVersion('1.0.0', january - minute)
    expect(verdict('upload', '1.1.0', { latest: old }, { latest: testVersion('1.1.0', january) })).toBe('done')
    expect(verdict('upload', '1.0.0', { latest: old }, { latest: testVersion('1.0.0', january) })).toBe('done')
    expect(verdict('upload', '1.0.0', {}, { latest: testVersion('1.0.0', january) })).toBe('done')
    expect(verdict('upload', '1.1.0', { latest: old }, { latest: old })).toBe('not_done')
    expect(verdict('upload', '1.0.0', { latest: old }, { latest: old })).toBe('not_done')
  })

  it('finds a submission in review or judged already, also one of the version that failed before', () => {
    const latest = testVersion('1.1.0', january - minute)
    const inReview = auditVersion('1.1.0', january, 'in_review')
    const failed = auditVersion('1.1.0', january - minute, 'rejected')
    expect(verdict('submit', '1.1.0', { latest }, { latest, audit: inReview })).toBe('done')
    expect(verdict('submit', '1.1.0', { latest }, { latest, audit: { ...inReview, status: 'passed' } })).toBe('done')
    expect(verdict('resubmit', '1.1.0', { audit: failed }, { audit: { ...failed, status: 'in_review' } })).toBe('done')
    expect(verdict('submit', '1.1.0', { latest, audit: failed }, { latest, audit: failed })).toBe('not_done')
    expect(verdict('submit', '1.1.0', { latest }, { latest })).toBe('not_done')
  })

  it('finds a withdrawal by the state, and not where the audit ended by itself', () => {
    const audit = auditVersion('1.1.0', january - minute, 'in_review')
    expect(verdict('withdraw', '1.1.0', { audit }, { audit: { ...audit, status: 'withdrawn' } })).toBe('done')
    expect(verdict('withdraw', '1.1.0', { audit }, {})).toBe('done')
    expect(verdict('withdraw', '1.1.0', { audit }, { audit: { ...audit, status: 'passed' } })).toBe('not_done')
    expect(verdict('withdraw', '1.1.0', { audit }, { audit })).toBe('not_done')
  })

  it('finds a release by the flag or by the online version', () => {
    const audit = auditVersion('1.1.0', january - minute, 'passed')
    const current = onlineVersion('1.0.0', january - 2 * minute)
    const online = onlineVersion('1.1.0', january)
    expect(verdict('release', '1.1.0', { audit, current }, { audit: { ...audit, released: true }, current })).toBe(
      'done'
    )
    expect(verdict('release', '1.1.0', { audit, current }, { current: online })).toBe('done')
    expect(verdict('release', '1.1.0', { audit, current }, { audit, current })).toBe('not_done')
  })

  it('gives a rollback its 3 to 5 minutes, twice over, before it says that nothing happened', () => {
    const current = onlineVersion('1.1.0', january - minute, { rollback: { possible: true, toVersion: '1.0.0' } })
    const accepted = { ...current, rollback: { possible: false, toVersion: null } }
    expect(verdict('rollback', '1.0.0', { current }, { current: onlineVersion('1.0.0', january) })).toBe('done')
    expect(verdict('rollback', '1.0.0', { current }, { current: accepted })).toBe('done')
    expect(verdict('rollback', '1.0.0', { current }, { current })).toBe('undecided')
    expect(verdict('rollback', '1.0.0', { current }, { current }, 11 * minute)).toBe('not_done')
  })
})
