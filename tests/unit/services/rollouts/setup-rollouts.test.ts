import { describe, expect, it, vi } from 'vitest'
import type { CallInput, RolloutDetail } from '@shared/contract'
import type { ItemRequests, SetupWork } from '@shared/domain/rollout'
import { like, merchants } from '../../../integration/simulator/platform'
import { until } from '../../../integration/desk/support'
import { png } from '../setup/setup-bench'
import { allIn, isIn, plan, rolloutBench, shipping, type RolloutBench } from './rollout-bench'

vi.setConfig({ testTimeout: 30_000 })

const { upToDate, person, takenDown } = merchants
const introduction = '为本地用户提供到店预约与优惠信息'

const received = ({ simulator }: RolloutBench, endpoint: string): number =>
  simulator.control.counters().endpoints[endpoint]?.received ?? 0

const outcomes = ({ items }: RolloutDetail) =>
  items.map(({ appId, state, error }) => [appId, state, error?.reason ?? null])

/** Begins one and follows it to its end. */
async function setupBench() {
  const bench = await rolloutBench({ merchants: 48 })
  const { accountId } = bench
  const order = (work: SetupWork, appIds: readonly string[], requests: ItemRequests = {}) =>
    ({
      ...{ accountId, appIds: [...appIds], confirmed: appIds.length, requests: { ...requests }, origin: null },
      plan: { ...plan, title: '设置', work }
    }) satisfies CallInput<'rollouts.start'>
  return {
    ...bench,
    order,
    finish: async (work: SetupWork, appIds: readonly string[], requests?: ItemRequests): Promise<RolloutDetail> => {
      const { rollout } = await bench.value('rollouts.start', order(work, appIds, requests))
      return bench.when(rollout.id, isIn('finished'))
    },
    stage: async (): Promise<string> => {
      const { fileId } = await bench.value('files.begin', {
        name: '图.png',
        contentType: 'image/png',
        bytes: png.length
      })
      for (let offset = 0; offset < png.length; offset += 131_072) {
        const piece = png.subarray(offset, offset + 131_072).toString('base64')
        await bench.value('files.append', { fileId, offset, piece })
      }
      return fileId
    }
  }
}

const each = <Request>(appIds: readonly string[], request: Request): Record<string, Request> =>
  Object.fromEntries(appIds.map((appId) => [appId, request]))

describe('a rollout of the set-up', () => {
  it('changes introductions, and sends nothing where the wanted one is there or on its way', async () => {
    const bench = await setupBench()
    const appIds = [upToDate, takenDown]
    const first = await bench.finish({ kind: 'introduction' }, appIds, each(appIds, { introduction }))
    expect(outcomes(first)).toEqual(appIds.map((appId) => [appId, 'done', null]))
    expect(first.items[0]).toMatchObject({ step: 'setup', request: { introduction }, fromVersion: null })
    const sent = received(bench, 'modify_app_intro')
    expect(sent).toBe(2)
    const second = await bench.finish({ kind: 'introduction' }, appIds, each(appIds, { introduction }))
    expect(outcomes(second)).toEqual(appIds.map((appId) => [appId, 'unchanged', null]))
    expect(received(bench, 'modify_app_intro')).toBe(sent)
    const { changes } = await bench.value('profile.get', { accountId: bench.accountId, appId: upToDate })
    expect(changes.map(({ rolloutId }) => rolloutId)).toEqual([first.rollout.id])
  })

  it('says why a merchant was left alone that has the same in review, and does not try it again by itself', async () => {
    const bench = await setupBench()
    const requests = each([upToDate], { introduction })
    await bench.finish({ kind: 'introduction' }, [upToDate], requests)
    const other = each([upToDate], { introduction: `${introduction}，欢迎光临` })
    const second = await bench.finish({ kind: 'introduction' }, [upToDate], other)
    expect(outcomes(second)).toEqual([[upToDate, 'blocked', '上一次修改还在审核中，审核结束后才能再改']])
    expect(second.items[0]).toMatchObject({ attempts: 0, cause: like(/^refused:上一次修改/) })
  })

  it('sets one staged picture as the icon of several merchants, and keeps it', async () => {
    const bench = await setupBench()
    const fileId = await bench.stage()
    const appIds = [upToDate, person]
    const ended = await bench.finish({ kind: 'icon' }, appIds, each(appIds, { fileId, fileName: '图.png' }))
    expect(outcomes(ended)).toEqual(appIds.map((appId) => [appId, 'done', null]))
    expect(await bench.value('files.discard', { fileId })).toEqual({ discarded: true })
  })

  it('applies for a capability where it is neither there nor on its way, and says why not for others', async () => {
    const bench = await setupBench()
    bench.simulator.control.changeMerchant(person, { capabilities: { live_self_mount: { state: 'rejected' } } })
    bench.simulator.control.changeMerchant(upToDate, { capabilities: { live_self_mount: { state: 'granted' } } })
    const answers = [{ key: 'scene_desc', texts: ['开播时挂载预约页'], files: [] }]
    const work = {
      kind: 'capability',
      key: 'live_self_mount',
      name: '直播自主挂载',
      reason: '自播引流',
      answers
    } as const
    const first = await bench.finish(work, [upToDate, person, takenDown])
    expect(outcomes(first)).toEqual([
      [upToDate, 'unchanged', null],
      [person, 'done', null],
      [takenDown, 'blocked', like(/条件还没有满足：小程序已上线/)]
    ])
    const sent = received(bench, 'apply_capacity')
    expect(outcomes(await bench.finish(work, [person]))).toEqual([[person, 'unchanged', null]])
    expect(received(bench, 'apply_capacity')).toBe(sent)
    const none = await bench.finish({ ...work, key: 'no_such_key' }, [person])
    expect(outcomes(none)).toEqual([[person, 'blocked', '平台没有给这个商家列出这项能力']])
  })

  it('brings merchants to a baseline as it was confirmed, and assigns it to them', async () => {
    const bench = await setupBench()
    const { accountId } = bench
    const domains = {
      ...{ request: ['api.zhanggui.example.com', 'new.zhanggui.example.com'], socket: [], upload: [], download: [] },
      webview: ['h5.zhanggui.example.com', 'help.zhanggui.example.net']
    }
    const { id } = await bench.value('baselines.save', { accountId, id: null, name: '常用', domains })
    const work = { kind: 'domains', baseline: { id, name: '常用', domains }, mode: 'add' } as const
    const appIds = [upToDate, person]
    expect(outcomes(await bench.finish(work, appIds))).toEqual(appIds.map((appId) => [appId, 'done', null]))
    expect(bench.merchant(upToDate).domains.webview).toContain('help.zhanggui.example.net')
    expect(bench.merchant(person).domains.server.request).toContain('new.zhanggui.example.com')
    const { drift } = await bench.value('domains.get', { accountId, appId: person })
    expect(drift).toMatchObject({ baselineId: id, missing: 0 })
    expect(outcomes(await bench.finish(work, appIds))).toEqual(appIds.map((appId) => [appId, 'unchanged', null]))
  })

  it('finds out what a lost answer hides, and sends nothing twice', async () => {
    const bench = await setupBench()
    const appIds = bench.sound(5)
    bench.simulator.control.addFault({ kind: 'reset-after', match: { endpoint: 'modify_app_intro' }, times: 2 })
    bench.simulator.control.addFault({ kind: 'reset-before', match: { endpoint: 'modify_app_intro' }, times: 1 })
    const ended = await bench.finish({ kind: 'introduction' }, appIds, each(appIds, { introduction }))
    expect(ended.rollout.counts.done).toBe(5)
    for (const appId of appIds) expect(bench.merchant(appId).profileChanges.introduction).toMatchObject({ count: 1 })
    expect(received(bench, 'modify_app_intro')).toBe(6)
  })

  it('waits where it is not known what a lost answer hides, until the merchant can be read again', async () => {
    const bench = await setupBench()
    const { simulator } = bench
    const appIds = bench.sound(1)
    simulator.control.addFault({ kind: 'reset-after', match: { endpoint: 'modify_app_intro' }, times: 1 })
    const later = bench.order({ kind: 'introduction' }, appIds, each(appIds, { introduction }))
    const planned = { ...later, plan: { ...later.plan, startAt: Date.now() + 3_600_000 } }
    const { rollout } = await bench.value('rollouts.start', planned)
    const read = received(bench, 'get_info')
    await bench.value('rollouts.resume', bench.name(rollout.id))
    await until(() => received(bench, 'get_info') > read)
    const unreadable = simulator.control.addFault({ kind: 'http-status', status: 503, match: { endpoint: 'get_info' } })
    const lost = await bench.when(rollout.id, allIn('unknown'))
    expect(lost.items[0]?.error?.code).toBe('outcome_unknown')
    simulator.control.removeFaults(unreadable.id)
    const ended = await bench.when(rollout.id, isIn('finished'))
    expect(outcomes(ended)).toEqual(appIds.map((appId) => [appId, 'done', null]))
    expect(received(bench, 'modify_app_intro')).toBe(1)
  })
})

describe('beside other rollouts', () => {
  it('is not kept out by a version in review, and two of the same kind are', async () => {
    const bench = await setupBench()
    const [appId = ''] = bench.sound(1)
    const shipped = await bench.start([appId], { work: shipping })
    await bench.when(shipped.rollout.id, allIn('reviewing'))
    const domains = { request: ['new.zhanggui.example.com'], socket: [], upload: [], download: [], webview: [] }
    const { id } = await bench.value('baselines.save', {
      accountId: bench.accountId,
      id: null,
      name: '常用',
      domains
    })
    const work = { kind: 'domains', baseline: { id, name: '常用', domains }, mode: 'add' } as const
    const later = bench.order(work, [appId])
    const planned = { ...later, plan: { ...later.plan, startAt: Date.now() + 3_600_000 } }
    const { rollout } = await bench.value('rollouts.start', planned)
    expect((await bench.error('rollouts.start', later)).code).toBe('not_possible_now')
    await bench.value('rollouts.resume', bench.name(rollout.id))
    const ended = await bench.when(rollout.id, isIn('finished'))
    expect(ended.items[0]?.state).toBe('done')
    await bench.judge([appId])
    expect((await bench.when(shipped.rollout.id, isIn('finished'))).items[0]?.state).toBe('done')
  })
})

describe('a plan that can not be begun', () => {
  it('is refused before anything is written', async () => {
    const bench = await setupBench()
    const { accountId, error, order } = bench
    const short = order({ kind: 'introduction' }, [upToDate, person], { [upToDate]: { introduction: '太短' } })
    expect((await error('rollouts.start', short)).fields).toEqual({
      [`requests.${upToDate}`]: like(/简介太短/),
      [`requests.${person}`]: '没有给出简介'
    })
    const icon = order({ kind: 'icon' }, [upToDate], { [upToDate]: { fileId: 'gone', fileName: '图.png' } })
    expect((await error('rollouts.start', icon)).code).toBe('not_found')
    const application = { kind: 'capability', key: 'live_self_mount', name: '直播自主挂载', answers: [] } as const
    const unfounded = order({ ...application, reason: ' ' }, [upToDate])
    expect((await error('rollouts.start', unfounded)).fields).toEqual({ reason: '请填写申请理由' })
    const domains = { request: [], socket: [], upload: [], download: [], webview: [] }
    const deleted = order({ kind: 'domains', baseline: { id: 'gone', name: '旧', domains }, mode: 'add' }, [upToDate])
    expect((await error('rollouts.start', deleted)).code).toBe('not_found')
    expect(await bench.value('rollouts.list', { accountId })).toEqual([])
  })
})
