import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { afterEach, describe, expect, it } from 'vitest'
import type { ReceivedPush } from '../../../electron/douyin/push-received'
import { newPushSegment, startPushReceiver, type PushReceiver } from '../../../electron/douyin/push-receiver'
import type { PushReceiverOptions } from '../../../electron/douyin/push-receiver'
import { event, keys, seal, sign } from '../../integration/relay/support/sealing'
import { post, send } from '../../integration/relay/support/sending'
import { hang } from '../../integration/relay/support/slow-connection'
import { recordingLogger } from '../../support/small-desk'
import { testClock } from './support/client'

const clock = testClock()
const json = { 'content-type': 'application/json' }
const open: PushReceiver[] = []
afterEach(async () => {
  for (const receiver of open.splice(0)) await receiver.close()
})

const sealed = (number: number, at = clock.time) => seal(event(number), { at })
const minutes = (count: number) => clock.time + count * 60_000

async function start(more: Partial<PushReceiverOptions> = {}) {
  const received: ReceivedPush[] = []
  const logger = recordingLogger()
  const onMessage = (message: ReceivedPush) => void received.push(message)
  const receiver = await startPushReceiver({ port: 0, keys: () => keys, onMessage, clock, logger, ...more })
  open.push(receiver)
  return { receiver, received, logger, url: receiver.url }
}

describe('the receiver', () => {
  it('hands a good message on, opened, and answers with the bare word', async () => {
    const { received, url } = await start()
    const message = sealed(1)
    expect(await post(url, message)).toEqual({ status: 200, body: 'success' })
    const digest = expect.stringMatching(/^[0-9a-f]{64}$/) as string
    expect(received).toEqual([{ envelope: message, content: event(1), receivedAt: clock.time, digest }])
  })

  it('answers only after the message was kept', async () => {
    let keep = (): void => undefined
    const kept = new Promise<void>((resolve) => (keep = resolve))
    const { url } = await start({ onMessage: () => kept })
    let isAnswered = false
    const answer = post(url, sealed(1)).finally(() => (isAnswered = true))
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(isAnswered).toBe(false)
    keep()
    expect((await answer).body).toBe('success')
  })

  it('answers 500 where the message could not be kept, and takes it when it comes again', async () => {
    let failures = 1
    const taken: ReceivedPush[] = []
    const onMessage = (message: ReceivedPush): void => {
      if (failures-- > 0) throw new Error('disk full')
      taken.push(message)
    }
    const { receiver, url, logger } = await start({ onMessage })
    const message = sealed(1)
    expect(await post(url, message)).toEqual({ status: 500, body: '' })
    expect(await post(url, message)).toEqual({ status: 200, body: 'success' })
    expect(taken).toHaveLength(1)
    expect(receiver.stats()).toMatchObject({ accepted: 1, failed: 1 })
    expect(logger.lines.join()).toContain('could not be kept')
  })

  it('answers a repetition with the bare word and does not hand it on again', async () => {
    const { receiver, received, url } = await start()
    const message = sealed(1)
    const shouted = { ...message, MsgSignature: message.MsgSignature.toUpperCase() }
    for (const each of [message, message, shouted]) expect((await post(url, each)).body).toBe('success')
    await Promise.all([post(url, message), post(url, message)])
    expect(received).toHaveLength(1)
    expect(receiver.stats()).toMatchObject({ accepted: 1, repeated: 4, lastAcceptedAt: clock.time })
  })

  it('lets repetitions that come meanwhile wait for the first one’s outcome', async () => {
    let fail = (): void => undefined
    const failing = new Promise<void>((_resolve, reject) => (fail = () => reject(new Error('disk full'))))
    const { url } = await start({ onMessage: () => failing })
    const message = sealed(1)
    const answers = Promise.all([post(url, message), post(url, message)])
    await new Promise((resolve) => setTimeout(resolve, 100))
    fail()
    expect((await answers).map(({ status }) => status)).toEqual([500, 500])
  })

  it('gives every receiver another path, or the one it is told', async () => {
    const segment = newPushSegment()
    const { receiver, url } = await start({ segment })
    expect(url).toBe(`http://127.0.0.1:${receiver.port}/push/${segment}`)
    expect((await start()).receiver.segment).not.toBe((await start()).receiver.segment)
    await expect(start({ segment: 'short' })).rejects.toThrow(TypeError)
    await expect(start({ segment: `../../${segment}` })).rejects.toThrow(TypeError)
  })

  it('says where its port is taken', async () => {
    const { receiver } = await start()
    await expect(start({ port: receiver.port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })

  it('can not be reached from the network', async () => {
    const { receiver } = await start()
    const outside = Object.values(networkInterfaces()).flatMap((each) => each ?? [])
    const addresses = outside
      .filter(({ internal, family }) => !internal && family === 'IPv4')
      .map(({ address }) => address)
    for (const address of [...addresses, '127.0.0.2']) {
      expect((await post(`http://${address}:${receiver.port}/push/${receiver.segment}`, sealed(1))).status).toBe(0)
    }
  })
})

describe('the receiver refuses with an empty answer, and hands nothing on:', () => {
  it.each<[string, () => unknown, number, string]>([
    ['what was signed with another token', () => seal(event(1), { token: 'x', at: clock.time }), 403, 'signature'],
    ['what was changed', () => ({ ...sealed(1), Nonce: '1' }), 403, 'signature'],
    ['what is older than five minutes', () => sealed(1, minutes(-5.1)), 403, 'stale'],
    ['what is newer than five minutes', () => sealed(1, minutes(5.1)), 403, 'stale'],
    ['what another key encrypted', () => seal(event(1), { key: 'B'.repeat(43), at: clock.time }), 403, 'key'],
    ['what is for another application', () => seal(event(1), { appId: 'x', at: clock.time }), 403, 'recipient'],
    ['what is no object', () => [sealed(1)], 400, 'malformed'],
    ['what lacks a field', () => ({ ...sealed(1), Encrypt: undefined }), 400, 'malformed'],
    ['what has a time that is none', () => sign({ ...sealed(1), TimeStamp: '1e9' }), 400, 'malformed'],
    ['what is no JSON', () => '{"Nonce":', 400, 'malformed'],
    ['what is nested without end', () => '['.repeat(200_000), 400, 'malformed']
  ])('%s', async (_name, message, status, refusal) => {
    const { receiver, received, url } = await start()
    expect(await post(url, message())).toEqual({ status, body: '' })
    expect(receiver.stats()).toMatchObject({ accepted: 0, refused: { [refusal]: 1 } })
    expect(received).toEqual([])
  })

  it('other methods, paths, types and encodings', async () => {
    const { receiver, received, url } = await start()
    const body = JSON.stringify(sealed(1))
    const origin = new URL(url).origin
    for (const method of ['GET', 'PUT', 'OPTIONS']) {
      expect(await send(url, { method, headers: json, body })).toEqual({ status: 405, body: '' })
    }
    for (const other of [`${url}/`, `${url}x`, origin, `${origin}/push`, `${origin}/push/${'0'.repeat(32)}`]) {
      expect(await send(other, { headers: json, body })).toEqual({ status: 404, body: '' })
    }
    const zipped = { ...json, 'content-encoding': 'gzip' }
    for (const headers of [{}, { 'content-type': 'text/plain' }, { 'content-type': 'application/jsonp' }, zipped]) {
      expect(await send(url, { headers, body })).toEqual({ status: 415, body: '' })
    }
    expect(receiver.stats().refused).toEqual({ method: 3, path: 5, media_type: 4 })
    expect(received).toEqual([])
  })

  it('what is larger than 256 KiB, also when it hides its length', async () => {
    const { receiver, url } = await start()
    const body = Buffer.alloc(256 * 1024 + 1, 'x')
    expect([413, 0]).toContain((await send(url, { headers: json, body })).status)
    expect([413, 0]).toContain((await send(url, { headers: json, body, isChunked: true })).status)
    expect(receiver.stats().refused).toEqual({ too_large: 2 })
  })

  it('everything while there are no keys, so that the platform comes again', async () => {
    const { receiver, url } = await start({ keys: () => null })
    expect(await post(url, sealed(1))).toEqual({ status: 503, body: '' })
    expect(receiver.stats().refused).toEqual({ no_keys: 1 })
  })

  it('who asks too often, until time has passed, and nobody else', async () => {
    const { receiver, url } = await start({ limits: { requestsPerSecondPerRemote: 5 } })
    const from = (address: string, number: number) => post(url, sealed(number), { 'x-forwarded-for': address })
    for (let number = 0; number < 10; number += 1) expect((await from('203.0.113.1', number)).status).toBe(200)
    expect(await from('203.0.113.1', 10)).toEqual({ status: 429, body: '' })
    expect((await from('203.0.113.2', 11)).status).toBe(200)
    clock.time += 1000
    expect((await from('203.0.113.1', 12)).status).toBe(200)
    expect(receiver.stats().refused).toEqual({ rate: 1 })
  })

  it('strangers from everywhere, but not the platform that it knows', async () => {
    const { url } = await start({ limits: { requestsPerSecond: 5 } })
    const from = (address: string, message: unknown) => post(url, message, { 'x-forwarded-for': address })
    expect((await from('203.0.113.9', sealed(1))).status).toBe(200)
    const statuses: number[] = []
    for (let each = 0; each < 15; each += 1) statuses.push((await from(`198.51.100.${each}`, {})).status)
    expect(statuses.at(-1)).toBe(429)
    expect((await from('203.0.113.9', sealed(2))).status).toBe(200)
  })

  it('strangers who repeat a good message from everywhere, but still not the platform', async () => {
    const { url } = await start({ limits: { requestsPerSecond: 50 } })
    const from = (address: string, message: unknown) => post(url, message, { 'x-forwarded-for': address })
    const listenedIn = sealed(1)
    expect((await from('203.0.113.9', listenedIn)).status).toBe(200)
    const statuses: number[] = []
    for (let each = 0; each < 120; each += 1) statuses.push((await from(`198.51.100.${each}`, listenedIn)).status)
    expect(statuses.slice(0, 70)).toEqual(Array(70).fill(200))
    expect(statuses.at(-1)).toBe(429)
    expect((await from('203.0.113.9', sealed(2))).status).toBe(200)
  })
})

describe('the receiver ends the connection of', () => {
  it('who sends a head too slowly', async () => {
    const { receiver } = await start({ limits: { headersTimeoutMs: 300 } })
    const { said, afterMs } = await hang(
      receiver.port,
      `POST /push/${receiver.segment} HTTP/1.1\r\nHost: a\r\nX-Slow: `
    )
    expect(said).toContain(' 408 ')
    expect(afterMs).toBeLessThan(3000)
  })

  it('who sends a body too slowly', async () => {
    const { receiver } = await start({ limits: { headersTimeoutMs: 300, requestTimeoutMs: 500 } })
    const head = `POST /push/${receiver.segment} HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n`
    const { said, afterMs } = await hang(receiver.port, `${head}Content-Length: 100\r\n\r\n{`)
    expect(said).not.toContain(' 200 ')
    expect(afterMs).toBeLessThan(3000)
  })

  it('who speaks no HTTP, or with a head too large', async () => {
    const { receiver } = await start()
    expect((await hang(receiver.port, 'HELLO\r\n\r\n')).said).toContain(' 400 ')
    expect((await hang(receiver.port, `GET / HTTP/1.1\r\nX: ${'x'.repeat(9000)}\r\n\r\n`)).said).toContain(' 431 ')
    expect(receiver.stats().refused).toEqual({ protocol: 2 })
  })

  it('who keeps it open without asking', async () => {
    const { receiver } = await start({ limits: { idleTimeoutMs: 300 } })
    const { said, afterMs } = await hang(receiver.port, 'GET / HTTP/1.1\r\nHost: a\r\n\r\n')
    expect(said).toContain(' 404 ')
    expect(afterMs).toBeLessThan(3000)
  })

  it('one connection more than allowed, and takes the next when there is room', async () => {
    const { receiver, url } = await start({ limits: { maxConnections: 2 } })
    const held = [connect(receiver.port, '127.0.0.1'), connect(receiver.port, '127.0.0.1')]
    await Promise.all(held.map((socket) => new Promise((resolve) => socket.once('connect', resolve))))
    await expect.poll(() => post(url, sealed(1)).then(({ status }) => status)).toBe(0)
    expect(receiver.stats().refused.connections).toBeGreaterThan(0)
    for (const socket of held) socket.destroy()
    await expect.poll(() => post(url, sealed(2)).then(({ status }) => status)).toBe(200)
  })
})
