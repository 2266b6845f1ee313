import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { PlatformClientOptions } from '../../../electron/douyin'
import { bench } from './support/bench'
import { failureOf, testClient } from './support/client'
import { versionsPath } from './support/platform-server'
import { certificate, host, proxyServer, secureServer } from './support/tunnel'

const base = `https://${host}`

function client(proxyUrl: string, more: Partial<PlatformClientOptions> = {}) {
  const made = testClient(base, { proxyUrl, timeouts: { connectMs: 300, totalMs: 600 }, ...more })
  onTestFinished(() => made.close())
  return made
}

/** Until the test ends, the stand-in's certificate counts as one of the world's. */
function trust(): void {
  const before = getCACertificates('default')
  setDefaultCACertificates([...before, certificate])
  onTestFinished(() => setDefaultCACertificates(before))
}

describe('a proxy', () => {
  test('carries calls in a tunnel and sees the host alone; the connection is kept', async () => {
    trust()
    const { port, paths } = await secureServer()
    const proxy = await proxyServer(port)
    const made = client(proxy.url)
    await made.probe()
    await made.probe()
    expect(paths).toHaveLength(2)
    expect(proxy.asked).toHaveLength(1)
    expect(proxy.asked[0]).toContain(`${host}:443`)
    expect(proxy.asked.join()).not.toMatch(/the-secret|the-ticket/)
    expect(proxy.plain).toEqual([])
  })

  test('can not pass another server off as the platform', async () => {
    const { port, paths } = await secureServer()
    const proxy = await proxyServer(port)
    expect(await failureOf(client(proxy.url).probe())).toMatchObject({ kind: 'network', outcome: 'not_sent' })
    expect(paths).toEqual([])
  })

  const forged = '{"component_access_token":"clt.forged","expires_in":7200}'
  test.each([
    ['refuses', 'HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n'],
    ['asks for a password', 'HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n'],
    ['answers in the platform’s place', `HTTP/1.1 201 Created\r\ncontent-length: ${forged.length}\r\n\r\n${forged}`],
    ['hangs up', '']
  ])('that %s sent nothing', async (_name, answer) => {
    const proxy = await proxyServer(0, (socket) => void socket.end(answer))
    const facts = await failureOf(client(proxy.url).authorizationLink({ kind: 'authorize', redirectUrl: null }))
    expect(facts).toMatchObject({ kind: 'network', outcome: 'not_sent' })
  })

  test('that is silent is a timeout', async () => {
    const proxy = await proxyServer(0, () => undefined)
    expect(await failureOf(client(proxy.url).reach())).toMatchObject({ kind: 'timeout' })
  })

  test('that is not there sent nothing', async () => {
    expect(await failureOf(client('http://127.0.0.1:9').reach())).toMatchObject({
      kind: 'network',
      outcome: 'not_sent'
    })
  })

  test('carries pictures as well, but not from private addresses', async () => {
    trust()
    const { port, paths } = await secureServer()
    const proxy = await proxyServer(port)
    expect(await failureOf(client(proxy.url).picture(`https://${host}/p.png`))).toMatchObject({ kind: 'unexpected' })
    expect(paths).toEqual(['/p.png'])
    await failureOf(client(proxy.url).picture('https://10.0.0.1/p.png'))
    expect(proxy.asked).toHaveLength(1)
  })

  test('is not asked for what is on this machine', async () => {
    const proxy = await proxyServer(0)
    const { client: local, server } = await bench()
    await local({ proxyUrl: proxy.url }).merchant('tt01').versions()
    expect(server.count(versionsPath)).toBe(1)
    await failureOf(client(proxy.url, { openUrl: 'https://127.0.0.1:9' }).reach())
    expect([...proxy.asked, ...proxy.plain]).toEqual([])
  })

  test.each([
    'https://proxy.example:8080',
    'http://user:pass@proxy.example:8080',
    'http://proxy.example:8080/path',
    'socks5://proxy.example:1080',
    'proxy.example:8080'
  ])('at %s is refused without being quoted', (proxyUrl) => {
    expect(() => testClient(base, { proxyUrl })).toThrow(TypeError)
    expect(() => testClient(base, { proxyUrl })).not.toThrow(/proxy\.example/)
  })
})
