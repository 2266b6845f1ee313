import { describe, expect, it } from 'vitest'
import { endpoints } from '../../../../electron/douyin/endpoints'
import { platformError } from '../../../../electron/douyin/failure'
import { merchants } from '../../../integration/simulator/platform'
import { startBench, type Bench } from './support'

async function imported(): Promise<Bench> {
  const bench = await startBench()
  await bench.refreshes.import('a')
  await bench.settled()
  return bench
}

describe('the list of authorised merchants', () => {
  it('records each merchant when it is seen first, and only then', async () => {
    const bench = await imported()
    await bench.refreshes.import('a')
    await bench.settled()
    expect(bench.store.merchants.appIds('a').length).toBeGreaterThan(5)
    for (const appId of bench.store.merchants.appIds('a')) {
      expect(bench.records(appId)[0]).toBe('imported list')
      expect(bench.records(appId).filter((each) => each.startsWith('imported'))).toHaveLength(1)
    }
  })

  it('shows which merchants are gone, and keeps their tokens in case that it is wrong', async () => {
    const bench = await imported()
    const ref = bench.ref(merchants.upToDate)
    bench.control.changeMerchant(ref.appId, { authorized: false })
    await bench.refreshes.import('a')
    await bench.refreshes.import('a')
    expect(bench.store.merchants.row(ref)?.authorization).toBe('lost')
    expect(bench.records(ref.appId)).toEqual(['imported list', 'lost list'])
    expect(bench.store.tokens.read(ref)).not.toBeNull()
  })

  it('brings back a merchant that is in it again once it could be read', async () => {
    const bench = await imported()
    const ref = bench.ref(merchants.upToDate)
    bench.authorizations.lost(ref, 'list')
    await bench.refreshes.import('a')
    await bench.settled()
    expect(bench.store.merchants.row(ref)?.authorization).toBe('authorized')
    expect(bench.records(ref.appId)).toEqual(['imported list', 'lost list', 'authorized call'])
  })

  it('that still names a merchant that is gone makes no new loss of it', async () => {
    const bench = await imported()
    const ref = bench.ref(merchants.upToDate)
    const list = await bench.client.authorizedApps()
    bench.control.changeMerchant(ref.appId, { authorized: false })
    await bench.service.lost(ref)
    bench.overrides.authorizedApps = () => Promise.resolve(list)
    await bench.refreshes.import('a')
    await bench.settled()
    expect(bench.store.merchants.row(ref)?.authorization).toBe('lost')
    expect(bench.records(ref.appId)).toEqual(['imported list', 'lost event'])
  })

  it('that is shorter than the platform’s count takes nobody’s authorisation away', async () => {
    const bench = await imported()
    bench.overrides.authorizedApps = () => Promise.resolve({ apps: [], isComplete: false })
    await bench.refreshes.import('a')
    await bench.settled()
    expect(bench.store.merchants.row(bench.ref(merchants.upToDate))?.authorization).toBe('authorized')
    expect(bench.records(merchants.upToDate)).toEqual(['imported list'])
  })

  it('changes nothing when it can not be had', async () => {
    const bench = await imported()
    const broken = platformError(endpoints.authorizedApps, { kind: 'network', outcome: 'unknown' })
    bench.overrides.authorizedApps = () => Promise.reject(broken)
    await expect(bench.refreshes.import('a')).rejects.toMatchObject({ error: { code: 'network' } })
    expect(bench.service.keeper('a').filter(({ danger }) => danger === 'lost').length).toBeLessThan(3)
    expect(bench.records(merchants.upToDate)).toEqual(['imported list'])
  })

  it('is not believed about a merchant that authorised while it was under way', async () => {
    const bench = await imported()
    const list = await bench.client.authorizedApps()
    bench.overrides.authorizedApps = () => {
      bench.authorizations.authorized(bench.ref('ttnew'), {
        permissions: null,
        by: 'event',
        actor: null,
        isProven: true
      })
      return Promise.resolve(list)
    }
    await bench.refreshes.import('a')
    expect(bench.records('ttnew')).toEqual(['authorized event'])
  })
})

describe('a loss that a call meets', () => {
  it('is recorded once and announced, and the next call that works takes it back', async () => {
    const bench = await imported()
    const ref = bench.ref(merchants.upToDate)
    bench.control.changeMerchant(ref.appId, { authorized: false })
    for (let times = 0; times < 2; times += 1)
      await expect(bench.reader.read(ref)).rejects.toMatchObject({ error: { code: 'authorization_lost' } })
    expect(bench.records(ref.appId)).toEqual(['imported list', 'lost call'])
    bench.control.changeMerchant(ref.appId, { authorized: true })
    await bench.reader.read(ref)
    expect(bench.records(ref.appId)).toEqual(['imported list', 'lost call', 'authorized call'])
    await expect
      .poll(() =>
        bench.sent.findLast(
          ({ name, payload }) => name === 'authorization.changed' && payload.entry.appId === ref.appId
        )
      )
      .toMatchObject({ payload: { entry: { authorization: 'authorized', danger: 'none' } } })
  })
})

describe('permission sets', () => {
  it('are compared with those before, and a second look at the same records nothing', async () => {
    const bench = await imported()
    const ref = bench.ref(merchants.withoutDevelopment)
    const kept = bench.service.detail(ref).permissions
    const added = { id: 1, name: '开发管理权限' }
    for (let times = 0; times < 2; times += 1) bench.service.permissionsSeen(ref, [...kept, added], 'call')
    expect(bench.records(ref.appId)).toEqual(['imported list', 'permissions call'])
    expect(bench.service.detail(ref).history[0]).toMatchObject({ added: [added], removed: [] })
    expect(bench.service.detail(ref).permissions).toContainEqual(added)
  })

  it('that all went and came again are recorded both times', async () => {
    const bench = await imported()
    const ref = bench.ref(merchants.upToDate)
    const kept = bench.service.detail(ref).permissions
    bench.service.permissionsSeen(ref, [], 'call')
    bench.service.permissionsSeen(ref, kept, 'call')
    expect(bench.records(ref.appId)).toEqual(['imported list', 'permissions call', 'permissions call'])
  })

  it('of a merchant that is not known yet are left to its authorisation', async () => {
    const bench = await startBench()
    bench.service.permissionsSeen(bench.ref('ttnew'), [{ id: 1, name: '' }], 'call')
    expect(bench.records('ttnew')).toEqual([])
  })
})
