import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { RelayProgram, secret } from './support/relay-program'
import { event, keys, seal, sign } from './support/sealing'
import { post, send } from './support/sending'
import { hang } from './support/slow-connection'

const json = { 'content-type': 'application/json' }
const minutes = (count: number) => Date.now() + count * 60_000

let relay: RelayProgram
beforeAll(async () => {
  relay = await RelayProgram.start({ hasMessageKey: true })
})
afterAll(() => relay.dispose())

describe('the relay refuses with an empty answer, and keeps nothing:', () => {
  it.each<[string, unknown, number]>([
    ['what was signed with another token', seal(event(1), { token: 'other' }), 403],
    ['what was changed after it was signed', { ...seal(event(1)), Nonce: '1' }, 403],
    ['what is older than five minutes', seal(event(1), { at: minutes(-5.1) }), 403],
    ['what is newer than five minutes', seal(event(1), { at: minutes(5.1) }), 403],
    ['what is for another application', seal(event(1), { appId: 'tt-other' }), 403],
    ['what is no object', [seal(event(1))], 400],
    ['what lacks a field', { ...seal(event(1)), Encrypt: undefined }, 400],
    ['what has a field of another type', { ...seal(event(1)), Encrypt: ['x'] }, 400],
    ['what has a time that is none', sign({ ...seal(event(1)), TimeStamp: '1e9' }), 400],
    ['what is no JSON', '{"Nonce":', 400]
  ])('%s', async (_name, message, status) => {
    expect(await relay.push(message)).toEqual({ status, body: '' })
    expect(await waiting()).toEqual([])
  })

  it('other methods, paths, types and encodings', async () => {
    const body = JSON.stringify(seal(event(1)))
    const url = relay.pushUrl()
    expect(await send(url, { method: 'GET', headers: json })).toEqual({ status: 405, body: '' })
    expect(await send(url, { method: 'PUT', headers: json, body })).toEqual({ status: 405, body: '' })
    expect(await send(`${url}/`, { headers: json, body })).toEqual({ status: 404, body: '' })
    expect(await send(`${relay.url}/push/other/events`, { headers: json, body })).toEqual({ status: 404, body: '' })
    expect(await send(relay.url, { headers: json, body })).toEqual({ status: 404, body: '' })
    expect(await send(url, { headers: { 'content-type': 'text/plain' }, body })).toEqual({ status: 415, body: '' })
    expect(await send(url, { headers: { ...json, 'content-encoding': 'gzip' }, body })).toMatchObject({ status: 415 })
    expect(await waiting()).toEqual([])
  })

  it('what is larger than 256 KiB, also when it hides its length', async () => {
    const body = Buffer.alloc(256 * 1024 + 1, 'x')
    expect([413, 0]).toContain((await send(relay.pushUrl(), { headers: json, body })).status)
    expect([413, 0]).toContain((await send(relay.pushUrl(), { headers: json, body, isChunked: true })).status)
    expect(await waiting()).toEqual([])
  })

  it('who sends a head too slowly: the connection ends within seconds', async () => {
    const { said, afterMs } = await hang(relay.port, `POST /push/${keys.appId}/events HTTP/1.1\r\nHost: a\r\nX-Slow: `)
    expect(said).toContain(' 408 ')
    expect(afterMs).toBeLessThan(13_000)
  }, 20_000)
})

describe('the relay', () => {
  it('keeps a message that its key does not open: the signature was good', async () => {
    const other = await RelayProgram.start({ hasMessageKey: true })
    expect((await other.push(seal(event(1), { key: 'B'.repeat(43) }))).body).toBe('success')
    expect((await other.call('GET', '/v1/messages')).value).toMatchObject({ messages: [{ id: '1' }] })
    await other.dispose()
  })

  it('answers 429 to who asks too often, and to nobody else', async () => {
    const limited = await RelayProgram.start({ limits: { requestsPerSecond: 50, requestsPerSecondPerAddress: 5 } })
    const from = (address: string) => post(limited.pushUrl(), seal(event(1)), { 'x-forwarded-for': address })
    const flood = await Promise.all(Array.from({ length: 30 }, () => from('203.0.113.1')))
    expect(flood.filter(({ status }) => status === 429).length).toBeGreaterThan(15)
    expect((await from('203.0.113.2')).status).toBe(200)
    await limited.dispose()
  })

  it('lets the platform in that it knows while strangers from everywhere use up the rate of all', async () => {
    const limited = await RelayProgram.start({ limits: { requestsPerSecond: 5, requestsPerSecondPerAddress: 50 } })
    const from = (address: string, message: unknown) => post(limited.pushUrl(), message, { 'x-forwarded-for': address })
    expect((await from('203.0.113.9', seal(event(1)))).status).toBe(200)
    const strangers = Array.from({ length: 40 }, (_each, index) => from(`198.51.100.${index}`, {}))
    expect((await Promise.all(strangers)).some(({ status }) => status === 429)).toBe(true)
    expect((await from('203.0.113.9', seal(event(2)))).status).toBe(200)
    await limited.dispose()
  })

  it('does not forget the platform for strangers who repeat a good message from everywhere', async () => {
    const limited = await RelayProgram.start({ limits: { requestsPerSecond: 100, requestsPerSecondPerAddress: 50 } })
    const from = (address: string, message: unknown) => post(limited.pushUrl(), message, { 'x-forwarded-for': address })
    const listenedIn = seal(event(1))
    expect((await from('203.0.113.9', listenedIn)).status).toBe(200)
    for (let each = 0; each < 70; each += 1) {
      expect((await from(`198.51.100.${each}`, listenedIn)).status).toBe(200)
    }
    const strangers = Array.from({ length: 300 }, (_each, index) => from(`198.52.${index >> 8}.${index % 256}`, {}))
    expect((await Promise.all(strangers)).some(({ status }) => status === 429)).toBe(true)
    expect((await from('203.0.113.9', seal(event(2)))).status).toBe(200)
    await limited.dispose()
  })

  it('tells its health to anyone, and nothing else', async () => {
    expect(await send(`${relay.url}/healthz`, { method: 'GET' })).toEqual({ status: 200, body: '{"ok":true}' })
  })

  it.each([
    ['GET', '/v1/messages?after=-1', undefined],
    ['GET', '/v1/messages?limit=x', undefined],
    ['POST', '/v1/ack', {}],
    ['POST', '/v1/ack', { id: 'x' }],
    ['POST', '/v1/lease', { holder: 'short', name: 'a', ttlSeconds: 1 }],
    ['POST', '/v1/lease', { holder: 'long-enough', name: 'a', ttlSeconds: 0 }],
    ['PUT', '/v1/tokens', { holder: 'long-enough', fence: 1, version: 0 }]
  ])('refuses %s %s with %j as malformed', async (method, path, body) => {
    expect(await relay.call(method, path, body)).toEqual({ status: 400, value: { error: 'malformed' } })
  })

  it('writes no secret, token, key or message anywhere', async () => {
    const message = seal(event(7))
    await relay.push(message)
    await send(`${relay.url}/v1/messages?app=${keys.appId}`, {
      method: 'GET',
      headers: { authorization: 'Bearer guess' }
    })
    await relay.stop()
    expect(relay.output).toContain('"unauthorized":1')
    for (const text of [secret, keys.token, keys.key, 'guess', message.Encrypt, message.MsgSignature]) {
      expect(relay.output).not.toContain(text)
    }
  })
})

async function waiting(): Promise<unknown> {
  const { value } = await relay.call('GET', '/v1/messages')
  return value !== null && typeof value === 'object' ? Reflect.get(value, 'messages') : value
}
