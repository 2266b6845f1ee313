import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Clock } from '../../../electron/ports'
import { createRelayClient, type RelayClient, type RelayClientOptions } from '../../../electron/douyin/relay-client'
import { RelayError } from '../../../electron/douyin/relay-error'
import type { RelayedPush, RelayState } from '../../../electron/douyin/relay-messages'
import { systemClock } from '../../../electron/system'
import { recordingLogger } from '../../support/small-desk'
import { RelayProgram, secret } from './support/relay-program'
import { event, keys, seal, ticket } from './support/sealing'

/** Time as it is, but nobody waits longer than a moment. */
const hastyClock: Clock = {
  now: () => systemClock.now(),
  wait: (ms, signal) => systemClock.wait(Math.min(ms, 20), signal)
}

let relay: RelayProgram
const clients: RelayClient[] = []
beforeEach(async () => {
  relay = await RelayProgram.start()
})
afterEach(async () => {
  for (const client of clients.splice(0)) client.close()
  await relay.dispose()
})

function connect(more: Partial<RelayClientOptions> = {}): RelayClient {
  const made = createRelayClient({
    url: relay.url,
    secret,
    appId: keys.appId,
    keys: () => keys,
    holder: 'holder-of-desktop-1',
    name: '前台',
    clock: hastyClock,
    random: () => 0,
    logger: recordingLogger(),
    ...more
  })
  clients.push(made)
  return made
}

/** Takes messages until there are so many, and asks for one more as a desktop does that has stored them all. */
async function collect(client: RelayClient, count: number): Promise<RelayedPush[]> {
  const end = new AbortController()
  const taken: RelayedPush[] = []
  for await (const message of client.messages(end.signal)) {
    taken.push(message)
    if (taken.length === count) end.abort()
  }
  return taken
}

const numberOf = (message: RelayedPush) => ('push' in message ? message.push.content['number'] : message.refusal)
const numbers = async (client: RelayClient, count: number) => (await collect(client, count)).map(numberOf)

async function refusalOf(call: Promise<unknown>): Promise<string> {
  const error: unknown = await call.then(
    () => null,
    (reason: unknown) => reason
  )
  return error instanceof RelayError ? `${error.kind} ${error.reason}` : String(error)
}

describe('a desktop’s loop over the relay’s messages', () => {
  it('takes what is there and what comes, opened, and each once', async () => {
    await relay.push(seal(event(1)))
    const client = connect()
    const taking = numbers(client, 3)
    await delay(150)
    await relay.push(seal(event(2)))
    await relay.push(seal(event(3)))
    expect(await taking).toEqual([1, 2, 3])
    await relay.push(seal(event(4)))
    expect(await numbers(connect(), 1)).toEqual([4])
  })

  it('leaves at the relay what was not stored: leaving the loop does not acknowledge the present message', async () => {
    for (const number of [1, 2, 3]) await relay.push(seal(event(number)))
    for await (const message of connect().messages(AbortSignal.timeout(5000))) if (numberOf(message) === 2) break
    expect(await numbers(connect(), 2)).toEqual([2, 3])
  })

  it('takes the same message again where storing it failed', async () => {
    await relay.push(seal(event(1)))
    const storing = async () => {
      for await (const message of connect().messages(AbortSignal.timeout(5000)))
        throw new Error(`disk full ${message.id}`)
    }
    await expect(storing()).rejects.toThrow('disk full')
    expect(await numbers(connect(), 1)).toEqual([1])
  })

  it('hands on what its keys do not open, with the reason and as it came', async () => {
    await relay.push(seal(event(1), { key: 'B'.repeat(43) }))
    const [message] = await collect(connect(), 1)
    expect(message).toMatchObject({ refusal: 'key', envelope: { Encrypt: expect.any(String) as string } })
    await relay.push(seal(event(2)))
    expect(await numbers(connect({ keys: () => null }), 1)).toEqual(['no_keys'])
  })

  it('survives the relay’s death, says so, and goes on', async () => {
    const states: RelayState[] = []
    const taking = numbers(connect({ onState: (state) => void states.push(state) }), 2)
    await relay.push(seal(event(1)))
    await delay(100)
    await relay.kill()
    await delay(150)
    await relay.restart()
    await relay.push(seal(event(2)))
    expect(await taking).toEqual([1, 2])
    expect(states.some((each) => each.state === 'failing' && each.error.kind === 'unreachable')).toBe(true)
    expect(states.at(-1)?.state).toBe('connected')
  })

  it('ends at once when it is given up while it waits', async () => {
    const end = new AbortController()
    const ended = (async () => {
      for await (const message of connect().messages(end.signal)) void message
    })()
    await delay(100)
    const abortedAt = performance.now()
    end.abort()
    await ended
    expect(performance.now() - abortedAt).toBeLessThan(1000)
  })

  it('starts over with a relay whose folder was emptied', async () => {
    for (const number of [1, 2, 3]) await relay.push(seal(event(number)))
    const taking = numbers(connect(), 4)
    await delay(200)
    const { port } = relay
    await relay.dispose()
    relay = await RelayProgram.start()
    await relay.kill()
    relay.port = port
    await relay.restart()
    await relay.push(seal(event(4)))
    expect(await taking).toEqual([1, 2, 3, 4])
  })
})

describe('the newest ticket', () => {
  it('is found by the client where the relay can not tell tickets from events', async () => {
    const client = connect()
    expect(await client.newestTicket()).toBeNull()
    await relay.push(seal(ticket('first')), 'authorization')
    await relay.push(seal(ticket('second')), 'authorization')
    await relay.push(seal(event(1)), 'authorization')
    expect((await client.newestTicket())?.ticket).toBe('second')
    expect(await connect({ keys: () => null }).newestTicket()).toBeNull()
  })
})

describe('two desktops', () => {
  const second = { holder: 'holder-of-desktop-2', name: '仓库' }

  it('share one lease, and the tokens of whoever has it', async () => {
    const [a, b] = [connect(), connect(second)]
    expect(await a.lease.acquire()).toMatchObject({ held: true, lease: { fence: 1 } })
    expect(await b.lease.acquire()).toMatchObject({ held: false, by: { name: '前台' } })
    expect(await a.tokens.put({ version: 0, sealed: 'sealed' })).toBe(1)
    expect(await b.tokens.get()).toEqual({ version: 1, sealed: 'sealed' })
    expect(await b.tokens.get(1)).toBeNull()
    expect(await refusalOf(b.tokens.put({ version: 1, sealed: 'other' }))).toBe('refused not_held')
    expect(await refusalOf(a.tokens.put({ version: 0, sealed: 'old' }))).toBe('refused stale')
    await a.lease.release()
    expect(a.lease.current()).toBeNull()
    expect(await b.lease.acquire()).toMatchObject({ held: true, lease: { fence: 2 } })
  })

  it('pass the messages on with the lease', async () => {
    const [a, b] = [connect(), connect(second)]
    await relay.push(seal(event(1)))
    await b.lease.acquire()
    const taking = numbers(a, 1)
    await delay(150)
    await b.lease.release()
    expect(await taking).toEqual([1])
  })

  it('hear of it when the role changes hands', async () => {
    const [end, roles] = [new AbortController(), [] as string[]]
    const [a, b] = [connect(), connect(second)]
    await a.lease.acquire()
    const keeping = b.lease.keep(({ role }) => void roles.push(role), end.signal)
    await delay(100)
    await a.lease.release()
    await delay(200)
    expect(roles).toEqual(['reader', 'writer'])
    end.abort()
    await keeping
    expect(await a.lease.acquire()).toMatchObject({ held: true })
  })
})
