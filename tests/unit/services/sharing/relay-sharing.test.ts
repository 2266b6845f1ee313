import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { RelayProgram } from '../../../integration/relay/support/relay-program'
import { keys } from '../../../integration/relay/support/sealing'
import { tokensText } from '../../../../electron/services/sharing/shared-tokens'
import { appSecret, CountingPlatform, desktop, freshToken, type Desktop } from './support/desktops'

/** Processes start and end here, beside other tests. */
vi.setConfig({ testTimeout: 30_000 })

let relay: RelayProgram
let platform: CountingPlatform
const desktops: Desktop[] = []
beforeEach(async () => {
  relay = await RelayProgram.start()
  platform = new CountingPlatform()
})
afterEach(async () => {
  await Promise.all(desktops.splice(0).map(leave))
  await relay.dispose()
})

function start(name: string, secret = appSecret): Desktop {
  const made = desktop(relay.url, name, secret)
  desktops.push(made)
  made.sharing.start()
  return made
}

async function leave({ clock, sharing, relay: client }: Desktop): Promise<void> {
  clock.goOn(0)
  await sharing.stop()
  client.close()
}

const until = (condition: () => unknown) => vi.waitFor(() => expect(condition()).toBe(true), 15_000)
const roleOf = ({ sharing }: Desktop) => sharing.sharing().role
const mayRenew = (of: Desktop) => until(() => of.sharing.mayRenew())
const hasRole = (of: Desktop, role: string) => until(() => roleOf(of) === role)
const borrow = ({ sharing }: Desktop) => sharing.borrow(AbortSignal.timeout(5000))

async function writer(name: string, secret = appSecret): Promise<Desktop> {
  const made = start(name, secret)
  await mayRenew(made)
  return made
}

async function reader(name: string, secret = appSecret): Promise<Desktop> {
  const made = start(name, secret)
  await hasRole(made, 'reader')
  return made
}

/** Waits until the relay has what the writer has. */
async function handedOut(of: Desktop): Promise<void> {
  await vi.waitFor(async () => expect(await of.tokensAtRelay()).toBe(tokensText(of.vault)), 15_000)
}

const versionAt = async ({ relay: client }: Desktop) => (await client.tokens.get())?.version ?? 0

describe('two desktops and the relay', () => {
  it('have one writer; the other knows its name and may not renew', async () => {
    const first = await writer('前台')
    const second = await reader('仓库')
    expect(first.sharing.sharing()).toEqual({ role: 'writer' })
    expect(second.sharing.sharing()).toEqual({ role: 'reader', heldBy: '前台' })
    expect(second.sharing.mayRenew()).toBe(false)
    expect(second.told.at(-1)).toBe('reader')
  })

  it('share what the writer renews, merchants and component token alike', async () => {
    const first = await writer('a')
    const second = await reader('b')
    first.vault.saveComponent({ accessToken: 'clt.component', expiresAt: 1_800_000_000_000 })
    const token = await freshToken(first, platform, 'tt01')
    await handedOut(first)
    expect(await freshToken(second, platform, 'tt01')).toBe(token)
    expect(second.vault.readComponent()).toEqual(first.vault.readComponent())
    expect(second.vault.tokens).toEqual(first.vault.tokens)
    expect(platform.refreshes).toBe(1)
  })

  it('put a burst of renewals as one piece', async () => {
    const first = await writer('a')
    await handedOut(first)
    const before = await versionAt(first)
    for (let count = 0; count < 20; count += 1) await freshToken(first, platform, `tt${count}`)
    await handedOut(first)
    expect(await versionAt(first)).toBe(before + 1)
  })

  it('hand over when the writer leaves: its last tokens, unsent so far, are taken over before anything is renewed', async () => {
    const first = await writer('a')
    const second = await reader('b')
    await freshToken(first, platform, 'tt01')
    await leave(first)
    await mayRenew(second)
    expect(second.vault.tokens).toEqual(first.vault.tokens)
    await freshToken(second, platform, 'tt01')
    expect(platform).toMatchObject({ refreshes: 2, reused: 0 })
  })

  it('go on when the writer falls silent; back again it reads what the other renewed', async () => {
    const first = await writer('a')
    const second = await reader('b')
    await freshToken(first, platform, 'tt01')
    await handedOut(first)
    await vi.waitFor(async () => {
      await borrow(second)
      expect(second.vault.tokens.size).toBe(1)
    }, 5000)
    first.clock.stop()
    await relay.call('POST', '/v1/lease', { holder: 'holder-of-desktop-a', name: 'a', ttlSeconds: 1 })
    await mayRenew(second)
    const token = await freshToken(second, platform, 'tt01')
    await handedOut(second)
    first.clock.goOn(60_000)
    expect(first.sharing.mayRenew()).toBe(false)
    await hasRole(first, 'reader')
    expect(await freshToken(first, platform, 'tt01')).toBe(token)
    expect(platform).toMatchObject({ refreshes: 2, reused: 0 })
  })

  it('never use a refresh token twice, however often the turn changes', async () => {
    const names = ['a', 'b', 'c', 'd']
    let present = await writer('a')
    await freshToken(present, platform, 'tt01')
    for (const name of names.slice(1)) {
      const next = await reader(name)
      await freshToken(present, platform, 'tt01')
      await leave(present)
      await mayRenew(next)
      await freshToken(next, platform, 'tt01')
      present = next
    }
    expect(platform).toMatchObject({ refreshes: 8 - 1, reused: 0 })
  })

  it('keep the newer of two pairs, whichever side has it', async () => {
    const [older, newer] = [platform.issue(), platform.issue()]
    const first = await writer('a')
    first.vault.save('tt01', older)
    first.vault.save('tt02', newer)
    first.sharing.renewed()
    const second = await reader('b')
    second.vault.save('tt01', newer)
    second.vault.save('tt02', older)
    await handedOut(first)
    await borrow(second)
    expect(second.vault.tokens).toEqual(new Map(['tt01', 'tt02'].map((appId) => [appId, newer])))
    await leave(first)
    await mayRenew(second)
    const third = await reader('c')
    await handedOut(second)
    await borrow(third)
    expect(third.vault.tokens.get('tt01')).toEqual(newer)
  })
})

describe('the relay', () => {
  it('can read none of it, nor can a log', async () => {
    const first = await writer('a')
    await freshToken(first, platform, 'tt01')
    await handedOut(first)
    await reader('b').then(borrow)
    const kept = readFileSync(join(relay.folder, 'data', keys.appId, 'tokens.json'), 'utf8')
    const sealed = Buffer.from((await first.relay.tokens.get())?.sealed ?? '', 'base64').toString('latin1')
    for (const text of [kept, sealed, relay.output, ...desktops.flatMap(({ lines }) => lines)]) {
      expect(text).not.toMatch(/clt\.|tt01/)
      expect(text).not.toContain(appSecret)
    }
  })

  it('is waited for when it is away: what was renewed meanwhile arrives', async () => {
    const first = await writer('a')
    await handedOut(first)
    await relay.kill()
    await freshToken(first, platform, 'tt01')
    await until(() => first.sharing.trouble() === '连不上中继')
    expect(roleOf(first)).toBe('writer')
    await relay.restart()
    await handedOut(first)
    expect(first.sharing.trouble()).toBeNull()
    const second = await reader('b')
    await borrow(second)
    expect(second.vault.tokens).toEqual(first.vault.tokens)
  })

  it('may come back with an empty folder: the writer gets its turn anew and puts all of its tokens', async () => {
    const first = await writer('a')
    await freshToken(first, platform, 'tt01')
    await handedOut(first)
    await relay.kill()
    rmSync(join(relay.folder, 'data'), { recursive: true })
    await relay.restart()
    await mayRenew(first)
    await freshToken(first, platform, 'tt02')
    await handedOut(first)
    const second = await reader('b')
    await borrow(second)
    expect(second.vault.tokens).toEqual(first.vault.tokens)
  })

  it('can lie about what is stored last: a put after an answer that was lost is merged and repeated', async () => {
    const first = await writer('a')
    await handedOut(first)
    const found = await first.relay.tokens.get()
    await first.relay.tokens.put({ version: found?.version ?? 0, sealed: found?.sealed ?? '' })
    await freshToken(first, platform, 'tt01')
    await handedOut(first)
    const second = await reader('b')
    await borrow(second)
    expect(second.vault.tokens).toEqual(first.vault.tokens)
  })

  it('cuts off both when it answers nobody and the lease has run out', async () => {
    const first = await writer('a')
    const second = await reader('b')
    await relay.kill()
    first.clock.goOn(60_000)
    expect(first.sharing.mayRenew()).toBe(false)
    await hasRole(first, 'cut_off')
    await expect(borrow(second)).rejects.toMatchObject({ kind: 'unreachable' })
    expect(second.sharing.sharing()).toEqual({ role: 'cut_off', trouble: '连不上中继' })
  })

  it('refuses more than it keeps: the writer works on and says so, and puts again later', async () => {
    await relay.dispose()
    relay = await RelayProgram.start({ limits: { maxBlobBytes: 1000 } })
    const first = await writer('a')
    for (let count = 0; count < 10; count += 1) await freshToken(first, platform, `tt${count}`)
    await until(() => first.sharing.trouble()?.includes('令牌太多'))
    expect(first.sharing.sharing()).toEqual({ role: 'writer' })
    expect(first.sharing.mayRenew()).toBe(true)
    first.vault.tokens.clear()
    first.sharing.renewed()
    await until(() => first.sharing.trouble() === null)
  })
})

describe('a turn', () => {
  it('does not begin while the tokens of the writer before can not be saved', async () => {
    const first = await writer('a')
    await freshToken(first, platform, 'tt01')
    await leave(first)
    const second = desktop(relay.url, 'b')
    desktops.push(second)
    second.vault.isFull = true
    second.sharing.start()
    await until(() => second.sharing.trouble() !== null)
    expect(second.sharing.mayRenew()).toBe(false)
    expect(second.sharing.sharing()).toMatchObject({ role: 'cut_off' })
    second.vault.isFull = false
    await mayRenew(second)
    expect(second.vault.tokens).toEqual(first.vault.tokens)
    expect(second.sharing.sharing()).toEqual({ role: 'writer' })
  })

  it('begins over tokens sealed with another secret, and leaves them until a renewal has proved its own', async () => {
    const first = await writer('a')
    await freshToken(first, platform, 'tt01')
    await leave(first)
    const second = await writer('b', 'secret-after-a-reset')
    second.vault.save('tt02', platform.issue())
    expect(await first.tokensAtRelay()).toBe(tokensText(first.vault))
    await freshToken(second, platform, 'tt02')
    await handedOut(second)
    const third = await reader('c', 'secret-after-a-reset')
    await borrow(third)
    expect([...third.vault.tokens.keys()]).toEqual(['tt02'])
  })

  it('ends when the relay says so, before the lease is over by this clock', async () => {
    const first = await writer('a')
    await handedOut(first)
    const before = await versionAt(first)
    // The lease's keeper sleeps, so that only the refusal can tell.
    first.clock.stop(5000)
    await relay.call('DELETE', '/v1/lease?holder=holder-of-desktop-a')
    await relay.call('POST', '/v1/lease', { holder: 'holder-of-another', name: '别处', ttlSeconds: 60 })
    expect(first.sharing.mayRenew()).toBe(true)
    const asked = vi.spyOn(first.relay.tokens, 'get')
    await freshToken(first, platform, 'tt01')
    await until(() => !first.sharing.mayRenew())
    await pause(100)
    expect(asked).not.toHaveBeenCalled()
    expect(first.sharing.mayRenew()).toBe(false)
    first.clock.goOn(0)
    await hasRole(first, 'reader')
    expect(await versionAt(first)).toBe(before)
  })
})

describe('a borrower', () => {
  it('is told where there is nothing, and where it can not be opened', async () => {
    await relay.call('POST', '/v1/lease', { holder: 'holder-of-another', name: '别处', ttlSeconds: 60 })
    const second = await reader('b')
    await expect(borrow(second)).rejects.toMatchObject({ fault: 'none' })
    await relay.call('PUT', '/v1/tokens', {
      holder: 'holder-of-another',
      fence: 1,
      version: 0,
      blob: 'bm90IHNlYWxlZA=='
    })
    await expect(borrow(second)).rejects.toMatchObject({ fault: 'unopened' })
    await expect(borrow(second)).rejects.toMatchObject({ fault: 'unopened' })
    expect(second.sharing.sharing()).toMatchObject({
      role: 'cut_off',
      trouble: expect.stringContaining('AppSecret') as string
    })
  })

  it('shares one request with all who borrow at the same time, and leaves when it is told to', async () => {
    const first = await writer('a')
    await freshToken(first, platform, 'tt01')
    await handedOut(first)
    const second = await reader('b')
    const asked = vi.spyOn(second.relay.tokens, 'get')
    const gone = second.sharing.borrow(AbortSignal.abort(new Error('gone')))
    await Promise.all([expect(gone).rejects.toThrow('gone'), borrow(second), borrow(second), borrow(second)])
    expect(asked).toHaveBeenCalledTimes(1)
    expect(second.vault.tokens.size).toBe(1)
  })
})
