import { inspect } from 'node:util'
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import { createRelayClient, type RelayClient, type RelayClientOptions } from '../../../electron/douyin/relay-client'
import { RelayError } from '../../../electron/douyin/relay-error'
import { keys, seal, ticket } from '../../integration/relay/support/sealing'
import { testClock, testLogger, type LogLine } from './support/client'
import { PlatformServer, socketServer, text, type Reply } from './support/platform-server'

const secret = 'CANARY-secret-of-more-than-32-bytes'
let server: PlatformServer
let lines: LogLine[]
const clients: RelayClient[] = []
beforeEach(async () => {
  server = await new PlatformServer().listen()
  lines = []
})
afterEach(async () => {
  for (const client of clients.splice(0)) client.close()
  await server.close()
})

function connect(url: string, more: Partial<RelayClientOptions> = {}): RelayClient {
  const made = createRelayClient({
    url,
    secret,
    appId: keys.appId,
    keys: () => keys,
    holder: 'CANARY-holder',
    name: '前台',
    clock: testClock(),
    random: () => 0,
    logger: testLogger(lines),
    timeoutMs: 300,
    ...more
  })
  clients.push(made)
  return made
}

async function failureOf(call: Promise<unknown>): Promise<RelayError> {
  const error: unknown = await call.then(
    () => null,
    (reason: unknown) => reason
  )
  if (error instanceof RelayError) return error
  throw new Error(`no RelayError: ${String(error)}`)
}

const cases: [string, Reply, string][] = [
  ['a wrong secret', text('', 401), 'unauthorized null'],
  ['a relay out of order', text('', 503), 'unreachable null'],
  ['a proxy whose relay is down', text('<html>502</html>', 502), 'unreachable null'],
  ['a reset', (response) => void response.socket?.resetAndDestroy(), 'unreachable null'],
  ['silence', () => undefined, 'unreachable null'],
  [
    'an answer that breaks off',
    (response) => void response.writeHead(200, { 'content-length': 99 }).write('{'),
    'unreachable null'
  ],
  ['too many requests', text('', 429), 'refused busy'],
  ['too large a body', text('<html>', 413), 'refused too_large'],
  ['a lease of another', text('{"error":"held","name":"仓库","expiresInMs":5000}', 409), 'refused held'],
  ['a refusal it does not know', text('{"error":"new"}', 400), 'refused other'],
  ['another program', text('<html>welcome</html>', 200), 'unexpected null'],
  ['another program’s refusal', text('<html>not found</html>', 404), 'unexpected null'],
  ['a redirect', text('', 302, { location: 'https://example.com/' }), 'unexpected null'],
  ['an answer of another shape', text('{"version":"CANARY-1","blob":7}'), 'unexpected null'],
  ['a huge answer', text(Buffer.alloc(9_000_000, 'x')), 'unexpected null']
]

test.each(cases)('%s is told as one of the closed set, and without a secret', async (_name, reply, expected) => {
  server.on('/v1/tokens', reply)
  const error = await failureOf(connect(server.url).tokens.get())
  expect(`${error.kind} ${error.reason}`).toBe(expected)
  expect(inspect(error, { depth: 20, showHidden: true }) + inspect(lines, { depth: 20 })).not.toContain('CANARY')
})

describe('the relay’s client', () => {
  it('says when nothing listens', async () => {
    const gone = await socketServer(() => undefined)
    gone.close()
    expect((await failureOf(connect(gone.url).tokens.get())).kind).toBe('unreachable')
  })

  it('tells who has the lease, and until when by this computer’s clock', async () => {
    server.on('/v1/lease', text('{"error":"held","name":"仓库","expiresInMs":5000}', 409))
    const clock = testClock()
    const outcome = await connect(server.url, { clock }).lease.acquire()
    expect(outcome).toEqual({ held: false, by: { name: '仓库', until: clock.time + 5000 } })
  })

  it('sends the secret as a header and never in the address', async () => {
    server.on('/v1/tokens', text('{"version":0,"blob":null}'))
    expect(await connect(server.url).tokens.get()).toBeNull()
    const [request] = server.at('/v1/tokens')
    expect(request?.headers.authorization).toBe(`Bearer ${secret}`)
    expect([...(request?.query ?? [])]).toEqual([['app', keys.appId]])
  })

  it('works below a path, for a proxy that serves it there', async () => {
    server.on('/relay/v1/tokens', text('{"version":3,"blob":"sealed"}'))
    expect(await connect(`${server.url}/relay/`).tokens.get()).toEqual({ version: 3, sealed: 'sealed' })
  })

  it('passes over tickets that its keys do not open', async () => {
    const message = (id: string, envelope: unknown) => ({ id, receivedAt: 1, address: 'authorization', envelope })
    const foreign = message('2', seal(ticket('foreign'), { key: 'B'.repeat(43) }))
    const messages = [foreign, message('1', seal(ticket('ours')))]
    server.on('/v1/ticket', text(JSON.stringify({ messages })))
    expect((await connect(server.url).newestTicket())?.ticket).toBe('ours')
  })

  it.each([
    'http://relay.example.com',
    'http://192.168.0.7',
    'https://user:secret@relay.example.com',
    'https://relay.example.com?x=1',
    'ftp://127.0.0.1',
    'no address'
  ])('refuses the address %s', (url) => {
    expect(() => connect(url)).toThrow(TypeError)
  })

  it('waits longer and longer while the relay is out of reach, at most a minute', async () => {
    server.on('/v1/messages', text('', 503))
    const clock = testClock()
    const end = new AbortController()
    const onState = () => void (clock.waits.length >= 9 && end.abort())
    for await (const message of connect(server.url, { clock, onState, random: () => 1 }).messages(end.signal))
      void message
    expect(clock.waits.slice(0, 9)).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000])
  })
})
