import { describe, expect, it } from 'vitest'
import type { ReadinessItem } from '@shared/domain/readiness'
import type { VersionWork } from '@shared/domain/rollout'
import type { VersionList } from '@shared/domain/version'
import { rolloutFate, type Fate, type FateFacts } from '@shared/rules/rollout-fate'
import { auditVersion, january, onlineVersion, testVersion, versionList } from '../support'

const now = january + 3600_000
const submission = { hosts: { by: 'available' }, note: '', release: 'when_approved' } as const
const template = { templateId: '9', version: '1.1.0', description: '说明' }
const ship = { kind: 'ship', ...template, extJson: null, until: 'release', ...submission } as const
const submit = { kind: 'submit', until: 'release', ...submission } as const
const current = onlineVersion('1.0.0', january, { rollback: { possible: true, toVersion: '0.9.0' } })
const latest = testVersion('1.1.0', january)
const inReview = auditVersion('1.1.0', january, 'in_review')
const passed = auditVersion('1.1.0', january, 'passed')
const rejected = auditVersion('1.1.0', january, 'rejected')
const gray = { ...latest, stage: 'gray', hostShares: [] } as const

const blocking: ReadinessItem = {
  check: 'category',
  level: 'blocking',
  text: '没有服务类目',
  platformCode: '11306',
  fix: 'categories'
}
const noName: ReadinessItem = { ...blocking, check: 'name', text: '没有名称', fix: 'profile' }
const warning: ReadinessItem = { ...blocking, check: 'domains', level: 'warning', text: '没有服务器域名' }

function factsWith(stages: Partial<VersionList>, more: Partial<FateFacts> = {}): FateFacts {
  return {
    versions: versionList(now, stages),
    authorization: 'authorized',
    permissions: [{ id: 1, name: '开发管理权限' }],
    unsettled: null,
    lastSubmittedAt: null,
    lastRolledBackAt: null,
    readiness: [],
    lastUpload: null,
    ...more
  }
}

function fateOf(work: VersionWork, stages: Partial<VersionList>, more: Partial<FateFacts> = {}): Fate {
  return rolloutFate(work, factsWith(stages, more), now)
}

const uploaded = { lastUpload: template }
type Case = readonly [why: string, stages: Partial<VersionList>, more: Partial<FateFacts>, fate: Fate['fate']]

describe('shipping a template until it is released', () => {
  it.each<Case>([
    ['begins with the upload where there is nothing yet', {}, {}, 'upload'],
    ['begins with the upload where another version is online', { current }, {}, 'upload'],
    ['leaves a merchant alone that has it online', { current: { ...current, version: '1.1.0' } }, {}, 'unchanged'],
    ['does not take a version that was taken down for online', { current: down('1.1.0') }, {}, 'upload'],
    ['leaves a merchant alone that has it for a share of the users', { current, gray }, {}, 'unchanged'],
    ['follows a version in review', { current, latest, audit: inReview }, {}, 'follow'],
    ['releases a version that passed', { current, latest, audit: passed }, {}, 'release'],
    ['ships again what was released and rolled back', { current, audit: { ...passed, released: true } }, {}, 'upload'],
    ['ships again what was taken down', { current, audit: { ...passed, takenDown: true } }, {}, 'upload'],
    ['submits what we uploaded of this template', { current, latest }, uploaded, 'submit'],
    ['submits again what was withdrawn', { latest, audit: { ...inReview, status: 'withdrawn' } }, uploaded, 'submit'],
    ['uploads again what was rejected', { latest: sent(latest), audit: rejected }, uploaded, 'upload'],
    ['submits what was uploaded after the rejection', { latest, audit: rejected }, uploaded, 'submit'],
    ['uploads over a test version of other hands', { current, latest }, {}, 'upload'],
    ['uploads over another template', { latest }, { lastUpload: { ...template, templateId: '8' } }, 'upload'],
    ['uploads over another description', { latest: { ...latest, summary: '别处' } }, uploaded, 'upload'],
    ['uploads over another number', { latest: testVersion('1.0.9', january) }, uploaded, 'upload'],
    ['is stopped by another version in review', { audit: { ...inReview, version: '1.0.9' } }, {}, 'blocked'],
    ['is stopped by what the platform would refuse', { current }, { readiness: [warning, blocking] }, 'blocked'],
    ['is not stopped by what is merely amiss', { current }, { readiness: [warning] }, 'upload'],
    ['releases whatever the readiness is', { audit: passed }, { readiness: [blocking] }, 'release'],
    ['is stopped without authorisation', { current }, { authorization: 'lost' }, 'blocked'],
    ['is stopped without the permission', {}, { permissions: [{ id: 2, name: '基本信息设置权限' }] }, 'blocked'],
    ['is stopped where nothing was read', {}, { versions: null }, 'blocked']
  ])('%s', (_why, stages, more, fate) => {
    expect(fateOf(ship, stages, more).fate).toBe(fate)
  })

  it('says from which version to which it goes, and which step comes first', () => {
    const from = { fromVersion: '1.0.0', toVersion: '1.1.0', cause: null, fix: null, notBefore: null }
    expect(fateOf(ship, { current })).toEqual({ ...from, fate: 'upload', step: 'upload', why: null })
    const followed = fateOf(ship, { current, audit: inReview })
    expect(followed).toEqual({ ...from, fate: 'follow', step: 'review', why: null })
  })

  it('names what is in the way, its cause and where it is put right', () => {
    const audit = { ...inReview, version: '1.0.9' }
    expect(fateOf(ship, { audit })).toMatchObject({
      step: null,
      cause: 'blocked:in_review',
      why: '已有版本 1.0.9 在审核中，撤回后才能提审'
    })
    expect(fateOf(ship, {}, { readiness: [warning, blocking, noName] })).toMatchObject({
      cause: 'readiness:category',
      why: '没有服务类目；没有名称',
      fix: 'categories'
    })
    expect(fateOf(ship, {}, { authorization: 'lost' })).toMatchObject({
      cause: 'blocked:authorization',
      fix: 'authorization',
      toVersion: '1.1.0'
    })
    const basicOnly = [{ id: 2, name: '基本信息设置权限' }]
    expect(fateOf(ship, {}, { permissions: basicOnly, versions: null }).cause).toBe('blocked:permission')
    expect(fateOf(ship, {}, { versions: null }).cause).toBe('blocked:not_read')
  })

  it('points out another description under the same number, and a passed version that would be lost', () => {
    const other = { ...current, version: '1.1.0', summary: '别处传的' }
    expect(fateOf(ship, { current: other }).why).toContain('说明和这次的不同')
    expect(fateOf(ship, { current: { ...current, version: '1.1.0' } }).why).toBe('线上已经是 1.1.0')
    expect(fateOf(ship, { audit: { ...passed, version: '1.0.9' } })).toMatchObject({
      fate: 'upload',
      why: '已通过审核、还没有发布的 1.0.9 会被代替'
    })
  })

  it('waits the 10 seconds between two submissions', () => {
    const early = fateOf(ship, { latest }, { ...uploaded, lastSubmittedAt: now - 4_000 })
    expect(early).toMatchObject({ fate: 'submit', step: 'submit', notBefore: now + 6_000 })
  })
})

describe('shipping a template until it is submitted', () => {
  const work = { ...ship, until: 'submit' } as const
  it.each<Case>([
    ['is done where it is in review', { audit: inReview }, {}, 'unchanged'],
    ['is done where it passed', { audit: passed }, {}, 'unchanged'],
    ['is done where it is online', { current: { ...current, version: '1.1.0' } }, {}, 'unchanged'],
    ['begins again after a rejection', { latest: sent(latest), audit: rejected }, uploaded, 'upload'],
    ['submits what we uploaded', { latest }, uploaded, 'submit'],
    ['is stopped by another version in review', { audit: { ...inReview, version: '1.0.9' } }, {}, 'blocked'],
    ['is stopped by what the platform would refuse', {}, { readiness: [blocking] }, 'blocked']
  ])('%s', (_why, stages, more, fate) => {
    expect(fateOf(work, stages, more).fate).toBe(fate)
  })
})

describe('uploading a template alone', () => {
  const work = { ...ship, until: 'upload' } as const
  it.each<Case>([
    ['needs no readiness', {}, { readiness: [blocking] }, 'upload'],
    ['goes on beside another version in review', { audit: { ...inReview, version: '1.0.9' } }, {}, 'upload'],
    ['is done where the test version is the same', { latest }, uploaded, 'unchanged'],
    ['is done where the version is in review', { audit: inReview }, {}, 'unchanged'],
    ['replaces a test version of other hands', { latest }, {}, 'upload'],
    ['needs the authorisation', {}, { authorization: 'lost' }, 'blocked']
  ])('%s', (_why, stages, more, fate) => {
    expect(fateOf(work, stages, more).fate).toBe(fate)
  })
})

describe('submitting what is there', () => {
  const online = { ...current, version: '1.1.0' }
  it.each<Case>([
    ['needs a test version', { current }, {}, 'blocked'],
    ['submits it', { current, latest }, {}, 'submit'],
    ['follows it where it is in review', { latest: sent(latest), audit: inReview }, {}, 'follow'],
    ['releases it where it passed', { latest: sent(latest), audit: passed }, {}, 'release'],
    ['submits a newer build of the number that passed', { latest, audit: passed }, {}, 'submit'],
    ['leaves it where it is online', { latest: sent(latest), current: online }, {}, 'unchanged'],
    ['submits a newer build of the number online', { latest, current: online }, {}, 'submit'],
    ['submits what was rejected again', { latest: sent(latest), audit: rejected }, {}, 'submit'],
    ['is stopped by another version in review', { latest, audit: { ...inReview, version: '1.0.9' } }, {}, 'blocked'],
    ['is stopped by what the platform would refuse', { latest }, { readiness: [blocking] }, 'blocked']
  ])('%s', (_why, stages, more, fate) => {
    expect(fateOf(submit, stages, more).fate).toBe(fate)
  })

  it('is done where it is in review and nothing is to be released', () => {
    const work = { ...submit, until: 'submit' } as const
    expect(fateOf(work, { latest: sent(latest), audit: inReview }).fate).toBe('unchanged')
    expect(fateOf(work, { latest: sent(latest), audit: passed }).fate).toBe('unchanged')
  })

  it('is about the test version', () => {
    expect(fateOf(submit, { current, latest })).toMatchObject({ fromVersion: '1.0.0', toVersion: '1.1.0' })
    expect(fateOf(submit, { current })).toMatchObject({ toVersion: null, cause: 'blocked:no_test_version' })
  })
})

describe('releasing what passed', () => {
  const released = { ...passed, released: true }
  it.each<readonly [string, Partial<VersionList>, string | null, Fate['fate'], string | null]>([
    ['whatever it is', { audit: passed }, null, 'release', null],
    ['the version that is meant', { audit: passed }, '1.1.0', 'release', null],
    ['and no other version', { audit: passed }, '1.0.9', 'unchanged', null],
    ['not twice', { audit: released }, null, 'unchanged', null],
    ['not what is online', { audit: rejected, current: { ...current, version: '1.1.0' } }, '1.1.0', 'unchanged', null],
    ['not while it is in review', { audit: inReview }, null, 'blocked', 'blocked:in_review'],
    ['not what was rejected', { audit: rejected }, '1.1.0', 'blocked', 'blocked:not_passed'],
    ['not what was taken down', { audit: { ...passed, takenDown: true } }, null, 'blocked', 'blocked:taken_down'],
    ['not where there is none', { current }, null, 'blocked', 'blocked:not_passed'],
    ['not where there is none of those meant', { current }, '1.1.0', 'blocked', 'blocked:not_passed']
  ])('%s', (_why, stages, onlyVersion, fate, cause) => {
    expect(fateOf({ kind: 'release', onlyVersion }, stages)).toMatchObject({ fate, cause })
  })
})

describe('withdrawing', () => {
  it('is for what is in review, and otherwise nothing has to be done', () => {
    expect(fateOf({ kind: 'withdraw' }, { audit: inReview })).toMatchObject({ step: 'withdraw', toVersion: '1.1.0' })
    for (const audit of [null, passed, rejected, { ...inReview, status: 'withdrawn' } as const]) {
      expect(fateOf({ kind: 'withdraw' }, { audit })).toMatchObject({ fate: 'unchanged', cause: null })
    }
  })
})

describe('rolling back', () => {
  const anything = { kind: 'rollback', onlyVersion: null } as const
  it('goes to the version before, where it is the version that is meant', () => {
    expect(fateOf(anything, { current })).toMatchObject({ step: 'rollback', fromVersion: '1.0.0', toVersion: '0.9.0' })
    expect(fateOf({ ...anything, onlyVersion: '1.0.0' }, { current }).fate).toBe('rollback')
    expect(fateOf({ ...anything, onlyVersion: '1.1.0' }, { current })).toMatchObject({
      fate: 'unchanged',
      why: '线上版本是 1.0.0，不是 1.1.0'
    })
  })

  it('is stopped where the platform allows none', () => {
    expect(fateOf(anything, {}).cause).toBe('blocked:no_online_version')
    expect(fateOf(anything, { current: onlineVersion('1.0.0', january) }).cause).toBe('blocked:no_rollback')
    expect(fateOf(anything, { current: { ...current, takenDown: true } }).cause).toBe('blocked:taken_down')
  })

  it('waits the 10 minutes after the last one, unless that was all', () => {
    const recent = { lastRolledBackAt: now - 60_000 }
    expect(fateOf(anything, { current }, recent)).toMatchObject({ fate: 'rollback', notBefore: now + 540_000 })
    expect(fateOf(anything, { current: onlineVersion('0.9.0', january) }, recent).fate).toBe('unchanged')
  })
})

describe('reading anew', () => {
  it('is always possible', () => {
    const lost = fateOf({ kind: 'refresh' }, {}, { authorization: 'lost', versions: null, unsettled: 'upload' })
    expect(lost).toMatchObject({ fate: 'refresh', step: 'refresh', toVersion: null, notBefore: null })
  })
})

describe('an operation of ours without a certain outcome', () => {
  it('is waited for, whatever comes after it', () => {
    const waiting = { notBefore: now + 5_000, why: '上一步操作的结果还没有确认，确认后再继续' }
    expect(fateOf(ship, { current }, { unsettled: 'upload' })).toMatchObject({ ...waiting, fate: 'upload' })
    const other = { audit: { ...inReview, version: '1.0.9' } }
    expect(fateOf(ship, other, { unsettled: 'withdraw' })).toMatchObject({ ...waiting, fate: 'blocked' })
  })

  it('does not hide that the authorisation is gone', () => {
    const lost = fateOf(ship, { current }, { unsettled: 'upload', authorization: 'lost' })
    expect(lost).toMatchObject({ cause: 'blocked:authorization', notBefore: null })
  })
})

function sent(version: typeof latest): typeof latest {
  return { ...version, submitted: true }
}

function down(version: string): typeof current {
  return { ...current, version, takenDown: true }
}
