import { describe, expect, it, vi } from 'vitest'
import type { ActivityEntry, ActivityFilter } from '@shared/domain/activity'
import { memoryKeychain } from '../../../electron/keychain/memory-keychain'
import { temporaryFolder } from '../../unit/store/support'
import { isIdle, merchantsRead, merchantThat, newApplication, newBench, newSimulator, type Caller } from './support'

vi.setConfig({ testTimeout: 60_000 })

const everything: ActivityFilter = {
  ...{ accountId: null, appId: null, actions: null, outcomes: null, origins: null, actor: null },
  ...{ from: null, to: null, text: '' }
}

async function entriesOf(desk: Caller, filter: Partial<ActivityFilter> = {}): Promise<readonly ActivityEntry[]> {
  const { entries } = await desk.value('activity.page', {
    ...{ filter: { ...everything, ...filter }, cursor: null, limit: 500 }
  })
  return entries
}

describe('the activity journal of the whole application', () => {
  it('has what was done to a merchant’s versions and set-up, refused or not, in one chain that fits', async () => {
    const bench = await newBench()
    const { accountId } = bench
    const appId = merchantThat(bench, isIdle)
    const ref = { accountId, appId }
    const template = (await bench.value('templates.library', { accountId, fresh: true })).templates[0]
    const { extJson } = await bench.value('versions.uploadDefaults', ref)
    const upload = { ...ref, templateId: template?.templateId ?? '', version: '77.0.0', description: '新菜单' }
    const { operation } = await bench.value('versions.upload', { ...upload, extJson })
    await bench.value('merchants.setTags', { ...ref, tags: ['餐饮'] })
    await bench.error('versions.upload', { ...upload, templateId: '1', version: '77.0.1', extJson })
    const entries = await entriesOf(bench, ref)
    expect(entries.map(({ action, outcome }) => [action, outcome])).toEqual([
      ['upload', 'refused'],
      ['tags_change', 'done'],
      ['upload', 'done']
    ])
    expect(entries.at(-1)).toMatchObject({ actor: '小王', origin: 'operator', accountId })
    expect(entries.at(-1)?.content).toMatchObject({
      after: { testVersion: '77.0.0', description: '新菜单' },
      links: { operation: operation.id, rollout: null },
      logId: operation.logId
    })
    expect(entries[0]?.content?.platformCode).not.toBeNull()
    expect(await bench.value('activity.check', {})).toMatchObject({ broken: null })
  })

  it('has each merchant of a rollout as done by the program, with the way to the rollout', async () => {
    const bench = await newBench()
    const { accountId } = bench
    const appId = merchantThat(bench, isIdle)
    const introduction = '一家开在海边的茶馆，做手作茶饮和点心'
    const plan = {
      ...{ title: '换简介', work: { kind: 'introduction' as const }, waves: { by: 'none' as const } },
      ...{ gate: { by: 'operator' as const }, stop: { failurePercent: null, sameCause: null }, startAt: null }
    }
    const { rollout } = await bench.value('rollouts.start', {
      ...{ accountId, plan, appIds: [appId], confirmed: 1, origin: null, requests: { [appId]: { introduction } } }
    })
    await until(
      async () => (await bench.value('rollouts.get', { accountId, rolloutId: rollout.id })).rollout.finishedAt !== null
    )
    const [work, start] = await entriesOf(bench, { actions: ['introduction', 'rollout_start'] })
    expect(work).toMatchObject({ action: 'introduction', origin: 'program', outcome: 'done' })
    expect(work?.content).toMatchObject({ appId, after: { introduction }, links: { rollout: rollout.id } })
    expect(start?.content).toMatchObject({ after: { title: '换简介', merchants: '1' }, links: { rollout: rollout.id } })
  })

  it('keeps its chain, and nothing of the merchants, when an account is removed with its data', async () => {
    const simulator = await newSimulator(6)
    const application = await newApplication({ dataDir: temporaryFolder(), keychain: memoryKeychain() })
    const { id: accountId } = await application.value('accounts.add', {
      ...{ name: '青禾科技', colour: '#0f766e', componentAppId: simulator.application.appId },
      ...{ secret: simulator.application.secret, messageToken: 'token', messageKey: 'k'.repeat(43), relaySecret: null },
      settings: { ticketSource: 'paste', openUrl: simulator.url, microappUrl: simulator.url }
    })
    await application.value('accounts.pasteTicket', { accountId, text: simulator.ticket() })
    await merchantsRead(application, accountId)
    const [row] = (await application.value('merchants.page', { accountId, cursor: null, limit: 1 })).rows
    const appId = row?.appId ?? ''
    await application.value('merchants.setTags', { accountId, appId, tags: ['餐饮'] })
    expect(await entriesOf(application, { accountId, appId })).toHaveLength(1)
    await application.value('accounts.remove', { accountId, data: 'delete' })
    const entries = await entriesOf(application, { accountId })
    expect(entries.slice(0, 2).map(({ action }) => action)).toEqual(['account_remove', 'data_remove'])
    expect(entries.slice(2).every(({ content }) => content === null)).toBe(true)
    expect(entries.length).toBeGreaterThan(3)
    expect(JSON.stringify(entries)).not.toContain(appId)
    expect(await application.value('activity.check', {})).toMatchObject({ broken: null, emptied: entries.length - 2 })
  })
})

describe('a merchant’s report', () => {
  it('is made of what is kept here, for a merchant that is there', async () => {
    const bench = await newBench()
    const { accountId } = bench
    const appId = merchantThat(bench, isIdle)
    await bench.value('standing.read', { accountId, appId })
    const report = await bench.value('activity.report', { accountId, appId, from: 0, to: Date.now() + 1000 })
    const { profile, versions } = await bench.value('merchants.get', { accountId, appId })
    expect(report).toMatchObject({ appId, name: profile.name, readAt: profile.readAt })
    expect(report.present.onlineVersion).toBe(versions?.current?.version)
    expect(report.present.authorization).toBe('authorized')
    expect(report.releases.length).toBeGreaterThan(0)
    expect((await bench.error('activity.report', { accountId, appId: 'ttnone', from: 0, to: 1 })).code).toBe(
      'not_found'
    )
  })
})

/** Waits until `condition` holds, 30 seconds at most. */
async function until(condition: () => Promise<boolean>): Promise<void> {
  await expect.poll(condition, { timeout: 30_000, interval: 50 }).toBe(true)
}
