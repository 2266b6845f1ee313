import { describe, expect, test } from 'vitest'
import { bench, gate, minute } from './support/bench'
import { failureOf } from './support/client'
import { inTurn, ok, refusal, retrievePath, text, tokenPath, versionsPath } from './support/platform-server'

const exchange = 'app_to_tp_authorization_code'
const refresh = 'app_to_tp_refresh_token'

describe('a code that came from outside', () => {
  test('names its merchant, and its tokens are kept before it is told', async () => {
    const { client, server, vault, sentToken } = await bench()
    const heard: unknown[] = []
    const made = client({ onPermissions: (appId) => heard.push(appId) })
    const sets = [{ id: 1, name: '开发管理权限' }]
    expect(await made.acceptCode('pushed')).toEqual({ appId: 'tt01', permissions: sets })
    expect(vault.read('tt01')).toMatchObject({ accessToken: 'isvact.2', refreshToken: 'isvrft.2' })
    expect(heard).toEqual(['tt01'])
    await made.merchant('tt01').versions()
    expect(sentToken(versionsPath)).toEqual(['isvact.2'])
    expect(server.count(tokenPath)).toBe(1)
  })

  test('replaces the pair that is held, though that one still works', async () => {
    const { client, keep, sentToken } = await bench()
    keep(60 * minute)
    const made = client()
    await made.merchant('tt01').versions()
    await made.acceptCode('pushed')
    await made.merchant('tt01').versions()
    expect(sentToken(versionsPath)).toEqual(['isvact.kept', 'isvact.2'])
  })

  test('is unexpected when the answer names no merchant, and nothing is kept', async () => {
    const { client, server, vault } = await bench()
    server.on(tokenPath, (response) => ok({ ...server.tokens(), authorizer_appid: undefined })(response))
    expect(await failureOf(client().acceptCode('pushed'))).toMatchObject({ kind: 'unexpected', outcome: 'unknown' })
    expect(vault.read('tt01')).toBeNull()
  })

  test('that was used before is refused, and not sent twice', async () => {
    const { client, server } = await bench()
    server.on(tokenPath, refusal(40018))
    expect(await failureOf(client().acceptCode('pushed'))).toMatchObject({ kind: 'refused', platformCode: '40018' })
    expect(server.count(tokenPath)).toBe(1)
  })

  test('is not repeated when its answer is lost', async () => {
    const { client, server } = await bench()
    server.on(tokenPath, text('', 502))
    expect(await failureOf(client().acceptCode('pushed'))).toMatchObject({ kind: 'fault', outcome: 'unknown' })
    expect(server.count(tokenPath)).toBe(1)
  })

  test('is quoted by no error', async () => {
    const { client, server } = await bench()
    server.on(tokenPath, refusal(40001, 'bad code CANARY-code'))
    const facts = await failureOf(client().acceptCode('CANARY-code'))
    expect(JSON.stringify(facts)).not.toContain('CANARY')
  })

  test('goes on when its caller gives up, and the caller hears that the outcome is not known', async () => {
    const { client, server, vault } = await bench()
    const answer = gate()
    server.on(tokenPath, async (response) => {
      await answer.opened
      ok(server.tokens())(response)
    })
    const giveUp = new AbortController()
    const facts = failureOf(client().acceptCode('pushed', { signal: giveUp.signal }))
    await expect.poll(() => server.count(tokenPath)).toBe(1)
    giveUp.abort()
    expect(await facts).toMatchObject({ kind: 'cancelled', outcome: 'unknown' })
    answer.open()
    await expect.poll(() => vault.read('tt01')).not.toBeNull()
  })

  test('whose tokens can not be saved leaves them unused, and the merchant recovers by retrieving the code', async () => {
    const { client, keep, vault, grants, sentToken } = await bench()
    keep(60 * minute)
    let isFull = true
    const save: typeof vault.save = (...pair) => {
      if (isFull) throw new Error('disk full')
      vault.save(...pair)
    }
    const rivals: unknown[] = []
    const made = client({ tokens: { ...vault, save }, onRival: () => rivals.push(1) })
    expect(await failureOf(made.acceptCode('pushed'))).toMatchObject({ kind: 'unexpected' })
    await made.merchant('tt01').versions()
    expect(sentToken(versionsPath)).toEqual(['isvact.kept'])
    isFull = false
    keep(-minute)
    await made.rescue('tt01')
    expect(grants()).toEqual([exchange, exchange])
    expect(rivals).toEqual([])
  })
})

describe('a code that comes while the merchant is renewed', () => {
  test('wins over a refresh that is answered after it', async () => {
    const { client, server, keep, vault, sentToken } = await bench()
    keep(-minute)
    const answer = gate()
    server.on(tokenPath, async (response, { query }) => {
      const tokens = server.tokens()
      if (query.get('grant_type') === refresh) await answer.opened
      ok(tokens)(response)
    })
    const made = client()
    const call = made.merchant('tt01').versions()
    await expect.poll(() => server.count(tokenPath)).toBe(1)
    await made.acceptCode('pushed')
    answer.open()
    await call
    expect(vault.read('tt01')?.accessToken).toBe('isvact.3')
    expect(sentToken(versionsPath)).toEqual(['isvact.3'])
  })

  test('saves a refresh that it made void', async () => {
    const { client, server, keep, grants, sentToken } = await bench()
    keep(-minute)
    const answer = gate()
    server.on(tokenPath, async (response, { query }) => {
      if (query.get('grant_type') !== refresh) return ok(server.tokens())(response)
      await answer.opened
      return refusal(40021)(response)
    })
    const rivals: unknown[] = []
    const made = client({ onRival: () => rivals.push(1) })
    const call = made.merchant('tt01').versions()
    await expect.poll(() => server.count(tokenPath)).toBe(1)
    await made.acceptCode('pushed')
    answer.open()
    await call
    expect(grants()).toEqual([refresh, exchange])
    expect(server.count(retrievePath)).toBe(0)
    expect(sentToken(versionsPath)).toEqual(['isvact.2'])
    expect(rivals).toEqual([])
  })

  test('waits for a retrieval under way, whose code the platform pushes as well', async () => {
    const { client, server } = await bench()
    const answer = gate()
    const used = new Set<string>()
    server.on(retrievePath, async (response) => {
      await answer.opened
      ok({ authorization_code: 'same', expires_in: 3600 })(response)
    })
    server.on(tokenPath, (response, { query }) => {
      const code = query.get('authorization_code') ?? ''
      if (used.has(code)) return refusal(40018)(response)
      used.add(code)
      return ok(server.tokens())(response)
    })
    const made = client()
    const rescued = made.rescue('tt01')
    await expect.poll(() => server.count(retrievePath)).toBe(1)
    const pushed = failureOf(made.acceptCode('same'))
    answer.open()
    await expect(rescued).resolves.toHaveLength(1)
    expect(await pushed).toMatchObject({ platformCode: '40018' })
  })
})

describe('a rescue', () => {
  test('retrieves the code though there is a refresh token, and shares its work', async () => {
    const { client, server, keep, grants } = await bench()
    keep(60 * minute)
    const heard: unknown[] = []
    const made = client({ onPermissions: (appId) => heard.push(appId) })
    const sets = await Promise.all(Array.from({ length: 20 }, () => made.rescue('tt01')))
    expect(sets[0]).toEqual([{ id: 1, name: '开发管理权限' }])
    expect(grants()).toEqual([exchange])
    expect(server.count(retrievePath)).toBe(1)
    expect(heard).toEqual(['tt01'])
  })

  test('waits for a refresh under way, and then does its own work', async () => {
    const { client, server, keep, grants } = await bench()
    keep(-minute)
    const answer = gate()
    server.on(
      tokenPath,
      inTurn(
        async (response) => {
          await answer.opened
          ok(server.tokens())(response)
        },
        (response) => ok(server.tokens())(response)
      )
    )
    const made = client()
    const call = made.merchant('tt01').versions()
    await expect.poll(() => server.count(tokenPath)).toBe(1)
    const rescued = made.rescue('tt01')
    answer.open()
    await Promise.all([call, rescued])
    expect(grants()).toEqual([refresh, exchange])
  })

  test('serves the calls that come meanwhile', async () => {
    const { client, keep, grants, sentToken } = await bench()
    keep(-minute)
    const made = client()
    const merchant = made.merchant('tt01')
    await Promise.all([made.rescue('tt01'), merchant.versions(), merchant.versions()])
    expect(grants()).toEqual([exchange])
    expect(new Set(sentToken(versionsPath)).size).toBe(1)
  })

  test('of a merchant whose authorisation ended drops its tokens, the one that is held too', async () => {
    const { client, server, keep, vault } = await bench()
    keep(60 * minute)
    const made = client()
    await made.merchant('tt01').versions()
    server.on(retrievePath, refusal(40022))
    expect(await failureOf(made.rescue('tt01'))).toMatchObject({ kind: 'authorization', platformCode: '40022' })
    expect(vault.read('tt01')).toBeNull()
    expect(await failureOf(made.merchant('tt01').versions())).toMatchObject({ platformCode: '40022' })
    expect(server.count(versionsPath)).toBe(1)
  })
})

describe('a merchant that is forgotten', () => {
  test('has no tokens any more', async () => {
    const { client, server, keep, vault } = await bench()
    keep(60 * minute)
    const made = client()
    await made.merchant('tt01').versions()
    made.forget('tt01')
    expect(vault.read('tt01')).toBeNull()
    await made.merchant('tt01').versions()
    expect(server.count(retrievePath)).toBe(1)
  })

  test('does not come back by a renewal that was under way', async () => {
    const { client, server, keep, vault } = await bench()
    keep(-minute)
    const answer = gate()
    server.on(tokenPath, async (response) => {
      await answer.opened
      ok(server.tokens())(response)
    })
    const made = client()
    const call = failureOf(made.merchant('tt01').versions())
    await expect.poll(() => server.count(tokenPath)).toBe(1)
    made.forget('tt01')
    answer.open()
    expect(await call).toMatchObject({ kind: 'authorization', outcome: 'not_sent' })
    expect(vault.read('tt01')).toBeNull()
  })
})

test('a renewal whose tokens can not be saved is repeated by retrieving the code', async () => {
  const { client, keep, vault, grants, sentToken } = await bench()
  keep(-minute)
  let isFull = true
  const save: typeof vault.save = (...pair) => {
    if (isFull) throw new Error('disk full')
    vault.save(...pair)
  }
  const rivals: unknown[] = []
  const merchant = client({ tokens: { ...vault, save }, onRival: () => rivals.push(1) }).merchant('tt01')
  expect(await failureOf(merchant.versions())).toMatchObject({ outcome: 'not_sent' })
  expect(await failureOf(merchant.versions())).toMatchObject({ outcome: 'not_sent' })
  isFull = false
  await merchant.versions()
  expect(grants()).toEqual([refresh, exchange, exchange])
  expect(sentToken(versionsPath)).toEqual([vault.read('tt01')?.accessToken])
  expect(rivals).toEqual([])
})
