import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { memoryVault } from '../../../electron/douyin'
import type { PlatformClient } from '../../../electron/douyin/platform'
import { PlatformError } from '../../../electron/douyin/platform-error'
import { start, testClient } from './support/client'
import { PlatformServer, socketServer, text, qrPath, releasePath, versionsPath } from './support/platform-server'

let server: PlatformServer
let client: PlatformClient

function vault() {
  const tokens = memoryVault()
  const later = start + 100 * 3_600_000
  tokens.save('tt01', {
    accessToken: 'isvact.0',
    accessExpiresAt: later,
    refreshToken: 'isvrft.0',
    refreshExpiresAt: later
  })
  return tokens
}

beforeAll(async () => {
  server = await new PlatformServer().listen()
  client = testClient(server.url, { tokens: vault() })
})

afterAll(async () => {
  client.close()
  await server.close()
})

/** Passes if the call worked or failed with a `PlatformError`; a write that worked must have been answered with code 0. */
async function classified(call: Promise<unknown>): Promise<void> {
  try {
    await call
  } catch (error) {
    expect(error).toBeInstanceOf(PlatformError)
  }
}

const envelope = fc.record(
  {
    err_no: fc.oneof(fc.constantFrom(0, '0', 28001003, 11300, 40022, -1), fc.jsonValue()),
    errno: fc.oneof(fc.constantFrom(0, '40037'), fc.jsonValue()),
    err_msg: fc.jsonValue(),
    message: fc.jsonValue(),
    log_id: fc.jsonValue(),
    data: fc.oneof(
      fc.jsonValue(),
      fc.record({ latest: fc.jsonValue(), audit: fc.jsonValue(), current: fc.jsonValue(), gray: fc.jsonValue() }),
      fc.record({ qr_code_url: fc.oneof(fc.webUrl(), fc.jsonValue()) })
    )
  },
  { requiredKeys: [] }
)

const body = fc.oneof(
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
  fc.string({ unit: 'binary', maxLength: 100 }).map((each) => Buffer.from(each)),
  fc.json().map((each) => Buffer.from(each)),
  envelope.map((each) => Buffer.from(JSON.stringify(each)))
)

const status = fc.oneof({ weight: 3, arbitrary: fc.constant(200) }, fc.integer({ min: 200, max: 599 }))

test('whatever bytes come as an answer, the call works or fails with a PlatformError', async () => {
  await fc.assert(
    fc.asyncProperty(
      body,
      status,
      fc.constantFrom('application/json', 'image/png', 'text/html', ''),
      async (...answer) => {
        const [bytes, code, contentType] = answer
        const reply = text(bytes, code, { 'content-type': contentType })
        server.on(versionsPath, reply).on(releasePath, reply).on(qrPath, reply)
        const merchant = client.merchant('tt01')
        await classified(merchant.versions())
        await classified(merchant.release())
      }
    ),
    { numRuns: 150 }
  )
}, 60_000)

test('whatever bytes come on the connection, the call fails with a PlatformError', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 60 }), fc.boolean(), async (bytes, asHttp) => {
      const head = asHttp ? 'HTTP/1.1 200 OK\r\ncontent-length: 5000\r\n\r\n' : ''
      const broken = await socketServer((socket) => socket.end(Buffer.concat([Buffer.from(head), Buffer.from(bytes)])))
      const made = testClient(broken.url, { tokens: vault() })
      await expect(made.merchant('tt01').release()).rejects.toBeInstanceOf(PlatformError)
      made.close()
      broken.close()
    }),
    { numRuns: 40 }
  )
}, 60_000)

const printed = (code: unknown): string => (typeof code === 'string' ? code : JSON.stringify(code ?? null))

test('a write counts as accepted only if the code is 0', async () => {
  await fc.assert(
    fc.asyncProperty(envelope, async (answer) => {
      const sent = JSON.stringify(answer)
      server.on(releasePath, text(sent))
      const worked = await client
        .merchant('tt01')
        .release()
        .then(() => true)
        .catch(() => false)
      const codes = [answer.err_no, answer.errno].filter((code) => /^\s*-?\d+\s*$/.test(printed(code)))
      const isZero = (code: unknown): boolean => Number(code) === 0
      if (worked) expect(codes.length > 0 && codes.every(isZero)).toBe(true)
    }),
    { numRuns: 150 }
  )
}, 60_000)
