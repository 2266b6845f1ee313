import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { memoryVault, type PlatformClientOptions, type TokenVault } from '../../../electron/douyin'
import type { PlatformClient } from '../../../electron/douyin/platform'
import { failureOf, start, testClient, testClock, testLogger, type LogLine, type TestClock } from './support/client'
import {
  PlatformServer,
  appListPath,
  componentPath,
  inTurn,
  ok,
  refusal,
  releasePath,
  retrievePath,
  text,
  tokenPath,
  versionsPath
} from './support/platform-server'

const minute = 60_000
const month = 30 * 24 * 60 * minute
let server: PlatformServer
let clock: TestClock
let vault: TokenVault
let clients: PlatformClient[]

beforeEach(async () => {
  server = await new PlatformServer().listen()
  server
    .on(versionsPath, ok({}))
    .on(releasePath, ok())
    .on(appListPath, ok({ auth_app_list: [], total: 0 }))
  clock = testClock()
  vault = memoryVault()
  clients = []
})

afterEach(async () => {
  for (const each of clients) each.close()
  await server.close()
})

function client(more: Partial<PlatformClientOptions> = {}): PlatformClient {
  const made = testClient(server.url, { clock, tokens: vault, ...more })
  clients.push(made)
  return made
}

/** Tokens kept from an earlier run, the access token good for so long. */
function keep(accessForMs: number, refreshForMs = month): void {
  vault.save('tt01', {
    accessToken: 'isvact.kept',
    accessExpiresAt: start + accessForMs,
    refreshToken: 'isvrft.kept',
    refreshExpiresAt: start + refreshForMs
  })
}

const grants = () => server.at(tokenPath).map(({ query }) => query.get('grant_type'))
const sentToken = (path: string) => server.at(path).map(({ headers }) => headers['access-token'])

describe('a merchant without a token', () => {
  test('gets one by retrieving the authorization code and exchanging it', async () => {
    await client().merchant('tt01').versions()
    expect(server.received.map(({ path }) => path)).toEqual([componentPath, retrievePath, tokenPath, versionsPath])
    expect(server.at(retrievePath)[0]?.body).toBe('{"authorization_appid":"tt01"}')
    expect(server.at(tokenPath)[0]?.query.get('authorization_code')).toBe('code.2')
    expect(sentToken(tokenPath)).toEqual(['clt.1'])
    expect(sentToken(versionsPath)).toEqual(['isvact.3'])
  })

  test('sends one request for each token, however many callers wait', async () => {
    const merchant = client().merchant('tt01')
    await Promise.all(Array.from({ length: 200 }, () => merchant.versions()))
    expect([server.count(componentPath), server.count(retrievePath), server.count(tokenPath)]).toEqual([1, 1, 1])
    expect(server.count(versionsPath)).toBe(200)
  })

  test.each([40004, 40022])('is not authorised when the platform says %i', async (code) => {
    server.on(retrievePath, refusal(code, '未授权'))
    keep(-minute, -minute)
    const facts = await failureOf(client().merchant('tt01').release())
    expect(facts).toMatchObject({ kind: 'authorization', platformCode: String(code), endpoint: '找回授权码' })
    expect(facts.outcome).not.toBe('unknown')
    expect(vault.read('tt01')).toBeNull()
  })

  test('does not take the token of another merchant', async () => {
    server.on(tokenPath, (response) => ok(server.tokens('tt-other'))(response))
    expect(await failureOf(client().merchant('tt01').release())).toMatchObject({ kind: 'unexpected' })
    expect(server.count(releasePath)).toBe(0)
  })
})

describe('renewal ahead of time', () => {
  test('a token is used until five minutes before its end', async () => {
    const merchant = client().merchant('tt01')
    await merchant.versions()
    clock.time = start + 115 * minute - 1
    await merchant.versions()
    expect(grants()).toEqual(['app_to_tp_authorization_code'])
    clock.time = start + 115 * minute
    await merchant.versions()
    expect(grants()).toEqual(['app_to_tp_authorization_code', 'app_to_tp_refresh_token'])
  })

  test('a token that lives for one minute is used for half of it', async () => {
    server.expiresInSeconds = 60
    const merchant = client().merchant('tt01')
    await merchant.versions()
    clock.time = start + 29_999
    await merchant.versions()
    expect(server.count(tokenPath)).toBe(1)
    clock.time = start + 30_000
    await merchant.versions()
    expect(server.count(tokenPath)).toBe(2)
  })

  test('200 callers at the end of a token share one refresh', async () => {
    keep(-minute)
    const merchant = client().merchant('tt01')
    await Promise.all(Array.from({ length: 200 }, () => merchant.versions()))
    expect(grants()).toEqual(['app_to_tp_refresh_token'])
    expect(new Set(sentToken(versionsPath)).size).toBe(1)
  })

  test('tokens kept from an earlier run are used', async () => {
    keep(60 * minute)
    await client().merchant('tt01').versions()
    expect(server.received.map(({ path }) => path)).toEqual([versionsPath])
  })
})

describe('a token that the platform refuses', () => {
  test.each([28001003, 28001008, 40020])(
    '%i: it is renewed once and the call repeated once, also a write',
    async (code) => {
      keep(60 * minute)
      server.on(releasePath, inTurn(refusal(code), ok()))
      await expect(client().merchant('tt01').release()).resolves.toEqual({ logId: 'LOG-OK' })
      expect(grants()).toEqual(['app_to_tp_refresh_token'])
      expect(sentToken(releasePath)).toEqual(['isvact.kept', 'isvact.2'])
    }
  )

  test('a second refusal is told, not tried again', async () => {
    server.on(releasePath, refusal(28001003))
    const facts = await failureOf(client().merchant('tt01').release())
    expect(facts).toMatchObject({ kind: 'authorization', outcome: 'refused', platformCode: '28001003' })
    expect(server.count(releasePath)).toBe(2)
  })

  test('a late answer about an old token repeats the call without another renewal', async () => {
    keep(60 * minute)
    const late = Promise.withResolvers<void>()
    server.on(versionsPath, async (response, request) => {
      if (request.headers['access-token'] !== 'isvact.kept') return ok({})(response)
      if (server.count(versionsPath) === 1) await late.promise
      return refusal(28001008)(response)
    })
    const merchant = client().merchant('tt01')
    const slow = merchant.versions()
    await expect.poll(() => server.count(versionsPath)).toBe(1)
    await merchant.versions()
    late.resolve()
    await slow
    expect(grants()).toEqual(['app_to_tp_refresh_token'])
  })

  test.each([40009, 40010, 28001003])('%i on a component call fetches the component token anew, once', async (code) => {
    server.on(appListPath, inTurn(refusal(code), ok({ auth_app_list: [], total: 0 })))
    await expect(client().authorizedApps()).resolves.toEqual({ apps: [], isComplete: true })
    expect(sentToken(appListPath)).toEqual(['clt.1', 'clt.2'])
  })

  test('a component token refused during a refresh does not burn the refresh', async () => {
    keep(-minute)
    vault.saveComponent({ accessToken: 'clt.old', expiresAt: start + 60 * minute })
    server.on(
      tokenPath,
      inTurn(refusal(40010), (response) => ok(server.tokens())(response))
    )
    await client().merchant('tt01').versions()
    expect(grants()).toEqual(['app_to_tp_refresh_token', 'app_to_tp_refresh_token'])
    expect(server.count(retrievePath)).toBe(0)
  })
})

describe('a refresh token', () => {
  test('that is refused leads back to the authorization code', async () => {
    keep(-minute)
    server.on(
      tokenPath,
      inTurn(refusal(40021), (response) => ok(server.tokens())(response))
    )
    await client().merchant('tt01').versions()
    expect(grants()).toEqual(['app_to_tp_refresh_token', 'app_to_tp_authorization_code'])
  })

  test('whose answer is lost is not sent again', async () => {
    keep(-minute)
    server.on(
      tokenPath,
      inTurn(
        (response) => void response.socket?.destroy(),
        text('', 502),
        (response) => ok(server.tokens())(response)
      )
    )
    await client().merchant('tt01').versions()
    expect(grants()).toEqual([
      'app_to_tp_refresh_token',
      'app_to_tp_authorization_code',
      'app_to_tp_authorization_code'
    ])
    const codes = server.at(tokenPath).flatMap(({ query }) => query.get('authorization_code') ?? [])
    expect(new Set(codes).size).toBe(2)
  })

  test('past its end is not sent at all', async () => {
    keep(-minute, -minute)
    await client().merchant('tt01').versions()
    expect(grants()).toEqual(['app_to_tp_authorization_code'])
  })

  test('is kept when the call did not reach the platform', async () => {
    keep(-minute)
    vault.saveComponent({ accessToken: 'clt.old', expiresAt: start + 60 * minute })
    const address = server.url
    await server.close()
    const offline = testClient(address, { clock, tokens: vault })
    expect(await failureOf(offline.merchant('tt01').release())).toMatchObject({ kind: 'network', outcome: 'not_sent' })
    server = await new PlatformServer().listen(Number(new URL(address).port))
    server.on(releasePath, ok())
    await offline.merchant('tt01').release()
    expect(grants()).toEqual(['app_to_tp_refresh_token'])
    offline.close()
  })

  test('is replaced in the vault before any waiter goes on', async () => {
    keep(-minute)
    const steps: string[] = []
    const watched = {
      ...vault,
      save: (...pair: Parameters<TokenVault['save']>) => (steps.push('saved'), vault.save(...pair))
    }
    server.on(versionsPath, (response) => (steps.push('called'), ok({})(response)))
    const merchant = client({ tokens: watched }).merchant('tt01')
    await Promise.all([merchant.versions(), merchant.versions()])
    expect(steps).toEqual(['saved', 'called', 'called'])
    expect(vault.read('tt01')?.refreshToken).toBe('isvrft.2')
  })

  test('that cannot be saved stops the call, and the log says why', async () => {
    keep(-minute)
    const lines: LogLine[] = []
    const save = (): never => {
      throw new Error('disk full')
    }
    const made = client({ tokens: { ...vault, save }, logger: testLogger(lines) })
    expect(await failureOf(made.merchant('tt01').release())).toMatchObject({ kind: 'unexpected', outcome: 'not_sent' })
    expect(server.count(releasePath)).toBe(0)
    expect(lines).toContainEqual({
      level: 'error',
      message: 'token vault failed',
      facts: { what: 'save', error: 'Error: disk full' }
    })
  })
})

describe('waiting for a shared renewal', () => {
  test('a caller that gives up leaves the renewal to the others', async () => {
    const giveUp = new AbortController()
    const answer = Promise.withResolvers<void>()
    server.on(retrievePath, async (response) => {
      await answer.promise
      ok({ authorization_code: 'code.x', expires_in: 3600 })(response)
    })
    const merchant = client().merchant('tt01')
    const first = failureOf(merchant.versions({ signal: giveUp.signal }))
    const second = merchant.versions()
    await expect.poll(() => server.count(retrievePath)).toBe(1)
    giveUp.abort()
    expect(await first).toMatchObject({ kind: 'cancelled', outcome: 'not_sent' })
    answer.resolve()
    await second
    expect(server.count(retrievePath)).toBe(1)
  })

  test('a renewal that fails fails all who wait alike, and nobody else hears of it', async () => {
    const unhandled: unknown[] = []
    const hear = (reason: unknown): void => void unhandled.push(reason)
    process.on('unhandledRejection', hear)
    server.on(componentPath, text('{"errno":"40037","message":"无效的 ticket"}'))
    const made = client()
    const giveUp = new AbortController()
    const all = Array.from({ length: 100 }, () => failureOf(made.merchant('tt01').release()))
    const gone = failureOf(made.merchant('tt01').release({ signal: giveUp.signal }))
    giveUp.abort()
    for (const facts of await Promise.all(all))
      expect(facts).toMatchObject({ kind: 'credentials', platformCode: '40037' })
    await gone
    await new Promise((resolve) => setTimeout(resolve, 20))
    process.off('unhandledRejection', hear)
    expect(unhandled).toEqual([])
    expect(server.count(componentPath)).toBe(1)
  })
})

describe('the component token', () => {
  test('is fetched with id, secret and ticket, and kept', async () => {
    await client().authorizedApps()
    const query = Object.fromEntries(server.at(componentPath)[0]?.query ?? [])
    expect(query).toEqual({
      component_appid: 'ttcomponent',
      component_appsecret: 'the-secret',
      component_ticket: 'the-ticket'
    })
    await client().authorizedApps()
    expect(server.count(componentPath)).toBe(1)
    expect(vault.readComponent()).toEqual({ accessToken: 'clt.1', expiresAt: start + 120 * minute })
  })

  test.each(['40037', '40038', '40006', '28005079', '40003'])(
    'refused with %s is a matter of the credentials',
    async (code) => {
      server.on(componentPath, text(JSON.stringify({ errno: code, message: '无效' })))
      const facts = await failureOf(client().merchant('tt01').release())
      expect(facts).toMatchObject({
        kind: 'credentials',
        platformCode: code,
        endpoint: '获取第三方小程序接口调用凭据'
      })
      expect(facts.outcome).not.toBe('unknown')
    }
  )

  test('without a ticket nothing is sent', async () => {
    const made = client({ ticket: () => Promise.reject(new Error('no ticket yet')) })
    expect(await failureOf(made.authorizedApps())).toMatchObject({ kind: 'credentials', outcome: 'not_sent' })
    expect(server.received).toEqual([])
  })

  test('lost on the way is asked for again', async () => {
    server.on(componentPath, inTurn(text('', 503), text('{"component_access_token":"clt.new","expires_in":7200}')))
    await client().authorizedApps()
    expect(sentToken(appListPath)).toEqual(['clt.new'])
  })
})

describe('authorize', () => {
  test('tells the permission sets when the token was fetched, and null when it was there', async () => {
    const heard: unknown[] = []
    const made = client({ onPermissions: (appId, permissions) => heard.push([appId, permissions]) })
    const sets = [{ id: 1, name: '开发管理权限' }]
    expect(await made.authorize('tt01')).toEqual(sets)
    expect(await made.authorize('tt01')).toBeNull()
    expect(heard).toEqual([['tt01', sets]])
  })

  test('is tried again after a fault', async () => {
    server.on(retrievePath, inTurn(refusal(40000), ok({ authorization_code: 'code.x', expires_in: 3600 })))
    await expect(client().authorize('tt01')).resolves.toHaveLength(1)
  })

  test('goes on if whoever listens for permissions fails', async () => {
    const made = client({
      onPermissions: () => {
        throw new Error('listener')
      }
    })
    await expect(made.authorize('tt01')).resolves.toHaveLength(1)
  })
})
