import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { MerchantRef } from '@shared/domain/merchant'
import type { PlatformEvent } from '@shared/domain/platform-event'
import { DeskFailure, type DeskErrorCode } from '@shared/errors'
import { EventHub } from '../../../../electron/services/event-hub'
import { EventService } from '../../../../electron/services/events/event-service'
import type { Store } from '../../../../electron/store/repositories'
import { testLogger, type LogLine } from '../../douyin/support/client'
import { videoMount } from '../../store/code-samples'
import { categories, information } from '../../store/setup-samples'
import { temporaryFolder } from '../../store/support'
import { versionList } from '../../support'
import { about, pushOf, settled, storeWithAccounts } from './support'

const everything = { kinds: null, appId: null, unseenOnly: false }
const failure = (code: DeskErrorCode, reason: string): DeskFailure =>
  new DeskFailure({ code, message: '没有成功', reason, nextStep: '请重试', retryable: true, actor: 'operator' })

/** A service whose actions are written down, and end when the test lets them. */
function newService(store: Store = storeWithAccounts(), open: readonly string[] = ['a']) {
  const done: string[] = []
  const told: PlatformEvent[] = []
  const sent: { event: PlatformEvent; unseen: number }[] = []
  const lines: LogLine[] = []
  const state = { act: (): Promise<void> => Promise.resolve() }
  const events = new EventHub()
  events.onEvent(({ name, payload }) => {
    if (name === 'platform.event') sent.push(payload)
  })
  const act = async (what: string, { appId }: MerchantRef): Promise<void> => {
    done.push(`${what} ${appId}`)
    await state.act()
  }
  const service = new EventService({
    store,
    events,
    accounts: { ids: () => open },
    reader: {
      readVersions: async (ref) => {
        await act('versions', ref)
        return versionList(0)
      }
    },
    readings: {
      profile: async (ref) => {
        await act('profile', ref)
        return information
      },
      categories: async (ref) => {
        await act('categories', ref)
        return categories
      },
      capabilities: async (ref) => {
        await act('capabilities', ref)
        return [videoMount]
      }
    },
    authorization: {
      authorized: (ref, code) => act(`authorized ${code ?? 'without code'}`, ref),
      lost: (ref) => act('lost', ref)
    },
    notifier: { add: (event) => told.push(event), update: () => undefined },
    logger: testLogger(lines)
  })
  onTestFinished(() => service.stop())
  const handlings = (): string[] => service.page('a', null, 50, everything).events.map(({ handling }) => handling)
  return { service, store, done, told, sent, lines, state, handlings }
}

const authorized = (appId: string, more: Record<string, unknown> = {}) =>
  pushOf(about(appId, 'AUTHORIZED', { AuthorizationCode: 'the-code', ...more }))
const audited = (appId: string, status = 1) =>
  pushOf(about(appId, 'PACKAGE_AUDIT', { AuditResults: [{ hostName: 'douyin', status }] }))

describe('taking a pushed message', () => {
  it('keeps it before it returns, tells the page and the operator, and acts on it', async () => {
    const { service, store, done, told, sent } = newService()
    service.receive('a', audited('tt01'), 'receiver')
    expect(store.events.waiting('a')).toHaveLength(1)
    await settled()
    expect(done).toEqual(['versions tt01'])
    expect(told.map(({ title }) => title)).toEqual(['审核通过：抖音'])
    expect(sent.map(({ event, unseen }) => [event.handling, unseen])).toEqual([
      ['waiting', 1],
      ['done', 1]
    ])
  })

  it('keeps, tells and acts once, however often it comes', async () => {
    const { service, done, told, sent } = newService()
    for (const source of ['receiver', 'relay', 'paste'] as const) service.receive('a', audited('tt01'), source)
    await settled()
    service.receive('a', audited('tt01'), 'relay')
    await settled()
    expect(done).toHaveLength(1)
    expect(told).toHaveLength(1)
    expect(sent.at(-1)?.event).toMatchObject({ copies: 4, source: 'receiver', handling: 'done' })
  })

  it('knows a merchant that it was told of before the list was read', async () => {
    const { service, store } = newService()
    service.receive('a', authorized('tt01'), 'receiver')
    await settled()
    expect(store.merchants.row({ accountId: 'a', appId: 'tt01' })?.authorizedAt).toBe(Date.UTC(2026, 0, 14, 4, 45, 10))
  })

  it('does nothing about a message that was not kept in the end', async () => {
    const { service, store, done, told, sent } = newService()
    const receiveAndFail = () =>
      store.transaction(() => {
        service.receive('a', audited('tt01'), 'receiver')
        throw new Error('rolled back')
      })
    expect(receiveAndFail).toThrow('rolled back')
    await settled()
    expect([done, told, sent]).toEqual([[], [], []])
  })

  it('keeps only the newest hundred tickets, which nobody has to look at', async () => {
    const { service, store } = newService()
    for (let minute = 0; minute < 103; minute += 1) {
      const CreateTime = `2026-01-14 ${10 + Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}:00`
      service.receive('a', pushOf({ Ticket: 'the-ticket', CreateTime, MsgType: 'Ticket', Event: 'PUSH' }), 'relay')
    }
    await settled()
    const { events, unseen } = service.page('a', null, 200, everything)
    expect([events.length, unseen]).toEqual([100, 0])
    expect(JSON.stringify(store.events.page('a', everything, null, 200))).not.toContain('the-ticket')
  })

  it.each([
    ['AUTHORIZED', ['authorized the-code tt01']],
    ['UNAUTHORIZED', ['lost tt01']],
    ['PACKAGE_AUDIT', ['versions tt01']],
    ['MODIFY_APP_NAME', ['profile tt01']],
    ['MODIFY_APP_INTRO', ['profile tt01']],
    ['MODIFY_APP_ICON', ['profile tt01']],
    ['APP_NAME_RESET_NOTIFICATION', ['profile tt01']],
    ['MODIFY_APP_CATEGORY', ['categories tt01', 'profile tt01']],
    ['PUBLISH_APP_CATEGORY_AUDIT_RESULT', ['categories tt01', 'profile tt01']],
    ['APPLY_CAPACITY', ['capabilities tt01']],
    ['APPLY_VIDEO_CAPABILITY', ['capabilities tt01']],
    ['APPLY_LIVE_CAPABILITY', ['capabilities tt01']],
    ['APPLY_PHONE_NUMBER_CAPABILITY', ['capabilities tt01']]
  ])('acts on %s', async (event, expected) => {
    const { service, done } = newService()
    service.receive('a', pushOf(about('tt01', event, { AuthorizationCode: 'the-code' })), 'receiver')
    await settled()
    expect(done).toEqual(expected)
  })

  it.each(['UPDATE_AUTHORIZED', 'ALIAS_AUDIT_RESULT', 'SOMETHING_NEW'])('only shows %s', async (event) => {
    const { service, done, handlings } = newService()
    service.receive('a', pushOf(about('tt01', event)), 'receiver')
    await settled()
    expect([done, handlings()]).toEqual([[], ['nothing']])
  })
})

describe('acting on messages', () => {
  it('does one thing at a time for a merchant, in order, and works for four merchants at once', async () => {
    const { service, done, state } = newService()
    const releases: (() => void)[] = []
    state.act = () => new Promise((resolve) => releases.push(resolve))
    service.receive('a', authorized('tt01'), 'receiver')
    service.receive('a', audited('tt01'), 'receiver')
    for (const appId of ['tt02', 'tt03', 'tt04', 'tt05']) service.receive('a', audited(appId), 'receiver')
    await settled()
    expect(done).toEqual(['authorized the-code tt01', 'versions tt02', 'versions tt03', 'versions tt04'])
    releases[0]?.()
    await settled()
    expect(done.slice(4)).toEqual(['versions tt01'])
    releases[1]?.()
    await settled()
    expect(done.slice(5)).toEqual(['versions tt05'])
    for (const release of releases) release()
    await settled()
  })

  it('notes why it failed, and does it again when the operator asks', async () => {
    const { service, done, state, sent } = newService()
    state.act = () => Promise.reject(failure('network', '网络不通'))
    service.receive('a', authorized('tt01'), 'receiver')
    await settled()
    const failed = sent.at(-1)?.event
    expect(failed).toMatchObject({ handling: 'failed', trouble: '网络不通' })
    state.act = () => Promise.resolve()
    expect(await service.retry('a', failed?.id ?? '')).toMatchObject({ handling: 'done', trouble: null })
    expect(done).toEqual(['authorized the-code tt01', 'authorized without code tt01'])
  })

  it('refuses to act again on what is handled, and on what is not there', async () => {
    const { service, sent } = newService()
    service.receive('a', audited('tt01'), 'receiver')
    await settled()
    await expect(service.retry('a', sent[0]?.event.id ?? '')).rejects.toMatchObject({
      error: { code: 'not_possible_now' }
    })
    await expect(service.retry('a', '99')).rejects.toMatchObject({ error: { code: 'not_found' } })
  })

  it('calls a bug a failure, with what happened in the log', async () => {
    const { service, state, sent, lines } = newService()
    state.act = () => Promise.reject(new TypeError('a bug'))
    service.receive('a', audited('tt01'), 'receiver')
    await settled()
    expect(sent.at(-1)?.event).toMatchObject({ handling: 'failed', trouble: '程序内部出错' })
    expect(JSON.stringify(lines)).toContain('a bug')
  })

  it('does not turn round a newer authorisation when an older message comes late', async () => {
    const { service, done, handlings } = newService()
    service.receive('a', authorized('tt01', { EventTime: '2026-01-14 12:00:00' }), 'receiver')
    await settled()
    const late = about('tt01', 'UNAUTHORIZED', { EventTime: '2026-01-14 11:00:00' })
    service.receive('a', pushOf(late), 'relay')
    await settled()
    const newer = about('tt01', 'UNAUTHORIZED', { EventTime: '2026-01-14 13:00:00' })
    service.receive('a', pushOf(newer), 'relay')
    await settled()
    expect(done).toEqual(['authorized the-code tt01', 'lost tt01'])
    expect(handlings()).toEqual(['done', 'done', 'done'])
  })
})

describe('the end of the program', () => {
  it('waits for what runs, drops the rest, and the next start takes it up without the code', async () => {
    const folder = temporaryFolder()
    const first = newService(storeWithAccounts(folder))
    let release = (): void => undefined
    first.state.act = () => new Promise((resolve) => (release = resolve))
    first.service.receive('a', audited('tt01'), 'receiver')
    first.service.receive('a', authorized('tt01'), 'receiver')
    await settled()
    const stopped = first.service.stop()
    release()
    await stopped
    expect(first.done).toEqual(['versions tt01'])
    expect(first.handlings()).toEqual(['waiting', 'done'])
    first.store.close()

    const next = newService(storeWithAccounts(folder))
    next.service.resume()
    await settled()
    expect(next.done).toEqual(['authorized without code tt01'])
    expect(next.handlings()).toEqual(['done', 'done'])
  })

  it('puts off what was cancelled, until its account can be asked again', async () => {
    const { service, done, state, handlings } = newService(storeWithAccounts(), [])
    state.act = () => Promise.reject(failure('cancelled', '程序正在退出'))
    service.receive('a', audited('tt01'), 'receiver')
    await settled()
    expect(handlings()).toEqual(['waiting'])
    state.act = () => Promise.resolve()
    service.resume()
    await settled()
    expect(done).toHaveLength(1)
    service.resume('a')
    await settled()
    expect(handlings()).toEqual(['done'])
  })

  it('never stores or logs an authorization code', async () => {
    const folder = temporaryFolder()
    const { service, store, state, lines, sent } = newService(storeWithAccounts(folder))
    state.act = () => Promise.reject(new Error('a bug'))
    service.receive('a', authorized('tt01', { AuthorizationCode: 'MARKED-CODE' }), 'receiver')
    await settled()
    const { events } = store.events.page('a', everything, null, 10)
    expect(events).toHaveLength(1)
    expect(JSON.stringify([events, lines, sent])).not.toContain('MARKED-CODE')
    const files = readdirSync(folder).filter((name) => name.startsWith('desk.sqlite'))
    const kept = files.map((name) => readFileSync(join(folder, name), 'latin1')).join('')
    expect(kept).toContain('AuthorizationCode')
    expect(kept).not.toContain('MARKED-CODE')
  })
})
