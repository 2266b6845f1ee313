import { describe, expect, it } from 'vitest'
import { type Answer, at, codeOf, like, merchants, type Platform, startPlatform, textAt } from './platform'

const base = 'zhanggui.example.com'
const addresses = {
  server: '/api/apps/v2/domain/modify_server_domain/',
  webview: '/api/apps/v2/domain/modify_webview_domain/'
}
const person = merchants.withdrawn

/** One merchant's domains over the wire. */
async function caller(platform: Platform, appId = merchants.upToDate) {
  const token = await platform.merchantToken(appId)
  const send = (kind: keyof typeof addresses, body: unknown): Promise<Answer> =>
    platform.send('POST', addresses[kind], { token, body })
  return {
    code: async (kind: keyof typeof addresses, body: unknown) => codeOf(await send(kind, body)),
    get: async (kind: keyof typeof addresses) => at((await send(kind, { action: 'get' })).body, 'data')
  }
}

const many = (count: number) => Array.from({ length: count }, (_, at) => `n${at}.${base}`)

describe('server domains', () => {
  it('are told by type', async () => {
    const { get } = await caller(await startPlatform())
    expect(await get('server')).toEqual({
      request: [`api.${base}`, 'pay.example.org'],
      socket: [`ws.${base}`],
      upload: [`upload.${base}`],
      download: ['static.zhanggui.example.net']
    })
  })

  it('are added and deleted, each type by itself, without an answer but the envelope', async () => {
    const platform = await startPlatform()
    const { code, get } = await caller(platform)
    expect(await code('server', { action: 'add', request: [base, ` NEW.${base}`, base], socket: [] })).toBe(0)
    expect(await code('server', { action: 'delete', request: [`api.${base}`], upload: [`upload.${base}`] })).toBe(0)
    expect(await get('server')).toMatchObject({
      request: ['pay.example.org', base, `new.${base}`],
      socket: [`ws.${base}`],
      upload: []
    })
  })

  it('are set for the types that are named; the rest stays, or goes by another rule', async () => {
    const platform = await startPlatform()
    const { code, get } = await caller(platform)
    const set = { action: 'set', request: [`one.${base}`], socket: [] }
    expect(await code('server', set)).toBe(0)
    expect(await get('server')).toMatchObject({ request: [`one.${base}`], socket: [], upload: [`upload.${base}`] })
    platform.control.setRules({ setOmitted: 'clear' })
    expect(await code('server', set)).toBe(0)
    expect(await get('server')).toEqual({ request: [`one.${base}`], socket: [], upload: [], download: [] })
  })

  it.each([
    ['an unknown action', { action: 'replace', request: [base] }, 40001],
    ['no action', { request: [base] }, 40001],
    ['a list that is none', { action: 'add', request: base }, 40001],
    ['no body', undefined, 40001],
    ['a domain outside of the application’s list', { action: 'add', request: ['api.example.net'] }, 40023],
    ['a domain that only ends like an entry', { action: 'set', request: [`evil${base}`] }, 40023],
    ['no type at all', { action: 'add' }, 40026],
    ['types without a domain', { action: 'set', request: [], socket: null }, 40026],
    ['only what is there already', { action: 'add', request: [`API.${base}`, `api.${base}`] }, 40026],
    ['a protocol', { action: 'add', request: [`https://${base}`] }, 40027],
    ['a path', { action: 'add', download: [`${base}/files`] }, 40027],
    ['a port', { action: 'set', request: [`api.${base}:8443`] }, 40027],
    ['an IPv4 address', { action: 'add', socket: ['192.0.2.1'] }, 40027],
    ['an IPv6 address', { action: 'add', socket: ['2001:db8::1'] }, 40027],
    ['a wildcard', { action: 'add', request: [`*.${base}`] }, 40027],
    ['the deletion of what is not there', { action: 'delete', request: [`api.${base}`, `none.${base}`] }, 40028],
    ['more than twenty of a type', { action: 'set', request: many(21) }, 40024]
  ])('refuse %s and stay as they were', async (_, body, expected) => {
    const { code, get } = await caller(await startPlatform())
    const before = await get('server')
    expect(await code('server', body)).toBe(expected)
    expect(await get('server')).toEqual(before)
  })

  it('count twenty for each type, or for all together by another rule', async () => {
    const platform = await startPlatform()
    const { code } = await caller(platform)
    const full = { action: 'set', request: many(20), socket: many(1), upload: [], download: [] }
    expect(await code('server', full)).toBe(0)
    expect(await code('server', { action: 'add', request: [`more.${base}`] })).toBe(40024)
    platform.control.setRules({ domainLimitScope: 'total' })
    expect(await code('server', full)).toBe(40024)
    expect(await code('server', { ...full, request: many(19) })).toBe(0)
  })

  it('can be deleted after the application’s list lost them, and not be added again', async () => {
    const platform = await startPlatform()
    const { code } = await caller(platform)
    platform.control.setApplicationDomains({ server: ['static.zhanggui.example.net'] })
    expect(await code('server', { action: 'delete', request: [`api.${base}`] })).toBe(0)
    expect(await code('server', { action: 'add', request: [`api.${base}`] })).toBe(40023)
  })

  it('need 基本信息设置权限', async () => {
    const platform = await startPlatform()
    platform.control.changeMerchant(merchants.upToDate, { permissions: [1, 3] })
    const { code } = await caller(platform)
    expect(await code('server', { action: 'get' })).toBe(28001018)
    expect(await code('webview', { action: 'get' })).toBe(28001018)
  })
})

describe('webview domains', () => {
  it('are added, set, told and deleted against a list of their own', async () => {
    const { code, get } = await caller(await startPlatform())
    expect(await code('webview', { action: 'add', webview: ['help.zhanggui.example.net'] })).toBe(0)
    expect(await get('webview')).toEqual({ webview: [`h5.${base}`, 'help.zhanggui.example.net'] })
    expect(await code('webview', { action: 'set', webview: [`a.h5.${base}`] })).toBe(0)
    expect(await code('webview', { action: 'delete', webview: [`a.h5.${base}`] })).toBe(0)
    expect(await get('webview')).toEqual({ webview: [] })
    expect(await code('webview', { action: 'add', webview: [`api.${base}`] })).toBe(40023)
    expect(await code('webview', { action: 'add' })).toBe(40026)
    expect(await code('webview', { action: 'add', webview: [`https://h5.${base}`] })).toBe(40027)
    expect(await code('webview', { action: 'delete', webview: [`h5.${base}`] })).toBe(40028)
    expect(await code('webview', { action: 'list' })).toBe(40001)
    const tooMany = Array.from({ length: 21 }, (_, at) => `n${at}.h5.${base}`)
    expect(await code('webview', { action: 'set', webview: tooMany })).toBe(40024)
  })

  it('are not for a person, whatever the action', async () => {
    const { code } = await caller(await startPlatform(), person)
    expect(await code('webview', { action: 'add', webview: [`h5.${base}`] })).toBe(40025)
    expect(await code('webview', { action: 'get' })).toBe(40025)
    expect(await code('server', { action: 'get' })).toBe(0)
  })

  it('come as a bare list in V2 too when the rule says so', async () => {
    const platform = await startPlatform()
    platform.control.setRules({ webviewShape: 'array' })
    const { get } = await caller(platform)
    expect(await get('webview')).toEqual([`h5.${base}`])
  })
})

it('V1 takes the same bodies, and tells webview domains as a bare list', async () => {
  const platform = await startPlatform()
  const query = await platform.credentialsOfV1(merchants.upToDate)
  const send = (name: string, body: unknown) =>
    platform.send('POST', `/openapi/v1/microapp/app/${name}`, { query, body })
  expect(codeOf(await send('modify_server_domain', { action: 'set', socket: [base] }))).toBe(0)
  const server = await send('modify_server_domain', { action: 'get' })
  expect(server.body).toMatchObject({ errno: 0, data: { socket: [base] } })
  expect((await send('modify_webview_domain', { action: 'get' })).body).toMatchObject({ data: [`h5.${base}`] })
  expect((await send('modify_webview_domain', { action: 'add', webview: ['x'] })).body).toMatchObject({ errno: 40027 })
})

it('the check file is the same in both generations and belongs to the application', async () => {
  const platform = await startPlatform()
  const path = '/api/tpapp/v2/doamin/get_webview_check_file_info/'
  const info = await platform.send('GET', path, { token: await platform.componentToken() })
  expect(at(info.body, 'data')).toEqual({ file_name: like(/^\w{10}\.txt$/), file_content: like(/^[0-9a-f]{32}$/) })
  const query = await platform.credentialsOfV1(merchants.upToDate)
  const url = `${platform.simulator.url}/openapi/v1/tp/download/webview_file?${new URLSearchParams(query).toString()}`
  const file = await fetch(url)
  const name = textAt(info.body, 'data', 'file_name')
  expect(file.headers.get('content-type')).toBe('text/plain')
  expect(file.headers.get('content-disposition')).toBe(`attachment; filename="${name}"`)
  expect(await file.text()).toBe(textAt(info.body, 'data', 'file_content'))
  const merchantToken = await platform.merchantToken(merchants.upToDate)
  expect(codeOf(await platform.send('GET', path, { token: merchantToken }))).toBe(28001003)
})

it('the application’s lists and the rules can be set over HTTP and are shown', async () => {
  const platform = await startPlatform()
  const { controlUrl } = platform.simulator
  const post = async (path: string, body: object) =>
    (await fetch(`${controlUrl}${path}`, { method: 'POST', body: JSON.stringify(body) })).status
  expect(await post('/application-domains', { webview: ['H5.example.com'] })).toBe(200)
  expect(await post('/application-domains', { server: [''] })).toBe(400)
  expect(await post('/rules', { domainLimitScope: 'total', setOmitted: 'clear', webviewShape: 'array' })).toBe(200)
  expect(await post('/rules', { setOmitted: 'merge' })).toBe(400)
  expect(platform.control.state()).toMatchObject({
    applicationDomains: {
      server: [base, 'static.zhanggui.example.net', 'pay.example.org'],
      webview: ['h5.example.com']
    },
    ...{ domainLimitScope: 'total', setOmitted: 'clear', webviewShape: 'array' }
  })
})
