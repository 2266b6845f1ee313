import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { memoryVault, type PlatformClientOptions } from '../../../electron/douyin'
import type { Material } from '../../../electron/douyin/platform'
import { bench, minute } from './support/bench'
import { failureOf, start, testClient } from './support/client'
import { inTurn, ok, refusal, text } from './support/platform-server'
import { paths } from './support/setup-paths'

const megabyte = 1024 * 1024
const pngHead = Buffer.from('89504e470d0a1a0a', 'hex')

async function aFile(bytes: number, name = '客户张三的身份证.png'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'material-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, name)
  await writeFile(file, Buffer.concat([pngHead, Buffer.alloc(bytes - pngHead.length, 7)]))
  return file
}

/** Notes what is told of the progress. */
function watched(material: Omit<Material, 'onProgress'>) {
  const seen: (readonly [number, number])[] = []
  const onProgress = (sent: number, total: number): void => void seen.push([sent, total])
  const isRising = (): boolean => seen.every(([sent], index) => index === 0 || sent > (seen[index - 1]?.[0] ?? 0))
  return { material: { ...material, onProgress }, seen, isRising }
}

/** A server to which uploads go in their raw form, as slowly or as badly as the test says. */
async function rawServer(take: (request: IncomingMessage, response: ServerResponse) => void) {
  const sockets = new Set<Socket>()
  const server = createServer(take).on('connection', (socket) => void sockets.add(socket))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** A merchant of a platform at this address, with a token at hand. */
function merchantAt(url: string, more: Partial<PlatformClientOptions> = {}) {
  const tokens = memoryVault()
  const later = start + 60 * minute
  tokens.save('tt01', {
    accessToken: 'isvact.0',
    accessExpiresAt: later,
    refreshToken: 'isvrft.0',
    refreshExpiresAt: later
  })
  const client = testClient(url, { tokens, ...more })
  onTestFinished(() => client.close())
  return client.merchant('tt01')
}

const icon = (file: string) => ({ use: 'icon', file, contentType: 'image/png' }) as const

describe('a material', () => {
  test.each([
    ['icon', 'image/png', '1', 'icon.png'],
    ['qualification', 'image/jpeg', '2', 'qualification.jpg'],
    ['name_evidence', 'image/png', '3', 'name_evidence.png'],
    ['landing_page', 'image/png', '4', 'landing_page.png'],
    ['scene', 'image/jpeg', '5', 'scene.jpg'],
    ['capability', 'image/png', '5', 'capability.png']
  ] as const)('for %s as %s is of type %s and called %s', async (use, contentType, type, name) => {
    const { client, server, sentToken } = await bench()
    server.on(paths.material, ok({ path: 'developer/2026/abc123' }))
    const material = { use, file: await aFile(100), contentType }
    expect(await client().merchant('tt01').uploadMaterial(material)).toEqual({ path: 'developer/2026/abc123' })
    const { body, headers } = server.at(paths.material)[0] ?? { body: '', headers: {} }
    const form = await new Response(body, { headers: { 'content-type': headers['content-type'] ?? '' } }).formData()
    expect(form.get('material_type')).toBe(type)
    expect(form.get('material_file')).toMatchObject({ name, type: contentType })
    expect(body).not.toContain('张三')
    expect(sentToken(paths.material)[0]).toMatch(/^isvact\./)
  })

  test('of 5 MB arrives whole, and its progress rises to its size', async () => {
    let received = Buffer.alloc(0)
    const url = await rawServer((request, response) => {
      const pieces: Buffer[] = []
      request.on('data', (piece: Buffer) => pieces.push(piece))
      request.on('end', () => {
        received = Buffer.concat(pieces)
        ok({ path: 'developer/2026/big' })(response)
      })
    })
    const size = 5 * megabyte
    const { material, seen, isRising } = watched(icon(await aFile(size)))
    expect(await merchantAt(url).uploadMaterial(material)).toEqual({ path: 'developer/2026/big' })
    const from = received.indexOf(pngHead)
    const sent = received.subarray(from, from + size)
    expect(sent.equals(Buffer.concat([pngHead, Buffer.alloc(size - pngHead.length, 7)]))).toBe(true)
    expect(seen.at(-1)).toEqual([size, size])
    expect(isRising()).toBe(true)
  })

  test('of more than 5 MB is refused before anything is sent', async () => {
    const { client, server } = await bench()
    const material = icon(await aFile(5 * megabyte + 1))
    const facts = await failureOf(client().merchant('tt01').uploadMaterial(material))
    expect(facts).toMatchObject({ kind: 'refused', outcome: 'not_sent' })
    expect(server.received).toEqual([])
  })

  test('that is not there any more is unexpected, and nothing is sent', async () => {
    const { client, server } = await bench()
    const facts = await failureOf(client().merchant('tt01').uploadMaterial(icon('/nowhere/at/all.png')))
    expect(facts).toMatchObject({ kind: 'unexpected', outcome: 'not_sent', endpoint: '代授权小程序上传资源' })
    expect(server.received).toEqual([])
  })

  test('is sent whole again after a fault, and its progress does not fall', async () => {
    const { client, server } = await bench()
    server.on(paths.material, inTurn(text('', 503), ok({ path: 'developer/2026/again' })))
    const { material, seen, isRising } = watched(icon(await aFile(megabyte)))
    expect(await client().merchant('tt01').uploadMaterial(material)).toEqual({ path: 'developer/2026/again' })
    const lengths = server.at(paths.material).map(({ headers }) => headers['content-length'])
    expect([lengths.length, new Set(lengths).size]).toEqual([2, 1])
    expect([seen.at(-1), isRising()]).toEqual([[megabyte, megabyte], true])
  })

  test.each([40001, 40031, 40032])('is refused with %i', async (code) => {
    const { client, server } = await bench()
    server.on(paths.material, refusal(code))
    const facts = await failureOf(
      client()
        .merchant('tt01')
        .uploadMaterial(icon(await aFile(100)))
    )
    expect(facts).toMatchObject({ kind: 'refused', outcome: 'refused', platformCode: String(code) })
  })
})

describe('an upload', () => {
  test('that is given up in the middle ends at once, changes nothing and is not repeated', async () => {
    const giveUp = new AbortController()
    const closed = Promise.withResolvers<boolean>()
    let requests = 0
    const url = await rawServer((request) => {
      requests += 1
      let bytes = 0
      request.on('data', (piece: Buffer) => {
        bytes += piece.length
        if (bytes > megabyte) giveUp.abort()
      })
      request.on('error', () => undefined).on('close', () => closed.resolve(request.complete))
    })
    const { material, seen } = watched(icon(await aFile(5 * megabyte)))
    const facts = await failureOf(merchantAt(url).uploadMaterial(material, { signal: giveUp.signal }))
    const told = seen.length
    expect(facts).toMatchObject({ kind: 'cancelled', outcome: 'not_sent' })
    expect(await closed.promise).toBe(false)
    await new Promise((resolve) => setTimeout(resolve, 400))
    expect([requests, seen.length]).toEqual([1, told])
  })

  test('whose connection breaks in the middle begins anew, three times at most, and changes nothing', async () => {
    let requests = 0
    const url = await rawServer((request) => {
      requests += 1
      request.on('error', () => undefined).once('data', () => request.socket.resetAndDestroy())
    })
    const { material, isRising } = watched(icon(await aFile(2 * megabyte)))
    const facts = await failureOf(merchantAt(url).uploadMaterial(material))
    expect(facts).toMatchObject({ kind: 'network', outcome: 'not_sent' })
    expect([requests, isRising()]).toEqual([3, true])
  })

  test('may take longer than any other call as long as it moves', async () => {
    const url = await rawServer((request, response) => {
      request.on('data', () => {
        request.pause()
        setTimeout(() => request.resume(), 20)
      })
      request.on('end', () => ok({ path: 'developer/2026/slow' })(response))
    })
    const timeouts = { connectMs: 1500, totalMs: 1500, uploadMs: 60_000 }
    const startedAt = performance.now()
    const merchant = merchantAt(url, { timeouts })
    expect(await merchant.uploadMaterial(icon(await aFile(5 * megabyte)))).toEqual({ path: 'developer/2026/slow' })
    expect(performance.now() - startedAt).toBeGreaterThan(1500)
  }, 30_000)

  test.each([
    ['stops moving', { connectMs: 300, totalMs: 60_000, uploadMs: 60_000 }, false],
    ['gets no answer', { connectMs: 60_000, totalMs: 300, uploadMs: 60_000 }, true],
    ['takes longer than an upload may', { connectMs: 60_000, totalMs: 60_000, uploadMs: 300 }, true]
  ])(
    'that %s ends as a timeout',
    async (_what, timeouts, isRead) => {
      const url = await rawServer((request) => {
        request.on('error', () => undefined)
        if (isRead) request.resume()
      })
      const merchant = merchantAt(url, { timeouts })
      const facts = await failureOf(merchant.uploadMaterial(icon(await aFile(5 * megabyte))))
      expect(facts).toMatchObject({ kind: 'timeout', outcome: 'not_sent' })
    },
    20_000
  )
})
