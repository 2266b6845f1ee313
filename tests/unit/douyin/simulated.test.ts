import { expect, onTestFinished, test } from 'vitest'
import { memoryVault, type PlatformClientOptions, type TokenVault } from '../../../electron/douyin'
import type { PlatformClient } from '../../../electron/douyin/platform'
import { merchants, startPlatform, type Platform } from '../../integration/simulator/platform'
import { png } from '../../integration/simulator/merchant-browser'
import { minute } from './support/bench'
import { failureOf, testClient, testClock, type TestClock } from './support/client'

const appId = merchants.upToDate

/** The simulated platform and a client of it, which share one clock. */
async function connected(more: Partial<PlatformClientOptions> = {}) {
  const clock = testClock()
  const platform = await startPlatform({ now: () => clock.now() })
  return { clock, platform, client: clientOf(platform, clock, more) }
}

function clientOf(platform: Platform, clock: TestClock, more: Partial<PlatformClientOptions> = {}): PlatformClient {
  const { url, application } = platform.simulator
  const ticket = (): Promise<string> => Promise.resolve(platform.simulator.ticket())
  const client = testClient(url, { clock, application, ticket, ...more })
  onTestFinished(() => client.close())
  return client
}

/** How often an endpoint did its work. */
const done = (platform: Platform, endpoint: string): number =>
  platform.control.counters().endpoints[endpoint]?.carriedOut ?? 0

test('200 calls on a token past its end cause exactly one refresh', async () => {
  const { platform, client, clock } = await connected()
  await client.authorize(appId)
  clock.time += 121 * minute
  platform.control.resetCounters()
  await Promise.all(Array.from({ length: 200 }, () => client.merchant(appId).versions()))
  expect(done(platform, 'get_auth_token')).toBe(1)
  expect(done(platform, 'retrieve_auth_code')).toBe(0)
  expect(done(platform, 'component_token')).toBe(1)
  expect(platform.control.counters().endpoints['versions']).toMatchObject({ received: 200, carriedOut: 200 })
}, 30_000)

test('a link leads to a merchant whose code brings working tokens, once', async () => {
  const { platform, client } = await connected()
  const { url } = await client.authorizationLink({ kind: 'authorize', redirectUrl: 'https://agency.example/back' })
  const { redirect } = platform.control.authorize({ link: url, appId: merchants.lost, permissions: [1, 2] })
  const code = new URL(redirect ?? '').searchParams.get('authorization_code') ?? ''
  const accepted = await client.acceptCode(code)
  expect(accepted).toMatchObject({ appId: merchants.lost, permissions: [{ id: 1 }, { id: 2 }] })
  await expect(client.merchant(merchants.lost).versions()).resolves.toBeDefined()
  expect(done(platform, 'retrieve_auth_code')).toBe(0)
  expect(await failureOf(client.acceptCode(code))).toMatchObject({ kind: 'refused', platformCode: '40018' })
  await expect(client.merchant(merchants.lost).versions()).resolves.toBeDefined()
})

test('a link that creates takes the uploaded icon and the name', async () => {
  const { platform, client } = await connected()
  const { path } = await client.uploadIcon({ contentType: 'image/png', bytes: png })
  const order = { kind: 'create', appName: '巷口小面', iconPath: path, redirectUrl: null } as const
  const { url } = await client.authorizationLink(order)
  const { appId: created } = platform.control.authorize({ link: url })
  await client.authorize(created)
  expect(await client.merchant(created).basicInformation()).toMatchObject({ name: '巷口小面' })
  expect(await failureOf(client.authorizationLink(order))).toMatchObject({ kind: 'refused', platformCode: '21003' })
})

test('an icon of exactly 2 MB arrives, a larger one and one of another kind are refused', async () => {
  const { client } = await connected()
  const icon = (size: number) => ({ contentType: 'image/png', bytes: Buffer.concat([png], size) }) as const
  const limit = 2 * 1024 * 1024
  await expect(client.uploadIcon(icon(limit))).resolves.toHaveProperty('path')
  expect(await failureOf(client.uploadIcon(icon(limit + 1)))).toMatchObject({ platformCode: '40031' })
  const bytes = Buffer.from('GIF89a')
  expect(await failureOf(client.uploadIcon({ contentType: 'image/png', bytes }))).toMatchObject({
    platformCode: '40032'
  })
})

test('a merchant whose refresh token was lost is rescued by retrieving its code', async () => {
  const { platform, client, clock } = await connected()
  await client.authorize(appId)
  await platform.merchantToken(appId) // another one exchanged a code: our pair is dead
  const sets = await client.rescue(appId)
  expect(sets?.map(({ id }) => id)).toContain(1)
  clock.time += 121 * minute
  platform.control.resetCounters()
  await client.merchant(appId).versions()
  expect(done(platform, 'retrieve_auth_code')).toBe(0)
})

test('a full disk costs one code, and no merchant', async () => {
  const vault = memoryVault()
  let isFull = false
  const save: TokenVault['save'] = (...pair) => {
    if (isFull) throw new Error('disk full')
    vault.save(...pair)
  }
  const { platform, client, clock } = await connected({ tokens: { ...vault, save } })
  await client.authorize(appId)
  clock.time += 121 * minute
  isFull = true
  expect(await failureOf(client.merchant(appId).versions())).toMatchObject({ outcome: 'not_sent' })
  isFull = false
  platform.control.resetCounters()
  await client.merchant(appId).versions()
  expect([done(platform, 'retrieve_auth_code'), done(platform, 'get_auth_token')]).toEqual([1, 1])
})

test('two desktops without a relay notice each other', async () => {
  const rivals: string[] = []
  const clock = testClock()
  const platform = await startPlatform({ now: () => clock.now() })
  const one = clientOf(platform, clock, { onRival: () => rivals.push('one') })
  const other = clientOf(platform, clock, { onRival: () => rivals.push('other') })
  await one.authorize(appId)
  await other.authorize(appId)
  expect(rivals).toEqual([])
  await one.merchant(appId).versions()
  await other.merchant(appId).versions()
  expect(rivals).toEqual(['one', 'other'])
  clock.time += 6 * minute // the grace of the component token that the other one's fetch replaced
  await one.authorizedApps()
  expect(rivals).toEqual(['one', 'other', 'one'])
})

test('a merchant that ends its authorisation is no rival', async () => {
  const rivals: unknown[] = []
  const { platform, client } = await connected({ onRival: () => rivals.push(1) })
  await client.authorize(appId)
  platform.control.changeMerchant(appId, { authorized: false })
  expect(await failureOf(client.merchant(appId).versions())).toMatchObject({ platformCode: '40022' })
  expect(rivals).toEqual([])
})

test('a probe tells which of the three is wrong', async () => {
  const { platform, clock } = await connected()
  const { appId: id, secret } = platform.simulator.application
  const code = async (more: Partial<PlatformClientOptions>) =>
    (await failureOf(clientOf(platform, clock, more).probe())).platformCode
  expect(await code({ application: { appId: 'ttwrong', secret } })).toBe('40003')
  expect(await code({ application: { appId: id, secret: 'wrong' } })).toBe('40038')
  expect(await code({ ticket: () => Promise.resolve('wrong') })).toBe('40037')
  await expect(clientOf(platform, clock).probe()).resolves.toBeUndefined()
})

test('the simulated platform can be reached without a credential', async () => {
  const { client } = await connected()
  expect((await client.reach()).tookMs).toBe(0)
})
