import { describe, expect, test } from 'vitest'
import type { TokenAuthority } from '../../../electron/douyin/platform'
import { bench, minute } from './support/bench'
import { failureOf, start, testLogger, type LogLine } from './support/client'
import {
  appListPath,
  componentPath,
  inTurn,
  ok,
  refusal,
  retrievePath,
  text,
  tokenPath
} from './support/platform-server'

const list = ok({ auth_app_list: [], total: 0 })

/** A bench, a client, and how often it heard of a rival. */
async function watched(authority?: TokenAuthority) {
  const made = await bench()
  made.server.on(appListPath, list)
  const heard = { rivals: 0 }
  const onRival = (): void => void (heard.rivals += 1)
  return { ...made, heard, platform: made.client({ onRival, ...(authority ? { authority } : {}) }) }
}

describe('a component token', () => {
  test.each([28001003, 28001008, 40009, 40010])('refused with %i long before its end shows a rival', async (code) => {
    const { server, platform, heard } = await watched()
    await platform.authorizedApps()
    server.on(appListPath, inTurn(refusal(code), list))
    await platform.authorizedApps()
    expect(heard.rivals).toBe(1)
  })

  test('refused in its last ten minutes shows none', async () => {
    const { server, platform, heard, clock } = await watched()
    await platform.authorizedApps()
    clock.time = start + 111 * minute
    server.on(appListPath, inTurn(refusal(28001003), list))
    await platform.authorizedApps()
    expect(heard.rivals).toBe(0)
  })

  test('of an earlier run, refused, shows none', async () => {
    const { server, platform, heard, vault } = await watched()
    vault.saveComponent({ accessToken: 'clt.old', expiresAt: start + 60 * minute })
    server.on(appListPath, inTurn(refusal(28001003), list))
    await platform.authorizedApps()
    expect(heard.rivals).toBe(0)
  })

  test('refused after a fetch of our own whose answer was lost shows none', async () => {
    const { server, platform, heard } = await watched()
    await platform.authorizedApps()
    server.on(componentPath, text('', 502))
    await failureOf(platform.probe())
    server.on(componentPath, text('{"component_access_token":"clt.new","expires_in":7200}'))
    server.on(appListPath, inTurn(refusal(28001003), list))
    await platform.authorizedApps()
    expect(heard.rivals).toBe(0)
  })

  test('that was borrowed and is refused shows none', async () => {
    const reader = { mayRenew: () => false, renewed: () => undefined }
    let turn = 0
    const { server, platform, heard, vault } = await watched({
      ...reader,
      borrow: () => {
        vault.saveComponent({ accessToken: `clt.lent${(turn += 1)}`, expiresAt: start + 60 * minute })
        return Promise.resolve()
      }
    })
    server.on(appListPath, inTurn(refusal(28001003), list))
    await platform.authorizedApps()
    expect([turn, heard.rivals]).toEqual([2, 0])
  })
})

describe('a refresh token', () => {
  test('of our own, refused though we never sent it, shows a rival, and the merchant goes on', async () => {
    const { server, platform, heard, clock, grants } = await watched()
    await platform.merchant('tt01').versions()
    clock.time = start + 119 * minute
    server.on(
      tokenPath,
      inTurn(refusal(40021), (response) => ok(server.tokens())(response))
    )
    await platform.merchant('tt01').versions()
    expect(heard.rivals).toBe(1)
    expect(grants().slice(1)).toEqual(['app_to_tp_refresh_token', 'app_to_tp_authorization_code'])
  })

  test.each([40004, 40022])('refused because the authorisation ended (%i) shows none', async (code) => {
    const { server, platform, heard, clock } = await watched()
    await platform.merchant('tt01').versions()
    clock.time = start + 119 * minute
    server.on(tokenPath, refusal(40021)).on(retrievePath, refusal(code))
    expect(await failureOf(platform.merchant('tt01').versions())).toMatchObject({ platformCode: String(code) })
    expect(heard.rivals).toBe(0)
  })

  test('of an earlier run, refused, shows none: that run may have used it up', async () => {
    const { server, platform, heard, keep } = await watched()
    keep(-minute)
    server.on(
      tokenPath,
      inTurn(refusal(40021), (response) => ok(server.tokens())(response))
    )
    await platform.merchant('tt01').versions()
    expect(heard.rivals).toBe(0)
  })

  test('that an exchange of our own may have ended is not sent', async () => {
    const { server, platform, heard, clock, grants } = await watched()
    await platform.merchant('tt01').versions()
    server.on(tokenPath, text('', 502))
    await failureOf(platform.rescue('tt01'))
    server.on(tokenPath, (response) => ok(server.tokens())(response))
    clock.time = start + 119 * minute
    await platform.merchant('tt01').versions()
    expect(grants()).not.toContain('app_to_tp_refresh_token')
    expect(heard.rivals).toBe(0)
  })
})

test('whoever is told of a rival may fail without harm', async () => {
  const { client, server } = await bench()
  const lines: LogLine[] = []
  const onRival = (): never => {
    throw new Error('listener')
  }
  const platform = client({ onRival, logger: testLogger(lines) })
  server.on(appListPath, inTurn(list, refusal(28001003), list))
  await platform.authorizedApps()
  await expect(platform.authorizedApps()).resolves.toMatchObject({ apps: [] })
  expect(lines.map(({ message }) => message)).toContain('rival not noted')
})
