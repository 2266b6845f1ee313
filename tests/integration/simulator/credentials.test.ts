import { describe, expect, it } from 'vitest'
import { at, codeOf, like, merchants, startPlatform, textAt } from './platform'

const minuteMs = 60_000
const list = '/api/tpapp/v2/auth/get_auth_app_list/'
const info = '/api/apps/v2/basic_info/get_info/'
const page = { page: '1', size: '50' }

describe('component token', () => {
  it('comes without an envelope and lives for two hours', async () => {
    const platform = await startPlatform()
    const { appId, secret } = platform.simulator.application
    const query = { component_appid: appId, component_appsecret: secret, component_ticket: platform.simulator.ticket() }
    const { body } = await platform.send('GET', '/openapi/v2/auth/tp/token/', { query })
    expect(body).toEqual({ component_access_token: like(/^clt\./), expires_in: 7200 })
  })

  it('fails with the names of V1 and a number in a string', async () => {
    const platform = await startPlatform()
    const { appId, secret } = platform.simulator.application
    const good = { component_appid: appId, component_appsecret: secret, component_ticket: platform.simulator.ticket() }
    const ask = (change: object) => platform.send('GET', '/openapi/v2/auth/tp/token', { query: { ...good, ...change } })
    expect((await ask({ component_appsecret: 'x' })).body).toMatchObject({ errno: '40038', message: '无效的 secret' })
    expect((await ask({ component_ticket: 'x' })).body).toMatchObject({ errno: '40037' })
    expect((await ask({ component_appid: 'tt0' })).body).toMatchObject({ errno: '40003' })
  })

  it('takes a ticket for three hours', async () => {
    const platform = await startPlatform()
    const { appId, secret } = platform.simulator.application
    const query = { component_appid: appId, component_appsecret: secret, component_ticket: platform.simulator.ticket() }
    platform.control.advance(170 * minuteMs)
    expect((await platform.send('GET', '/openapi/v2/auth/tp/token/', { query })).body).toHaveProperty('expires_in')
    platform.control.advance(15 * minuteMs)
    expect((await platform.send('GET', '/openapi/v2/auth/tp/token/', { query })).body).toMatchObject({ errno: '40037' })
  })

  it('is ended by the next one after five minutes of grace', async () => {
    const platform = await startPlatform()
    const first = await platform.componentToken()
    const second = await platform.componentToken()
    expect(codeOf(await platform.send('GET', list, { token: first, query: page }))).toBe(0)
    platform.control.advance(5 * minuteMs)
    expect(codeOf(await platform.send('GET', list, { token: first, query: page }))).toBe(28001003)
    expect(codeOf(await platform.send('GET', list, { token: second, query: page }))).toBe(0)
  })

  it('is kept for the newest two only, grace or not', async () => {
    const platform = await startPlatform()
    const first = await platform.componentToken()
    await platform.componentToken()
    await platform.componentToken()
    expect(codeOf(await platform.send('GET', list, { token: first, query: page }))).toBe(28001003)
  })

  it('expires with the clock', async () => {
    const platform = await startPlatform()
    const token = await platform.componentToken()
    platform.control.advance(120 * minuteMs)
    expect(codeOf(await platform.send('GET', list, { token, query: page }))).toBe(28001008)
  })

  it('of V1 stays the same until half an hour is left, and does not open V2', async () => {
    const platform = await startPlatform()
    const path = '/openapi/v1/auth/tp/token'
    const first = await platform.componentToken(path)
    expect(await platform.componentToken(path)).toBe(first)
    expect(codeOf(await platform.send('GET', list, { token: first, query: page }))).toBe(28001003)
    platform.control.advance(91 * minuteMs)
    expect(await platform.componentToken(path)).not.toBe(first)
  })
})

describe('list of authorised apps', () => {
  it('comes in pages of at most fifty', async () => {
    const platform = await startPlatform({ merchants: 60 })
    const token = await platform.componentToken()
    const first = await platform.send('GET', list, { token, query: page })
    const second = await platform.send('GET', list, { token, query: { page: '2', size: '50' } })
    expect(at(first.body, 'data', 'auth_app_list')).toHaveLength(50)
    expect(at(second.body, 'data', 'auth_app_list')).toHaveLength(10)
    expect(at(first.body, 'data', 'total')).toBe(60)
    expect(codeOf(await platform.send('GET', list, { token, query: { page: '1', size: '51' } }))).toBe(40001)
  })

  it('loses a merchant that ends its authorisation', async () => {
    const platform = await startPlatform()
    platform.control.changeMerchant(merchants.upToDate, { authorized: false })
    const { body } = await platform.send('GET', list, { token: await platform.componentToken(), query: page })
    expect(at(body, 'data', 'total')).toBe(27)
    expect(JSON.stringify(body)).not.toContain(merchants.upToDate)
  })
})

describe('merchant token', () => {
  it('comes with the permission sets that the merchant granted', async () => {
    const platform = await startPlatform()
    const code = textAt((await platform.retrieve(merchants.withoutDevelopment)).body, 'data', 'authorization_code')
    const { body } = await platform.exchange(code)
    expect(at(body, 'data')).toMatchObject({
      authorizer_access_token: like(/^isvact\./),
      authorizer_refresh_token: like(/^isvrft\./),
      expires_in: 7200,
      refresh_expires_in: 2_592_000,
      authorizer_appid: merchants.withoutDevelopment,
      authorize_permission: [{ id: 2, category: '基本信息设置权限' }, { id: 3 }]
    })
  })

  it('takes an authorization code once', async () => {
    const platform = await startPlatform()
    const code = textAt((await platform.retrieve(merchants.upToDate)).body, 'data', 'authorization_code')
    expect(codeOf(await platform.exchange(code))).toBe(0)
    expect(codeOf(await platform.exchange(code))).toBe(40018)
  })

  it('takes an authorization code for an hour', async () => {
    const platform = await startPlatform()
    const code = textAt((await platform.retrieve(merchants.upToDate)).body, 'data', 'authorization_code')
    platform.control.advance(60 * minuteMs)
    expect(codeOf(await platform.exchange(code))).toBe(40018)
  })

  it('takes a refresh token once, and the old pair is dead at once', async () => {
    const platform = await startPlatform()
    const code = textAt((await platform.retrieve(merchants.upToDate)).body, 'data', 'authorization_code')
    const old = (await platform.exchange(code)).body
    const refreshed = await platform.refresh(textAt(old, 'data', 'authorizer_refresh_token'))
    expect(codeOf(await platform.refresh(textAt(old, 'data', 'authorizer_refresh_token')))).toBe(40021)
    const oldToken = textAt(old, 'data', 'authorizer_access_token')
    expect(codeOf(await platform.send('GET', info, { token: oldToken }))).toBe(28001003)
    const newToken = textAt(refreshed.body, 'data', 'authorizer_access_token')
    expect(codeOf(await platform.send('GET', info, { token: newToken }))).toBe(0)
  })

  it('expires after two hours', async () => {
    const platform = await startPlatform()
    const token = await platform.merchantToken(merchants.upToDate)
    platform.control.advance(119 * minuteMs)
    expect(codeOf(await platform.send('GET', info, { token }))).toBe(0)
    platform.control.advance(minuteMs)
    expect(codeOf(await platform.send('GET', info, { token }))).toBe(28001008)
  })

  it('dies when the merchant ends the authorisation', async () => {
    const platform = await startPlatform()
    const token = await platform.merchantToken(merchants.upToDate)
    platform.control.changeMerchant(merchants.upToDate, { authorized: false })
    expect(codeOf(await platform.send('GET', info, { token }))).toBe(28001003)
    expect(codeOf(await platform.retrieve(merchants.upToDate))).toBe(40022)
  })

  it('is not given for a lost authorisation that the list still shows, nor for an unknown app', async () => {
    const platform = await startPlatform()
    expect(codeOf(await platform.retrieve(merchants.lost))).toBe(40022)
    expect(codeOf(await platform.retrieve('tt000000000000000000'))).toBe(40004)
  })

  it('opens only what the granted sets cover', async () => {
    const platform = await startPlatform()
    const token = await platform.merchantToken(merchants.withoutDevelopment)
    expect(codeOf(await platform.send('GET', info, { token }))).toBe(0)
    expect(codeOf(await platform.send('GET', '/api/apps/v1/package_version/versions/', { token }))).toBe(28001018)
  })

  it('of one generation is worth nothing in the other', async () => {
    const platform = await startPlatform()
    const token = await platform.merchantToken(merchants.upToDate)
    const query = { component_appid: platform.simulator.application.appId, authorizer_access_token: token }
    expect(codeOf(await platform.send('GET', '/openapi/v1/microapp/app/info', { query }))).toBe(40020)
  })
})

describe('every answer', () => {
  it('carries a log id in the body and in the header', async () => {
    const platform = await startPlatform()
    const answer = await platform.send('GET', info, { token: 'isvact.none' })
    expect(answer.status).toBe(200)
    expect(at(answer.body, 'log_id')).toMatch(/^20260601120000[0-9A-F]{20}$/)
    expect(answer.logIdHeader).toBe(at(answer.body, 'log_id'))
  })

  it('names an unknown address', async () => {
    const platform = await startPlatform()
    expect(codeOf(await platform.send('GET', '/api/apps/v9/nothing/'))).toBe(28001017)
  })
})
