import { expect, it } from 'vitest'
import { at, codeOf, like, merchants, startPlatform, textAt } from './platform'

const info = '/api/apps/v2/basic_info/get_info/'

async function control(
  url: string,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {}
) {
  const sent = body === undefined ? {} : { body: JSON.stringify(body) }
  const response = await fetch(`${url}${path}`, { method, headers, ...sent })
  return { status: response.status, body: (await response.json()) as unknown }
}

it('counts what every merchant was asked for, and logs it without tokens', async () => {
  const platform = await startPlatform()
  const token = await platform.merchantToken(merchants.upToDate)
  await platform.send('GET', info, { token })
  await platform.send('POST', '/api/apps/v1/package_version/release/', { token })
  await platform.send('GET', info, { token: 'isvact.wrong' })
  const report = platform.control.counters()
  expect(report.merchants[merchants.upToDate]).toEqual({
    get_info: { received: 1, carriedOut: 1, refused: 0 },
    release: { received: 1, carriedOut: 0, refused: 1 }
  })
  expect(report.endpoints['get_info']).toEqual({ received: 2, carriedOut: 1, refused: 1 })
  expect(report.log.at(-1)).toMatchObject({ endpoint: 'get_info', appId: null, end: 'refused', code: 28001003 })
  const text = JSON.stringify(report)
  expect(text).not.toContain(token)
  expect(text).not.toContain(platform.simulator.ticket())
  expect(text).not.toContain(platform.simulator.application.secret)
})

it('shows the world without a token, a code or the secret', async () => {
  const platform = await startPlatform()
  const code = textAt((await platform.retrieve(merchants.upToDate)).body, 'data', 'authorization_code')
  const token = await platform.merchantToken(merchants.upToDate)
  const { body } = await control(platform.simulator.controlUrl, 'GET', '/state')
  expect(at(body, 'merchants')).toHaveLength(28)
  const text = JSON.stringify(body)
  for (const secret of [code, token, platform.simulator.application.secret]) expect(text).not.toContain(secret)
  expect(at(body, 'events', 0)).toMatchObject({ event: 'UPDATE_AUTHORIZED', appId: merchants.upToDate })
})

it('shows one merchant when asked for one, and refuses an unknown one', async () => {
  const { controlUrl } = (await startPlatform()).simulator
  expect(at((await control(controlUrl, 'GET', `/state?appId=${merchants.gray}`)).body, 'merchants')).toHaveLength(1)
  expect(await control(controlUrl, 'GET', '/state?appId=tt0')).toMatchObject({ status: 400 })
})

it('takes faults over HTTP, lists how often they struck, and takes them back', async () => {
  const platform = await startPlatform()
  const { controlUrl } = platform.simulator
  const added = await control(controlUrl, 'POST', '/faults', {
    kind: 'quota',
    match: { endpoint: 'get_info' },
    times: 1
  })
  expect(added).toMatchObject({ status: 200, body: { id: '1', kind: 'quota', struck: 0 } })
  const token = await platform.merchantToken(merchants.upToDate)
  expect(codeOf(await platform.send('GET', info, { token }))).toBe(28003017)
  expect(codeOf(await platform.send('GET', info, { token }))).toBe(0)
  expect(at((await control(controlUrl, 'GET', '/faults')).body, 0, 'struck')).toBe(1)
  await control(controlUrl, 'DELETE', '/faults')
  expect((await control(controlUrl, 'GET', '/faults')).body).toEqual([])
})

it('says what is wrong with an order', async () => {
  const { controlUrl } = (await startPlatform()).simulator
  const wrongKind = await control(controlUrl, 'POST', '/faults', { kind: 'earthquake' })
  expect(wrongKind).toMatchObject({ status: 400, body: { error: like(/kind/) } })
  const unknownMember = await control(controlUrl, 'POST', '/faults', { kind: 'latency', ms: 5, seconds: 3 })
  expect(unknownMember).toMatchObject({ status: 400, body: { error: like(/seconds/) } })
  expect(await control(controlUrl, 'POST', '/clock', { advanceMs: -1 })).toMatchObject({ status: 400 })
  expect(await control(controlUrl, 'GET', '/nothing')).toMatchObject({ status: 404 })
})

it('moves the clock, the speed, the rules, a merchant and its audit over HTTP', async () => {
  const platform = await startPlatform()
  const { controlUrl } = platform.simulator
  const before = platform.control.state().now
  await control(controlUrl, 'POST', '/clock', { advanceMs: 1000 })
  await control(controlUrl, 'POST', '/speed', { timeFactor: 60, waitFactor: 2 })
  await control(controlUrl, 'POST', '/rules', { submitScope: 'application' })
  await control(controlUrl, 'POST', '/merchant', {
    appId: merchants.gray,
    change: { permissions: [2], takenDown: true }
  })
  await control(controlUrl, 'POST', '/audit', {
    appId: merchants.inReview,
    outcome: 'reject',
    reasons: ['不行'],
    now: true
  })
  const state = platform.control.state()
  expect(state).toMatchObject({ now: before + 1000, timeFactor: 60, waitFactor: 2, submitScope: 'application' })
  const merchant = (appId: string) => state.merchants.find((each) => each.appId === appId)
  expect(merchant(merchants.gray)).toMatchObject({
    authorization: { permissions: [2] },
    current: { takenDown: true },
    canRollBack: false
  })
  expect(merchant(merchants.inReview)?.audit).toMatchObject({
    status: 'rejected',
    verdicts: { douyin: { passed: false, reasons: ['不行'] } }
  })
})

it('gives a ticket that works', async () => {
  const platform = await startPlatform()
  const { body } = await control(platform.simulator.controlUrl, 'GET', '/ticket')
  expect(body).toMatchObject({ ticket: platform.simulator.ticket() })
})

it('is not for pages in a browser', async () => {
  const { controlUrl } = (await startPlatform()).simulator
  const reset = await control(controlUrl, 'POST', '/reset', undefined, { origin: 'https://example.com' })
  expect(reset.status).toBe(403)
})

it('builds the world anew: merchants, tokens, faults, counters and clock', async () => {
  const platform = await startPlatform()
  const fresh = platform.control.state().merchants
  const token = await platform.merchantToken(merchants.upToDate)
  platform.control.changeMerchant(merchants.gray, { authorized: false })
  platform.control.addFault({ kind: 'quota', match: { endpoint: 'release' } })
  platform.control.advance(5000)
  await control(platform.simulator.controlUrl, 'POST', '/reset')
  expect(platform.control.state()).toMatchObject({ merchants: fresh, clockOffsetMs: 0 })
  expect(platform.control.faults()).toEqual([])
  expect(platform.control.counters().log).toEqual([])
  expect(codeOf(await platform.send('GET', info, { token }))).toBe(28001003)
})

it('keeps the share of an audit that is done when the speed changes', async () => {
  const platform = await startPlatform()
  const endsAt = () => platform.control.state(merchants.inReview).merchants[0]?.audit?.plan?.endsAt ?? 0
  const hoursLeft = () => (endsAt() - platform.control.state().now) / 3_600_000
  expect(hoursLeft()).toBe(30)
  platform.control.advance(10 * 3_600_000)
  platform.control.setSpeed({ timeFactor: 20 })
  expect(hoursLeft()).toBe(1)
})
