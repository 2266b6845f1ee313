import { describe, expect, it } from 'vitest'
import type { AuthorizedApps } from '../../../../electron/douyin/platform'
import { LinkWatch } from '../../../../electron/services/authorization/link-watch'
import { silentLogger } from '../../store/support'
import { hour, minute, startBench, type Bench } from './support'

/** A link waits in an account to which no messages come; the merchants are known. */
async function waiting() {
  const bench = await startBench()
  await bench.refreshes.import('a')
  await bench.settled()
  const order = { accountId: 'a', kind: 'authorize', appName: null, icon: null, note: '' } as const
  const link = await bench.service.link(order)
  const { store, accounts, refreshes, time } = bench
  const clock = { now: () => time.now, wait: () => Promise.resolve() }
  const watch = new LinkWatch({ store, accounts, refreshes, clock, logger: silentLogger })
  return { bench, link, watch }
}

/** Counts how often the list is read. */
function counted({ client, overrides }: Bench): { times: number } {
  const asked = { times: 0 }
  overrides.authorizedApps = (options): Promise<AuthorizedApps> => {
    asked.times += 1
    return client.authorizedApps(options)
  }
  return asked
}

describe('a link that waits in an account without messages', () => {
  it('is found used, and by whom, also where the merchant had been there before', async () => {
    const { bench, link, watch } = await waiting()
    const { appId } = bench.control.authorize({ link: link.url })
    bench.time.now += 2 * minute
    await watch.look()
    await bench.settled()
    const { links } = bench.service.links('a')
    expect(links[0]).toMatchObject({ id: link.id, usedBy: { appId } })
  })

  it('is looked for after a minute, ever more rarely, and not at all once it has run out', async () => {
    const { bench, watch } = await waiting()
    const asked = counted(bench)
    const passing = async (minutes: number) => {
      asked.times = 0
      for (let passed = 0; passed < minutes; passed += 1) {
        bench.time.now += minute
        await watch.look()
      }
      return asked.times
    }
    expect(await passing(4)).toBe(4)
    expect(await passing(56)).toBeLessThan(15)
    expect(await passing(22 * 60)).toBeLessThan(50)
    bench.time.now += 2 * hour
    expect(await passing(60)).toBe(0)
  })

  it('is left to the messages where they come, and a failure ends nothing', async () => {
    const { bench, watch } = await waiting()
    const asked = counted(bench)
    bench.time.now += 2 * minute
    bench.control.addFault({ kind: 'reset-before' })
    await watch.look()
    expect(asked.times).toBe(1)
    bench.control.removeFaults()
    const [account] = bench.accounts.list()
    if (!account) throw new Error('no account')
    const listening = { state: 'listening', url: 'http://127.0.0.1/', accepted: 0, refused: {} } as const
    const { credentials, secrets, sharing } = account
    const ticket = { ...account.ticket, source: listening }
    const platform = bench.accounts.platform('a')
    bench.accounts.put({ account, platform, state: () => ({ credentials, secrets, sharing, ticket }) })
    bench.time.now += hour
    await watch.look()
    expect(asked.times).toBe(1)
  })
})
