import { describe, vi } from 'vitest'
import { merchants } from '../simulator/platform'
import { rival, withMembers, type SetupDesk } from './setup-desk'
import { proveRefusals } from './setup-refusals'

vi.setConfig({ testTimeout: 30_000 })

const { upToDate, person } = merchants
const wanted = 'new.zhanggui.example.com'
const wantedPage = 'new.h5.zhanggui.example.com'
const many = (count: number, of = 'zhanggui.example.com') => Array.from({ length: count }, (_, at) => `n${at}.${of}`)

type Edit = (present: readonly string[]) => string[]

const adding =
  (...domains: string[]): Edit =>
  (present) => [...present, ...domains]
const without =
  (domain: string): Edit =>
  (present) =>
    present.filter((each) => each !== domain)

/** Changes the request domains; `seen` is what the operator looked at, where it is not what is there. */
const changingServer =
  (edit: Edit, seen: Edit = adding()) =>
  async (desk: SetupDesk) => {
    const { reading } = await desk.value('domains.read', desk.ref(upToDate))
    const server = reading.value?.server
    if (!server) throw new Error('the domains were not read')
    const present = { socket: [...server.socket], upload: [...server.upload], download: [...server.download] }
    return desk.error('domains.change', {
      ...{ ...desk.ref(upToDate), group: 'server' },
      target: { ...present, request: edit(server.request) },
      seen: { ...present, request: seen(server.request) }
    })
  }

const changingWebview =
  (edit: Edit, seen: Edit = adding(), appId: string = upToDate) =>
  async (desk: SetupDesk) => {
    const { reading } = await desk.value('domains.read', desk.ref(appId))
    const present = reading.value?.webview ?? []
    const group = 'webview' as const
    return desk.error('domains.change', { ...desk.ref(appId), group, target: edit(present), seen: seen(present) })
  }

const meddling = (endpoint: string, how: Parameters<SetupDesk['gateway']['meddle']>[1]) => (desk: SetupDesk) =>
  desk.gateway.meddle(endpoint, how)

/** What the provider's console has, as the operator copied it. */
const copied = (desk: SetupDesk) =>
  desk.value('domains.setApplication', {
    accountId: desk.accountId,
    server: ['zhanggui.example.com', 'static.zhanggui.example.net', 'pay.example.org'],
    webview: ['h5.zhanggui.example.com', 'help.zhanggui.example.net']
  })
const first = 'api.zhanggui.example.com'
const firstPage = 'h5.zhanggui.example.com'

const journal = async (desk: SetupDesk, of: string) => (await desk.value('domains.get', desk.ref(of))).changes

describe('修改服务器域名', () => {
  const endpoint = 'modify_server_domain'
  proveRefusals(
    endpoint,
    {
      '40001': {
        platform: {
          arrange: meddling(endpoint, withMembers({ action: 'replace' })),
          act: changingServer(adding(wanted))
        },
        reason: /参数不正确/
      },
      '40023': {
        own: { arrange: copied, act: changingServer(adding('a.example.cn')), why: /不在第三方应用自己的域名列表里/ },
        platform: { act: changingServer(adding('a.example.cn')) },
        reason: /服务器域名列表里/
      },
      '40024': {
        own: { act: changingServer(() => many(21)), why: /最多 20 个域名/ },
        platform: {
          arrange: ({ simulator }) => simulator.control.setRules({ domainLimitScope: 'total' }),
          act: changingServer((present) => [...present, ...many(20 - present.length)])
        },
        reason: /超过 20 个/
      },
      '40026': {
        own: { act: changingServer(adding()), why: /已经是这样/ },
        platform: {
          arrange: meddling(endpoint, withMembers({ request: [], socket: [], upload: [], download: [] })),
          act: changingServer(adding(wanted))
        },
        reason: /没有可以改动的域名/
      },
      '40027': {
        own: { act: changingServer(adding('https://a.zhanggui.example.com')), why: /不要带协议/ },
        platform: {
          arrange: meddling(endpoint, withMembers({ request: ['a.zhanggui.example.com:8443'] })),
          act: changingServer(adding(wanted))
        },
        reason: /写法不对/
      },
      '40028': {
        own: { act: changingServer(without(wanted), adding(wanted)), why: /少了 new/ },
        platform: { arrange: meddling(endpoint, rival), act: changingServer(without(first)) },
        reason: /没有这个域名/
      }
    },
    journal
  )
})

describe('修改 webview 域名', () => {
  const endpoint = 'modify_webview_domain'
  proveRefusals(
    endpoint,
    {
      '40001': {
        platform: {
          arrange: meddling(endpoint, withMembers({ action: 'replace' })),
          act: changingWebview(adding(wantedPage))
        },
        reason: /参数不正确/
      },
      '40023': {
        own: { arrange: copied, act: changingWebview(adding(wanted)), why: /不在第三方应用自己的域名列表里/ },
        platform: { act: changingWebview(adding(wanted)) },
        reason: /业务域名列表里/
      },
      '40024': {
        own: { act: changingWebview(() => many(21)), why: /最多 20 个域名/ },
        platform: {
          arrange: meddling(endpoint, withMembers({ webview: many(21, firstPage) })),
          act: changingWebview(adding(wantedPage))
        },
        reason: /超过 20 个/
      },
      '40025': {
        own: { act: changingWebview(adding(wantedPage), adding(), person), why: /不是企业小程序/ },
        platform: {
          arrange: meddling(`${endpoint}:get`, () => ({
            ...{ err_no: 0, err_msg: '', log_id: '20261101000001' },
            data: { webview: [] }
          })),
          act: changingWebview(adding(wantedPage), adding(), person)
        },
        reason: /不是企业小程序/,
        merchants: 28
      },
      '40026': {
        own: { act: changingWebview(adding()), why: /已经是这样/ },
        platform: {
          arrange: meddling(endpoint, withMembers({ webview: [] })),
          act: changingWebview(adding(wantedPage))
        },
        reason: /没有可以改动的域名/
      },
      '40027': {
        own: { act: changingWebview(adding('192.168.1.7')), why: /IP 地址/ },
        platform: {
          arrange: meddling(endpoint, withMembers({ webview: ['192.168.1.7'] })),
          act: changingWebview(adding(wantedPage))
        },
        reason: /写法不对/
      },
      '40028': {
        own: { act: changingWebview(without(wantedPage), adding(wantedPage)), why: /少了 new/ },
        platform: { arrange: meddling(endpoint, rival), act: changingWebview(without(firstPage)) },
        reason: /没有这个域名/
      }
    },
    journal
  )
})
