import { describe, expect, it } from 'vitest'
import type { PlatformErrorFacts } from '../../../../electron/douyin/platform-error'
import { bad, good, skipped } from '../../../../electron/services/doctor/outcome'
import { addressAllowListStep } from '../../../../electron/services/doctor/steps/address-allow-list'
import { componentTokenStep } from '../../../../electron/services/doctor/steps/component-token'
import { merchantCallStep } from '../../../../electron/services/doctor/steps/merchant-call'
import { networkStep } from '../../../../electron/services/doctor/steps/network'
import { aMerchant, aPlatform, examination, refusal } from './support/examined'

const proxyUrl = 'http://10.0.0.9:3128'
const unreached = { network: bad('连不上', { nextStep: '' }) }
const withToken = { component_token: good('有') }
const noTicket = { receivedAt: null, expiresAt: null, from: null }
const reader = { role: 'reader', heldBy: '前台' } as const
const failing = (facts: Partial<PlatformErrorFacts>) => () => Promise.reject(refusal(facts))

describe('the network', () => {
  it('is good where the platform answers, says how long it took, whether a proxy was used, and notes the time', async () => {
    const run = examination({
      account: { settings: { proxyUrl } },
      platform: aPlatform({ reach: () => Promise.resolve({ skewMs: 1234, tookMs: 81.4 }) }),
      skewMs: null
    })
    const outcome = await networkStep(run)
    expect(outcome).toMatchObject({ state: 'good', nextStep: null })
    expect(outcome.finding).toBe('平台 open.douyin.com 有回应，用时 81 毫秒（经过代理 10.0.0.9:3128）')
    expect(run.skewMs).toBe(1234)
    expect((await networkStep(examination())).finding).toContain('没有使用代理')
  })

  it.each(['network', 'timeout'] as const)('with %s suspects the proxy first, where there is one', async (kind) => {
    const platform = aPlatform({ reach: failing({ kind, outcome: 'not_sent' }) })
    const direct = await networkStep(examination({ platform }))
    expect(direct).toMatchObject({ state: 'bad', action: 'account_settings' })
    expect(direct.nextStep).toContain('防火墙')
    const through = await networkStep(examination({ platform, account: { settings: { proxyUrl } } }))
    expect(through.finding).toContain('10.0.0.9:3128')
    expect(through.nextStep).toMatch(/^请先检查代理/)
  })

  it('of the practice environment is this program', async () => {
    const platform = aPlatform({ reach: failing({ kind: 'network' }) })
    const outcome = await networkStep(examination({ platform, account: { kind: 'practice' } }))
    expect(outcome).toMatchObject({ state: 'bad', nextStep: '请重新打开程序', action: null })
  })

  it('is not tried without secrets, and lets another failure speak for itself', async () => {
    expect((await networkStep(examination({ platform: null }))).state).toBe('skipped')
    const platform = aPlatform({ reach: failing({ kind: 'unexpected', logId: 'log-1' }) })
    expect(await networkStep(examination({ platform }))).toMatchObject({ state: 'bad', logId: 'log-1' })
  })
})

describe('the component token', () => {
  it('is asked for, and good where it is given', async () => {
    const platform = aPlatform()
    expect((await componentTokenStep(examination({ platform }))).state).toBe('good')
    expect(platform.asked).toEqual(['probe'])
  })

  it.each([
    ['40003', 'secrets', 'AppID'],
    ['40038', 'secrets', 'AppSecret'],
    ['40037', 'paste_ticket', '粘贴']
  ])('that is refused with %s names what is wrong', async (platformCode, action, words) => {
    const platform = aPlatform({ probe: failing({ platformCode, logId: 'log-1' }) })
    const outcome = await componentTokenStep(examination({ platform }))
    expect(outcome).toMatchObject({ state: 'bad', action, platformCode, logId: 'log-1' })
    expect(outcome.nextStep).toContain(words)
  })

  it('is a warning where the refusal passes, and bad where it does not', async () => {
    const outcomeOf = async (facts: Partial<PlatformErrorFacts>) =>
      (await componentTokenStep(examination({ platform: aPlatform({ probe: failing(facts) }) }))).state
    expect(await outcomeOf({ kind: 'busy', platformCode: '28003018' })).toBe('warning')
    expect(await outcomeOf({ kind: 'fault', platformCode: '40000' })).toBe('warning')
    expect(await outcomeOf({ kind: 'unexpected' })).toBe('bad')
    expect(await outcomeOf({ kind: 'held', outcome: 'not_sent' })).toBe('skipped')
  })

  it('leaves a refused address to the next step', async () => {
    const run = examination({ platform: aPlatform({ probe: failing({ platformCode: '40006' }) }) })
    expect(await componentTokenStep(run)).toMatchObject({ state: 'skipped', platformCode: '40006' })
    expect((await addressAllowListStep(run)).state).toBe('bad')
  })

  it.each([
    ['another desktop renews it', { account: { sharing: reader } }, '「前台」'],
    ['the relay is cut off', { account: { sharing: { role: 'cut_off', trouble: '' } } }, '中继'],
    ['there is no ticket', { account: { ticket: noTicket } }, '没有 component_ticket'],
    ['the platform is not reached', { before: unreached }, '连不上平台'],
    ['there are no secrets', { platform: null }, '没有密钥']
  ] as const)('is not asked for where %s', async (_when, change, words) => {
    const platform = aPlatform()
    const outcome = await componentTokenStep(examination({ platform, ...change }))
    expect(outcome.state).toBe('skipped')
    expect(outcome.finding).toContain(words)
    expect(platform.asked).toEqual([])
  })

  it('is asked for with a ticket whose age is not known', async () => {
    const account = { ticket: { ...noTicket, from: 'environment' } } as const
    expect((await componentTokenStep(examination({ account }))).state).toBe('good')
  })

  it('ends the run where the run is given up', async () => {
    const run = examination({ platform: aPlatform({ probe: failing({ kind: 'cancelled' }) }) })
    await expect(componentTokenStep(run)).rejects.toMatchObject({ error: { code: 'cancelled' } })
  })
})

describe('the allow list', () => {
  it('is good where a call is answered, for a reader too', async () => {
    expect((await addressAllowListStep(examination({ before: withToken }))).state).toBe('good')
    const before = { component_token: skipped('') }
    expect((await addressAllowListStep(examination({ account: { sharing: reader }, before }))).state).toBe('good')
  })

  it.each([
    ['40006', '请求 IP 203.0.113.7 不在白名单内', ' 203.0.113.7 不在'],
    ['28005079', 'ip:2001:db8::7, denied', '公网 IP 不在'],
    ['28005079', 'ip [2001:db8::7] denied', ' 2001:db8::7 不在'],
    ['40006', '版本 1.2.3 的调用方', '公网 IP 不在']
  ])('that refuses with %s "%s" tells the address where it is named', async (platformCode, platformMessage, words) => {
    const platform = aPlatform({ authorizedApps: failing({ platformCode, platformMessage }) })
    const outcome = await addressAllowListStep(examination({ platform, before: withToken }))
    expect(outcome).toMatchObject({ state: 'bad', platformCode })
    expect(outcome.finding).toContain(words)
    expect(outcome.nextStep).toContain('清空白名单')
  })

  it('means the address of the proxy where one is used', async () => {
    const platform = aPlatform({ authorizedApps: failing({ platformCode: '40006' }) })
    const run = examination({ platform, before: withToken, account: { settings: { proxyUrl } } })
    expect((await addressAllowListStep(run)).finding).toMatch(/^代理的公网 IP/)
  })

  it('says of 40007 that the address could not be told', async () => {
    const platform = aPlatform({ authorizedApps: failing({ platformCode: '40007' }) })
    const outcome = await addressAllowListStep(examination({ platform, before: withToken }))
    expect(outcome).toMatchObject({ state: 'bad', platformCode: '40007' })
    expect(outcome.finding).toContain('识别')
  })

  it('did not refuse where another code came from behind it', async () => {
    const platform = aPlatform({ authorizedApps: failing({ platformCode: '40010', logId: 'log-1' }) })
    const outcome = await addressAllowListStep(examination({ platform, before: withToken }))
    expect(outcome).toMatchObject({ state: 'warning', platformCode: '40010', logId: 'log-1' })
    expect(outcome.finding).toMatch(/^地址没有被拒绝/)
  })

  it('is not tried without a token, a network or secrets', async () => {
    const platform = aPlatform()
    for (const before of [{}, { component_token: bad('', { nextStep: '' }) }, { ...withToken, ...unreached }]) {
      expect((await addressAllowListStep(examination({ platform, before }))).state).toBe('skipped')
    }
    expect((await addressAllowListStep(examination({ platform: null }))).state).toBe('skipped')
    expect(platform.asked).toEqual([])
  })
})

describe('the call for a merchant', () => {
  const merchants = [aMerchant('tt01', 'lost'), aMerchant('tt02'), aMerchant('tt03')]

  it('is made for the first that authorised us', async () => {
    const platform = aPlatform()
    const outcome = await merchantCallStep(examination({ platform, merchants }))
    expect(outcome).toMatchObject({ state: 'good', finding: '读到了商家「商家tt02」的基本信息' })
    expect(platform.asked).toEqual(['tt02'])
  })

  it('is skipped where there is none, and leads to the list', async () => {
    const outcome = await merchantCallStep(examination({ merchants: merchants.slice(0, 1) }))
    expect(outcome).toMatchObject({ state: 'skipped', action: 'merchant_list' })
  })

  it.each([
    ['authorization', '40022', 'warning'],
    ['busy', '28003018', 'warning'],
    ['credentials', '40010', 'bad'],
    ['held', undefined, 'warning'],
    ['credentials', '28005079', 'bad']
  ] as const)('that fails as %s %s is %s', async (kind, platformCode, state) => {
    const platform = aPlatform({ basicInformation: failing({ kind, ...(platformCode ? { platformCode } : {}) }) })
    const outcome = await merchantCallStep(examination({ platform, merchants }))
    expect(outcome).toMatchObject({ state, platformCode: platformCode ?? null })
    expect(outcome.finding).toContain(platformCode === '28005079' ? '白名单' : '「商家tt02」')
  })

  it('is not made after what makes it pointless', async () => {
    const platform = aPlatform()
    const wrong = bad('', { nextStep: '' })
    for (const before of [unreached, { component_token: wrong }, { address_allow_list: wrong }]) {
      expect((await merchantCallStep(examination({ platform, merchants, before }))).state).toBe('skipped')
    }
    expect((await merchantCallStep(examination({ platform: null, merchants }))).state).toBe('skipped')
    expect(platform.asked).toEqual([])
  })
})
