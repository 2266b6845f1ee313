import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createRelayClient } from '../../../electron/douyin/relay-client'
import type { LeaseState } from '../../../electron/douyin/relay-lease'
import { keys } from '../../integration/relay/support/sealing'
import { testClock, testLogger, type TestClock } from './support/client'
import { PlatformServer, text, type Reply } from './support/platform-server'

const granted = (fence: number) => text(`{"fence":${fence},"expiresInMs":60000}`)
const held = (name: string, expiresInMs: number) => text(JSON.stringify({ error: 'held', name, expiresInMs }), 409)
const outOfOrder = text('', 503)

let server: PlatformServer
let clock: TestClock
beforeEach(async () => {
  server = await new PlatformServer().listen()
  clock = testClock()
})
afterEach(() => server.close())

function leaseOf() {
  const { lease } = createRelayClient({
    url: server.url,
    secret: 's'.repeat(32),
    appId: keys.appId,
    keys: () => keys,
    holder: 'this-desktop',
    name: '前台',
    clock,
    random: () => 0,
    logger: testLogger()
  })
  return lease
}

/** Lets a desktop keep its lease through these answers, one per question; returns what it heard, and when. */
async function keptThrough(replies: readonly Reply[]): Promise<{ state: LeaseState; atMs: number }[]> {
  const [begun, end] = [clock.time, new AbortController()]
  let asked = 0
  const heard: { state: LeaseState; atMs: number }[] = []
  server.on('/v1/lease', (response, request) => {
    if (request.method === 'DELETE') return text('{"released":true}')(response)
    const reply = replies[asked++] ?? outOfOrder
    if (asked > replies.length) end.abort()
    return reply(response, request)
  })
  await leaseOf().keep((state) => void heard.push({ state, atMs: clock.time - begun }), end.signal)
  return heard
}

const rolesOf = (heard: { state: LeaseState }[]) => heard.map(({ state }) => state.role)

describe('a lease', () => {
  it('counts from before it was asked for, and ends before the relay’s does', async () => {
    server.on('/v1/lease', (response) => {
      clock.time += 2000
      granted(1)(response)
    })
    const begun = clock.time
    const lease = leaseOf()
    expect(await lease.acquire()).toEqual({ held: true, lease: { fence: 1, until: begun + 55_000 } })
    clock.time = begun + 54_999
    expect(lease.current()).toMatchObject({ fence: 1 })
    clock.time = begun + 55_000
    expect(lease.current()).toBeNull()
  })

  it('is gone at once when the relay says that another has it', async () => {
    const lease = leaseOf()
    server.on('/v1/lease', granted(1))
    await lease.acquire()
    server.on('/v1/lease', held('仓库', 1000))
    await lease.acquire()
    expect(lease.current()).toBeNull()
  })

  it('counts as given back even if the relay does not hear of it', async () => {
    const lease = leaseOf()
    server.on('/v1/lease', granted(1))
    await lease.acquire()
    server.on('/v1/lease', outOfOrder)
    await expect(lease.release()).rejects.toThrow('unreachable')
    expect(lease.current()).toBeNull()
  })
})

describe('a desktop that keeps its lease', () => {
  it('renews it well before its end, and is told once', async () => {
    const heard = await keptThrough([granted(1), granted(1), granted(1)])
    expect(rolesOf(heard)).toEqual(['writer'])
    expect(clock.waits).toEqual([20_000, 20_000, 20_000])
  })

  it('gives it back as it ends', async () => {
    await keptThrough([granted(1)])
    expect(server.at('/v1/lease').at(-1)?.method).toBe('DELETE')
  })

  it('stays the writer through a short silence of the relay, and asks more and more often', async () => {
    const heard = await keptThrough([granted(1), outOfOrder, outOfOrder, granted(1)])
    expect(rolesOf(heard)).toEqual(['writer'])
    expect(clock.waits.slice(0, 3)).toEqual([20_000, 17_500, 8750])
  })

  it('is cut off the moment its lease has run out, not later', async () => {
    const heard = await keptThrough([granted(1), ...Array.from({ length: 20 }, () => outOfOrder)])
    expect(rolesOf(heard)).toEqual(['writer', 'cut_off'])
    expect(heard[1]?.atMs).toBe(55_000)
  })

  it('hears of a new fence: the lease was free in between', async () => {
    const heard = await keptThrough([granted(1), granted(2)])
    expect(heard.map(({ state }) => (state.role === 'writer' ? state.lease.fence : null))).toEqual([1, 2])
  })

  it('becomes a reader when another took it, and asks again when that one’s lease ends', async () => {
    const heard = await keptThrough([granted(1), held('仓库', 7000), granted(3)])
    expect(rolesOf(heard)).toEqual(['writer', 'reader', 'writer'])
    expect(clock.waits.slice(0, 2)).toEqual([20_000, 7000])
  })

  it('is cut off from the start where the relay is not there', async () => {
    const heard = await keptThrough([outOfOrder, outOfOrder, outOfOrder])
    expect(rolesOf(heard)).toEqual(['cut_off'])
  })
})
