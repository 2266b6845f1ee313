import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { SocketClient, startSite, type Site } from '../../support/loopback-site'

describe('calls over the loopback WebSocket', () => {
  let site: Site
  const clients: SocketClient[] = []
  const joined = async () => {
    const client = await SocketClient.join(site)
    clients.push(client)
    return client
  }
  afterEach(async () => {
    clients.splice(0).forEach((client) => client.close())
    await site.close()
  })

  test('answers each call with its own id', async () => {
    site = await startSite()
    const client = await joined()
    expect(await client.call('a', 'merchants.get', { appId: '1' })).toEqual({
      id: 'a',
      result: { ok: true, value: { echo: { appId: '1' } } }
    })
    expect(site.desk.received).toEqual([{ name: 'merchants.get', input: { appId: '1' } }])
  })

  test('answers what is no call without an id, and goes on', async () => {
    site = await startSite()
    const client = await joined()
    for (const text of ['{', '[]', '{"id":1,"call":"x"}', '{"id":"1"}', '{"id":"1","call":"x","more":1}']) {
      client.socket.send(text)
      expect(await client.next()).toMatchObject({ id: null, result: { ok: false, error: { code: 'invalid_input' } } })
    }
    client.socket.send(Buffer.from('{"id":"1","call":"x"}'), { binary: true })
    expect(await client.next()).toMatchObject({ id: null })
    expect(await client.call('2', 'app.info')).toMatchObject({ id: '2', result: { ok: true } })
    expect(site.desk.received).toHaveLength(1)
  })

  test('sends every event to every page', async () => {
    site = await startSite()
    const [first, second] = [await joined(), await joined()]
    site.desk.send({ name: 'merchants.replaced', payload: { accountId: 'a' } })
    const message = { event: 'merchants.replaced', payload: { accountId: 'a' } }
    expect(await first.next()).toEqual(message)
    expect(await second.next()).toEqual(message)
  })

  test('refuses calls beyond those that may be open at a time, and takes calls again afterwards', async () => {
    site = await startSite({ maxCallsInFlight: 2 })
    const client = await joined()
    client.socket.send('{"id":"1","call":"test.hold"}')
    client.socket.send('{"id":"2","call":"test.hold"}')
    expect(await client.call('3', 'app.info')).toMatchObject({
      id: '3',
      result: { ok: false, error: { code: 'not_possible_now', retryable: true } }
    })
    site.desk.releaseHeld()
    await client.next()
    await client.next()
    expect(await client.call('4', 'app.info')).toMatchObject({ id: '4', result: { ok: true } })
  })

  test('refuses connections beyond the limit with 503, and lets the next in when one has gone', async () => {
    site = await startSite({ maxConnections: 1 })
    const client = await joined()
    const address = `${site.loopback.webSocketUrl}?token=${site.loopback.token}`
    expect(await SocketClient.open(address)).toBe(503)
    client.close()
    await vi.waitFor(() => expect(site.loopback.connections()).toBe(0))
    await joined()
  })

  test('finds a dead page by its missing pong, and keeps a live one', async () => {
    site = await startSite({ heartbeatMs: 40 })
    const live = await joined()
    const dead = await joined()
    dead.socket.pause() // reads nothing, so answers no ping
    await vi.waitFor(() => expect(site.loopback.connections()).toBe(1))
    await wait(150)
    expect(live.socket.readyState).toBe(live.socket.OPEN)
  })

  test('cuts off a page that does not read what it is sent', async () => {
    site = await startSite({ maxBufferedBytes: 4 * 1024 * 1024 })
    const client = await joined()
    client.socket.pause()
    for (let id = 0; id < 40; id += 1) client.socket.send(JSON.stringify({ id: String(id), call: 'test.large' }))
    await vi.waitFor(() => expect(site.loopback.connections()).toBe(0), { timeout: 5000 })
    expect(site.logger.lines.join()).toContain('does not read')
  })

  test('lets a call go on when its page has gone', async () => {
    site = await startSite()
    const client = await joined()
    client.socket.send('{"id":"1","call":"test.hold"}')
    await vi.waitFor(() => expect(site.desk.received).toHaveLength(1))
    client.close()
    await vi.waitFor(() => expect(site.loopback.connections()).toBe(0))
    site.desk.releaseHeld()
    const other = await joined()
    expect(await other.call('2', 'app.info')).toMatchObject({ id: '2' })
  })

  test('says goodbye to every page when it closes, and leaves the desk open', async () => {
    site = await startSite()
    const client = await joined()
    const closed = client.closed()
    const { loopback, desk } = site
    await loopback.close()
    expect(await closed).toBe(1001)
    expect(desk.isClosed).toBe(false)
  })
})
