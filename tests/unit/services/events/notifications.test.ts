import { describe, expect, it, onTestFinished } from 'vitest'
import type { DesktopNotification } from '@shared/contract'
import { defaultAccountSettings, type Account } from '@shared/domain/account'
import { defaultSettings, type NotificationSettings } from '@shared/domain/settings'
import { EventHub } from '../../../../electron/services/event-hub'
import { Notifier } from '../../../../electron/services/events/notifications'
import { testLogger } from '../../douyin/support/client'
import { eventLike, ManualClock, settled } from './support'

const account = (id: string, kind: Account['kind'] = 'platform'): Account => ({
  id,
  kind,
  name: `账号${id}`,
  colour: '#2563eb',
  componentAppId: 'tt00',
  connection: { state: 'untried' },
  settings: defaultAccountSettings,
  secrets: 'keychain',
  ticket: { receivedAt: null, expiresAt: null, from: null, source: { state: 'off' } },
  credentials: {
    componentAppId: { state: 'untested', hint: '' },
    secret: { state: 'untested', hint: '' },
    messageToken: { state: 'untested', hint: '' },
    messageKey: { state: 'untested', hint: '' }
  },
  sharing: { role: 'alone', rivals: null }
})

/** Noon of a day in the computer's own time, whatever its zone. */
const at = (hours: number, minutes = 0): number => new Date(2026, 0, 14, hours, minutes).getTime()
const hourMs = 3600_000

function newNotifier(now = at(12), accounts: readonly Account[] = [account('a')]) {
  const sent: DesktopNotification[] = []
  const events = new EventHub()
  events.onEvent(({ name, payload }) => {
    if (name === 'desktop.notification') sent.push(payload)
  })
  const state: { notifications: NotificationSettings } = { notifications: defaultSettings.notifications }
  const clock = new ManualClock(now)
  const notifier = new Notifier({
    accounts: { list: () => accounts },
    events,
    settings: { read: () => ({ ...defaultSettings, ...state }) },
    clock,
    logger: testLogger()
  })
  onTestFinished(() => notifier.close())
  let id = 0
  const add = (...[more]: Parameters<typeof eventLike>): string => {
    id += 1
    notifier.add(eventLike({ id: String(id), ...more }))
    return String(id)
  }
  return { notifier, add, sent, state, clock }
}

const merchant = (number: number) => ({ appId: `tt0${number}`, name: `商家${number}` })

describe('desktop notifications', () => {
  it('tell of one message by its title, its merchant and its reasons, and open the merchant', async () => {
    const { add, sent, clock } = newNotifier()
    add({ title: '审核未通过：抖音', detail: '抖音：页面打不开', tone: 'bad' })
    await clock.advance(2_999)
    expect(sent).toEqual([])
    await clock.advance(1)
    expect(sent).toEqual([{ title: '审核未通过：抖音', body: '湘里人家\n抖音：页面打不开', path: '/merchants/a/tt01' }])
  })

  it('tell of a rollout beside the messages, the newest of each only, with the account where there are several', async () => {
    const { notifier, add, sent, clock } = newNotifier(at(12), [account('a'), account('b')])
    const path = '/rollouts/a/1'
    notifier.tell('a', { title: '批量发布等你决定', body: '上传 9.9.1\n第 1 波结束', path })
    notifier.tell('a', { title: '批量发布已结束', body: '上传 9.9.1\n10 个完成', path })
    add({ title: '审核通过', detail: '', tone: 'good' })
    await clock.advance(3_000)
    expect(sent.map(({ title, body }) => [title, body])).toEqual([
      ['账号a：审核通过', '湘里人家'],
      ['账号a：批量发布已结束', '上传 9.9.1\n10 个完成']
    ])
    await notifier.close()
    notifier.tell('a', { title: '批量发布已结束', body: '', path })
    await clock.advance(3_000)
    expect(sent).toHaveLength(2)
  })

  it('sum up what comes within three seconds, and begin anew after that', async () => {
    const { add, sent, clock } = newNotifier()
    for (const number of [1, 2, 3]) add({ merchant: merchant(number) })
    add({ merchant: merchant(1), title: '又一次审核通过' })
    await clock.advance(2_000)
    add({ merchant: merchant(4), tone: 'bad' })
    add({ merchant: merchant(5), kind: 'authorized' })
    add({ merchant: merchant(6), kind: 'unauthorized', tone: 'bad' })
    await clock.advance(1_000)
    expect(sent).toEqual([
      {
        title: '3 个商家审核通过，1 个未通过；1 个商家已授权；1 个商家取消了授权',
        body: '商家1、商家2、商家3、商家4、商家5 等 6 个',
        path: '/events'
      }
    ])
    add({ kind: 'capability' })
    await clock.advance(3_000)
    expect(sent).toHaveLength(2)
  })

  it('open the merchant where several messages are about one', async () => {
    const { add, sent, clock } = newNotifier()
    add()
    add({ kind: 'profile', tone: 'bad' })
    await clock.advance(3_000)
    expect(sent).toEqual([
      { title: '1 个商家审核通过；1 个商家资料修改未通过或被重置', body: '湘里人家', path: '/merchants/a/tt01' }
    ])
  })

  it('leave out what nobody waits for', async () => {
    const { add, sent, clock } = newNotifier()
    for (const kind of ['ticket', 'code_retrieved', 'settlement', 'other'] as const) add({ kind })
    expect(clock.waiting()).toBe(0)
    await clock.advance(10_000)
    expect(sent).toEqual([])
  })

  it('name a merchant by what became known of it meanwhile', async () => {
    const { notifier, add, sent, clock } = newNotifier()
    const id = add({ kind: 'authorized', merchant: { appId: 'tt01', name: 'tt01' } })
    notifier.update(eventLike({ id, kind: 'authorized', merchant: merchant(1) }))
    notifier.update(eventLike({ id: '77', merchant: merchant(7) }))
    await clock.advance(3_000)
    expect(sent.map(({ body }) => body)).toEqual(['商家1'])
  })

  it.each([
    ['one real account', [account('a'), account('p', 'practice')], '审核通过：抖音'],
    ['several real accounts', [account('a'), account('b')], '账号a：审核通过：抖音'],
    ['the practice environment', [account('a', 'practice')], '账号a：审核通过：抖音']
  ])('name the account where it matters: %s', async (_name, accounts, title) => {
    const { add, sent, clock } = newNotifier(at(12), accounts)
    add()
    await clock.advance(3_000)
    expect(sent.map((each) => each.title)).toEqual([title])
  })

  it('are not sent where the operator wants none', async () => {
    const { add, sent, state, clock } = newNotifier(at(23))
    state.notifications = { ...state.notifications, enabled: false }
    add()
    await clock.advance(24 * hourMs)
    expect([sent, clock.waiting()]).toEqual([[], 0])
  })
})

describe('quiet hours', () => {
  it('hold everything back over midnight, and end with one summary', async () => {
    const { add, sent, clock } = newNotifier(at(23))
    add({ merchant: merchant(1) })
    await clock.advance(5 * hourMs)
    add({ merchant: merchant(2) })
    await clock.advance(4 * hourMs - 1)
    expect(sent).toEqual([])
    await clock.advance(1)
    expect(sent).toEqual([{ title: '免打扰期间：2 个商家审核通过', body: '商家1、商家2', path: '/events' }])
    await clock.advance(24 * hourMs)
    expect(sent).toHaveLength(1)
  })

  it('end with nothing where nothing came', async () => {
    const { sent, clock } = newNotifier(at(23))
    await clock.advance(24 * hourMs)
    expect([sent, clock.waiting()]).toEqual([[], 0])
  })

  it.each([
    ['within one day, before', { from: '12:00', to: '14:00' }, at(11, 59), true],
    ['within one day, in it', { from: '12:00', to: '14:00' }, at(13), false],
    ['within one day, at its end', { from: '12:00', to: '14:00' }, at(14), true],
    ['over midnight, in the morning', { from: '22:00', to: '08:00' }, at(7, 59), false],
    ['over midnight, by day', { from: '22:00', to: '08:00' }, at(8), true],
    ['of no length', { from: '12:00', to: '12:00' }, at(12), true],
    ['that are none', null, at(12), true]
  ])('%s', async (_name, quiet, now, isSent) => {
    const { add, sent, state, clock } = newNotifier(now)
    state.notifications = { enabled: true, quiet }
    add()
    await clock.advance(3_000)
    expect(sent).toHaveLength(isSent ? 1 : 0)
  })

  it('end within a minute when the operator ends them', async () => {
    const { add, sent, state, clock } = newNotifier(at(23))
    add()
    await clock.advance(hourMs)
    state.notifications = { enabled: true, quiet: null }
    await clock.advance(60_000)
    expect(sent).toHaveLength(1)
  })

  it('leave no timer behind when the program ends', async () => {
    const { notifier, add, sent, clock } = newNotifier(at(23))
    add()
    await clock.advance(hourMs)
    expect(clock.waiting()).toBe(1)
    await notifier.close()
    await settled()
    add()
    expect([clock.waiting(), sent]).toEqual([0, []])
  })
})
