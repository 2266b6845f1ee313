import { describe, expect, it, onTestFinished } from 'vitest'
import { endpoints } from '../../../../electron/douyin/endpoints'
import { platformError } from '../../../../electron/douyin/failure'
import { merchants } from '../../../integration/simulator/platform'
import { day, hour, minute, startBench, type Bench } from './support'

/** A bench with imported merchants, whose tokens are as old as is said, and upkeep that runs when time passes. */
async function aged(byMs: number): Promise<Bench> {
  const bench = await startBench()
  await bench.refreshes.import('a')
  await bench.settled()
  bench.time.now += byMs
  bench.upkeep.start()
  onTestFinished(() => bench.upkeep.stop())
  return bench
}

const issuedAt = ({ service, ref }: Bench) => service.detail(ref(merchants.upToDate)).entry.issuedAt

/** Counts what is asked for one merchant; the others get no answer of interest. */
function failing(bench: Bench, kind: 'refused' | 'network') {
  const asked: string[] = []
  bench.overrides.authorize = (appId) => {
    asked.push(appId)
    return Promise.reject(platformError(endpoints.refreshToken, { kind, outcome: 'refused' }))
  }
  return { asked, of: (appId: string) => asked.filter((each) => each === appId).length }
}

describe('the upkeep of tokens', () => {
  it('renews merchants whose refresh token ends within a week, and tells the page', async () => {
    const bench = await aged(23 * day + minute)
    await bench.waits.pass()
    expect(issuedAt(bench)).toBe(bench.time.now)
    expect(bench.service.keeper('a').filter(({ danger }) => danger === 'soon' || danger === 'ended')).toEqual([])
    await expect.poll(() => bench.sent.map(({ name }) => name)).toContain('authorization.changed')
  })

  it('leaves alone what has time, though its access token ended', async () => {
    const bench = await aged(22 * day)
    await bench.waits.pass()
    expect(issuedAt(bench)).toBe(bench.time.now - 22 * day)
  })

  it('keeps access tokens fresh only for those who read along', async () => {
    const bench = await aged(2 * hour - 3 * minute)
    await bench.waits.pass()
    expect(issuedAt(bench)).not.toBe(bench.time.now)
    bench.sharing.now = { role: 'writer' }
    await bench.waits.pass()
    expect(issuedAt(bench)).toBe(bench.time.now)
  })

  it('is the writer’s: a desktop that reads along renews nothing', async () => {
    const bench = await aged(23 * day + minute)
    bench.sharing.now = { role: 'reader', heldBy: null }
    await bench.waits.pass()
    expect(issuedAt(bench)).not.toBe(bench.time.now)
  })

  it('does not ask for merchants that are lost', async () => {
    const bench = await aged(23 * day + minute)
    bench.authorizations.lost(bench.ref(merchants.upToDate), 'list')
    const calls = failing(bench, 'refused')
    await bench.waits.pass()
    expect(calls.asked.length).toBeGreaterThan(0)
    expect(calls.of(merchants.upToDate)).toBe(0)
  })

  it('tries a merchant again after growing pauses, shows why, and reads it when it works again', async () => {
    const bench = await aged(23 * day + minute)
    const calls = failing(bench, 'refused')
    const counts: number[] = []
    for (const passMs of [0, minute, 4 * minute, 5 * minute, 5 * minute]) {
      bench.time.now += passMs
      await bench.waits.pass()
      counts.push(calls.of(merchants.upToDate))
    }
    expect(counts).toEqual([1, 1, 2, 2, 3])
    expect(bench.service.detail(bench.ref(merchants.upToDate)).entry.trouble).not.toBeNull()
    delete bench.overrides.authorize
    bench.time.now += day
    await bench.waits.pass()
    await bench.settled()
    expect(bench.service.detail(bench.ref(merchants.upToDate)).entry).toMatchObject({ trouble: null, danger: 'none' })
  })

  it('stops asking for the whole account while the platform can not be reached, and blames no merchant', async () => {
    const bench = await aged(23 * day + minute)
    const calls = failing(bench, 'network')
    await bench.waits.pass()
    expect(calls.asked.length).toBeLessThanOrEqual(4)
    expect(bench.service.detail(bench.ref(merchants.upToDate)).entry.trouble).toBeNull()
    expect(bench.accounts.get('a').connection.state).toBe('failing')
  })
})
