import { describe, expect, it } from 'vitest'
import { type Answer, at, codeOf, merchants, type Platform, startPlatform } from './platform'

const secondMs = 1000
const minuteMs = 60 * secondMs
const template = 9133504853504535288n
const day = 24 * 60 * minuteMs

/** One merchant's versions, called as a client calls them. */
class MerchantCaller {
  readonly #platform: Platform
  readonly #appId: string
  readonly #token: string

  constructor(platform: Platform, appId: string, token: string) {
    this.#platform = platform
    this.#appId = appId
    this.#token = token
  }

  static async of(platform: Platform, appId: string): Promise<MerchantCaller> {
    return new MerchantCaller(platform, appId, await platform.merchantToken(appId))
  }

  post(path: string, body?: unknown): Promise<Answer> {
    const sent = body === undefined ? { token: this.#token } : { token: this.#token, body }
    return this.#platform.send('POST', `/api/apps/${path}/`, sent)
  }

  upload(change: object = {}): Promise<Answer> {
    const ext_json = JSON.stringify({ extEnable: true, extAppid: this.#appId, ext: { shopId: '88' } })
    const body = { template_id: template, user_version: '2.5.0', user_desc: '新增扫码点单', ext_json, ...change }
    return this.post('v1/package_version/upload', body)
  }

  submit(change: object = {}): Promise<Answer> {
    return this.post('v2/package_version/audit', { host_names: ['douyin'], ...change })
  }

  release = () => this.post('v1/package_version/release')
  revoke = () => this.post('v1/package_version/revoke_audit')
  rollback = () => this.post('v1/package_version/rollback')

  async versions(): Promise<unknown> {
    const answer = await this.#platform.send('GET', '/api/apps/v1/package_version/versions/', { token: this.#token })
    return at(answer.body, 'data')
  }
}

async function callerOf(appId: string) {
  const platform = await startPlatform()
  return { platform, caller: await MerchantCaller.of(platform, appId) }
}

describe('upload', () => {
  it('makes a test version of a template whose id is beyond 2^53', async () => {
    const { caller } = await callerOf(merchants.upToDate)
    expect(codeOf(await caller.upload())).toBe(0)
    expect(await caller.versions()).toMatchObject({
      latest: { version: '2.5.0', summary: '新增扫码点单', has_audit: 0, ctime: Date.UTC(2026, 5, 1, 4) / 1000 }
    })
  })

  it('refuses a template that differs in the last digit only, and an id in quotes', async () => {
    const { caller } = await callerOf(merchants.upToDate)
    expect(codeOf(await caller.upload({ template_id: template + 1n }))).toBe(40029)
    expect(codeOf(await caller.upload({ template_id: String(template) }))).toBe(40001)
  })

  it('refuses an ext.json for another mini program, and one that is not text', async () => {
    const { caller } = await callerOf(merchants.upToDate)
    const other = { extEnable: true, extAppid: merchants.gray }
    expect(codeOf(await caller.upload({ ext_json: JSON.stringify(other) }))).toBe(40001)
    expect(codeOf(await caller.upload({ ext_json: other }))).toBe(40001)
    expect(codeOf(await caller.upload({ ext_json: '{' }))).toBe(40001)
  })

  it('keeps the two channels apart', async () => {
    const { platform, caller } = await callerOf(merchants.upToDate)
    await caller.upload({ tag: '1', user_version: '9.0.0' })
    await caller.upload({ tag: '1', user_version: '9.0.1' })
    const [merchant] = platform.control.state(merchants.upToDate).merchants
    expect(merchant?.tests.map(({ channel, version }) => [channel, version])).toEqual([
      ['', '2.4.0'],
      ['1', '9.0.1']
    ])
    expect(codeOf(await caller.upload({ tag: '2' }))).toBe(40001)
  })
})

describe('submission', () => {
  it('moves a version to review, and a second one is refused', async () => {
    const { platform, caller } = await callerOf(merchants.upToDate)
    await caller.upload()
    expect(codeOf(await caller.submit())).toBe(0)
    expect(await caller.versions()).toMatchObject({ audit: { version: '2.5.0', status: 0 }, latest: { has_audit: 1 } })
    platform.control.advance(11 * secondMs)
    expect(codeOf(await caller.submit())).toBe(11303)
  })

  it('is refused within ten seconds of the last one', async () => {
    const { platform, caller } = await callerOf(merchants.upToDate)
    expect(codeOf(await caller.submit())).toBe(0)
    expect(codeOf(await caller.revoke())).toBe(0)
    platform.control.advance(9.9 * secondMs)
    expect(codeOf(await caller.submit())).toBe(11301)
    platform.control.advance(0.1 * secondMs)
    expect(codeOf(await caller.submit())).toBe(0)
  })

  it('counts the ten seconds per merchant, or for all when control says so', async () => {
    const { platform, caller } = await callerOf(merchants.upToDate)
    const other = await MerchantCaller.of(platform, merchants.gray)
    const third = await MerchantCaller.of(platform, merchants.withdrawn)
    expect(codeOf(await caller.submit())).toBe(0)
    expect(codeOf(await other.submit())).toBe(0)
    platform.control.setRules({ submitScope: 'application' })
    expect(codeOf(await third.submit())).toBe(11301)
  })

  it('divides the ten seconds by the wait factor', async () => {
    const { platform, caller } = await callerOf(merchants.upToDate)
    platform.control.setSpeed({ waitFactor: 10 })
    await caller.submit()
    await caller.revoke()
    platform.control.advance(1000)
    expect(codeOf(await caller.submit())).toBe(0)
  })

  it('names what is missing', async () => {
    const platform = await startPlatform()
    const submitted = async (appId: string, change?: object) =>
      codeOf(await (await MerchantCaller.of(platform, appId)).submit(change))
    expect(await submitted(merchants.incomplete)).toBe(11306)
    expect(await submitted(merchants.empty)).toBe(11302)
    expect(await submitted(merchants.nameReset)).toBe(10109)
    expect(await submitted(merchants.appBanned)).toBe(10107)
    expect(await submitted(merchants.subjectBanned)).toBe(10104)
    expect(await submitted(merchants.inReview)).toBe(11303)
    expect(await submitted(merchants.upToDate, { host_names: ['douyin', 'elsewhere'] })).toBe(11307)
    expect(await submitted(merchants.upToDate, { host_names: [] })).toBe(11307)
    expect(await submitted(merchants.upToDate, { audit_note: '长'.repeat(201) })).toBe(40001)
    expect(await submitted(merchants.upToDate, { audit_way: 1 })).toBe(11302)
  })

  it('sends the failed version again with audit_way 1', async () => {
    const { caller } = await callerOf(merchants.rejected)
    expect(codeOf(await caller.submit({ audit_way: 1 }))).toBe(0)
    expect(await caller.versions()).toMatchObject({ audit: { version: '2.4.0', status: 0 } })
  })

  it('is taken under the older path too', async () => {
    const { caller } = await callerOf(merchants.upToDate)
    expect(codeOf(await caller.post('v1/package_version/audit', { host_names: ['douyin'] }))).toBe(0)
  })
})

describe('audit', () => {
  it('ends by itself after six to thirty-six hours', async () => {
    const { platform, caller } = await callerOf(merchants.upToDate)
    await caller.submit()
    platform.control.advance(6 * 60 * minuteMs - 1)
    const running = await MerchantCaller.of(platform, merchants.upToDate)
    expect(await running.versions()).toMatchObject({ audit: { status: 0 } })
    platform.control.advance(30 * 60 * minuteMs + 1)
    const ended = await MerchantCaller.of(platform, merchants.upToDate)
    expect([1, 2]).toContain(at(await ended.versions(), 'audit', 'status'))
  })

  it('is rejected with reasons by the Chinese name of each host when control orders it', async () => {
    const { platform, caller } = await callerOf(merchants.upToDate)
    platform.control.audit(merchants.upToDate, { outcome: 'reject', reasons: ['页面打不开'] })
    await caller.submit({ host_names: ['douyin', 'toutiao'] })
    platform.control.advance(2 * day)
    expect(await (await MerchantCaller.of(platform, merchants.upToDate)).versions()).toMatchObject({
      audit: {
        status: 2,
        approved_apps: [],
        reason: '抖音: 页面打不开;今日头条: 页面打不开',
        reason_detail: { 抖音: ['页面打不开'], 今日头条: ['页面打不开'] }
      }
    })
  })

  it('passes for a part of the hosts, which are the ones released', async () => {
    const { platform, caller } = await callerOf(merchants.upToDate)
    await caller.submit({ host_names: ['douyin', 'toutiao'] })
    platform.control.audit(merchants.upToDate, { outcome: 'partial', now: true })
    expect(await caller.versions()).toMatchObject({ audit: { status: 1, approved_apps: ['抖音'] } })
    await caller.release()
    expect(await caller.versions()).toMatchObject({
      current: { approved_apps: ['抖音'], not_approved_apps: ['今日头条'] }
    })
  })

  it('can be withdrawn while it runs, once', async () => {
    const { caller } = await callerOf(merchants.inReview)
    expect(codeOf(await caller.revoke())).toBe(0)
    expect(codeOf(await caller.revoke())).toBe(11601)
    expect(await caller.versions()).toMatchObject({ audit: { status: 3 } })
  })

  it('cannot be withdrawn when it ended, never began, or is being worked on', async () => {
    const { platform, caller } = await callerOf(merchants.inReview)
    platform.control.changeMerchant(merchants.inReview, { auditLocked: true })
    expect(codeOf(await caller.revoke())).toBe(11602)
    expect(codeOf(await (await MerchantCaller.of(platform, merchants.approved)).revoke())).toBe(11603)
    expect(codeOf(await (await MerchantCaller.of(platform, merchants.empty)).revoke())).toBe(11600)
  })
})

describe('release', () => {
  it('puts the approved version online, once', async () => {
    const { caller } = await callerOf(merchants.approved)
    expect(codeOf(await caller.release())).toBe(0)
    expect(await caller.versions()).toMatchObject({
      audit: { version: '2.4.0', has_publish: true },
      current: { version: '2.4.0', rollback: { can_rollback: true, last_version: '2.3.2' } }
    })
    expect(codeOf(await caller.release())).toBe(11402)
  })

  it('is refused without an approved version', async () => {
    const platform = await startPlatform()
    const released = async (appId: string) => codeOf(await (await MerchantCaller.of(platform, appId)).release())
    expect(await released(merchants.empty)).toBe(11402)
    expect(await released(merchants.withdrawn)).toBe(11402)
    expect(await released(merchants.inReview)).toBe(11403)
    expect(await released(merchants.rejected)).toBe(11402)
    expect(await released(merchants.takenDown)).toBe(11401)
  })

  it('works after a take-down once a newer version is approved', async () => {
    const { platform, caller } = await callerOf(merchants.takenDown)
    await caller.upload()
    platform.control.advance(secondMs)
    await caller.submit()
    platform.control.audit(merchants.takenDown, { outcome: 'pass', now: true })
    expect(codeOf(await caller.release())).toBe(0)
    expect(await caller.versions()).toMatchObject({
      current: { version: '2.5.0', has_down: false, rollback: { can_rollback: false } }
    })
    expect(codeOf(await caller.rollback())).toBe(11500)
  })
})

describe('rollback', () => {
  it('is possible no longer at once and takes effect after three to five minutes', async () => {
    const { platform, caller } = await callerOf(merchants.upToDate)
    expect(codeOf(await caller.rollback())).toBe(0)
    expect(await caller.versions()).toMatchObject({ current: { version: '2.4.0', rollback: { can_rollback: false } } })
    platform.control.advance(3 * minuteMs - 1)
    expect(await caller.versions()).toMatchObject({ current: { version: '2.4.0' } })
    platform.control.advance(2 * minuteMs + 1)
    expect(await caller.versions()).toMatchObject({ current: { version: '2.3.2', rollback: { can_rollback: false } } })
  })

  it('answers 11501 for ten minutes, and then that there is nothing to go back to', async () => {
    const { platform, caller } = await callerOf(merchants.upToDate)
    await caller.rollback()
    platform.control.advance(10 * minuteMs - 1)
    expect(codeOf(await caller.rollback())).toBe(11501)
    platform.control.advance(1)
    expect(codeOf(await caller.rollback())).toBe(10003)
  })

  it('is not for the first version, nor after a take-down', async () => {
    const platform = await startPlatform()
    const rolledBack = async (appId: string) => codeOf(await (await MerchantCaller.of(platform, appId)).rollback())
    expect(await rolledBack(merchants.firstVersion)).toBe(10003)
    expect(await rolledBack(merchants.takenDown)).toBe(11500)
  })
})

describe('version list', () => {
  it('leaves missing stages out for some merchants and writes null for others', async () => {
    const platform = await startPlatform()
    const versionsOf = async (appId: string) => (await MerchantCaller.of(platform, appId)).versions()
    expect(await versionsOf(merchants.empty)).toEqual({ latest: null, audit: null, current: null, gray: null })
    expect(Object.keys((await versionsOf(merchants.upToDate)) as object).sort()).toEqual(['audit', 'current', 'latest'])
  })

  it('writes flags as numbers for some merchants and as booleans for others', async () => {
    const platform = await startPlatform()
    const versionsOf = async (appId: string) => (await MerchantCaller.of(platform, appId)).versions()
    expect(await versionsOf(merchants.upToDate)).toMatchObject({ current: { has_down: 0 } })
    expect(await versionsOf(merchants.takenDown)).toMatchObject({ current: { has_down: true } })
  })

  it("shows a reviewer's picture that can be fetched", async () => {
    const { caller } = await callerOf(merchants.rejected)
    const address = at(await caller.versions(), 'audit', 'attachInfo', '抖音')
    const response = await fetch(String(address))
    expect(response.headers.get('content-type')).toBe('image/png')
    expect((await response.bytes()).length).toBeGreaterThan(1000)
  })

  it('shows the grey stage with its share per host', async () => {
    const { caller } = await callerOf(merchants.gray)
    expect(await caller.versions()).toMatchObject({ gray: { version: '2.4.0', host_gray_scale: { 抖音: '20' } } })
  })

  it('shows the channel of the test version that was uploaded last', async () => {
    const { caller } = await callerOf(merchants.secondChannel)
    expect(await caller.versions()).toMatchObject({ latest: { version: '2.4.0', version_tag: '1' } })
  })
})
