import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openPush } from '../../../electron/douyin/push-messages'
import { RelayProgram, type RelaySetup } from './support/relay-program'
import { event, keys, seal, ticket } from './support/sealing'

const list = z.object({
  messages: z.array(z.object({ id: z.string(), address: z.string(), envelope: z.record(z.string(), z.string()) })),
  dropped: z.number().default(0)
})

let relay: RelayProgram
beforeEach(async () => {
  relay = await RelayProgram.start()
})
afterEach(() => relay.dispose())

async function startWith(setup: RelaySetup): Promise<void> {
  await relay.dispose()
  relay = await RelayProgram.start(setup)
}

async function killAndRestart(): Promise<void> {
  await relay.kill()
  await relay.restart()
}

async function ask(path: string) {
  const { value } = await relay.call('GET', path)
  const { messages, dropped } = list.parse(value)
  const contents = messages.map(({ envelope }) => openPush(envelope, keys, null))
  return { contents, dropped, ids: messages.map(({ id }) => id), addresses: messages.map(({ address }) => address) }
}

const numbers = async (path: string) => (await ask(path)).contents.map((content) => content['number'])
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describe('the relay’s queue', () => {
  it('answers the platform with the bare word and hands the message on as it came', async () => {
    expect(await relay.push(seal(event(1)))).toEqual({ status: 200, body: 'success' })
    const { contents, addresses } = await ask('/v1/messages')
    expect(contents).toEqual([event(1)])
    expect(addresses).toEqual(['events'])
  })

  it('hands messages over in their order, again and again until they are acknowledged, and never after', async () => {
    for (const number of [1, 2, 3]) await relay.push(seal(event(number)))
    expect(await numbers('/v1/messages')).toEqual([1, 2, 3])
    expect(await numbers('/v1/messages?limit=2')).toEqual([1, 2])
    const { ids } = await ask('/v1/messages')
    expect(await numbers(`/v1/messages?after=${ids[0]}`)).toEqual([2, 3])
    expect((await relay.call('POST', '/v1/ack', { id: ids[1] })).status).toBe(200)
    expect(await numbers('/v1/messages')).toEqual([3])
    await killAndRestart()
    expect(await numbers('/v1/messages?after=0')).toEqual([3])
  })

  it('starts from the oldest for a desktop that remembers more than the relay has', async () => {
    await relay.push(seal(event(1)))
    expect(await numbers('/v1/messages?after=999')).toEqual([1])
    expect((await relay.call('POST', '/v1/ack', { id: '999' })).status).toBe(409)
  })

  it('keeps a message that is pushed again only once, also after a restart', async () => {
    const message = seal(event(1))
    await Promise.all([relay.push(message), relay.push(message), relay.push(message)])
    await killAndRestart()
    const shouted = { ...message, MsgSignature: message.MsgSignature.toUpperCase() }
    expect(await relay.push(shouted)).toEqual({ status: 200, body: 'success' })
    expect(await numbers('/v1/messages')).toEqual([1])
  })

  it('does not keep an acknowledged message again when it is replayed after a restart', async () => {
    const message = seal(event(1))
    await relay.push(message)
    await relay.call('POST', '/v1/ack', { id: (await ask('/v1/messages')).ids[0] })
    await killAndRestart()
    await relay.push(message)
    expect(await numbers('/v1/messages')).toEqual([])
  })

  it('answers a waiting desktop at once when a message comes', async () => {
    const waiting = numbers('/v1/messages?wait=20')
    await pause(100)
    const pushedAt = performance.now()
    await relay.push(seal(event(1)))
    expect(await waiting).toEqual([1])
    expect(performance.now() - pushedAt).toBeLessThan(1000)
  })

  it('answers a waiting desktop with nothing when the time is over', async () => {
    const askedAt = performance.now()
    expect(await numbers('/v1/messages?wait=1')).toEqual([])
    expect(performance.now() - askedAt).toBeGreaterThan(900)
  })

  it('sends waiting desktops home when it is stopped', async () => {
    const waiting = numbers('/v1/messages?wait=20')
    await pause(100)
    const stoppedAt = performance.now()
    await relay.stop()
    expect(await waiting).toEqual([])
    expect(performance.now() - stoppedAt).toBeLessThan(4000)
  })
})

describe('the relay’s bounds', () => {
  it('drop the oldest beyond its number, and say how many', async () => {
    await startWith({ limits: { maxMessages: 3 } })
    for (const number of [1, 2, 3, 4, 5]) await relay.push(seal(event(number)))
    expect(await numbers('/v1/messages')).toEqual([3, 4, 5])
    expect((await ask('/v1/messages')).dropped).toBe(2)
  })

  it('drop the oldest beyond its size', async () => {
    await startWith({ limits: { maxBytes: 30_000 } })
    for (const number of [1, 2, 3, 4]) await relay.push(seal({ ...event(number), large: 'x'.repeat(10_000) }))
    expect(await numbers('/v1/messages')).toEqual([3, 4])
  })

  it('drop at its start what has become too old', async () => {
    for (const number of [1, 2]) await relay.push(seal(event(number)))
    await relay.kill()
    relay.setup.limits = { maxAgeDays: 0.000_000_01 }
    await relay.restart()
    expect(await ask('/v1/messages')).toMatchObject({ contents: [], dropped: 2 })
  })
})

describe('the newest ticket', () => {
  it('is there always, also when it was acknowledged and after a kill', async () => {
    await startWith({ hasMessageKey: true })
    await relay.push(seal(ticket('first')), 'authorization')
    await relay.push(seal(ticket('second')), 'authorization')
    await relay.call('POST', '/v1/ack', { id: (await ask('/v1/messages')).ids.at(-1) })
    await killAndRestart()
    expect((await ask('/v1/ticket')).contents).toEqual([ticket('second')])
    expect((await ask('/v1/messages')).contents).toEqual([])
  })

  it('takes the place of the one before in the queue, where the relay has the message key', async () => {
    await startWith({ hasMessageKey: true })
    for (const content of [ticket('first'), event(1), ticket('second')]) await relay.push(seal(content))
    expect((await ask('/v1/messages')).contents).toEqual([event(1), ticket('second')])
    await killAndRestart()
    expect((await ask('/v1/messages')).contents).toEqual([event(1), ticket('second')])
  })

  it('is among the newest messages of its address, newest first, where the relay has no key', async () => {
    await relay.push(seal(ticket('first')), 'authorization')
    await relay.push(seal(ticket('second')), 'authorization')
    await relay.push(seal(event(1)), 'authorization')
    await relay.push(seal(event(2)), 'events')
    expect((await ask('/v1/ticket')).contents).toEqual([event(1), ticket('second'), ticket('first')])
  })

  it('outlives many files of messages, which are deleted', async () => {
    await startWith({ hasMessageKey: true })
    await relay.push(seal(ticket('only')), 'authorization')
    for (let number = 1; number <= 20; number += 1) {
      await relay.push(seal({ ...event(number), large: 'x'.repeat(150_000) }))
      await relay.call('POST', '/v1/ack', { id: (await ask('/v1/messages?limit=200')).ids.at(-1) })
    }
    await killAndRestart()
    expect((await ask('/v1/ticket')).contents).toEqual([ticket('only')])
    expect((await ask('/v1/messages')).contents).toEqual([])
    expect(relay.diskBytes()).toBeLessThan(3 * 1024 * 1024)
  })
})
