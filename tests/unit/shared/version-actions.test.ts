import { describe, expect, it } from 'vitest'
import type { OperationKind } from '@shared/domain/operation'
import type { VersionList } from '@shared/domain/version'
import { versionActions, type VersionFacts } from '@shared/rules/version-actions'
import { auditVersion, january, onlineVersion, testVersion, versionList } from '../support'

const now = january + 60_000
const base: VersionFacts = {
  versions: versionList(now),
  authorization: 'authorized',
  permissions: [{ id: 1, name: '开发管理权限' }],
  unsettled: null,
  lastSubmittedAt: null,
  lastRolledBackAt: null
}

function possibleWith(stages: Partial<VersionList>, facts: Partial<VersionFacts> = {}): OperationKind[] {
  const actions = versionActions({ ...base, versions: versionList(now, stages), ...facts }, now)
  return Object.entries(actions).flatMap(([kind, { possible }]) => (possible ? [kind as OperationKind] : []))
}

const latest = testVersion('1.1.0', january)

describe('what the platform would accept', () => {
  it('is an upload alone where there is no version yet', () => {
    expect(possibleWith({})).toEqual(['upload'])
  })

  it('adds the submission once there is a test version', () => {
    expect(possibleWith({ latest })).toEqual(['upload', 'submit'])
  })

  it('is the withdrawal, and no second submission, while a version is in review', () => {
    expect(possibleWith({ latest, audit: auditVersion('1.1.0', january, 'in_review') })).toEqual(['upload', 'withdraw'])
  })

  it('is the release once the audit passed, unless it was released or taken down', () => {
    const passed = auditVersion('1.1.0', january, 'passed')
    expect(possibleWith({ latest, audit: passed })).toEqual(['upload', 'submit', 'release'])
    expect(possibleWith({ latest, audit: { ...passed, released: true } })).toEqual(['upload', 'submit'])
    expect(possibleWith({ latest, audit: { ...passed, takenDown: true } })).toEqual(['upload', 'submit'])
  })

  it('is the second submission of the same version after a rejection', () => {
    expect(possibleWith({ latest, audit: auditVersion('1.1.0', january, 'rejected') })).toEqual([
      'upload',
      'submit',
      'resubmit'
    ])
  })

  it('is the rollback only where the platform says so, and not after a take-down', () => {
    const current = onlineVersion('1.0.0', january, { rollback: { possible: true, toVersion: '0.9.0' } })
    expect(possibleWith({ current })).toEqual(['upload', 'rollback'])
    expect(possibleWith({ current: { ...current, takenDown: true } })).toEqual(['upload'])
    expect(possibleWith({ current: onlineVersion('1.0.0', january) })).toEqual(['upload'])
  })

  it.each<[string, Partial<VersionFacts>]>([
    ['the authorisation is lost', { authorization: 'lost' }],
    ['the development permission is missing', { permissions: [{ id: 2, name: '基本信息设置权限' }] }],
    ['an operation is not settled', { unsettled: 'release' }],
    ['the versions were never read', { versions: null }]
  ])('is nothing at all when %s', (_why, facts) => {
    expect(possibleWith({ latest }, facts)).toEqual([])
  })

  it('is for the merchant to put right where it authorised too little, and for nobody while a review runs', () => {
    const inReview = versionList(now, { latest, audit: auditVersion('1.1.0', january, 'in_review') })
    const remedyOf = (facts: Partial<VersionFacts>, kind: OperationKind) => {
      const action = versionActions({ ...base, versions: inReview, ...facts }, now)[kind]
      return action.possible ? 'possible' : action.remedy
    }
    const byMerchant = { actor: 'merchant', wayOut: 'merchant_authorization' }
    expect(remedyOf({ authorization: 'lost' }, 'upload')).toEqual(byMerchant)
    expect(remedyOf({ permissions: [{ id: 2, name: '基本信息设置权限' }] }, 'upload')).toEqual(byMerchant)
    expect(remedyOf({}, 'release')).toEqual({ actor: 'nobody' })
    expect(remedyOf({ unsettled: 'upload' }, 'upload')).toBeUndefined()
  })

  it('waits 10 seconds between submissions and 10 minutes between rollbacks, and says until when', () => {
    const current = onlineVersion('1.0.0', january, { rollback: { possible: true, toVersion: '0.9.0' } })
    const versions = versionList(now, { latest, current })
    const facts = { ...base, versions, lastSubmittedAt: now - 9_999, lastRolledBackAt: now - 599_999 }
    expect(versionActions(facts, now).submit).toMatchObject({ possible: false, notBefore: now + 1 })
    expect(versionActions(facts, now).rollback).toMatchObject({ possible: false, notBefore: now + 1 })
    expect(versionActions(facts, now + 1).submit).toEqual({ possible: true })
    expect(versionActions(facts, now + 1).rollback).toEqual({ possible: true })
  })
})
