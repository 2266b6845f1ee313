import { inspect } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { memoryVault, type PlatformClientOptions } from '../../../electron/douyin'
import type { PlatformClient } from '../../../electron/douyin/platform'
import { start, testClient, testLogger, type LogLine } from './support/client'
import {
  PlatformServer,
  componentPath,
  inTurn,
  linkPath,
  qrPath,
  refusal,
  releasePath,
  retrievePath,
  socketServer,
  text,
  tokenPath,
  uploadMaterialPath,
  versionsPath,
  type Reply
} from './support/platform-server'

const marked = 'CANARY'
const secrets = {
  accessToken: 'isvact.CANARY-access',
  refreshToken: 'isvrft.CANARY-refresh',
  component: 'clt.CANARY-component',
  code: 'CANARY-code',
  appSecret: 'CANARY-secret',
  ticket: 'CANARY-ticket'
}
let server: PlatformServer
let lines: LogLine[]
const clients: PlatformClient[] = []

beforeEach(async () => {
  server = await new PlatformServer().listen()
  lines = []
})

afterEach(async () => {
  for (const each of clients.splice(0)) each.close()
  await server.close()
})

/** Every secret this client sends is marked. */
function client(url: string, accessForMs: number, more: Partial<PlatformClientOptions> = {}): PlatformClient {
  const tokens = memoryVault()
  const refreshExpiresAt = start + 86_400_000
  const { accessToken, refreshToken } = secrets
  tokens.save('tt01', { accessToken, accessExpiresAt: start + accessForMs, refreshToken, refreshExpiresAt })
  const made = testClient(url, {
    tokens,
    application: { appId: 'ttcomponent', secret: secrets.appSecret },
    ticket: () => Promise.resolve(secrets.ticket),
    logger: testLogger(lines),
    timeouts: { connectMs: 100, totalMs: 200 },
    ...more
  })
  clients.push(made)
  return made
}

/** Everything that anyone could write of an error down, with what stands behind it. */
function everythingOf(error: unknown): string {
  const parts = [inspect(error, { depth: 20, showHidden: true }), JSON.stringify(error)]
  if (error instanceof Error) parts.push(error.message, error.stack ?? '', everythingOf(error.cause ?? ''))
  return parts.join('\n')
}

async function expectNoSecret(call: Promise<unknown>): Promise<void> {
  const error: unknown = await call.then(
    () => null,
    (reason: unknown) => reason
  )
  expect(error).toBeInstanceOf(Error)
  expect(everythingOf(error)).not.toContain(marked)
  expect(inspect(lines, { depth: 20 })).not.toContain(marked)
}

/** The platform quotes what it was sent. */
const quoting: Reply = (response, request) => {
  const quoted = [request.headers['access-token'], ...request.query.values(), request.body].join(' ')
  refusal(40001, `参数错误: ${quoted}`, `LOG ${quoted}`)(response)
}

const replies: [string, Reply][] = [
  ['a refusal that quotes the request', quoting],
  ['a refusal of the token', refusal(28001003, `token ${secrets.accessToken} invalid`)],
  ['a fault', text(`<html>${secrets.accessToken}</html>`, 502)],
  ['a busy answer', text(secrets.accessToken, 429)],
  ['a redirect', text('', 302, { location: `https://example.com/?t=${secrets.accessToken}` })],
  ['broken JSON', text(`{"token":"${secrets.accessToken}`)],
  [
    'an unexpected shape',
    text(`{"err_no":"${secrets.accessToken}","data":{"audit":{"version":"1","status":"${secrets.accessToken}"}}}`)
  ],
  ['a huge body', text(Buffer.alloc(9_000_000, secrets.accessToken))],
  ['a reset', (response) => void response.socket?.resetAndDestroy()],
  ['silence', () => undefined],
  ['an answer that breaks off', (response) => void response.writeHead(200, { 'content-length': 99 }).end('{')]
]

test.each(replies)('%s to a call tells no secret', async (_name, reply) => {
  server.on(versionsPath, reply).on(releasePath, reply).on(qrPath, reply).on(tokenPath, reply)
  const merchant = client(server.url, 3_600_000).merchant('tt01')
  await expectNoSecret(merchant.versions())
  await expectNoSecret(merchant.release())
  await expectNoSecret(merchant.trialCode('latest', ''))
})

test.each(replies)('%s to a fetch of the component token tells no secret', async (_name, reply) => {
  server.on(componentPath, reply)
  await expectNoSecret(client(server.url, -1).merchant('tt01').release())
})

test.each(replies)('%s to a refresh and to an exchange tells no secret', async (_name, reply) => {
  server.on(componentPath, text(`{"component_access_token":"${secrets.component}","expires_in":7200}`))
  server.on(retrievePath, text(`{"err_no":0,"data":{"authorization_code":"${secrets.code}"}}`))
  server.on(tokenPath, inTurn(reply))
  await expectNoSecret(client(server.url, -1).merchant('tt01').release())
})

test.each(replies)('%s to a code that came from outside, a link and an icon tells no secret', async (_name, reply) => {
  server.on(componentPath, text(`{"component_access_token":"${secrets.component}","expires_in":7200}`))
  server.on(tokenPath, reply).on(linkPath, reply).on(uploadMaterialPath, reply)
  const made = client(server.url, 3_600_000)
  await expectNoSecret(made.acceptCode(secrets.code))
  await expectNoSecret(made.authorizationLink({ kind: 'authorize', redirectUrl: null }))
  await expectNoSecret(made.uploadIcon({ contentType: 'image/png', bytes: Buffer.from('icon') }))
})

test('a connection that is refused tells no secret', async () => {
  const gone = await socketServer(() => undefined)
  gone.close()
  await expectNoSecret(client(gone.url, 3_600_000).merchant('tt01').release())
  await expectNoSecret(client(gone.url, -1).merchant('tt01').release())
})

test('a call that is given up tells no secret', async () => {
  const giveUp = new AbortController()
  server.on(releasePath, () => giveUp.abort(new Error(secrets.accessToken)))
  await expectNoSecret(client(server.url, 3_600_000).merchant('tt01').release({ signal: giveUp.signal }))
})

test('a ticket that can not be had tells no secret', async () => {
  const ticket = () => Promise.reject(new Error(secrets.ticket))
  await expectNoSecret(client(server.url, -1, { ticket }).merchant('tt01').release())
})
