import { describe, expect, it } from 'vitest'
import type { StandingFacts, StandingSample } from '@shared/domain/standing'
import { PlatformError } from '../../../../electron/douyin/platform-error'
import { nextSample } from '../../../../electron/services/setup/standing-reading'
import { merchants } from '../../../integration/simulator/platform'
import { standing as facts } from '../../store/setup-samples'
import { january } from '../../support'
import { domainBench, refOf } from './domain-bench'
import { errorOf } from './setup-bench'

const ref = refOf(merchants.upToDate)

describe('standing', () => {
  it('is read in all its parts, and the credit score comes into the list', async () => {
    const { standing, control, store } = await domainBench(ref.appId)
    const trial = { isTrial: true, tasks: [{ name: 'Health', target: 20, progress: 8 }] }
    control.changeMerchant(ref.appId, { creditScore: 96, trial, qualityRating: 'A', filingStatus: 3 })
    const { reading, samples } = await standing.read(ref)
    expect(reading.value).toMatchObject({ credit: { score: 96 }, trial: { inTrial: true }, filing: { status: 3 } })
    expect(reading.value?.troubles).toEqual([])
    expect(samples).toHaveLength(1)
    expect(store.merchants.row(ref)?.creditScore).toBe(96)
  })

  it('never takes -999 for a score', async () => {
    const { standing, control, store } = await domainBench(ref.appId)
    control.changeMerchant(ref.appId, { creditScore: -999 })
    const { reading, samples } = await standing.read(ref)
    expect([reading.value?.credit, samples[0]?.creditScore]).toEqual([{ score: null }, null])
    expect(store.merchants.row(ref)?.creditScore).toBeNull()
  })

  it('is shown in part where a part could not be read, with the reason', async () => {
    const { standing, override } = await domainBench(ref.appId)
    const refused = { kind: 'refused', endpoint: '查询备案状态', outcome: 'refused', platformCode: '9999' } as const
    override(() => ({ filingStatus: () => Promise.reject(new PlatformError(refused)) }))
    const { reading } = await standing.read(ref)
    expect(reading.value?.filing).toBeNull()
    expect(reading.value?.credit).not.toBeNull()
    expect(reading.value?.troubles).toMatchObject([
      { part: 'filing', error: { platformCode: '9999', message: '备案状态没有读到', merchant: { appId: ref.appId } } }
    ])
  })

  it('fails where nothing could be read, and keeps what was read before', async () => {
    const { standing, control } = await domainBench(ref.appId)
    const before = await standing.read(ref)
    control.addFault({ kind: 'reset-before' })
    const error = await errorOf(() => standing.read(ref))
    expect(error.code).toBe('network')
    expect(standing.get(ref)).toMatchObject({ reading: { ...before.reading, error }, samples: before.samples })
  })

  it('keeps a point of its history when something changed, and one a day', async () => {
    const { standing, control, time } = await domainBench(ref.appId)
    control.changeMerchant(ref.appId, { creditScore: 100 })
    await standing.read(ref)
    time.now += 60_000
    await standing.read(ref)
    control.changeMerchant(ref.appId, { creditScore: 92 })
    await standing.read(ref)
    time.now += 24 * 3600_000
    const { samples } = await standing.read(ref)
    expect(samples.map(({ creditScore }) => creditScore)).toEqual([100, 92, 92])
  })
})

describe('a point of the history', () => {
  const last: StandingSample = { at: january, creditScore: null, trialScore: 40, inTrial: true, rating: 'A' }
  const minute = 60_000

  it('is added where a part differs that was read', () => {
    expect(nextSample(facts, last, january + minute)).toBeNull()
    const changed: StandingFacts = { ...facts, rating: { state: 'rated', rating: 'B' } }
    expect(nextSample(changed, last, january + minute)).toMatchObject({ rating: 'B', at: january + minute })
  })

  it('is not added because a part could not be read, nor where none could', () => {
    expect(nextSample({ ...facts, trial: null, rating: null }, last, january + minute)).toBeNull()
    for (const rating of [null, { state: 'retired' } as const]) {
      expect(nextSample({ ...facts, credit: null, trial: null, rating }, null, january)).toBeNull()
    }
  })

  it('is added on another day in China, whatever the day is elsewhere', () => {
    // `january` is 08:00 in China.
    expect(nextSample(facts, last, january + 15.9 * 60 * minute)).toBeNull()
    expect(nextSample(facts, last, january + 16 * 60 * minute)).toMatchObject({ inTrial: true })
  })
})
