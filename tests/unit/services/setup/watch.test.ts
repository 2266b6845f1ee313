import { describe, expect, it, onTestFinished } from 'vitest'
import { OperationLedger } from '../../../../electron/services/operation-ledger'
import { OperationRunner } from '../../../../electron/services/operation-runner'
import { PendingReviews } from '../../../../electron/services/setup/pending-reviews'
import { Watch } from '../../../../electron/services/watch'
import { merchants } from '../../../integration/simulator/platform'
import { ManualClock } from '../events/support'
import { silentLogger } from '../../store/support'
import { setupBench, type SetupBench } from './setup-bench'

const introduction = '为本地用户提供到店预约与优惠信息'

/** A watch over the bench, whose seconds pass when the test says so. */
function watchOver({ store, accounts, reader, events, readings, reviews, runner, time }: SetupBench) {
  const clock = new ManualClock(time.now)
  const ledger = new OperationLedger({ store, events, clock, actor: '小王' })
  const operations = new OperationRunner({ store, accounts, reader, ledger, clock, settleDelayMs: 0 })
  const parts = { store, accounts, reader, readings, reviews, settings: runner, clock, logger: silentLogger }
  const rollouts = { watches: () => false, settles: () => false }
  const watch = new Watch({ ...parts, runner: operations, rollouts })
  watch.start()
  onTestFinished(() => watch.stop())
  return {
    /** Lets so many seconds pass, each one's readings ended before the next. */
    seconds: async (count: number) => {
      for (let second = 0; second < count; second += 1) {
        while (clock.waiting() === 0) await new Promise((resolve) => setTimeout(resolve, 2))
        await clock.advance(1_000)
      }
      while (clock.waiting() === 0) await new Promise((resolve) => setTimeout(resolve, 2))
    }
  }
}

describe('the watch', () => {
  it('reads a profile in review at a growing pace until it is judged', async () => {
    const bench = await setupBench()
    const { profile, control, ref, reviews, received, store } = bench
    await profile.changeIntroduction(ref, introduction)
    expect(reviews.of('a')).toEqual([{ appId: ref.appId, information: true, categories: false, capabilities: false }])
    const before = received('get_info')
    const { seconds } = watchOver(bench)
    await seconds(20)
    const looks = received('get_info') - before
    expect(looks).toBeGreaterThanOrEqual(3)
    expect(looks).toBeLessThan(10)
    control.profileAudit(ref.appId, 'introduction', { outcome: 'reject', reason: '太宽泛', now: true })
    await seconds(20)
    expect(store.information.read(ref).value?.introductionAudit).toMatchObject({ state: 'rejected', reason: '太宽泛' })
    expect(reviews.of('a')).toEqual([])
    const after = received('get_info')
    await seconds(20)
    expect(received('get_info')).toBe(after)
  })

  it('reads categories whose publication is in review', async () => {
    const bench = await setupBench(merchants.categoryUnpublished)
    const { categories, control, ref, reviews, store } = bench
    await categories.publish(ref)
    expect(reviews.of('a')).toEqual([{ appId: ref.appId, information: false, categories: true, capabilities: false }])
    const { seconds } = watchOver(bench)
    control.publishAudit(ref.appId, { outcome: 'pass', now: true })
    await seconds(10)
    expect(store.categories.read(ref).value?.online?.length).toBe(2)
    expect(reviews.of('a')).toEqual([])
  })

  it('reads the capabilities while an application is in review', async () => {
    const bench = await setupBench(merchants.introductionRejected)
    const { capabilities, control, ref, reviews, store } = bench
    const answers = [{ key: 'scene_desc', texts: ['开播时挂载预约页'], files: [] }]
    await capabilities.apply(ref, { key: 'live_self_mount', reason: '自播引流', answers })
    const pending = { appId: ref.appId, information: false, categories: false, capabilities: true }
    expect(reviews.of('a')).toEqual([pending])
    expect(new PendingReviews(store).of('a')).toEqual([pending])
    const { seconds } = watchOver(bench)
    control.capabilityAudit(ref.appId, 'live_self_mount', { outcome: 'pass', now: true })
    await seconds(10)
    expect(store.capabilities.read(ref).value?.find(({ key }) => key === 'live_self_mount')?.state).toBe('granted')
    expect(reviews.of('a')).toEqual([])
  })

  it('settles a change that an earlier run left open', async () => {
    const bench = await setupBench()
    const { profile, store, ref, received } = bench
    const { reading } = await profile.read(ref)
    const intent = {
      kind: 'introduction',
      summary: introduction,
      actor: '小王',
      startedAt: 0,
      rolloutId: null
    } as const
    const { id } = store.settingChanges.begin({ ...ref, ...intent, request: { introduction }, before: reading.value })
    const { seconds } = watchOver(bench)
    await seconds(3)
    expect(store.settingChanges.get(id)?.change.state).toBe('not_carried_out')
    expect(received('modify_app_intro')).toBe(0)
  })
})

describe('what is in review', () => {
  it('is known from the database after a start', async () => {
    const { profile, store, ref } = await setupBench(merchants.nameInReview)
    await profile.read(ref)
    const afterStart = new PendingReviews(store)
    afterStart.look(ref)
    expect(afterStart.of('a')).toEqual([
      { appId: ref.appId, information: true, categories: false, capabilities: false }
    ])
    expect(afterStart.of('b')).toEqual([])
  })

  it('is not asked for again once the merchant is not ours any more', async () => {
    const { profile, control, reviews, ref } = await setupBench(merchants.nameInReview)
    await profile.read(ref)
    expect(reviews.of('a')).toHaveLength(1)
    control.changeMerchant(ref.appId, { authorized: false })
    await expect(profile.read(ref)).rejects.toThrow()
    expect(reviews.of('a')).toEqual([])
  })
})
