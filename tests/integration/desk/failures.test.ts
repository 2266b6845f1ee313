import { describe, expect, it } from 'vitest'
import { defaultExtJson } from '@shared/rules/ext-json'
import { versionActions } from '@shared/rules/version-actions'
import { january } from '../../unit/support'
import { isIdle, merchantThat, newBench, until, type Bench } from './support'

const templateId = '9133504853504535288'

type Prepared = { readonly bench: Bench; readonly appId: string; readonly ref: { accountId: string; appId: string } }

async function prepared(): Promise<Prepared> {
  const bench = await newBench()
  const appId = merchantThat(bench, isIdle)
  return { bench, appId, ref: { accountId: bench.accountId, appId } }
}

const uploadOf = ({ ref, appId }: Prepared, version: string) =>
  ({ ...ref, templateId, version, description: '修复', extJson: defaultExtJson(appId) }) as const

async function submitted(all: Prepared, version: string): Promise<void> {
  const { bench, ref } = all
  await bench.value('versions.upload', uploadOf(all, version))
  const { available } = await bench.value('versions.auditHosts', ref)
  await bench.value('versions.submit', {
    ...ref,
    expectedVersion: version,
    resubmit: false,
    hosts: [...available],
    note: ''
  })
}

const tally = ({ bench, appId }: Prepared, endpoint: string) =>
  bench.simulator.control.counters().merchants[appId]?.[endpoint] ?? { received: 0, carriedOut: 0, refused: 0 }

describe('when the answer is lost after the work was done', () => {
  it.each([
    ['the connection is reset', { kind: 'reset-after' }],
    ['the server fails afterwards', { kind: 'http-status', status: 502, phase: 'after' }],
    ['the answer is garbage', { kind: 'garbage' }],
    ['the answer is cut off', { kind: 'truncated' }],
    ['the platform reports a system error', { kind: 'system-error', phase: 'after' }]
  ] as const)('the upload is found done and sent once: %s', async (_what, fault) => {
    const all = await prepared()
    all.bench.simulator.control.addFault({ ...fault, match: { endpoint: 'upload' }, times: 1 })
    const outcome = await all.bench.value('versions.upload', uploadOf(all, '7.0.1'))
    expect(outcome.operation.state).toBe('done')
    expect(outcome.detail.versions?.latest?.version).toBe('7.0.1')
    expect(tally(all, 'upload').received).toBe(1)
    const { entries } = await all.bench.value('versions.timeline', { ...all.ref, cursor: null, limit: 50 })
    const uploads = entries.filter(({ kind, version }) => kind === 'uploaded' && version === '7.0.1')
    expect(uploads.map(({ source }) => source)).toEqual(['desk'])
  })

  it('a submission and a release are found done and sent once', async () => {
    const all = await prepared()
    const { bench, ref, appId } = all
    bench.simulator.control.addFault({ kind: 'reset-after', match: { endpoint: 'audit' }, times: 1 })
    bench.simulator.control.addFault({ kind: 'reset-after', match: { endpoint: 'release' }, times: 1 })
    await submitted(all, '7.0.2')
    bench.simulator.control.audit(appId, { outcome: 'pass', now: true })
    await bench.value('merchants.read', ref)
    const outcome = await bench.value('versions.release', { ...ref, expectedVersion: '7.0.2' })
    expect(outcome.operation.state).toBe('done')
    expect(tally(all, 'audit')).toMatchObject({ received: 1, carriedOut: 1 })
    expect(tally(all, 'release')).toMatchObject({ received: 1, carriedOut: 1 })
  })
})

describe('when the connection breaks before the work is done', () => {
  it('says that nothing happened, and does not repeat the call by itself', async () => {
    const all = await prepared()
    all.bench.simulator.control.addFault({ kind: 'reset-before', match: { endpoint: 'upload' }, times: 1 })
    const error = await all.bench.error('versions.upload', uploadOf(all, '7.0.3'))
    expect(error).toMatchObject({ code: 'not_carried_out', retryable: true, merchant: { appId: all.appId } })
    expect(tally(all, 'upload')).toMatchObject({ received: 1, carriedOut: 0 })
    const { detail } = await all.bench.value('versions.upload', uploadOf(all, '7.0.3'))
    expect(detail.versions?.latest?.version).toBe('7.0.3')
    const { entries } = await all.bench.value('versions.timeline', { ...all.ref, cursor: null, limit: 2 })
    expect(entries.map(({ kind }) => kind)).toEqual(['uploaded', 'not_carried_out'])
  })
})

describe('when neither the answer nor the version list can be had', () => {
  it('blocks the merchant, goes on looking, and settles it without sending anything again', async () => {
    const all = await prepared()
    const { bench, ref } = all
    const { control } = bench.simulator
    control.addFault({ kind: 'latency', ms: 200, match: { endpoint: 'upload' } })
    control.addFault({ kind: 'reset-after', match: { endpoint: 'upload' }, times: 1 })
    const uploading = bench.error('versions.upload', uploadOf(all, '7.0.4'))
    await until(() => tally(all, 'upload').received === 1)
    const blind = control.addFault({ kind: 'reset-before', match: { endpoint: 'versions' } })
    expect(await uploading).toMatchObject({
      code: 'outcome_unknown',
      retryable: false,
      actor: 'nobody',
      wayOut: 'merchant_versions'
    })

    const detail = await bench.value('merchants.get', ref)
    expect(detail.unsettled).toMatchObject({ kind: 'upload', state: 'unknown' })
    control.removeFaults(blind.id)
    await until(async () => (await bench.value('merchants.get', ref)).unsettled === null)
    const { entries } = await bench.value('versions.timeline', { ...ref, cursor: null, limit: 1 })
    expect(entries[0]).toMatchObject({ kind: 'uploaded', source: 'desk', version: '7.0.4' })
    expect(tally(all, 'upload').received).toBe(1)
  })
})

describe('when the token expires in the middle', () => {
  it('refreshes once and carries the upload out once', async () => {
    const all = await prepared()
    all.bench.simulator.control.addFault({ kind: 'expired-token', match: { endpoint: 'upload' }, times: 1 })
    const { operation } = await all.bench.value('versions.upload', uploadOf(all, '7.0.5'))
    expect(operation.state).toBe('done')
    expect(tally(all, 'upload')).toMatchObject({ received: 2, carriedOut: 1 })
  })
})

describe('when the platform would refuse', () => {
  it('sends nothing for what the rules exclude, and says why', async () => {
    const all = await prepared()
    await submitted(all, '7.1.0')
    const { bench, ref } = all
    const release = await bench.error('versions.release', { ...ref, expectedVersion: '7.1.0' })
    expect(release).toMatchObject({ code: 'not_possible_now', reason: '版本还在审核中', actor: 'nobody' })
    expect(tally(all, 'release').received).toBe(0)
  })

  it('counts the ten seconds between submissions before it sends anything', async () => {
    const all = await prepared()
    const { bench, ref } = all
    await submitted(all, '7.1.1')
    await bench.value('versions.withdraw', { ...ref, expectedVersion: '7.1.1' })
    const again = { ...ref, expectedVersion: '7.1.1', resubmit: false, hosts: ['douyin'], note: '' }
    const error = await bench.error('versions.submit', again)
    expect(error).toMatchObject({ code: 'not_possible_now', retryable: true })
    expect(error.retryAfterMs).toBeGreaterThan(0)
    expect(tally(all, 'audit').received).toBe(1)
  })

  it('shows the platform’s own refusal with its code, log_id and next step', async () => {
    const all = await prepared()
    const { bench, ref } = all
    await bench.value('versions.upload', uploadOf(all, '7.1.2'))
    bench.simulator.control.addFault({ kind: 'too-frequent', own: true, match: { endpoint: 'audit' }, times: 1 })
    const submit = { ...ref, expectedVersion: '7.1.2', resubmit: false, hosts: ['douyin'], note: '' }
    const error = await bench.error('versions.submit', submit)
    expect(error).toMatchObject({ code: 'platform_busy', platformCode: '11301', retryAfterMs: 10_000 })
    expect(error.logId).toBeTruthy()
    expect(error.nextStep).toBeTruthy()
    const { entries } = await bench.value('versions.timeline', { ...ref, cursor: null, limit: 1 })
    expect(entries[0]).toMatchObject({ kind: 'refused', operation: 'submit', logId: error.logId })
  })

  it('sends nothing when the version is no longer the one that was confirmed', async () => {
    const all = await prepared()
    const { bench, ref } = all
    await bench.value('versions.upload', uploadOf(all, '7.1.3'))
    const submit = { ...ref, expectedVersion: '7.1.2', resubmit: false, hosts: ['douyin'], note: '' }
    expect(await bench.error('versions.submit', submit)).toMatchObject({
      code: 'changed_meanwhile',
      wayOut: 'merchant_versions'
    })
    expect(tally(all, 'audit').received).toBe(0)
  })

  it('refuses the second click while the first runs', async () => {
    const all = await prepared()
    all.bench.simulator.control.addFault({ kind: 'latency', ms: 200, match: { endpoint: 'upload' } })
    const results = await Promise.all([
      all.bench.desk.call('versions.upload', uploadOf(all, '7.1.4')),
      all.bench.desk.call('versions.upload', uploadOf(all, '7.1.4'))
    ])
    expect(results.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect(tally(all, 'upload').received).toBe(1)
  })

  it('shows reasons per host, with the reviewer’s picture, when the audit fails', async () => {
    const all = await prepared()
    const { bench, ref, appId } = all
    await submitted(all, '7.2.0')
    bench.simulator.control.audit(appId, { outcome: 'reject', reasons: ['页面打不开'], now: true })
    const { versions } = await bench.value('merchants.read', ref)
    expect(versions?.audit?.status).toBe('rejected')
    expect(versions?.audit?.reasons.flatMap(({ reasons }) => reasons)).toContain('页面打不开')
    const { rows } = await bench.value('merchants.page', { accountId: bench.accountId, cursor: null, limit: 1000 })
    expect(rows.find((row) => row.appId === appId)?.audit?.reason).toContain('页面打不开')
  })

  it('marks a merchant whose authorisation is gone, and says what to do', async () => {
    const all = await prepared()
    const { bench, ref, appId } = all
    bench.simulator.control.changeMerchant(appId, { authorized: false })
    const error = await bench.error('merchants.read', ref)
    expect(error).toMatchObject({ code: 'authorization_lost', merchant: { appId } })
    const detail = await bench.value('merchants.get', ref)
    expect(detail.profile.authorization.state).toBe('lost')
    expect(detail.versions).not.toBeNull()
    expect(await bench.error('versions.upload', uploadOf(all, '7.3.0'))).toMatchObject({ code: 'authorization_lost' })
  })
})

describe('when the merchant did not grant every permission set', () => {
  it('shows what can be read, and names the missing set at the actions', async () => {
    const bench = await newBench()
    const lacking = bench.simulator.control
      .state()
      .merchants.find(({ authorization }) => authorization.live && !authorization.permissions.includes(1))
    const ref = { accountId: bench.accountId, appId: lacking?.appId ?? '' }
    const detail = await bench.value('merchants.get', ref)
    expect(detail.profile.name).toBe(lacking?.name)
    expect(detail.profile.readError).toContain('权限')
    expect(detail.profile.authorization.state).not.toBe('lost')
    const facts = {
      versions: detail.versions,
      authorization: detail.profile.authorization.state,
      permissions: detail.profile.authorization.permissions,
      unsettled: null,
      lastSubmittedAt: null,
      lastRolledBackAt: null
    }
    expect(versionActions(facts, january).upload).toMatchObject({
      why: expect.stringContaining('开发管理权限') as string
    })
  })
})
