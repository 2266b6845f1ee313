import type { MerchantDetail } from '@shared/contract'
import type { CallResult } from '@shared/errors'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { call } from '@/client'
import { useMerchantStore } from '@/stores/merchant'
import { installDesk, later, ok, refused } from './fake-desk'
import { merchant, merchantDetail, operation } from './samples'

const fresh = (): number => Date.now()
const named = (name: string): MerchantDetail => {
  const detail = merchantDetail({}, fresh())
  return { ...detail, profile: { ...detail.profile, name } }
}
const other = { ...merchant, appId: 'tt0002' }

describe('the open merchant', () => {
  beforeEach(() => setActivePinia(createPinia()))

  it('is shown from the database, and read behind only when that is older than a minute', async () => {
    const old = merchantDetail({}, fresh() - 61_000)
    const desk = installDesk({ 'merchants.get': () => ok(old), 'merchants.read': () => ok(named('新名')) })
    const store = useMerchantStore()
    await store.open(merchant)
    expect(desk.names()).toEqual(['merchants.get', 'merchants.read'])
    expect(store.detail?.profile.name).toBe('新名')

    const young = installDesk({ 'merchants.get': () => ok(named('新名')) })
    await store.open(merchant)
    expect(young.names()).toEqual(['merchants.get'])
  })

  it('is not replaced by a late answer about the one that was left', async () => {
    const late = later<CallResult<MerchantDetail>>()
    installDesk({ 'merchants.get': ({ appId }) => (appId === other.appId ? ok(named('乙')) : late.promise) })
    const store = useMerchantStore()
    const first = store.open(merchant)
    await store.open(other)
    late.give(ok(named('甲')))
    await first
    expect(store.detail?.profile.name).toBe('乙')
  })

  it('keeps what is known when reading fails, and says why', async () => {
    installDesk({
      'merchants.get': () => ok(merchantDetail({}, null)),
      'merchants.read': () => refused({ code: 'network', message: '没有读到' })
    })
    const store = useMerchantStore()
    await store.open(merchant)
    expect(store.readError?.code).toBe('network')
    expect(store.detail?.profile.name).toBe('山野茶事')
    expect(store.reading).toBe(false)
  })

  it('is taken again from the database when the main process says that it changed', async () => {
    let name = '甲'
    const desk = installDesk({ 'merchants.get': () => ok(named(name)) })
    const store = useMerchantStore()
    await store.open(merchant)
    name = '乙'
    desk.send('operation.changed', { operation: operation({ ...other }) })
    desk.send('operation.changed', { operation: operation() })
    await expect.poll(() => store.detail?.profile.name).toBe('乙')
    expect(desk.names()).toEqual(['merchants.get', 'merchants.get'])
    store.close()
    expect(desk.listenerCount()).toBe(0)
  })
})

describe('an operation on the open merchant', () => {
  beforeEach(() => setActivePinia(createPinia()))

  const release = { ...merchant, expectedVersion: '2' }
  const outcome = () => ok({ operation: operation({ kind: 'release' }), detail: named('已发布') })

  it('is sent once, however often it is started', async () => {
    const answer = later<ReturnType<typeof outcome>>()
    const desk = installDesk({ 'merchants.get': () => ok(named('甲')), 'versions.release': () => answer.promise })
    const store = useMerchantStore()
    await store.open(merchant)
    const first = store.carryOut('release', () => call('versions.release', release))
    const second = store.carryOut('release', () => call('versions.release', release))
    expect(store.running).toBe('release')
    answer.give(outcome())
    expect([(await first)?.ok, await second]).toEqual([true, null])
    expect(desk.names().filter((name) => name === 'versions.release')).toHaveLength(1)
    expect(store.detail?.profile.name).toBe('已发布')
    expect(store.running).toBeNull()
  })

  it('tells its ending as settled only when no dialog was waiting for it', async () => {
    const desk = installDesk({
      'merchants.get': () => ok(named('甲')),
      'versions.release': () => {
        desk.send('operation.changed', { operation: operation({ kind: 'release' }) })
        return outcome()
      }
    })
    const store = useMerchantStore()
    await store.open(merchant)
    await store.carryOut('release', () => call('versions.release', release))
    expect(store.settled).toBeNull()
    desk.send('operation.changed', { operation: operation({ id: '8', state: 'unknown' }) })
    expect(store.settled).toBeNull()
    desk.send('operation.changed', { operation: operation({ id: '8', state: 'not_carried_out' }) })
    expect(store.settled?.id).toBe('8')
  })

  it('whose answer was lost is told as settled when the operator had it looked into', async () => {
    const lost = operation({ id: '8', state: 'unknown' })
    const desk = installDesk({
      'merchants.get': () => ok(named('甲')),
      'versions.settle': () => {
        desk.send('operation.changed', { operation: { ...lost, state: 'not_carried_out' } })
        return refused({ code: 'not_carried_out' })
      }
    })
    const store = useMerchantStore()
    await store.open(merchant)
    await store.settle(lost)
    expect(store.settled?.state).toBe('not_carried_out')
    expect(store.settling).toBe(false)
  })
})
