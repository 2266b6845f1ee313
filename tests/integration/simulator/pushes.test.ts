import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { codeOf, like, merchants, startPlatform, textAt } from './platform'
import { startBench } from './push-bench'
import { key, startReceiver, token } from './receiver'

const minuteMs = 60_000

describe('a ticket', () => {
  it('comes at once, encrypted and signed, and opens the component token', async () => {
    const { platform, receiver } = await startBench()
    expect(receiver.received[0]).toMatchObject({ contentType: 'application/json' })
    expect(receiver.received[0]?.sealed.TimeStamp).toBe(String(Date.UTC(2026, 5, 1, 4) / 1000))
    const [ticket] = receiver.messages()
    expect(ticket).toEqual({
      Ticket: platform.simulator.ticket(),
      FromUserName: 'ByteDanceMicroApp',
      CreateTime: '2026-06-01 12:00:00',
      MsgType: 'Ticket',
      Event: 'PUSH'
    })
  })

  it('comes again whenever the clock passes ten minutes, once for several', async () => {
    const { platform, receiver } = await startBench()
    platform.control.advance(9 * minuteMs)
    platform.control.advance(minuteMs)
    await receiver.count(2)
    platform.control.advance(60 * minuteMs)
    await receiver.count(3)
    await wait(50)
    expect(receiver.messages().map(({ CreateTime }) => CreateTime)).toEqual([
      '2026-06-01 12:00:00',
      '2026-06-01 12:10:00',
      '2026-06-01 13:10:00'
    ])
    expect(receiver.messages().at(-1)).toMatchObject({ Ticket: platform.simulator.ticket() })
  })

  it('is stamped with real time, so that it is fresh after the clock was moved', async () => {
    const { platform, receiver } = await startBench()
    platform.control.advance(24 * 60 * minuteMs)
    await receiver.count(2)
    expect(receiver.received[1]?.sealed.TimeStamp).toBe(receiver.received[0]?.sealed.TimeStamp)
  })

  it('comes by itself as time goes by', async () => {
    let now = Date.UTC(2026, 5, 1, 4)
    const platform = await startPlatform({ now: () => now })
    const receiver = await startReceiver(platform.simulator.application.appId)
    platform.control.setPushTarget({ url: receiver.url, token, key })
    await receiver.count(1)
    now += 10 * minuteMs
    await receiver.count(2)
  })
})

describe('an event', () => {
  it('tells of a code that was retrieved, and the code works', async () => {
    const { platform, receiver } = await startBench()
    await platform.retrieve(merchants.upToDate)
    await receiver.count(2)
    const message = receiver.messages()[1]
    expect(message).toEqual({
      AppId: merchants.upToDate,
      TpAppId: platform.simulator.application.appId,
      EventTime: '2026-06-01 12:00:00',
      Event: 'UPDATE_AUTHORIZED',
      AuthorizationCode: like(/./),
      AuthorizationCodeExpiresIn: 3600
    })
    expect(codeOf(await platform.exchange(textAt(message, 'AuthorizationCode')))).toBe(0)
  })

  it('tells of an authorisation that ended and of one that began', async () => {
    const { platform, receiver } = await startBench()
    platform.control.changeMerchant(merchants.upToDate, { authorized: false })
    platform.control.changeMerchant(merchants.upToDate, { authorized: true })
    await receiver.count(3)
    expect(receiver.events()).toEqual(['PUSH', 'UNAUTHORIZED', 'AUTHORIZED'])
    expect(receiver.messages()[1]).not.toHaveProperty('AuthorizationCode')
  })

  it('tells of an audit per host, at the other address, with pictures that are there', async () => {
    const { platform, receiver } = await startBench()
    const messageUrl = `${receiver.url}/messages`
    platform.control.setPushTarget({ url: `${receiver.url}/authorization`, messageUrl, token, key })
    await receiver.count(2)
    const hosts = platform.control.state(merchants.inReview).merchants[0]?.audit?.hosts ?? []
    platform.control.audit(merchants.inReview, { outcome: 'partial', reasons: ['页面打不开'], now: true })
    await receiver.count(3)
    expect(receiver.received.map(({ path }) => path)).toEqual(['/', '/authorization', '/messages'])
    const results = receiver.messages()[2]?.['AuditResults'] as Record<string, unknown>[]
    expect(results.map(({ hostName, status }) => [hostName, status])).toEqual(
      hosts.map((host, at) => [host, at ? 0 : 1])
    )
    expect(results[0]).toMatchObject({ reason: [], auditDetail: null })
    expect(results[1]).toMatchObject({
      reason: ['页面打不开'],
      auditDetail: [{ reason: '页面打不开', modifyGuide: {} }]
    })
  })

  it('tells of an audit that ends while nobody asks', async () => {
    let now = Date.UTC(2026, 5, 1, 4)
    const platform = await startPlatform({ now: () => now })
    const receiver = await startReceiver(platform.simulator.application.appId)
    platform.control.setPushTarget({ url: receiver.url, token, key })
    await receiver.count(1)
    now += 36 * 3_600_000
    await expect.poll(() => receiver.events(), { timeout: 3000 }).toContain('PACKAGE_AUDIT')
  })

  it('has addresses in place of pictures', async () => {
    const { platform, receiver } = await startBench()
    const inReview = (appId: string) => platform.control.audit(appId, { outcome: 'reject', now: true })
    const running = platform.control.state().merchants.filter(({ audit }) => audit?.status === 'in_review')
    for (const { appId } of running) inReview(appId)
    await receiver.count(1 + running.length)
    const pictures = JSON.stringify(receiver.messages()).match(/"detailFile":"[^"]+"/g) ?? []
    expect(pictures.length).toBeGreaterThan(0)
    for (const picture of pictures) {
      const [, address = ''] = /"detailFile":"([^"]+)"/.exec(picture) ?? []
      expect((await fetch(address)).headers.get('content-type')).toBe('image/png')
    }
  })

  it('is not sent without a target, nor later', async () => {
    const platform = await startPlatform()
    const receiver = await startReceiver(platform.simulator.application.appId)
    await platform.retrieve(merchants.upToDate)
    platform.control.setPushTarget({ url: receiver.url, token, key })
    await receiver.count(1)
    platform.control.setPushTarget(null)
    await platform.retrieve(merchants.upToDate)
    await wait(50)
    expect(receiver.events()).toEqual(['PUSH'])
  })
})

describe('a push that is not taken', () => {
  it.each([
    ['another status', { status: 500, body: 'success' }],
    ['a redirect', { status: 307, body: 'success', location: '/elsewhere' }],
    ['quotes', { body: '"success"' }],
    ['a line end', { body: 'success\n' }],
    ['more', { body: 'success'.repeat(1000) }],
    ['nothing', { body: '' }]
  ])('for %s is sent three times more', async (_, answer) => {
    const { platform, receiver } = await startBench()
    receiver.answers.push(answer, answer, answer, answer)
    platform.control.changeMerchant(merchants.upToDate, { authorized: false })
    await receiver.count(5)
    await expect.poll(() => platform.control.pushes()[1]?.state).toBe('given_up')
    expect(receiver.events().slice(1)).toEqual(Array(4).fill('UNAUTHORIZED'))
    expect(new Set(receiver.received.map(({ sealed }) => sealed.MsgSignature)).size).toBe(5)
  })

  it('is not sent again once it is', async () => {
    const { platform, receiver } = await startBench()
    receiver.answers.push({ status: 503, body: '' }, { body: 'success' })
    platform.control.changeMerchant(merchants.upToDate, { authorized: false })
    await receiver.count(3)
    await wait(60)
    expect(receiver.received).toHaveLength(3)
    expect(platform.control.pushes()[1]).toMatchObject({
      event: 'UNAUTHORIZED',
      channel: 'authorization',
      appId: merchants.upToDate,
      state: 'delivered',
      attempts: [
        { end: 'refused', status: 503 },
        { end: 'success', status: 200 }
      ]
    })
  })

  it('never keeps a caller of the platform waiting', async () => {
    const { platform, receiver } = await startBench({ timeoutMs: 300, retryDelaysMs: [] })
    receiver.answers.push(null)
    const startedAt = performance.now()
    await platform.retrieve(merchants.upToDate)
    expect(performance.now() - startedAt).toBeLessThan(250)
    await expect
      .poll(() => platform.control.pushes()[1])
      .toMatchObject({ state: 'given_up', attempts: [{ end: 'late' }] })
  })

  it('to a place where nobody listens is given up, and closing does not wait for it', async () => {
    const platform = await startPlatform()
    platform.control.setPushTarget({ url: 'http://127.0.0.1:1/', token, key, retryDelaysMs: [60_000] })
    await expect
      .poll(() => platform.control.pushes()[0]?.attempts)
      .toMatchObject([{ end: 'unreachable', status: null }])
    const startedAt = performance.now()
    await platform.simulator.close()
    expect(performance.now() - startedAt).toBeLessThan(1000)
  })
})

it('after the simulator closed, nothing is repeated', async () => {
  const { platform, receiver } = await startBench({ retryDelaysMs: [100] })
  receiver.answers.push({ status: 500, body: '' })
  platform.control.changeMerchant(merchants.upToDate, { authorized: false })
  await expect.poll(() => platform.control.pushes()[1]?.attempts).toHaveLength(1)
  await platform.simulator.close()
  await wait(250)
  expect(receiver.received).toHaveLength(2)
})

describe('control', () => {
  it('sets, shows and ends the target over HTTP, and shows deliveries, without a secret', async () => {
    const { platform, receiver, ask } = await startBench()
    const messageUrl = `${receiver.url}/m?secret=in-the-query`
    expect(await ask('POST', '/push-target', { url: receiver.url, messageUrl, token, key })).toEqual({ ok: true })
    await receiver.count(2)
    await platform.retrieve(merchants.upToDate)
    await receiver.count(3)
    await expect
      .poll(() => ask('GET', '/pushes'))
      .toMatchObject([{}, {}, { event: 'UPDATE_AUTHORIZED', state: 'delivered' }])
    const target = await ask('GET', '/push-target')
    expect(target).toMatchObject({ target: { url: `${receiver.url}/`, messageUrl: `${receiver.url}/m` } })
    const code = textAt(receiver.messages()[2], 'AuthorizationCode')
    const shown = [target, await ask('GET', '/pushes'), await ask('GET', '/state'), await ask('GET', '/counters')]
    for (const secret of [token, key, code, platform.simulator.ticket(), 'in-the-query']) {
      expect(JSON.stringify(shown)).not.toContain(secret)
    }
    await ask('DELETE', '/push-target')
    expect(await ask('GET', '/push-target')).toEqual({ target: null })
  })

  it.each([
    { url: 'https://example.com/', token, key },
    { url: 'http://127.0.0.1.example.com/', token, key },
    { url: 'file:///etc/hosts', token, key },
    { url: 'http://127.0.0.1:9/', token, key: 'short' },
    { url: 'http://127.0.0.1:9/', token: '', key }
  ])('refuses the target %o', async (target) => {
    const { ask } = await startBench()
    expect(await ask('POST', '/push-target', target)).toMatchObject({ error: like(/./) })
  })
})
