import { describe, expect, it } from 'vitest'
import { like } from '../../../integration/simulator/platform'
import { errorOf, setupBench } from './setup-bench'

const introduction = '为本地用户提供到店预约与优惠信息'
const intro = { endpoint: 'modify_app_intro' }

describe('a change whose answer is lost', () => {
  it('is done where what is set then shows it, and is sent once', async () => {
    const { profile, control, ref, received, waits } = await setupBench()
    control.addFault({ kind: 'reset-after', match: intro })
    const { changes } = await profile.changeIntroduction(ref, introduction)
    expect(changes.map(({ state }) => state)).toEqual(['done'])
    expect([received('modify_app_intro'), waits]).toEqual([1, []])
  })

  it('was not carried out where nothing shows, which is believed after a second look', async () => {
    const { profile, control, ref, received, waits } = await setupBench()
    control.addFault({ kind: 'http-status', status: 502, phase: 'before', match: intro })
    const error = await errorOf(() => profile.changeIntroduction(ref, introduction))
    expect(error).toMatchObject({ code: 'not_carried_out', retryable: true, actor: 'operator', wayOut: 'retry' })
    expect(profile.get(ref).changes[0]).toMatchObject({ state: 'not_carried_out', error })
    expect([received('modify_app_intro'), waits]).toEqual([1, [2_000]])
  })

  it('stays unknown while nothing can be read, holds the next one up, and is settled later without sending it', async () => {
    const { profile, runner, control, ref, received, store } = await setupBench()
    await profile.read(ref)
    // The reading before goes through, all those after do not.
    control.addFault({ kind: 'latency', ms: 200, match: intro })
    control.addFault({ kind: 'reset-after', match: intro })
    const lost = await lostChange()
    expect(lost).toMatchObject({ code: 'outcome_unknown', actor: 'nobody', wayOut: 'merchant_profile' })
    const [change] = store.settingChanges.allUnsettled()
    expect(change).toMatchObject({ state: 'unknown', error: lost })
    control.removeFaults()
    const blocked = await errorOf(() => profile.changeIntroduction(ref, `${introduction}吧`))
    expect(blocked).toMatchObject({ code: 'not_possible_now', reason: like(/没有确认/), actor: 'operator' })
    expect(await runner.settle(ref, change?.id ?? '')).toMatchObject({ state: 'done' })
    expect(await runner.settle(ref, change?.id ?? '')).toMatchObject({ state: 'done' })
    expect(received('modify_app_intro')).toBe(1)

    async function lostChange() {
      const changing = errorOf(() => profile.changeIntroduction(ref, introduction))
      while (store.settingChanges.allUnsettled().length === 0) await new Promise((resolve) => setTimeout(resolve, 1))
      control.addFault({ kind: 'http-status', status: 503, match: { endpoint: 'get_info' } })
      return changing
    }
  })

  it('of an earlier run, left as intended, is settled from the database', async () => {
    const { runner, profile, store, ref } = await setupBench()
    const { reading } = await profile.read(ref)
    const intent = {
      kind: 'introduction',
      summary: introduction,
      actor: '小王',
      startedAt: 0,
      rolloutId: null
    } as const
    const { id } = store.settingChanges.begin({ ...ref, ...intent, request: { introduction }, before: reading.value })
    expect(await errorOf(() => runner.settle(ref, id))).toMatchObject({ code: 'not_carried_out' })
    const other = { ...ref, appId: 'ttother' }
    expect(await errorOf(() => runner.settle(other, id))).toMatchObject({ code: 'not_found' })
  })
})

describe('changes of one merchant', () => {
  it('go one at a time in each part, and side by side in different parts', async () => {
    const { profile, categories, runner, ref } = await setupBench()
    const first = profile.changeIntroduction(ref, introduction)
    expect(runner.running(ref, 'profile')).toBe('introduction')
    const second = await errorOf(() => profile.changeName(ref, '山茶与海', null))
    expect(second).toMatchObject({ code: 'not_possible_now', reason: like(/修改简介/), actor: 'nobody' })
    const publishing = errorOf(() => categories.publish(ref))
    expect(runner.runningCount()).toBe(2)
    await first
    expect(await publishing).toMatchObject({ reason: '线上的类目已经是最新的' })
    expect([runner.runningCount(), runner.isRunning(ref, 'profile')]).toEqual([0, false])
  })

  it('are refused in plain words where the present state can not be read', async () => {
    const { profile, control, ref, changes } = await setupBench()
    control.addFault({ kind: 'http-status', status: 503, match: { endpoint: 'get_info' } })
    const error = await errorOf(() => profile.changeIntroduction(ref, introduction))
    expect(error).toMatchObject({ code: 'platform_fault', message: like(/没有开始/) })
    expect(changes()).toEqual([])
  })

  it('that the platform refuses are written down with its code and log id', async () => {
    const { profile, ref } = await setupBench()
    const error = await errorOf(() => profile.changeIntroduction(ref, '这里有全城最低价的茶饮和点心'))
    expect(error).toMatchObject({ code: 'platform_refused', platformCode: '22019', logId: like(/./) })
    expect(profile.get(ref).changes[0]).toMatchObject({ state: 'refused', error, logId: error.logId })
  })
})
