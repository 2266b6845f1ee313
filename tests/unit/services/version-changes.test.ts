import { describe, expect, it } from 'vitest'
import type { VersionList } from '@shared/domain/version'
import { versionChanges } from '../../../electron/services/version-changes'
import { auditVersion, january, onlineVersion, testVersion, versionList } from '../support'

const hour = 3_600_000

function kinds(before: VersionList | null, after: VersionList): string[] {
  return versionChanges(before, after).map(({ kind, version }) => `${kind} ${version}`)
}

describe('what happened between two readings', () => {
  it('is nothing when nothing changed', () => {
    const stages = { latest: testVersion('1.1.0', january), current: onlineVersion('1.0.0', january) }
    expect(kinds(versionList(january + hour, stages), versionList(january + 2 * hour, stages))).toEqual([])
  })

  it('tells how a merchant got here at the first reading, oldest first', () => {
    const first = versionList(january + 10 * hour, {
      current: onlineVersion('1.0.0', january),
      audit: auditVersion('1.1.0', january + 2 * hour, 'rejected'),
      latest: testVersion('1.2.0', january + 3 * hour)
    })
    expect(kinds(null, first)).toEqual(['released 1.0.0', 'submitted 1.1.0', 'rejected 1.1.0', 'uploaded 1.2.0'])
  })

  it('dates an upload by the platform, and a verdict by the reading that saw it', () => {
    const inReview = auditVersion('1.1.0', january, 'in_review')
    const before = versionList(january + hour, { audit: inReview })
    const after = versionList(january + 9 * hour, {
      audit: { ...inReview, status: 'passed' },
      latest: testVersion('1.2.0', january + 2 * hour)
    })
    expect(versionChanges(before, after).map(({ kind, at }) => [kind, at])).toEqual([
      ['uploaded', january + 2 * hour],
      ['approved', january + 9 * hour]
    ])
  })

  it('keeps the reasons of a rejection per host', () => {
    const inReview = auditVersion('1.1.0', january, 'in_review')
    const reasons = [{ host: '抖音', reasons: ['页面打不开'], attachmentUrl: null }]
    const [rejected] = versionChanges(
      versionList(january + hour, { audit: inReview }),
      versionList(january + 2 * hour, { audit: { ...inReview, status: 'rejected', reasons } })
    )
    expect(rejected).toMatchObject({ kind: 'rejected', reasons })
  })

  it('tells a rollback from a release, and a take-down from both', () => {
    const before = versionList(january + hour, {
      current: onlineVersion('1.1.0', january, { rollback: { possible: true, toVersion: '1.0.0' } })
    })
    const back = versionList(january + 2 * hour, { current: onlineVersion('1.0.0', january - hour) })
    const forth = versionList(january + 2 * hour, { current: onlineVersion('1.2.0', january + hour) })
    const down = versionList(january + 2 * hour, { current: onlineVersion('1.1.0', january, { takenDown: true }) })
    expect(kinds(before, back)).toEqual(['rolled_back 1.0.0'])
    expect(kinds(before, forth)).toEqual(['released 1.2.0'])
    expect(kinds(before, down)).toEqual(['taken_down 1.1.0'])
  })

  it('sees the second submission of a rejected version', () => {
    const rejected = auditVersion('1.1.0', january, 'rejected')
    const before = versionList(january + hour, { audit: rejected })
    const after = versionList(january + 2 * hour, { audit: { ...rejected, status: 'in_review' } })
    expect(kinds(before, after)).toEqual(['submitted 1.1.0'])
  })
})
