import { describe, expect, it } from 'vitest'
import { DeskFailure, type DeskErrorCode } from '@shared/errors'
import type { MerchantRef } from '@shared/domain/merchant'
import { FacetRefresh } from '../../../../electron/services/setup/facet-refresh'
import { discover, newStore, silentLogger } from '../../store/support'
import { domains as domainFacts, refusal, standing as standingFacts } from '../../store/setup-samples'
import { january } from '../../support'
import { refOf } from './domain-bench'

const hour = 3600_000

function refreshBench(appIds: readonly string[]) {
  const store = newStore()
  discover(store, appIds)
  for (const appId of appIds) store.merchants.saveAuthorization(refOf(appId), 'authorized')
  const time = { now: january }
  const state = { busy: false, failure: null as DeskErrorCode | null, atOnce: 0, most: 0 }
  const read: string[] = []
  const reading =
    (name: string, save: (ref: MerchantRef) => void) => async (ref: MerchantRef, signal?: AbortSignal) => {
      read.push(`${name} ${ref.appId}`)
      state.most = Math.max(state.most, (state.atOnce += 1))
      await new Promise((resolve) => setTimeout(resolve, 1))
      state.atOnce -= 1
      signal?.throwIfAborted()
      if (state.failure) throw new DeskFailure({ ...refusal, code: state.failure, actor: 'operator' })
      save(ref)
      return undefined as never
    }
  const refresh = new FacetRefresh({
    store,
    domains: { read: reading('domains', (ref) => store.domains.save(ref, domainFacts, time.now)) },
    standing: { read: reading('standing', (ref) => store.standing.save(ref, standingFacts, time.now)) },
    isBusy: () => state.busy,
    clock: { now: () => time.now, wait: () => Promise.resolve() },
    logger: silentLogger
  })
  return { store, time, state, read, refresh }
}

describe('the refresh of domains and standing in the background', () => {
  it('reads what was never read or is older than twelve hours, two at a time', async () => {
    const { refresh, read, state, time } = refreshBench(['tt1', 'tt2', 'tt3'])
    refresh.refresh('a')
    await refresh.idle()
    expect(read.toSorted()).toEqual([
      'domains tt1',
      'domains tt2',
      'domains tt3',
      'standing tt1',
      'standing tt2',
      'standing tt3'
    ])
    expect(state.most).toBe(2)
    time.now += 11 * hour
    refresh.refresh('a')
    await refresh.idle()
    expect(read).toHaveLength(6)
    time.now += 2 * hour
    refresh.refresh('a')
    await refresh.idle()
    expect(read).toHaveLength(12)
  })

  it('leaves out merchants that are not authorised', async () => {
    const { refresh, read, store } = refreshBench(['tt1', 'tt2'])
    store.merchants.saveAuthorization(refOf('tt1'), 'lost')
    refresh.refresh('a')
    await refresh.idle()
    expect(read).toEqual(['domains tt2', 'standing tt2'])
  })

  it('gives way to a refresh of merchants, and takes up the rest when that ends', async () => {
    const { refresh, read, state } = refreshBench(['tt1', 'tt2'])
    state.busy = true
    refresh.refresh('a')
    await refresh.idle()
    expect(read).toEqual([])
    state.busy = false
    refresh.refresh('a')
    await refresh.idle()
    expect(read).toHaveLength(4)
  })

  it('does not ask again for what a merchant refused, until it would be old', async () => {
    const { refresh, read, state, time } = refreshBench(['tt1'])
    state.failure = 'authorization_lost'
    refresh.refresh('a')
    await refresh.idle()
    refresh.refresh('a')
    await refresh.idle()
    expect(read).toHaveLength(2)
    time.now += 12 * hour
    refresh.refresh('a')
    await refresh.idle()
    expect(read).toHaveLength(4)
  })

  it('gives up when the network is gone, and tries again at the next refresh', async () => {
    const { refresh, read, state } = refreshBench(Array.from({ length: 20 }, (_, index) => `tt${index}`))
    state.failure = 'network'
    refresh.refresh('a')
    await refresh.idle()
    expect(read.length).toBeLessThan(4)
    state.failure = null
    refresh.refresh('a')
    await refresh.idle()
    expect(read.length).toBeGreaterThan(39)
  })

  it('ends when it is stopped', async () => {
    const { refresh, read } = refreshBench(Array.from({ length: 20 }, (_, index) => `tt${index}`))
    refresh.refresh('a')
    await refresh.stop()
    expect(read).toHaveLength(2)
    refresh.refresh('a')
    await refresh.idle()
    expect(read).toHaveLength(2)
  })
})
