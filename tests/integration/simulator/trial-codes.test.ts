import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import { expect, it } from 'vitest'
import { at, codeOf, merchants, type Platform, startPlatform, textAt } from './platform'

const path = '/api/apps/v2/basic_info/get_qr_code/'

async function ask(platform: Platform, appId: string, body: object) {
  return platform.send('POST', path, { token: await platform.merchantToken(appId), body })
}

async function addressOf(platform: Platform, appId: string, body: object): Promise<string> {
  return textAt((await ask(platform, appId, body)).body, 'data', 'qr_code_url')
}

function decoded(bytes: Uint8Array): URL {
  const { data, width, height } = PNG.sync.read(Buffer.from(bytes))
  const code = jsQR(new Uint8ClampedArray(data), width, height)
  if (code === null) throw new Error('the code does not scan')
  return new URL(code.data)
}

async function scanned(platform: Platform, appId: string, body: object): Promise<URL> {
  return decoded(await (await fetch(await addressOf(platform, appId, body))).bytes())
}

it('leads a phone to the mini program, the stage, its version and the page', async () => {
  const platform = await startPlatform()
  const link = await scanned(platform, merchants.gray, { version: 'latest', path: 'pages/home/index?from=qa&台=3' })
  expect(link.host).toBe('z.douyin.com')
  expect(Object.fromEntries(link.searchParams)).toEqual({
    app_id: merchants.gray,
    stage: 'latest',
    version: '2.4.0',
    path: 'pages/home/index?from=qa&台=3'
  })
})

it('of the online stage carries no version', async () => {
  const platform = await startPlatform()
  const link = await scanned(platform, merchants.upToDate, { version: 'current' })
  expect(Object.fromEntries(link.searchParams)).toEqual({ app_id: merchants.upToDate, stage: 'current' })
})

it('ignores a path that starts with a slash', async () => {
  const platform = await startPlatform()
  const link = await scanned(platform, merchants.upToDate, { version: 'audit', path: '/pages/home/index' })
  expect(link.searchParams.get('path')).toBeNull()
})

it('is refused for a stage without a version', async () => {
  const platform = await startPlatform()
  expect(codeOf(await ask(platform, merchants.empty, { version: 'latest' }))).toBe(40030)
  expect(codeOf(await ask(platform, merchants.withdrawn, { version: 'audit' }))).toBe(40030)
  expect(codeOf(await ask(platform, merchants.upToDate, { version: 'gray' }))).toBe(40001)
})

it('has an address that says when it expires, and then answers 403', async () => {
  const platform = await startPlatform()
  const address = await addressOf(platform, merchants.upToDate, { version: 'latest' })
  const expires = Number(new URL(address).searchParams.get('x-expires'))
  expect(expires - platform.control.state().now / 1000).toBe(1800)
  expect((await fetch(address)).status).toBe(200)
  platform.control.advance(1800_000)
  expect((await fetch(address)).status).toBe(403)
})

it('has an address that no one can alter', async () => {
  const platform = await startPlatform()
  const address = new URL(await addressOf(platform, merchants.upToDate, { version: 'latest' }))
  address.searchParams.set('x-expires', '9999999999')
  expect((await fetch(address)).status).toBe(403)
})

it('comes as the picture itself in V1', async () => {
  const platform = await startPlatform()
  const { appId } = platform.simulator.application
  const componentToken = await platform.componentToken('/openapi/v1/auth/tp/token')
  const credentials = { component_appid: appId, component_access_token: componentToken }
  const code = await platform.send('POST', '/openapi/v1/auth/retrieve', {
    query: { ...credentials, authorization_appid: merchants.upToDate }
  })
  const grant = await platform.send('GET', '/openapi/v1/oauth/token', {
    query: {
      ...credentials,
      grant_type: 'app_to_tp_authorization_code',
      authorization_code: textAt(code.body, 'authorization_code')
    }
  })
  expect(at(grant.body, 'authorizer_appid')).toBe(merchants.upToDate)
  const query = { component_appid: appId, authorizer_access_token: textAt(grant.body, 'authorizer_access_token') }
  const picture = await platform.send('POST', '/openapi/v1/microapp/app/qrcode', { query, body: { version: 'audit' } })
  expect(picture.contentType).toBe('image/png')
  expect(decoded(picture.bytes).searchParams.get('version')).toBe('2.4.0')
  const versions = await platform.send('GET', '/openapi/v1/microapp/package/versions', { query })
  expect(at(versions.body, 'data', 'audit', 'approvedApps')).toContain('抖音')
})
