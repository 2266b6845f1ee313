import { describe, expect, it, vi } from 'vitest'
import type { RolloutDetail } from '@shared/contract'
import { until } from '../../../integration/desk/support'
import { allIn, isIn, plan, rolloutBench, shipping } from './rollout-bench'

vi.setConfig({ testTimeout: 30_000 })

const texts = ({ log }: RolloutDetail): string[] => log.map(({ text }) => text)
const counted = ({ rollout: { counts } }: RolloutDetail): Record<string, number> =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0))

describe('a rollout', () => {
  it('uploads, submits and releases at each merchant, and tells the page', async () => {
    const { sound, start, when, judge, merchant, events, value, accountId } = await rolloutBench()
    const appIds = sound(10)
    const { rollout } = await start(appIds)
    expect(rollout).toMatchObject({
      state: 'running',
      total: 10,
      actor: '小王',
      startedAt: expect.any(Number) as number
    })
    await when(rollout.id, allIn('reviewing'))
    await judge(appIds)
    const ended = await when(rollout.id, isIn('finished'))
    expect(counted(ended)).toEqual({ done: 10 })
    expect(texts(ended)).toEqual(['开始：10 个商家，不分波（小王）', '结束：10 个完成'])
    expect(appIds.map((appId) => merchant(appId).current?.version)).toEqual(appIds.map(() => '9.9.1'))
    const isTold = () =>
      events.some(({ name, payload }) => name === 'rollout.progress' && payload.rollout.state === 'finished')
    await until(isTold)
    const [listed] = await value('rollouts.list', { accountId })
    expect(listed).toEqual(ended.rollout)
  })

  it('sends no call twice, and none that it can do without', async () => {
    const { sound, start, when, judge, simulator } = await rolloutBench()
    const appIds = sound(6)
    const before = simulator.control.counters().endpoints
    const { rollout } = await start(appIds)
    await when(rollout.id, allIn('reviewing'))
    await judge(appIds)
    await when(rollout.id, isIn('finished'))
    const { endpoints } = simulator.control.counters()
    const received = (name: string) => (endpoints[name]?.received ?? 0) - (before[name]?.received ?? 0)
    expect(['upload', 'audit', 'release'].map(received)).toEqual([6, 6, 6])
    // The preflight, after each of the three, and the reading that the verdict came with.
    expect(received('versions')).toBeLessThanOrEqual(6 * 6)
  })

  it('keeps apart who was rejected and why, and uploads anew for those on a retry', async () => {
    const { sound, start, when, judge, value, name, simulator } = await rolloutBench()
    const appIds = sound(4)
    const { rollout } = await start(appIds)
    await when(rollout.id, allIn('reviewing'))
    await judge(appIds.slice(0, 1), 'reject')
    await judge(appIds.slice(1))
    const ended = await when(rollout.id, isIn('finished'))
    expect(counted(ended)).toEqual({ done: 3, rejected: 1 })
    const rejected = ended.items.find(({ state }) => state === 'rejected')
    expect(rejected).toMatchObject({ appId: appIds[0], step: 'review', error: { message: '9.9.1 没有通过审核' } })
    expect(rejected?.cause).toMatch(/^rejected:./)
    await value('rollouts.retry', { ...name(rollout.id), appIds: null })
    // The platform wants 10 seconds between submissions of a merchant.
    const again = await when(rollout.id, ({ items }) => (items[0]?.notBefore ?? null) !== null)
    expect(again.items[0]).toMatchObject({ state: 'waiting', step: 'submit', error: null, cause: null })
    expect(again.rollout).toMatchObject({ state: 'running', finishedAt: null })
    expect(simulator.control.counters().endpoints['upload']?.received).toBe(5)
    // It comes when they are over, and not a moment before: the platform refuses it at no time.
    await when(rollout.id, ({ items }) => items[0]?.state === 'reviewing')
    expect(simulator.control.counters().endpoints['audit']).toMatchObject({ carriedOut: 5, refused: 0 })
  })

  it('goes through its waves when the operator opens them', async () => {
    const { sound, start, when, judge, value, name, error } = await rolloutBench()
    const appIds = sound(5)
    const { rollout } = await start(appIds, { waves: { by: 'number', sizes: [2] } })
    expect(rollout.waves.map((wave) => [wave.name, wave.total])).toEqual([
      ['第 1 波', 2],
      ['其余', 3]
    ])
    const first = await when(rollout.id, ({ items }) => items.filter(({ state }) => state === 'reviewing').length === 2)
    expect(first.items.slice(2).map(({ state }) => state)).toEqual(['waiting', 'waiting', 'waiting'])
    await judge(appIds.slice(0, 2))
    const gate = await when(rollout.id, isIn('deciding'))
    expect(gate.rollout).toMatchObject({ hold: { by: 'gate', wave: 0, opensAt: null }, wave: 0 })
    expect(texts(gate)).toContain('第 1 波结束：2 个完成')
    await value('rollouts.openWave', name(rollout.id))
    await when(rollout.id, ({ items }) => items.slice(2).every(({ state }) => state === 'reviewing'))
    expect((await error('rollouts.openWave', name(rollout.id))).reason).toBe('已经是最后一波')
    await judge(appIds.slice(2))
    const ended = await when(rollout.id, isIn('finished'))
    expect(texts(ended)).toEqual([
      '开始：5 个商家，分 2 波（小王）',
      '第 1 波结束：2 个完成',
      '打开「其余」（小王）',
      '「其余」结束：3 个完成',
      '结束：5 个完成'
    ])
  })

  it('opens a wave by itself after a quiet time without failures', async () => {
    const { sound, start, when, judge } = await rolloutBench()
    const appIds = sound(2)
    const waves = { by: 'number', sizes: [1] } as const
    const { rollout } = await start(appIds, { waves, gate: { by: 'quiet', minutes: 0 } })
    await when(rollout.id, ({ items }) => items[0]?.state === 'reviewing')
    await judge(appIds.slice(0, 1))
    const second = await when(rollout.id, ({ items }) => items[1]?.state === 'reviewing')
    expect(second.rollout).toMatchObject({ state: 'running', wave: 1 })
    expect(texts(second)).toContain('安静期过去，自动打开「其余」')
  })

  it('holds what has passed for the release train, and releases it together', async () => {
    const { sound, start, when, judge, value, name, merchant } = await rolloutBench()
    const appIds = sound(3)
    const { rollout } = await start(appIds, { work: { ...shipping, release: 'together' } })
    await when(rollout.id, allIn('reviewing'))
    await judge(appIds.slice(0, 2))
    await judge(appIds.slice(2), 'reject')
    const held = await when(rollout.id, isIn('deciding'))
    expect(held.rollout.hold).toEqual({ by: 'train', approved: 2 })
    expect(merchant(appIds[0] ?? '').current?.version).not.toBe('9.9.1')
    await value('rollouts.skip', { ...name(rollout.id), appIds: [appIds[1] ?? ''] })
    expect((await value('rollouts.get', name(rollout.id))).rollout.hold).toEqual({ by: 'train', approved: 1 })
    await value('rollouts.releaseTogether', name(rollout.id))
    const ended = await when(rollout.id, isIn('finished'))
    expect(counted(ended)).toEqual({ done: 1, rejected: 1, skipped: 1 })
    expect(merchant(appIds[0] ?? '').current?.version).toBe('9.9.1')
    expect(merchant(appIds[1] ?? '').current?.version).not.toBe('9.9.1')
  })

  it('pauses by its stop rule, and is not paused again for what was forgiven', async () => {
    const { sound, start, when, value, name } = await rolloutBench()
    const work = { ...shipping, templateId: '9133504853504535289' }
    const waves = { by: 'number', sizes: [3] } as const
    const { rollout } = await start(sound(5), { work, waves, stop: { failurePercent: 50, sameCause: null } })
    const held = await when(rollout.id, isIn('paused'))
    const text = '这一波 3 个有结果的商家里 3 个没有成功（100%），到了停止线 50%'
    expect(held.rollout.hold).toEqual({ by: 'stop_rule', text })
    expect(texts(held).at(-1)).toBe(`已自动暂停：${text}`)
    const resumed = await value('rollouts.resume', name(rollout.id))
    expect(resumed.rollout).toMatchObject({ state: 'deciding', hold: { by: 'gate', wave: 0 } })
    await value('rollouts.openWave', name(rollout.id))
    const ended = await when(rollout.id, isIn('finished'))
    expect(ended.items.map(({ state, cause }) => [state, cause])).toEqual(
      ended.items.map(() => ['failed', 'platform:40029'])
    )
  })

  it('begins nothing while it is paused, and watches the reviews meanwhile', async () => {
    const { sound, start, when, judge, value, name } = await rolloutBench()
    const appIds = sound(2)
    const { rollout } = await start(appIds)
    await when(rollout.id, allIn('reviewing'))
    const paused = await value('rollouts.pause', name(rollout.id))
    expect(paused.rollout).toMatchObject({ state: 'paused', hold: { by: 'operator' } })
    await judge(appIds)
    const judged = await when(rollout.id, allIn('waiting'))
    expect(judged.items.map(({ step }) => step)).toEqual(['release', 'release'])
    expect(judged.rollout.state).toBe('paused')
    await value('rollouts.resume', name(rollout.id))
    expect(counted(await when(rollout.id, isIn('finished')))).toEqual({ done: 2 })
  })

  it('skips for good what was not done when it is stopped, and leaves the review on the platform', async () => {
    const { sound, start, when, value, name, error, merchant } = await rolloutBench()
    const appIds = sound(4)
    const { rollout } = await start(appIds, { waves: { by: 'number', sizes: [2] } })
    await when(rollout.id, ({ items }) => items.slice(0, 2).every(({ state }) => state === 'reviewing'))
    const stopped = await value('rollouts.stop', name(rollout.id))
    expect(stopped.rollout).toMatchObject({ state: 'stopped', hold: null, finishedAt: expect.any(Number) as number })
    expect(counted(stopped)).toEqual({ skipped: 4 })
    expect(merchant(appIds[0] ?? '').audit).toMatchObject({ version: '9.9.1', status: 'in_review' })
    expect((await error('rollouts.resume', name(rollout.id))).reason).toBe('已经停止')
    expect((await error('rollouts.retry', { ...name(rollout.id), appIds: null })).reason).toBe(
      '已经停止，可以复制为新计划'
    )
  })

  it('follows what is in review already, and finds what was uploaded before', async () => {
    const { sound, start, when, judge, simulator } = await rolloutBench()
    const appIds = sound(2)
    const first = await start(appIds, { work: { ...shipping, until: 'submit' } })
    await when(first.rollout.id, isIn('finished'))
    const second = await start(appIds)
    const following = await when(second.rollout.id, allIn('reviewing'))
    expect(following.items.every(({ reviewSince }) => reviewSince !== null)).toBe(true)
    expect(simulator.control.counters().endpoints['upload']?.received).toBe(2)
    await judge(appIds)
    expect(counted(await when(second.rollout.id, isIn('finished')))).toEqual({ done: 2 })
    const third = await start(appIds)
    expect(counted(await when(third.rollout.id, isIn('finished')))).toEqual({ unchanged: 2 })
  })

  it('rolls back, withdraws, submits, releases and refreshes with the same engine', async () => {
    const { sound, start, when, judge, merchant } = await rolloutBench()
    const appIds = sound(3)
    const run = async (work: Parameters<typeof start>[1]) =>
      counted(await when((await start(appIds, work)).rollout.id, isIn('finished')))
    const submission = { hosts: { by: 'released' }, note: '', release: 'when_approved' } as const
    expect(await run({ work: { ...shipping, until: 'upload' } })).toEqual({ done: 3 })
    expect(await run({ work: { kind: 'submit', until: 'submit', ...submission } })).toEqual({ done: 3 })
    expect(await run({ work: { kind: 'withdraw' } })).toEqual({ done: 3 })
    expect(await run({ work: { kind: 'withdraw' } })).toEqual({ unchanged: 3 })
    expect(await run({ work: { kind: 'refresh' } })).toEqual({ done: 3 })
    expect(await run({ work: { kind: 'release', onlyVersion: null } })).toEqual({ blocked: 3 })
    const others = sound(5).slice(3)
    const { rollout } = await start(others)
    await when(rollout.id, allIn('reviewing'))
    await judge(others)
    await when(rollout.id, isIn('finished'))
    const back = await start(others, { work: { kind: 'rollback', onlyVersion: '9.9.1' } })
    expect(counted(await when(back.rollout.id, isIn('finished')))).toEqual({ done: 2 })
    expect(merchant(others[0] ?? '').rollback.effectiveAt).not.toBeNull()
  })
})

describe('a plan', () => {
  it('is refused where it can not be begun, and nothing is kept', async () => {
    const { sound, error, value, accountId } = await rolloutBench()
    const [first = '', second = ''] = sound(2)
    const order = { accountId, plan, origin: null, appIds: [first, second], confirmed: 2 }
    const refused = async (change: Partial<typeof order>) =>
      (await error('rollouts.start', { ...order, ...change })).reason
    expect(await refused({ confirmed: 3 })).toBe('确认的是 3 个商家，计划里有 2 个')
    expect(await refused({ appIds: [first, first] })).toBe(`${first} 出现了不止一次`)
    expect(await refused({ appIds: [first, 'tt0000000000000000'] })).toBe('账号下没有 tt0000000000000000')
    const broken = { ...plan, work: { ...shipping, extJson: '{"extEnable": true, "x": "{{nobody}}"}' } }
    expect(await refused({ plan: broken })).toBe(
      'ext.json 第 1 行第 1 列：缺少 extAppid；第 1 行第 26 列：没有变量 nobody'
    )
    expect(await value('rollouts.list', { accountId })).toEqual([])
  })

  it('waits for its time, or for the operator', async () => {
    const { sound, start, value, name, when, error } = await rolloutBench()
    const { rollout } = await start(sound(1), { startAt: Date.now() + 3_600_000 })
    expect(rollout).toMatchObject({ state: 'planned', startedAt: null })
    expect((await error('rollouts.pause', name(rollout.id))).reason).toBe('没有在进行')
    expect((await value('rollouts.resume', name(rollout.id))).rollout.state).toBe('running')
    await when(rollout.id, allIn('reviewing'))
    const { rollout: timed } = await start(sound(3).slice(1, 2), { startAt: Date.now() + 50 })
    await when(timed.id, allIn('reviewing'))
  })

  it('is refused for merchants that another rollout is not done with', async () => {
    const { sound, start, error, accountId, value, name } = await rolloutBench()
    const appIds = sound(3)
    const { rollout } = await start(appIds.slice(0, 2), { startAt: Date.now() + 3_600_000 })
    const order = { accountId, plan, origin: null, appIds, confirmed: 3 } as const
    const refused = await error('rollouts.start', { ...order, appIds: [...appIds] })
    expect(refused).toMatchObject({
      code: 'not_possible_now',
      reason: '2 个商家还在「上传 9.9.1」里',
      nextStep: '请在预览里按「移出在别的批量发布里的」，或在那一次里跳过这些商家，或等它结束',
      ...{ actor: 'operator', wayOut: 'rollouts' }
    })
    await value('rollouts.stop', name(rollout.id))
    await start(appIds)
  })

  it('blocks a merchant for which a variable has no value, and sends it nothing', async () => {
    const { sound, start, when, value, accountId, merchant } = await rolloutBench()
    const [appId = ''] = sound(1)
    const variable = { name: 'shop', type: 'text', required: true, fallback: null, description: '' } as const
    await value('ext.saveVariables', { accountId, variables: [variable] })
    const extJson = '{"extEnable": true, "extAppid": "{{appId}}", "ext": {"shop": "{{shop}}"}}'
    const { rollout } = await start([appId], { work: { ...shipping, extJson } })
    const ended = await when(rollout.id, isIn('finished'))
    expect(ended.items[0]).toMatchObject({
      ...{ state: 'blocked', cause: 'blocked:ext_json', step: 'preflight' },
      error: { reason: 'ext.json 不能上传：变量 shop 还没有值', actor: 'operator', wayOut: 'templates' }
    })
    expect(merchant(appId).tests.map(({ version }) => version)).not.toContain('9.9.1')
  })
})

describe('a rollout for support', () => {
  it('is exported with its merchants, log and operations', async () => {
    const { sound, start, when, value, name } = await rolloutBench()
    const { rollout } = await start(sound(2), { work: { ...shipping, until: 'upload' }, title: 'A/B: 上传' })
    await when(rollout.id, isIn('finished'))
    const journal = await value('rollouts.journal', name(rollout.id))
    expect(journal.name).toMatch(/^批量发布-A B 上传-\d{4}-\d{2}-\d{2}\.json$/)
    const { items, operations, log } = JSON.parse(journal.json) as Record<string, unknown[]>
    expect([items?.length, operations?.length, log?.length]).toEqual([2, 2, 2])
  })

  it('is not found under another account', async () => {
    const { error } = await rolloutBench()
    const nobody = { accountId: 'nobody', rolloutId: '00000000-0000-4000-8000-000000000000' }
    expect((await error('rollouts.get', nobody)).message).toBe('没有找到这次批量发布')
    expect((await error('rollouts.journal', nobody)).code).toBe('not_found')
  })
})
