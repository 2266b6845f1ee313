import { describe, expect, it, vi } from 'vitest'
import { newBench, newSimulator, until } from '../../../integration/desk/support'
import { temporaryFolder } from '../../store/support'
import { allIn, isIn, rolloutBench, rolloutTools, shipping, type RolloutBench } from './rollout-bench'

vi.setConfig({ testTimeout: 30_000 })

const uploads = { work: { ...shipping, until: 'upload' } } as const
const received = ({ simulator }: Pick<RolloutBench, 'simulator'>, endpoint: string): number =>
  simulator.control.counters().endpoints[endpoint]?.received ?? 0
const carriedOut = (bench: RolloutBench, appIds: readonly string[], version = '9.9.1'): number[] =>
  appIds.map((appId) => bench.merchant(appId).tests.filter((each) => each.version === version).length)

describe('when answers are lost', () => {
  it('finds out what was done, and sends again only what was not', async () => {
    const bench = await rolloutBench()
    const { sound, start, when, simulator } = bench
    const appIds = sound(6)
    simulator.control.addFault({ kind: 'reset-after', match: { endpoint: 'upload' }, times: 3 })
    simulator.control.addFault({ kind: 'reset-before', match: { endpoint: 'upload' }, times: 2 })
    const { rollout } = await start(appIds, uploads)
    const ended = await when(rollout.id, isIn('finished'))
    expect(ended.rollout.counts.done).toBe(6)
    expect(carriedOut(bench, appIds)).toEqual(appIds.map(() => 1))
    expect(received(bench, 'upload')).toBe(8)
  })

  it('settles what is not known as soon as the platform can be read again', async () => {
    const bench = await rolloutBench()
    const { sound, start, when, simulator, value, name } = bench
    const appIds = sound(1)
    simulator.control.addFault({ kind: 'reset-after', match: { endpoint: 'upload' }, times: 1 })
    const { rollout } = await start(appIds, { ...uploads, startAt: Date.now() + 3_600_000 })
    // The preflight is read; what is read after the upload is not.
    await value('merchants.read', { accountId: bench.accountId, appId: appIds[0] ?? '' })
    const watch = simulator.control.counters().endpoints['versions']?.received ?? 0
    await value('rollouts.resume', name(rollout.id))
    await until(() => received(bench, 'versions') > watch)
    simulator.control.addFault({ kind: 'http-status', status: 503, match: { endpoint: 'versions' }, times: 12 })
    const ended = await when(rollout.id, isIn('finished'))
    expect(ended.items[0]).toMatchObject({ state: 'done' })
    expect(carriedOut(bench, appIds)).toEqual([1])
  })
})

describe('when nothing gets through', () => {
  it('waits for the network, holds it against no merchant, and goes on by itself', async () => {
    const bench = await rolloutBench()
    const { sound, start, when, simulator } = bench
    const fault = simulator.control.addFault({ kind: 'reset-before', match: { merchants: true } })
    const { rollout } = await start(sound(8), uploads)
    const down = await when(rollout.id, ({ log }) => log.some(({ text }) => text.startsWith('连不上平台')))
    expect(down.rollout.state).toBe('running')
    simulator.control.removeFaults(fault.id)
    const ended = await when(rollout.id, isIn('finished'))
    expect(ended.rollout.counts.done).toBe(8)
    expect(ended.log.map(({ text }) => text)).toContain('又连上平台，继续')
  })

  it('pauses when the account itself can not be used', async () => {
    const bench = await rolloutBench()
    const { sound, start, when, simulator } = bench
    simulator.control.addFault({ kind: 'ip-refused', match: { merchants: true } })
    const { rollout } = await start(sound(4), uploads)
    const held = await when(rollout.id, isIn('paused'))
    expect(held.rollout.hold).toMatchObject({ by: 'account', error: { code: 'credentials' } })
    await when(rollout.id, allIn('waiting'))
  })

  it('pauses when the allowance of calls is used up, and tries again when the operator says so', async () => {
    const bench = await rolloutBench()
    const { sound, start, when, simulator, value, name } = bench
    const fault = simulator.control.addFault({ kind: 'quota', match: { endpoint: 'upload' } })
    const { rollout } = await start(sound(5), uploads)
    const held = await when(rollout.id, isIn('paused'))
    expect(held.rollout.hold).toMatchObject({ by: 'quota', error: { platformCode: '28003017' } })
    simulator.control.removeFaults(fault.id)
    await when(rollout.id, allIn('waiting'))
    await value('rollouts.resume', name(rollout.id))
    expect((await when(rollout.id, isIn('finished'))).rollout.counts.done).toBe(5)
  })
})

describe('merchants that can not be served', () => {
  it('are blocked where the authorisation is gone, and the others go on', async () => {
    const { sound, start, when, simulator } = await rolloutBench()
    const appIds = sound(3)
    simulator.control.changeMerchant(appIds[1] ?? '', { authorized: false })
    const { rollout } = await start(appIds, uploads)
    const ended = await when(rollout.id, isIn('finished'))
    expect(ended.items.map(({ state }) => state)).toEqual(['done', 'blocked', 'done'])
    expect(ended.items[1]?.error?.code).toMatch(/authorization_lost|not_possible_now/)
  })
})

describe('a merchant in review', () => {
  it('is not waited for any more when its authorisation is gone', async () => {
    const { sound, start, when, simulator } = await rolloutBench()
    const appIds = sound(1)
    const { rollout } = await start(appIds)
    await when(rollout.id, allIn('reviewing'))
    simulator.control.changeMerchant(appIds[0] ?? '', { authorized: false })
    const ended = await when(rollout.id, isIn('finished'))
    expect(ended.items[0]).toMatchObject({ state: 'blocked', step: 'review', error: { code: 'authorization_lost' } })
  })
})

describe('after the program was closed', () => {
  it('goes on where it was, and sends nothing twice', async () => {
    const simulator = await newSimulator()
    const dataDir = temporaryFolder()
    const first = await newBench({ simulator, dataDir })
    const tools = rolloutTools(first)
    const appIds = tools.sound(8)
    const latency = simulator.control.addFault({ kind: 'latency', ms: 40, match: { merchants: true } })
    const { rollout } = await tools.start(appIds)
    await tools.when(rollout.id, ({ items }) => items.some(({ state }) => state === 'reviewing'))
    await first.desk.close()
    simulator.control.removeFaults(latency.id)
    const second = await newBench({ simulator, dataDir, ready: false })
    const again = rolloutTools(second)
    await again.when(rollout.id, allIn('reviewing'))
    await again.judge(appIds)
    const ended = await again.when(rollout.id, isIn('finished'))
    expect(ended.items.map(({ state }) => state)).toEqual(appIds.map(() => 'done'))
    expect(ended.log.map(({ text }) => text)).toContain('程序重新打开，从原处继续')
    expect(['upload', 'audit', 'release'].map((endpoint) => received({ simulator }, endpoint))).toEqual([8, 8, 8])
  })

  it('keeps a gate, a train and a pause', async () => {
    const simulator = await newSimulator()
    const dataDir = temporaryFolder()
    const first = await newBench({ simulator, dataDir })
    const tools = rolloutTools(first)
    const appIds = tools.sound(4)
    const train = await tools.start(appIds.slice(0, 1), { work: { ...shipping, release: 'together' } })
    const gate = await tools.start(appIds.slice(1, 3), { ...uploads, waves: { by: 'number', sizes: [1] } })
    const paused = await tools.start(appIds.slice(3), { startAt: Date.now() + 3_600_000 })
    await tools.when(train.rollout.id, allIn('reviewing'))
    await tools.judge(appIds.slice(0, 1))
    await tools.when(train.rollout.id, isIn('deciding'))
    await tools.when(gate.rollout.id, isIn('deciding'))
    await first.desk.close()
    const second = await newBench({ simulator, dataDir, ready: false })
    const again = rolloutTools(second)
    const held = async (id: string) => (await again.get(id)).rollout
    expect(await held(train.rollout.id)).toMatchObject({ state: 'deciding', hold: { by: 'train', approved: 1 } })
    expect(await held(gate.rollout.id)).toMatchObject({ state: 'deciding', hold: { by: 'gate', wave: 0 } })
    expect(await held(paused.rollout.id)).toMatchObject({ state: 'planned' })
    await second.value('rollouts.openWave', again.name(gate.rollout.id))
    await second.value('rollouts.releaseTogether', again.name(train.rollout.id))
    await again.when(gate.rollout.id, isIn('finished'))
    await again.when(train.rollout.id, isIn('finished'))
  })
})
