import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { PlatformClient } from '../../../electron/douyin/platform'
import { createHttpTransport } from '../../../electron/douyin/http'
import { isPrivateHost, publicLookup } from '../../../electron/douyin/private-addresses'
import { failureOf, testClient } from './support/client'
import { PlatformServer, inTurn, ok, qrPath, refusal, text } from './support/platform-server'

const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from('the rest of a picture')])
let server: PlatformServer
let client: PlatformClient

beforeEach(async () => {
  server = await new PlatformServer().listen()
  client = testClient(server.url)
})

afterEach(async () => {
  client.close()
  await server.close()
})

const picture = (bytes: Buffer, contentType = 'image/png') => text(bytes, 200, { 'content-type': contentType })
const address = (query = '') => ok({ qr_code_url: `${server.url}/qr.png${query}` })
const code = (path = '') => client.merchant('tt01').trialCode('latest', path)

describe('the trial code', () => {
  test('is downloaded from its signed address, which ends when the address says', async () => {
    server.on(qrPath, address('?x-expires=1767225600&x-signature=abc')).on('/qr.png', picture(png))
    expect(await code()).toEqual({ png, expiresAt: 1767225600000 })
    expect(server.at('/qr.png')[0]?.query.get('x-signature')).toBe('abc')
  })

  test('is asked for with the token, and downloaded without it', async () => {
    server.on(qrPath, address()).on('/qr.png', picture(png))
    expect(await code()).toEqual({ png, expiresAt: null })
    expect(server.at(qrPath)[0]?.headers['access-token']).toMatch(/^isvact\./)
    expect(server.at('/qr.png')[0]?.headers['access-token']).toBeUndefined()
  })

  test('may be the answer itself', async () => {
    server.on(qrPath, picture(png, 'image/png; charset=binary'))
    expect(await code()).toEqual({ png, expiresAt: null })
  })

  test.each([
    ['/pages/home/index?from=qa', '{"version":"latest","path":"pages/home/index?from=qa"}'],
    ['pages/home/index', '{"version":"latest","path":"pages/home/index"}'],
    ['', '{"version":"latest"}'],
    ['/', '{"version":"latest"}']
  ])('of the path "%s" is asked for without a leading slash', async (path, body) => {
    server.on(qrPath, picture(png))
    await code(path)
    expect(server.at(qrPath)[0]?.body).toBe(body)
  })

  test('of a stage without a version is refused with 40030', async () => {
    server.on(qrPath, refusal(40030))
    expect(await failureOf(code())).toMatchObject({ kind: 'refused', platformCode: '40030', endpoint: '获取二维码' })
  })

  test('that is no PNG is unexpected', async () => {
    server.on(qrPath, address()).on('/qr.png', picture(Buffer.from('GIF89a')))
    expect(await failureOf(code())).toMatchObject({ kind: 'unexpected', endpoint: '获取二维码' })
  })

  test('whose address has expired is unexpected', async () => {
    server.on(qrPath, address()).on('/qr.png', text('denied', 403))
    expect(await failureOf(code())).toMatchObject({
      kind: 'unexpected',
      endpoint: '下载图片',
      platformMessage: 'HTTP 403'
    })
  })
})

describe('a picture', () => {
  const load = (path = '/i.png') => client.picture(`${server.url}${path}`)

  test('comes with its type, and is tried again when the server is in trouble', async () => {
    server.on('/i.png', inTurn(text('', 500), picture(png, 'image/JPEG; x=y')))
    expect(await load()).toEqual({ contentType: 'image/jpeg', bytes: png })
  })

  test.each([
    ['a page', picture(Buffer.from('<html>'), 'text/html')],
    ['a picture that can carry scripts', picture(Buffer.from('<svg/>'), 'image/svg+xml')],
    ['nothing', picture(Buffer.alloc(0))],
    ['more than 2 MB', picture(Buffer.alloc(2 * 1024 * 1024 + 1))],
    ['a redirect', text('', 302, { location: '/elsewhere' })]
  ])('that is %s is unexpected', async (_name, reply) => {
    server.on('/i.png', reply)
    expect(await failureOf(load())).toMatchObject({ kind: 'unexpected' })
    expect(server.count('/elsewhere')).toBe(0)
  })

  test.each([
    '',
    'not an address',
    'file:///etc/passwd',
    'ftp://example.com/i.png',
    'https://user:pass@example.com/i.png'
  ])('at "%s" is not asked for', async (url) => {
    expect(await failureOf(client.picture(url))).toMatchObject({ kind: 'unexpected', outcome: 'not_sent' })
  })

  test.each([
    'http://example.com/i.png',
    'https://127.0.0.1/i.png',
    'https://localhost/i.png',
    'https://10.1.2.3/i.png',
    'https://192.168.0.1/i.png',
    'https://169.254.169.254/latest/meta-data',
    'https://[::1]/i.png',
    'https://[fd00::1]/i.png',
    'https://[::ffff:10.0.0.1]/i.png',
    'https://0x7f000001/i.png'
  ])('at %s is not asked for by a client of the real platform', async (url) => {
    const real = testClient('https://open.example.com')
    expect(await failureOf(real.picture(url))).toMatchObject({ kind: 'unexpected', outcome: 'not_sent' })
    real.close()
  })

  test('at a name that leads into a private network is not asked for', async () => {
    const looked = await new Promise<[NodeJS.ErrnoException | null, unknown]>((resolve) =>
      publicLookup('localhost', { all: true }, (error, addresses) => resolve([error, addresses]))
    )
    expect(looked[0]?.code).toBe('ERR_PRIVATE_ADDRESS')
    expect(['127.0.0.1', '[::1]', '172.31.0.1', '100.64.0.1', '0.0.0.0'].map(isPrivateHost)).not.toContain(false)
    expect(['8.8.8.8', '172.32.0.1', '[2400:3200::1]', 'example.com'].map(isPrivateHost)).not.toContain(true)
  })

  test('is not asked for when its name turns out to lead into a private network', async () => {
    const transport = createHttpTransport({ connectMs: 1000, totalMs: 1000, uploadMs: 1000 }, { lookup: publicLookup })
    const url = server.url.replace('127.0.0.1', 'localhost')
    const request = {
      call: { name: '下载图片', effect: 'read' },
      method: 'GET',
      url,
      headers: {},
      maxBytes: 10
    } as const
    const facts = await failureOf(transport.send({ ...request, signal: new AbortController().signal }))
    expect(facts).toMatchObject({ kind: 'unexpected', outcome: 'not_sent' })
    expect(server.received).toEqual([])
    transport.close()
  })
})
