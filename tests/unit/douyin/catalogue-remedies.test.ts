import { errorActors, waysOut } from '@shared/errors'
import { speak } from '@shared/texts/say'
import { afterEach, describe, expect, test } from 'vitest'
import { catalogue, describeCode, describeKind } from '../../../electron/douyin/catalogue'
import { endpointTitle } from '../../../electron/douyin/endpoint-titles'
import { endpoints } from '../../../electron/douyin/endpoints'
import type { PlatformErrorKind } from '../../../electron/douyin/platform-error'
import { deskTexts } from '../../../electron/texts/en'

afterEach(() => speak(null))

const names = Object.values(endpoints).map(({ name }) => name)

describe('who must act, and where', () => {
  test.each([
    ['提审代码', '11306', 'operator', 'merchant_profile'],
    ['提审代码', '11305', 'merchant', 'merchant_standing'],
    ['提审代码', '11301', 'nobody', 'retry'],
    ['提审代码', '28001018', 'merchant', 'merchant_authorization'],
    ['修改服务器域名', '40023', 'developer', 'domain_baselines'],
    ['修改服务器域名', '40027', 'operator', 'merchant_domains'],
    ['增加服务类目', '21302', 'operator', 'merchant_categories'],
    ['添加模板', '40035', 'operator', 'templates'],
    ['刷新授权小程序接口调用凭据', '40021', 'operator', 'token_keeper'],
    ['获取小程序基本信息', '40006', 'developer', 'connection_doctor'],
    ['获取第三方小程序接口调用凭据', '40038', 'developer', 'account'],
    ['获取小程序基本信息', '28001005', 'platform', 'retry'],
    ['获取小程序基本信息', '424242', 'platform', 'support']
  ])('at %s %s is %s, %s', (endpoint, code, actor, wayOut) => {
    const described = describeCode(endpoint, code, '')
    expect([described.actor, described.wayOut]).toEqual([actor, wayOut])
  })

  test.each(['network', 'timeout', 'fault', 'credentials', 'authorization'] satisfies PlatformErrorKind[])(
    'is known without a code as well: %s',
    (kind) => expect(describeKind(kind).wayOut).not.toBeNull()
  )
})

describe('the whole catalogue', () => {
  test('holds every line once, each with somebody who must act', () => {
    const lines = catalogue()
    const keys = lines.map(({ code, endpoint }) => `${code} ${endpoint}`)
    expect(lines.length).toBeGreaterThan(200)
    // One address reads and changes the domains; both are listed.
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
    expect(lines.filter(({ actor }) => !errorActors.includes(actor))).toEqual([])
    expect(lines.filter(({ wayOut }) => wayOut !== null && !waysOut.includes(wayOut))).toEqual([])
  })

  test('names the documentation’s page of what is special to an endpoint', () => {
    const special = catalogue().filter(({ endpoint }) => endpoint !== null)
    const address = /^https:\/\/developer\.open-douyin\.com\/docs\/resource\/zh-CN\/[\w./-]+$/
    expect(special.filter(({ documentation }) => !address.test(documentation ?? ''))).toEqual([])
  })

  test('is told in the language that is spoken', () => {
    speak(deskTexts)
    const [line] = catalogue().filter(({ code, endpoint }) => code === '11301' && endpoint !== null)
    expect(line).toMatchObject({ endpoint: 'Submit for review', reason: 'Too many submissions' })
    const chinese = catalogue().filter(({ endpoint, reason, nextStep }) =>
      /[\u3400-\u9fff]/.test(`${endpoint ?? ''}${reason}${nextStep}`)
    )
    expect(chinese).toEqual([])
  })
})

describe('the endpoints’ titles', () => {
  test('are the documentation’s names in Chinese', () => {
    expect(names.map((name) => endpointTitle(name))).toEqual(names)
  })

  test('are English ones when English is spoken, and tell apart what the names do', () => {
    speak(deskTexts)
    const titles = new Set(names.map((name) => endpointTitle(name)))
    expect(titles.size).toBe(new Set(names).size)
    expect([...titles].join()).toMatch(/^[ -~’]+$/)
  })

  test('are the names where nothing is known of them', () => expect(endpointTitle('别的')).toBe('别的'))
})
