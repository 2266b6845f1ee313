import { describe, expect, it } from 'vitest'
import type { Account } from '@shared/domain/account'
import type { TemplateLibrary } from '@shared/domain/template'
import type { DeskEvent } from '../../../../electron/services/event-hub'
import type { NewEvent, Store } from '../../../../electron/store/repositories'
import { newItem, newRollout, shipPlan } from '../../store/rollout-samples'
import { categories, information } from '../../store/setup-samples'
import { auditVersion, onlineVersion } from '../../support'
import { journalUpload } from '../templates/template-bench'
import { dayMs, homeBench, hourMs, merchantsOf, now, rolloutOf, template, told, withVersions } from './home-bench'

const ref = (appId: string) => ({ accountId: 'a', appId })
const reasons = [{ host: 'douyin', reasons: ['页面打不开'], attachmentUrl: null }]

describe('what needs the operator today: versions', () => {
  it('is nothing where all merchants run what they should', async () => {
    const { store, home } = homeBench()
    withVersions(store, { tt01: { current: onlineVersion('1.0', now) } })
    expect(await home.today()).toEqual({ items: [], at: now })
  })

  it('puts what stops merchants first, and names the reviewer’s reasons', async () => {
    const { store, home } = homeBench()
    withVersions(store, {
      tt01: { audit: auditVersion('2.0', now, 'passed') },
      tt02: { audit: auditVersion('2.0', now, 'rejected', { reasons }) },
      tt03: { current: onlineVersion('1.0', now, { takenDown: true }) },
      tt04: { audit: auditVersion('2.0', now, 'passed', { released: true }) },
      tt05: { audit: auditVersion('2.0', now, 'rejected') }
    })
    store.merchants.saveAuthorization(ref('tt05'), 'lost')
    const today = await home.today()
    expect(told(today)).toEqual([
      'now taken_down tt03',
      'now authorization_lost tt05',
      'now rejected tt02',
      'release approved tt01'
    ])
    expect(merchantsOf(today, 'rejected')).toMatchObject({ merchants: [{ appId: 'tt02', text: '抖音：页面打不开' }] })
    expect(merchantsOf(today, 'approved')).toMatchObject({ merchants: [{ appId: 'tt01', text: '2.0' }] })
  })

  it('leaves a merchant alone that was taken down and has its next version in review, or waiting for the release', async () => {
    const { store, home } = homeBench()
    const current = onlineVersion('1.0', now, { takenDown: true })
    withVersions(store, {
      tt01: { current, audit: auditVersion('2.0', now, 'in_review') },
      tt02: { current, audit: auditVersion('2.0', now, 'passed') },
      tt03: { current, audit: auditVersion('2.0', now, 'rejected') }
    })
    expect(told(await home.today())).toEqual(['now taken_down tt03', 'release approved tt02'])
  })

  it('tells since when, the newest first, and names a hundred at most', async () => {
    const { store, home } = homeBench()
    const appIds = Array.from({ length: 120 }, (_, place) => `tt${place + 100}`)
    withVersions(
      store,
      Object.fromEntries(appIds.map((appId) => [appId, { audit: auditVersion('2', now, 'rejected') }] as const))
    )
    const entry = { version: '2', summary: null, hosts: [], reasons: [], actor: null, logId: null }
    const seen = { ...entry, kind: 'rejected', source: 'platform', operation: null, error: null } as const
    store.timeline.add(ref('tt150'), { ...seen, at: now - hourMs })
    store.timeline.add(ref('tt160'), { ...seen, at: now - dayMs })
    const rejected = merchantsOf(await home.today(), 'rejected')
    expect(rejected.appIds).toHaveLength(120)
    expect(rejected.merchants).toHaveLength(100)
    expect(rejected.merchants.slice(0, 2)).toMatchObject([
      { appId: 'tt150', at: now - hourMs },
      { appId: 'tt160', at: now - dayMs }
    ])
    expect(rejected.appIds.slice(0, 100)).toEqual(rejected.merchants.map(({ appId }) => appId))
  })

  it('leaves to a rollout what it is at, and tells of the rollout where it waits', async () => {
    const { store, home } = homeBench()
    withVersions(store, {
      tt01: { audit: auditVersion('2.0', now, 'passed') },
      tt02: { audit: auditVersion('2.0', now, 'passed') }
    })
    const { id } = store.rollouts.add(newRollout({ items: [newItem('tt01', { state: 'approved' })] }))
    expect(told(await home.today())).toEqual(['release approved tt02'])
    store.rollouts.change(id, { state: 'deciding', hold: { by: 'train', approved: 1 } })
    expect(rolloutOf(await home.today())).toMatchObject({
      group: 'release',
      rolloutId: id,
      title: shipPlan.title
    })
    store.rollouts.change(id, { state: 'deciding', hold: { by: 'gate', wave: 0, opensAt: now + hourMs } })
    expect(rolloutOf(await home.today()).group).toBe('know')
    store.rollouts.change(id, { state: 'paused', hold: { by: 'stop_rule', text: '失败太多' } })
    expect(rolloutOf(await home.today()).group).toBe('now')
  })

  it('tells nothing of a merchant whose last operation is being found out', async () => {
    const { store, home } = homeBench()
    withVersions(store, { tt01: { audit: auditVersion('2.0', now, 'passed') } })
    store.operations.begin({
      ...{ ...ref('tt01'), kind: 'release', version: '2.0', actor: '小王', startedAt: now, rolloutId: null },
      ...{ request: null, before: { latest: null, audit: null, gray: null, current: null, readAt: now } }
    })
    expect(told(await home.today())).toEqual([])
  })
})

describe('what needs the operator today: what ends', () => {
  const token = (store: Store, appId: string, end: number): void =>
    store.tokens.save(ref(appId), Buffer.from([1]), { issuedAt: 1, accessExpiresAt: 2, refreshExpiresAt: end })

  it('is due until midnight in China, or for six hours', async () => {
    const { store, home } = homeBench()
    withVersions(store, { tt01: {}, tt02: {}, tt03: {}, tt04: {}, tt05: {} })
    token(store, 'tt01', now - 1)
    token(store, 'tt02', now + 6 * hourMs - 1)
    token(store, 'tt03', now + 6 * hourMs)
    token(store, 'tt04', now + 8 * dayMs)
    token(store, 'tt05', now - 1)
    store.merchants.saveAuthorization(ref('tt05'), 'lost')
    expect(told(await home.today())).toEqual([
      'now authorization_lost tt05',
      'now authorization_ended tt01',
      'due authorization_ending tt02',
      'know authorization_ending tt03'
    ])
  })

  it('are the links that nobody used, in one line', async () => {
    const { store, home } = homeBench()
    const link = (id: string, note: string, expiresAt: number): void =>
      void store.links.add({
        ...{ id, accountId: 'a', kind: 'authorize', url: 'https://x.example.com', appName: null, note },
        ...{ createdAt: now - dayMs, expiresAt }
      })
    link('one', '王姐', now + 2 * hourMs)
    link('two', '', now + hourMs)
    link('three', '已用', now + hourMs)
    link('four', '明天', now + 20 * hourMs)
    link('five', '过期', now - 1)
    store.links.use('three', 'tt01', now - 1)
    expect((await home.today()).items).toEqual([
      { accountId: 'a', group: 'due', kind: 'links', count: 2, notes: ['王姐'], until: now + hourMs }
    ])
  })

  it('is an account whose tickets stay away, before and after its end', async () => {
    const { open, home } = homeBench()
    const ticket = (age: number): Pick<Account, 'ticket'> => ({
      ticket: {
        receivedAt: now - age,
        expiresAt: now - age + 3 * hourMs,
        from: 'receiver',
        source: { state: 'waiting' }
      }
    })
    open('a', ticket(hourMs - 1))
    expect(told(await home.today())).toEqual([])
    open('a', ticket(hourMs))
    expect((await home.today()).items).toMatchObject([{ kind: 'ticket', group: 'due', until: now + 2 * hourMs }])
    open('a', ticket(3 * hourMs))
    expect((await home.today()).items).toMatchObject([{ kind: 'ticket', group: 'now' }])
  })

  it('is, of an account that can not be used, the worst alone', async () => {
    const { open, home, accounts } = homeBench()
    accounts.failed('a', '连不上平台')
    expect((await home.today()).items).toMatchObject([{ kind: 'connection', group: 'now', trouble: '连不上平台' }])
    open('a', { sharing: { role: 'cut_off', trouble: '中继没有回应' } })
    expect((await home.today()).items).toMatchObject([{ kind: 'connection', trouble: '中继没有回应' }])
    open('a', { secrets: 'missing', sharing: { role: 'cut_off', trouble: '中继没有回应' } })
    expect((await home.today()).items).toEqual([{ accountId: 'a', group: 'now', kind: 'secrets' }])
  })
})

/** A kept message about this capability. */
const about = (key: string): string => JSON.stringify({ EventContent: JSON.stringify({ capacity_key: key }) })

describe('what needs the operator today: set-up', () => {
  it('are rejections of what was sent lately; older ones are only to be known', async () => {
    const { store, home } = homeBench()
    withVersions(store, { tt01: {}, tt02: {}, tt03: {} })
    const audit = { value: '湘里', state: 'rejected', reason: '和商标重名', advice: '', remaining: 1 } as const
    store.information.save(ref('tt01'), { ...information, nameAudit: audit }, now)
    store.information.save(ref('tt02'), { ...information, nameAudit: audit }, now)
    store.information.save(ref('tt03'), information, now)
    store.categories.save(
      ref('tt03'),
      {
        ...categories,
        configured: [{ id: '1', name: '餐饮', state: 'rejected', reason: '缺少许可证', qualifications: [] }]
      },
      now
    )
    const change = { actor: '小王', startedAt: now - dayMs, rolloutId: null, request: null, before: null }
    store.settingChanges.begin({ ...change, ...ref('tt01'), kind: 'name', summary: '湘里' })
    store.settingChanges.begin({ ...change, ...ref('tt02'), kind: 'category_add', summary: '餐饮' })
    const today = await home.today()
    expect(told(today)).toEqual([
      'now profile_rejected tt01',
      'know category_rejected tt03',
      'know profile_rejected tt02'
    ])
    expect(merchantsOf(today, 'category_rejected').merchants[0]?.text).toBe('「餐饮」：缺少许可证')
    expect(merchantsOf(today, 'profile_rejected').merchants[0]?.text).toBe('名称：和商标重名')
  })

  it('are the answers about capabilities of the last days, the last about each', async () => {
    const { store, home } = homeBench()
    withVersions(store, { tt01: {}, tt02: {} })
    const answer = (digest: string, title: string, more: Partial<NewEvent> = {}): string =>
      store.events.add({
        ...{ accountId: 'a', digest, appId: 'tt01', kind: 'capability', event: 'APPLY_CAPACITY', title, detail: '' },
        ...{ tone: title.endsWith('已开通') ? 'good' : 'bad', happenedAt: null, receivedAt: now - hourMs },
        ...{ source: 'receiver', handling: 'done', raw: about('live_self_mount') },
        ...more
      }).event.id
    const first = answer('1', '能力「直播」未通过')
    answer('2', '能力「直播」已开通')
    answer('3', '获取手机号未通过', { detail: '资质不全', raw: about('phone_number') })
    answer('4', '短视频挂载未通过', { receivedAt: now - 4 * dayMs, raw: about('video_mount') })
    const unseen = await home.today()
    expect(told(unseen)).toEqual(['now capability_refused tt01', 'know capability_granted tt01'])
    expect(merchantsOf(unseen, 'capability_refused').merchants[0]?.text).toBe('获取手机号未通过：资质不全')
    store.events.markSeen('a', String(Number(first) + 3))
    expect(told(await home.today())).toEqual(['know capability_refused tt01', 'know capability_granted tt01'])
  })

  it('are told apart by what the messages are about, not by the language of their titles', async () => {
    const { store, home } = homeBench()
    withVersions(store, { tt01: {} })
    const answer = (digest: string, title: string, key: string): unknown =>
      store.events.add({
        ...{ accountId: 'a', digest, appId: 'tt01', kind: 'capability', event: 'APPLY_CAPACITY', title, detail: '' },
        ...{ tone: 'bad', happenedAt: null, receivedAt: now - hourMs, source: 'receiver', handling: 'done' },
        raw: about(key)
      })
    answer('1', '能力「直播自主挂载」未通过', 'live_self_mount')
    answer('2', 'Capability “Own live mount” rejected', 'live_self_mount')
    answer('3', '能力「短视频自主挂载」未通过', 'video_self_mount')
    const { merchants } = merchantsOf(await home.today(), 'capability_refused')
    expect(merchants.map(({ text }) => text).sort()).toEqual([
      'Capability “Own live mount” rejected',
      '能力「短视频自主挂载」未通过'
    ])
  })
})

describe('what needs the operator today: version drift', () => {
  const library = (...templates: TemplateLibrary['templates']): TemplateLibrary => ({
    templates,
    templateApps: [],
    readAt: now
  })
  const online = (version: string, summary = `说明 ${version}`) => ({
    current: onlineVersion(version, now, { summary })
  })

  it('counts those behind the newest template, by our uploads where the operator chose the version', async () => {
    const known = library(template('t1', '1.0', 1), template('t2', '2.0', 2))
    const { store, home } = homeBench({ known: () => known })
    withVersions(store, {
      tt01: online('1.0'),
      tt02: online('2.0'),
      tt03: online('7.7', '一店一版'),
      tt04: online('8.8', '来历不明'),
      tt05: online('7.7', '一店一版')
    })
    journalUpload(store, 'tt03', { templateId: 't1', version: '7.7', description: '一店一版' })
    expect((await home.today()).items).toEqual([
      { accountId: 'a', group: 'know', kind: 'drift', behind: 3, total: 5, version: '2.0' }
    ])
  })

  it('asks for a library that is not known once, behind, and tells when it is there', async () => {
    let known: TemplateLibrary | null = null
    let asked = 0
    const { accounts, events, home, store } = homeBench({
      known: () => known,
      library: () => {
        asked += 1
        known = library(template('t1', '1.0', 1), template('t2', '2.0', 2))
        return Promise.resolve(known)
      }
    })
    withVersions(store, { tt01: online('1.0') })
    const heard: DeskEvent[] = []
    events.onEvent((event) => heard.push(event))
    expect(told(await home.today())).toEqual([])
    expect(asked).toBe(0)
    accounts.ids = () => ['a']
    expect(told(await home.today())).toEqual([])
    await Promise.resolve()
    expect(heard).toEqual([{ name: 'home.changed', payload: { accountId: 'a' } }])
    expect(told(await home.today())).toEqual(['know drift'])
    expect(asked).toBe(1)
  })
})
