import { describe, expect, it } from 'vitest'
import type { StandingSample } from '@shared/domain/standing'
import { codeOf, discover, newStore } from './support'

const ref = { accountId: 'a', appId: 'tt01' }
const sample = (at: number, more: Partial<StandingSample> = {}): StandingSample => ({
  ...{ at, creditScore: null, trialScore: null, inTrial: null, rating: null },
  ...more
})

describe('a merchant’s standing over time', () => {
  it('comes oldest first, the newest of it where it is long', () => {
    const store = newStore()
    discover(store, ['tt01', 'tt02'])
    expect(store.standingSamples.last(ref)).toBeNull()
    const samples = [
      sample(1),
      sample(2, { creditScore: 96, trialScore: 40, inTrial: true, rating: 'A' }),
      sample(3, { creditScore: 0, inTrial: false })
    ]
    for (const each of samples.toReversed()) store.standingSamples.add(ref, each)
    store.standingSamples.add({ ...ref, appId: 'tt02' }, sample(9))
    expect(store.standingSamples.list(ref, 400)).toEqual(samples)
    expect(store.standingSamples.list(ref, 2)).toEqual(samples.slice(1))
    expect(store.standingSamples.last(ref)).toEqual(samples[2])
  })

  it('has one sample of a moment, and none of a merchant that was forgotten', () => {
    const store = newStore()
    expect(codeOf(() => store.standingSamples.add(ref, sample(1)))).toBe('not_found')
    discover(store, ['tt01'])
    store.standingSamples.add(ref, sample(1))
    store.standingSamples.add(ref, sample(1, { creditScore: 5 }))
    expect(store.standingSamples.list(ref, 9)).toEqual([sample(1, { creditScore: 5 })])
  })
})
