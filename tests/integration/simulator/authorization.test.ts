import { describe, expect, it } from 'vitest'
import { linkOf } from './merchant-browser'
import { codeOf, like, merchants, startPlatform, textAt } from './platform'

const minuteMs = 60_000
const list = '/api/tpapp/v2/auth/get_auth_app_list/'
const info = '/api/apps/v2/basic_info/get_info/'

describe('control plays a merchant', () => {
  it('over HTTP, and says why it can not', async () => {
    const platform = await startPlatform()
    const link = await linkOf(platform, { link_type: 1, redirect_uri: 'https://auth.example.com/' })
    const ask = async (body: object) => {
      const response = await fetch(`${platform.simulator.controlUrl}/authorize`, {
        method: 'POST',
        body: JSON.stringify(body)
      })
      return { status: response.status, body: (await response.json()) as unknown }
    }
    expect(await ask({ link, appId: merchants.upToDate })).toMatchObject({
      status: 400,
      body: { error: like(/^40019/) }
    })
    const done = await ask({ link, appId: merchants.lost, permissions: [1, 2] })
    expect(done.body).toEqual({ appId: merchants.lost, redirect: like(/authorization_code=/) })
    expect(platform.control.state(merchants.lost).merchants[0]?.authorization).toMatchObject({
      live: true,
      permissions: [1, 2]
    })
    expect(await ask({ link })).toMatchObject({ status: 400, body: { error: like(/^40012/) } })
    expect(await ask({ link: 'https://example.com/' })).toMatchObject({ status: 400, body: { error: like(/^40012/) } })
  })

  it('who adds a set, which tokens that are out may use at once', async () => {
    const platform = await startPlatform()
    const merchantToken = await platform.merchantToken(merchants.withoutDevelopment)
    const versions = () => platform.send('GET', '/api/apps/v1/package_version/versions/', { token: merchantToken })
    expect(codeOf(await versions())).toBe(28001018)
    platform.control.changeMerchant(merchants.withoutDevelopment, { addPermissions: [1] })
    expect(codeOf(await versions())).toBe(0)
  })

  it('who is authorised already, and is refused', async () => {
    const platform = await startPlatform()
    expect(() => platform.control.changeMerchant(merchants.upToDate, { authorized: true })).toThrow(
      expect.objectContaining({ code: 40019 })
    )
  })

  it('and shows invitations without what their addresses carry', async () => {
    const platform = await startPlatform()
    const link = await linkOf(platform, {
      link_type: 2,
      app_name: '新店',
      redirect_uri: 'https://auth.example.com/?state=hidden'
    })
    const state = platform.control.state()
    expect(state.invitations).toMatchObject([{ kind: 'link', purpose: 'create', appName: '新店', usedAt: null }])
    expect(state.createAllowance).toEqual({ day: '2026-06-01', used: 1 })
    expect(JSON.stringify(state)).not.toContain(link.slice(-40))
    expect(JSON.stringify(state)).not.toContain('hidden')
  })
})

describe('a refresh token', () => {
  it('lives for thirty days, and a retrieved code helps afterwards', async () => {
    const platform = await startPlatform()
    const grant = await platform.exchange(
      textAt((await platform.retrieve(merchants.upToDate)).body, 'data', 'authorization_code')
    )
    const refresh = textAt(grant.body, 'data', 'authorizer_refresh_token')
    platform.control.advance(30 * 24 * 60 * minuteMs)
    expect(codeOf(await platform.refresh(refresh))).toBe(40021)
    expect(await platform.merchantToken(merchants.upToDate)).toMatch(/^isvact\./)
  })

  it('still works a moment before', async () => {
    const platform = await startPlatform()
    const grant = await platform.exchange(
      textAt((await platform.retrieve(merchants.upToDate)).body, 'data', 'authorization_code')
    )
    platform.control.advance(30 * 24 * 60 * minuteMs - 1000)
    expect(codeOf(await platform.refresh(textAt(grant.body, 'data', 'authorizer_refresh_token')))).toBe(0)
  })
})

describe('the list of allowed addresses', () => {
  it('refuses who is not on it, with the number of each kind of endpoint', async () => {
    const platform = await startPlatform()
    const [component, merchant] = [await platform.componentToken(), await platform.merchantToken(merchants.upToDate)]
    platform.control.setRules({ allowedAddresses: ['203.0.113.7'] })
    const { appId, secret } = platform.simulator.application
    const query = { component_appid: appId, component_appsecret: secret, component_ticket: platform.simulator.ticket() }
    expect((await platform.send('GET', '/openapi/v2/auth/tp/token/', { query })).body).toMatchObject({ errno: '40006' })
    expect(codeOf(await platform.send('GET', list, { token: component, query: { page: '1', size: '50' } }))).toBe(40006)
    expect(codeOf(await platform.send('GET', info, { token: merchant }))).toBe(28005079)
    expect(codeOf(await platform.send('GET', '/openapi/v1/microapp/app/info'))).toBe(40006)
  })

  it('lets in who is on it, and everyone when it is empty', async () => {
    const platform = await startPlatform()
    const merchant = await platform.merchantToken(merchants.upToDate)
    const ask = async (allowedAddresses: string[]) => {
      platform.control.setRules({ allowedAddresses })
      return codeOf(await platform.send('GET', info, { token: merchant }))
    }
    expect([await ask(['203.0.113.7']), await ask(['127.0.0.1']), await ask([])]).toEqual([28005079, 0, 0])
  })

  it('holds addresses only', async () => {
    const platform = await startPlatform()
    expect(() => platform.control.setRules({ allowedAddresses: ['example.com'] })).toThrow()
  })
})
