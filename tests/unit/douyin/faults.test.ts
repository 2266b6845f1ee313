import { gzipSync } from 'node:zlib'
import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { memoryVault } from '../../../electron/douyin'
import type { PlatformClient } from '../../../electron/douyin/platform'
import type { PlatformErrorFacts } from '../../../electron/douyin/platform-error'
import { failureOf, start, testClient, testClock } from './support/client'
import {
  PlatformServer,
  inTurn,
  ok,
  refusal,
  releasePath,
  socketServer,
  text,
  versionsPath
} from './support/platform-server'

/** A merchant whose token is there already, so that the faults hit the call itself. */
function vault() {
  const tokens = memoryVault()
  const hour = start + 3_600_000
  tokens.save('tt01', {
    accessToken: 'isvact.0',
    accessExpiresAt: hour,
    refreshToken: 'isvrft.0',
    refreshExpiresAt: hour
  })
  return tokens
}

const timeouts = { connectMs: 150, totalMs: 400 }
let server: PlatformServer

/** An address on loopback where nobody listens. */
async function closedAddress(): Promise<string> {
  const gone = await socketServer(() => undefined)
  gone.close()
  return gone.url
}
const clients: PlatformClient[] = []

function client(url: string): PlatformClient {
  const made = testClient(url, { tokens: vault(), timeouts })
  clients.push(made)
  return made
}

beforeEach(async () => {
  server = await new PlatformServer().listen()
})

afterEach(async () => {
  for (const each of clients.splice(0)) each.close()
  await server.close()
})

/** How a write and a read end when every request meets the fault, and how often the read was tried. */
async function meet(fault: (response: ServerResponse) => void) {
  server.on(releasePath, fault).on(versionsPath, fault)
  const merchant = client(server.url).merchant('tt01')
  const write = await failureOf(merchant.release())
  const read = await failureOf(merchant.versions())
  return { write, read, writes: server.count(releasePath), reads: server.count(versionsPath) }
}

const lost = (kind: PlatformErrorFacts['kind']) => ({ kind, outcome: 'unknown' })

describe('faults of the connection', () => {
  const faults: [string, (socket: Socket) => void, PlatformErrorFacts['kind']][] = [
    ['a reset before the answer', (socket) => socket.resetAndDestroy(), 'network'],
    ['a close without an answer', (socket) => socket.end(), 'network'],
    ['bytes that are not HTTP', (socket) => socket.end('\x00\x01garbage\r\n\r\n'), 'network'],
    [
      'a body shorter than announced',
      (socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{"err'),
      'network'
    ],
    [
      'a chunked body without an end',
      (socket) => socket.end('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\n{"err\r\n'),
      'network'
    ],
    ['silence', () => undefined, 'timeout'],
    ['silence after the headers', (socket) => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n'), 'timeout'],
    [
      'an answer that drips beyond the deadline',
      (socket) => {
        socket.write('HTTP/1.1 200 OK\r\ncontent-length: 9999\r\n\r\n')
        const drip = setInterval(() => socket.write(' '), 50)
        socket.on('close', () => clearInterval(drip))
      },
      'timeout'
    ]
  ]

  test.each(faults)('%s leaves a write unknown and is tried again for a read', async (_name, fault, kind) => {
    let connections = 0
    const broken = await socketServer((socket) => {
      connections += 1
      fault(socket)
    })
    try {
      const merchant = client(broken.url).merchant('tt01')
      expect(await failureOf(merchant.release())).toMatchObject({ ...lost(kind), endpoint: '发布代码' })
      expect(connections).toBe(1)
      expect(await failureOf(merchant.versions())).toMatchObject({ ...lost(kind), endpoint: '获取小程序版本列表信息' })
      expect(connections).toBe(4)
    } finally {
      broken.close()
    }
  })

  test('a refused connection sent nothing, so that a write is tried again, but not for ever', async () => {
    const clock = testClock()
    const made = testClient(await closedAddress(), { tokens: vault(), clock })
    expect(await failureOf(made.merchant('tt01').release())).toMatchObject({ kind: 'network', outcome: 'not_sent' })
    expect(clock.waits).toEqual([250, 500])
  })

  test('a connection refused once does not stop a write', async () => {
    const address = await closedAddress()
    const late = new PlatformServer().on(releasePath, ok())
    const clock = testClock()
    const wait = async (): Promise<void> => void (await late.listen(Number(new URL(address).port)))
    const made = testClient(address, { tokens: vault(), clock: { ...clock, wait } })
    await expect(made.merchant('tt01').release()).resolves.toEqual({ logId: 'LOG-OK' })
    expect(late.count(releasePath)).toBe(1)
    made.close()
    await late.close()
  })

  test('a proxy that the environment names does not get to see the tokens', async () => {
    const proxy = await new PlatformServer().listen()
    for (const name of ['http_proxy', 'HTTP_PROXY', 'all_proxy']) vi.stubEnv(name, proxy.url)
    vi.stubEnv('no_proxy', '')
    vi.stubEnv('NO_PROXY', '')
    server.on(versionsPath, ok({}))
    await client(server.url).merchant('tt01').versions()
    vi.unstubAllEnvs()
    expect(proxy.received).toEqual([])
    await proxy.close()
  })

  test('a host that does not exist sent nothing', async () => {
    const facts = await failureOf(client('https://no-such-host.invalid').merchant('tt01').release())
    expect(facts).toMatchObject({ kind: 'network', outcome: 'not_sent' })
  })
})

describe('answers that are none', () => {
  const answers: [string, (response: ServerResponse) => void][] = [
    ['JSON that breaks off', (response) => void response.end('{"err_no":0,')],
    ['a page of HTML', (response) => void response.setHeader('content-type', 'text/html').end('<html>登录</html>')],
    ['an empty body', (response) => void response.end()],
    ['a body that is not UTF-8', (response) => void response.end(Buffer.from([0xff, 0xfe, 0x00, 0xc3]))],
    ['JSON without a code', (response) => void response.end('{"data":{}}')],
    ['JSON that is no object', (response) => void response.end('[0]')],
    ['a code that is no number', (response) => void response.end('{"err_no":"ok"}')],
    ['a redirect', (response) => void response.writeHead(302, { location: '/elsewhere' }).end()],
    ['a client error without an envelope', (response) => void response.writeHead(404).end('not found')],
    ['brackets nested beyond measure', (response) => void response.end('['.repeat(200_000))],
    ['a body beyond the limit', (response) => void response.end(Buffer.alloc(9 * 1024 * 1024, ' '))]
  ]

  test.each(answers)('%s is unexpected, unknown for a write, and not asked for again', async (_name, fault) => {
    const { write, read, writes, reads } = await meet(fault)
    expect(write).toMatchObject(lost('unexpected'))
    expect(read).toMatchObject(lost('unexpected'))
    expect([writes, reads]).toEqual([1, 1])
  })

  test('a redirect is not followed, so that no token travels', async () => {
    await meet((response) => void response.writeHead(307, { location: '/elsewhere' }).end())
    expect(server.count('/elsewhere')).toBe(0)
  })

  test('a gzip stream that is none is a fault of the network', async () => {
    const { write } = await meet(
      (response) => void response.setHeader('content-encoding', 'gzip').end('this is no gzip stream')
    )
    expect(write).toMatchObject(lost('network'))
  })

  test('a small gzip stream that grows beyond the limit is unexpected', async () => {
    const bomb = gzipSync(Buffer.alloc(20 * 1024 * 1024, ' '))
    const { write } = await meet((response) => void response.setHeader('content-encoding', 'gzip').end(bomb))
    expect(write).toMatchObject(lost('unexpected'))
  })
})

describe('the platform in trouble', () => {
  test.each([500, 502, 503])(
    'the status %i is a fault: unknown for a write, tried three times for a read',
    async (status) => {
      const { write, writes, read, reads } = await meet((response) => void response.writeHead(status).end('<html>'))
      expect(write).toMatchObject({ ...lost('fault'), platformMessage: `HTTP ${status}` })
      expect(read).toMatchObject(lost('fault'))
      expect([writes, reads]).toEqual([1, 3])
    }
  )

  test.each([28001005, 28001006, 40000, 20000, -1])('the system error %i leaves a write unknown', async (code) => {
    server.on(releasePath, refusal(code))
    const facts = await failureOf(client(server.url).merchant('tt01').release())
    expect(facts).toMatchObject({ ...lost('fault'), platformCode: String(code), logId: 'LOG-NO' })
    expect(server.count(releasePath)).toBe(1)
  })

  test('a read goes on when the trouble passes', async () => {
    server.on(versionsPath, inTurn(text('', 503), refusal(28001005), ok({})))
    const versions = await client(server.url).merchant('tt01').versions()
    expect(versions.latest).toBeNull()
  })

  test('a business code beside a 5xx is no word that nothing was done', async () => {
    server.on(releasePath, text('{"err_no":11402,"err_msg":"x","log_id":"LOG-500"}', 500))
    const facts = await failureOf(client(server.url).merchant('tt01').release())
    expect(facts).toMatchObject({ ...lost('fault'), logId: 'LOG-500' })
  })

  test('the status 429 is busy and tells how long to wait', async () => {
    server.on(releasePath, text('', 429, { 'retry-after': '7' }))
    const facts = await failureOf(client(server.url).merchant('tt01').release())
    expect(facts).toMatchObject({ kind: 'busy', outcome: 'refused', retryAfterMs: 7000 })
  })
})

describe('refusals', () => {
  test.each([11400, 11401, 11403, 10107, 99999])('the code %i is an explicit no', async (code) => {
    server.on(releasePath, refusal(code, '平台的话'))
    const facts = await failureOf(client(server.url).merchant('tt01').release())
    expect(facts).toMatchObject({
      kind: 'refused',
      outcome: 'refused',
      platformCode: String(code),
      platformMessage: '平台的话',
      logId: 'LOG-NO'
    })
    expect(server.count(releasePath)).toBe(1)
  })

  test('11501 asks for ten minutes', async () => {
    server.on('/api/apps/v1/package_version/rollback/', refusal(11501))
    const facts = await failureOf(client(server.url).merchant('tt01').rollback())
    expect(facts).toMatchObject({ kind: 'busy', outcome: 'refused', retryAfterMs: 600_000 })
  })

  test('the number decides, whatever the text says', async () => {
    server.on(
      releasePath,
      inTurn(text('{"err_no":11402,"err_msg":"success"}'), text('{"err_no":0,"err_msg":"failed"}'))
    )
    const merchant = client(server.url).merchant('tt01')
    expect(await failureOf(merchant.release())).toMatchObject({ platformCode: '11402' })
    await expect(merchant.release()).resolves.toEqual({ logId: null })
  })

  test('the other envelope, and a code written as a text, are understood', async () => {
    server.on(releasePath, text('{"errno":"11402","message":"没有版本"}', 200, { 'x-tt-logid': 'FROM-HEADER' }))
    const facts = await failureOf(client(server.url).merchant('tt01').release())
    expect(facts).toMatchObject({ platformCode: '11402', platformMessage: '没有版本', logId: 'FROM-HEADER' })
  })
})

describe('giving up', () => {
  test('a call given up before it starts sends nothing', async () => {
    const facts = await failureOf(client(server.url).merchant('tt01').release({ signal: AbortSignal.abort() }))
    expect(facts).toMatchObject({ kind: 'cancelled', outcome: 'not_sent' })
    expect(server.received).toHaveLength(0)
  })

  test('a write given up while its answer is awaited is unknown', async () => {
    const giveUp = new AbortController()
    server.on(releasePath, () => giveUp.abort())
    const facts = await failureOf(client(server.url).merchant('tt01').release({ signal: giveUp.signal }))
    expect(facts).toMatchObject({ kind: 'cancelled', outcome: 'unknown' })
  })

  test('closing the client ends the calls under way and refuses later ones', async () => {
    const made = client(server.url)
    server.on(releasePath, () => made.close())
    expect(await failureOf(made.merchant('tt01').release())).toMatchObject({ kind: 'cancelled' })
    expect(await failureOf(made.merchant('tt01').release())).toMatchObject({ kind: 'cancelled', outcome: 'not_sent' })
  })
})
