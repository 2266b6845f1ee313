import { describe, expect, test } from 'vitest'
import type { TokenAuthority } from '../../../electron/douyin/platform'
import { bench, minute } from './support/bench'
import { failureOf, start } from './support/client'
import { inTurn, ok, refusal, releasePath, retrievePath, versionsPath } from './support/platform-server'

/** An authority that a test can give and take, and what it was told. */
function authority(borrow: () => void = () => undefined, may = false) {
  const told = { borrowed: 0, renewed: 0 }
  const rights = { may }
  const given: TokenAuthority = {
    mayRenew: () => rights.may,
    borrow: () => {
      told.borrowed += 1
      borrow()
      return Promise.resolve()
    },
    renewed: () => void (told.renewed += 1)
  }
  return { given, told, rights }
}

describe('a desktop that may not renew', () => {
  test('uses the tokens that the writer left, and asks the platform for none', async () => {
    const { client, keep, server, sentToken } = await bench()
    keep(-minute, 'old')
    const { given, told } = authority(() => keep(60 * minute, 'new'))
    const merchant = client({ authority: given }).merchant('tt01')
    await Promise.all(Array.from({ length: 20 }, () => merchant.versions()))
    expect(new Set(sentToken(versionsPath))).toEqual(new Set(['isvact.new']))
    expect(server.received.every(({ path }) => path === versionsPath)).toBe(true)
    expect(told).toEqual({ borrowed: 1, renewed: 0 })
  })

  test('borrows anew when the platform refuses what it has', async () => {
    const { client, keep, server, sentToken } = await bench()
    keep(60 * minute, 'old')
    server.on(versionsPath, inTurn(refusal(28001003), ok({})))
    const { given } = authority(() => keep(60 * minute, 'new'))
    await client({ authority: given }).merchant('tt01').versions()
    expect(sentToken(versionsPath)).toEqual(['isvact.old', 'isvact.new'])
  })

  test.each([
    ['no token', () => undefined, null],
    ['the refused one', () => undefined, 60 * minute],
    ['one past its end', () => undefined, -minute],
    ['nothing, as it can not be reached', () => void JSON.parse('{'), -minute]
  ])('says that another holds the tokens when the writer left %s', async (_name, borrow, keptForMs) => {
    const { client, keep, server } = await bench()
    if (keptForMs !== null) keep(keptForMs)
    server.on(releasePath, refusal(28001003))
    const facts = await failureOf(
      client({ authority: authority(borrow).given })
        .merchant('tt01')
        .release()
    )
    expect(facts).toMatchObject({ kind: 'held', outcome: 'not_sent' })
    expect(server.received.every(({ path }) => path === releasePath)).toBe(true)
  })

  test('goes on with what it has when the writer can not be reached', async () => {
    const { client, keep, sentToken } = await bench()
    keep(2 * minute)
    const given: TokenAuthority = { ...authority().given, borrow: () => Promise.reject(new Error('relay away')) }
    const made = client({ authority: given })
    await made.merchant('tt01').versions()
    expect(sentToken(versionsPath)).toEqual(['isvact.kept'])
  })

  test('borrows the component token as well', async () => {
    const { client, server, vault } = await bench()
    server.on('/api/tpapp/v2/auth/get_auth_app_list/', ok({ auth_app_list: [], total: 0 }))
    const lend = (): void => vault.saveComponent({ accessToken: 'clt.lent', expiresAt: start + 60 * minute })
    await client({ authority: authority(lend).given }).authorizedApps()
    expect(server.received.map(({ headers }) => headers['access-token'])).toEqual(['clt.lent'])
  })

  test('sends no code, rescues nobody and proves nothing', async () => {
    const { client, server } = await bench()
    const { given, told } = authority()
    const made = client({ authority: given })
    for (const call of [made.acceptCode('pushed'), made.rescue('tt01'), made.probe()]) {
      expect(await failureOf(call)).toMatchObject({ kind: 'held', outcome: 'not_sent' })
    }
    expect(server.received).toEqual([])
    expect(told.renewed).toBe(0)
  })

  test('renews by itself once it may', async () => {
    const { client, server, keep } = await bench()
    keep(-minute)
    const { given, rights } = authority()
    const merchant = client({ authority: given }).merchant('tt01')
    expect(await failureOf(merchant.versions())).toMatchObject({ kind: 'held' })
    rights.may = true
    await merchant.versions()
    expect(server.count(versionsPath)).toBe(1)
  })

  test('does not retrieve a code when it lost the right during a refresh', async () => {
    const { client, server, keep } = await bench()
    keep(-minute)
    const { given, rights } = authority(() => undefined, true)
    server.on('/api/tpapp/v2/auth/get_auth_token/', (response) => {
      rights.may = false
      refusal(40021)(response)
    })
    expect(await failureOf(client({ authority: given }).merchant('tt01').versions())).toMatchObject({ kind: 'held' })
    expect(server.count(retrievePath)).toBe(0)
  })
})

test('a writer hands out every token when it is in the vault', async () => {
  const { client, vault } = await bench()
  const seen: unknown[] = []
  const given: TokenAuthority = {
    ...authority(() => undefined, true).given,
    renewed: () => seen.push([vault.readComponent()?.accessToken, vault.read('tt01')?.accessToken])
  }
  const made = client({ authority: given })
  await made.authorize('tt01')
  await made.acceptCode('pushed')
  expect(seen).toEqual([
    ['clt.1', undefined],
    ['clt.1', 'isvact.3'],
    ['clt.1', 'isvact.4']
  ])
})
