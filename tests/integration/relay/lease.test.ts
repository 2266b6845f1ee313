import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { RelayProgram, secret } from './support/relay-program'
import { event, keys, seal } from './support/sealing'
import { send } from './support/sending'

const [first, second] = ['holder-of-desktop-1', 'holder-of-desktop-2']

let relay: RelayProgram
beforeEach(async () => {
  relay = await RelayProgram.start()
})
afterEach(() => relay.dispose())

const take = (holder: string, name: string, ttlSeconds = 30) =>
  relay.call('POST', '/v1/lease', { holder, name, ttlSeconds })
const put = (holder: string, fence: number, version: number, blob: string) =>
  relay.call('PUT', '/v1/tokens', { holder, fence, version, blob })
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describe('the lease', () => {
  it('has one holder; others are told who, and not the holder’s secret id', async () => {
    expect(await take(first, '前台')).toMatchObject({ status: 200, value: { fence: 1 } })
    const refused = await take(second, '仓库')
    expect(refused).toMatchObject({ status: 409, value: { error: 'held', name: '前台' } })
    expect(JSON.stringify(refused)).not.toContain(first)
  })

  it('goes to one of two who ask at the same moment', async () => {
    const answers = await Promise.all([take(first, 'a'), take(second, 'b')])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  it('keeps its fence when it is renewed, and gets a new one when it was free in between', async () => {
    await take(first, 'a')
    expect(await take(first, 'a')).toMatchObject({ value: { fence: 1 } })
    expect(await relay.call('DELETE', `/v1/lease?holder=${first}`)).toMatchObject({ value: { released: true } })
    expect(await take(second, 'b')).toMatchObject({ value: { fence: 2 } })
    expect(await relay.call('DELETE', `/v1/lease?holder=${first}`)).toMatchObject({ value: { released: false } })
  })

  it('ends by itself', async () => {
    await take(first, 'a', 1)
    expect((await take(second, 'b')).status).toBe(409)
    await pause(1100)
    expect(await take(second, 'b')).toMatchObject({ status: 200, value: { fence: 2 } })
  })

  it('outlives a kill of the relay', async () => {
    await take(first, 'a')
    await relay.kill()
    await relay.restart()
    expect((await take(second, 'b')).status).toBe(409)
    expect(await take(first, 'a')).toMatchObject({ status: 200, value: { fence: 1 } })
  })

  it('keeps the messages for its holder', async () => {
    await relay.push(seal(event(1)))
    await take(first, 'a')
    expect((await relay.call('GET', `/v1/messages?holder=${second}`)).status).toBe(409)
    expect((await relay.call('POST', '/v1/ack', { id: '1', holder: second })).status).toBe(409)
    expect((await relay.call('GET', `/v1/messages?holder=${first}`)).status).toBe(200)
    expect((await relay.call('POST', '/v1/ack', { id: '1', holder: first })).status).toBe(200)
  })

  it('sends a reader away that was waiting when another took it', async () => {
    const waiting = relay.call('GET', `/v1/messages?holder=${second}&wait=20`)
    await pause(100)
    await take(first, 'a')
    await relay.push(seal(event(1)))
    expect((await waiting).status).toBe(409)
  })
})

describe('the sealed tokens', () => {
  it('are put by the holder, version by version, and read by all, also after a kill', async () => {
    expect(await relay.call('GET', '/v1/tokens')).toEqual({ status: 200, value: { version: 0, blob: null } })
    await take(first, 'a')
    expect(await put(first, 1, 0, 'sealed-1')).toEqual({ status: 200, value: { version: 1 } })
    expect(await put(first, 1, 1, 'sealed-2')).toEqual({ status: 200, value: { version: 2 } })
    await relay.kill()
    await relay.restart()
    expect(await relay.call('GET', '/v1/tokens')).toMatchObject({ value: { version: 2, blob: 'sealed-2' } })
    expect(await relay.call('GET', '/v1/tokens?known=2')).toMatchObject({ value: { version: 2, blob: null } })
  })

  it('are refused from a writer that is not the holder, or no more', async () => {
    expect(await put(first, 0, 0, 'x')).toMatchObject({ status: 409, value: { error: 'not_held' } })
    await take(first, 'a', 1)
    await pause(1100)
    expect(await put(first, 1, 0, 'x')).toMatchObject({ status: 409, value: { error: 'not_held' } })
    await take(second, 'b')
    expect(await put(first, 1, 0, 'x')).toMatchObject({ status: 409, value: { error: 'held', name: 'b' } })
    expect(await relay.call('GET', '/v1/tokens')).toMatchObject({ value: { version: 0 } })
  })

  it('are refused from a holder that slept through another’s turn: its fence is old', async () => {
    await take(first, 'a')
    await relay.call('DELETE', `/v1/lease?holder=${first}`)
    await take(second, 'b')
    await put(second, 2, 0, 'of-b')
    await relay.call('DELETE', `/v1/lease?holder=${second}`)
    await take(first, 'a')
    expect(await put(first, 1, 1, 'of-a')).toMatchObject({ status: 409, value: { error: 'not_held' } })
    expect(await put(first, 3, 0, 'of-a')).toMatchObject({ status: 409, value: { error: 'stale', version: 1 } })
    expect(await relay.call('GET', '/v1/tokens')).toMatchObject({ value: { blob: 'of-b' } })
  })

  it('let one of two writings of the same version through', async () => {
    await take(first, 'a')
    const answers = await Promise.all([put(first, 1, 0, 'x'), put(first, 1, 0, 'y')])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  it('are bounded in size', async () => {
    await relay.dispose()
    relay = await RelayProgram.start({ limits: { maxBlobBytes: 1000 } })
    await take(first, 'a')
    expect((await put(first, 1, 0, 'x'.repeat(1001))).status).toBe(413)
    expect((await put(first, 1, 0, 'x'.repeat(60_000))).status).toBe(413)
    expect((await put(first, 1, 0, 'x'.repeat(1000))).status).toBe(200)
  })
})

describe('a desktop without the secret', () => {
  it.each([
    ['GET', '/v1/messages'],
    ['POST', '/v1/ack'],
    ['GET', '/v1/ticket'],
    ['POST', '/v1/lease'],
    ['DELETE', '/v1/lease'],
    ['GET', '/v1/tokens'],
    ['PUT', '/v1/tokens'],
    ['GET', '/v1/nothing']
  ])('is refused by %s %s, with nothing told', async (method, path) => {
    const wrong = [undefined, 'Bearer ', `Bearer ${secret}x`, `Basic ${secret}`, `Bearer ${secret.slice(0, -1)}`]
    for (const authorization of wrong) {
      const headers: Record<string, string> = authorization === undefined ? {} : { authorization }
      const reply = await send(`${relay.url}${path}?app=${keys.appId}`, { method, headers })
      expect(reply).toEqual({ status: 401, body: '' })
    }
    const headers = { authorization: `Bearer ${secret}` }
    expect(await send(`${relay.url}${path}?app=other`, { method, headers })).toEqual({ status: 401, body: '' })
  })
})
