import { describe, expect, it } from 'vitest'
import { codeFor, confirm, genLink, linkOf, open, png, upload, uploadIcon } from './merchant-browser'
import { at, codeOf, like, merchants, type Platform, startPlatform, temporaryFolder, textAt } from './platform'
import { key, startReceiver, token } from './receiver'

const minuteMs = 60_000
const list = '/api/tpapp/v2/auth/get_auth_app_list/'
const info = '/api/apps/v2/basic_info/get_info/'

describe('a link', () => {
  it('lets a person play a merchant: choose, tick, confirm, and be led on with a code that works', async () => {
    const platform = await startPlatform()
    const link = await linkOf(platform, { link_type: 1, redirect_uri: 'https://auth.example.com/back?mine=7' })
    const page = await open(link)
    expect(page.apps).toHaveLength(41) // one that was authorised once, forty newcomers
    expect(page.apps).not.toContain(merchants.upToDate)
    const appId = page.apps[3] ?? ''
    const answer = await confirm(link, { pass: page.pass, app_id: appId, permission: ['1', '3'] })
    expect(answer.status).toBe(303)
    const target = new URL(answer.location ?? '')
    expect(Object.fromEntries(target.searchParams)).toEqual({
      mine: '7',
      authorization_code: like(/./),
      expires_in: '3600'
    })
    expect(target.origin + target.pathname).toBe('https://auth.example.com/back')
    const grant = await platform.exchange(target.searchParams.get('authorization_code') ?? '')
    expect(at(grant.body, 'data')).toMatchObject({
      authorizer_appid: appId,
      authorize_permission: [{ id: 1 }, { id: 3 }]
    })
    const listed = await platform.send('GET', list, {
      token: await platform.componentToken(),
      query: { page: '1', size: '50' }
    })
    expect(at(listed.body, 'data', 'total')).toBe(29)
  })

  it('works once, and says so afterwards', async () => {
    const platform = await startPlatform()
    const link = await linkOf(platform)
    const { pass, apps } = await open(link)
    const confirmed = await confirm(link, { pass, app_id: apps[0] ?? '', permission: '1' })
    expect(confirmed).toMatchObject({ status: 200, location: null, html: like(/授权成功/) })
    expect(await confirm(link, { pass, app_id: apps[1] ?? '' })).toMatchObject({
      status: 400,
      html: like(/已使用（40012）/)
    })
    expect(await open(link)).toMatchObject({ status: 400, html: like(/已使用（40012）/) })
  })

  it('lives for twenty-four hours', async () => {
    const platform = await startPlatform()
    const link = await linkOf(platform)
    platform.control.advance(24 * 60 * minuteMs - 1)
    expect((await open(link)).status).toBe(200)
    platform.control.advance(1)
    expect(await open(link)).toMatchObject({ status: 400, html: like(/已过期/) })
  })

  it('is not confirmed by who did not see its page, nor for who is authorised', async () => {
    const platform = await startPlatform()
    const link = await linkOf(platform)
    expect(await confirm(link, { app_id: merchants.lost })).toMatchObject({ status: 400, html: like(/40014/) })
    const { pass } = await open(link)
    expect(await confirm(link, { pass, app_id: merchants.upToDate })).toMatchObject({
      status: 400,
      html: like(/40019/)
    })
    expect((await open(link)).status).toBe(200)
  })

  it('shows texts as texts and lets no script run', async () => {
    const platform = await startPlatform()
    const page = await open(await linkOf(platform, { link_type: 2, app_name: '<script>x</script>"' }))
    expect(page.html).toContain('&lt;script&gt;x&lt;/script&gt;&quot;')
    expect(page.html).not.toContain('<script')
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
  })

  it('of V1 comes without an envelope', async () => {
    const platform = await startPlatform()
    const componentToken = await platform.componentToken('/openapi/v1/auth/tp/token')
    const query = { component_appid: platform.simulator.application.appId, component_access_token: componentToken }
    const link = await platform.send('POST', '/openapi/v2/auth/gen_link', { query, body: {} })
    expect(link.body).toEqual({ link: like(/\/mappconsole\/tp\/link\/[0-9a-f]{40}$/) })
    const code = await platform.send('POST', '/openapi/v2/auth/pre_auth_code', { query, body: {} })
    expect(code.body).toEqual({ pre_auth_code: like(/./), expires_in: 600 })
    const refused = await platform.send('POST', '/openapi/v2/auth/gen_link', { query, body: { link_type: 2 } })
    expect(refused.body).toMatchObject({ errno: 40059 })
  })

  it('is asked for with a type that exists', async () => {
    const platform = await startPlatform()
    const ask = async (body: object) =>
      codeOf(await platform.send('POST', genLink, { token: await platform.componentToken(), body }))
    expect([await ask({ link_type: 3 }), await ask({ link_type: '1' }), await ask({ link_type: 2 })]).toEqual([
      40001, 40001, 40059
    ])
  })

  it('outlives a restart', async () => {
    const stateFile = `${await temporaryFolder()}/world.json`
    const first = await startPlatform({ stateFile })
    const link = await linkOf(first)
    await first.simulator.close()
    const second = await startPlatform({ stateFile })
    expect(second.control.authorize({ link, appId: merchants.lost })).toEqual({ appId: merchants.lost, redirect: null })
  })
})

describe('a link that creates', () => {
  it('makes a mini program with the uploaded icon, and tells of it', async () => {
    const platform = await startPlatform()
    const receiver = await startReceiver(platform.simulator.application.appId)
    platform.control.setPushTarget({ url: receiver.url, token, key })
    const path = textAt(await uploadIcon(platform, png), 'data', 'path')
    const link = await linkOf(platform, { link_type: 2, app_name: '巷口小面', app_icon: path })
    expect((await open(link)).html).toContain('巷口小面')
    const { appId } = platform.control.authorize({ link })
    await receiver.count(2)
    const message = receiver.messages()[1]
    expect(message).toMatchObject({
      Event: 'AUTHORIZED',
      AppId: appId,
      AppName: '巷口小面',
      CompanyName: like(/./),
      AppSuperAdminEmail: like(/\*/),
      AppSuperAdminMobile: like(/\*/)
    })
    const icon = await fetch(textAt(message, 'AppIcon'))
    expect(Buffer.from(await icon.arrayBuffer())).toEqual(png)
    expect(icon.headers.get('content-type')).toBe('image/png')
    const merchantToken = await platform.merchantToken(appId)
    const { body } = await platform.send('GET', info, { token: merchantToken })
    expect(at(body, 'data')).toMatchObject({ app_name: '巷口小面', app_icon: message?.['AppIcon'], app_state: 0 })
  })

  it('takes pictures of the documented kinds only', async () => {
    const platform = await startPlatform()
    expect(await uploadIcon(platform, Buffer.from('text'))).toMatchObject({ err_no: 40032 })
    expect(await uploadIcon(platform, Buffer.concat([png, Buffer.alloc(2 * 1024 * 1024)]))).toMatchObject({
      err_no: 40031
    })
    expect(await uploadIcon(platform, png, '9')).toMatchObject({ err_no: 40001 })
    const token = await platform.componentToken()
    expect(codeOf(await platform.send('POST', upload, { token, body: { material_type: 2 } }))).toBe(40001)
  })
})

describe('a link built by hand', () => {
  const domain = 'auth.example.com'
  const entry = `https://${domain}/merchants`

  async function built(platform: Platform, change: Record<string, string> = {}): Promise<string> {
    const query = new URLSearchParams({
      component_appid: platform.simulator.application.appId,
      pre_auth_code: await codeFor(platform),
      redirect_uri: `https://${domain}/back`,
      ...change
    })
    return `${platform.simulator.url}/mappconsole/tp/authorization?${query.toString()}`
  }

  it('works for who clicked it on a page under the authorisation domain', async () => {
    const platform = await startPlatform()
    platform.control.setRules({ authorizationDomain: domain })
    const link = await built(platform)
    const { pass, apps } = await open(link, entry)
    const answer = await confirm(link, { pass, app_id: apps[0] ?? '', permission: '2' })
    expect(answer.location).toMatch(
      /^https:\/\/auth\.example\.com\/back\?authorization_code=[0-9a-f]+&expires_in=3600$/
    )
  })

  it('refuses who comes from nowhere or from elsewhere', async () => {
    const platform = await startPlatform()
    platform.control.setRules({ authorizationDomain: domain })
    const link = await built(platform)
    expect(await open(link)).toMatchObject({ status: 400, html: like(/40014/) })
    expect(await open(link, 'https://example.com/')).toMatchObject({ status: 400, html: like(/40016/) })
  })

  it('refuses what is missing or wrong in it', async () => {
    const platform = await startPlatform()
    const refusal = async (change: Record<string, string>) =>
      /（(\d+)）/.exec((await open(await built(platform, change), entry)).html)?.[1]
    expect(await refusal({})).toBe('40011')
    platform.control.setRules({ authorizationDomain: domain })
    expect(await refusal({ component_appid: 'tt0' })).toBe('40003')
    expect(await refusal({ pre_auth_code: 'none' })).toBe('40012')
    expect(await refusal({ redirect_uri: '' })).toBe('40002')
    expect(await refusal({ redirect_uri: 'https://example.com/' })).toBe('40016')
  })

  it('dies with its code, after ten minutes', async () => {
    const platform = await startPlatform()
    platform.control.setRules({ authorizationDomain: domain })
    const link = await built(platform)
    platform.control.advance(10 * minuteMs)
    expect(await open(link, entry)).toMatchObject({ status: 400, html: like(/40012/) })
  })
})
