import { describe, expect, it, onTestFinished } from 'vitest'
import { BatchProgress } from '../../../../electron/services/batches/batch-progress'
import { BatchRunner } from '../../../../electron/services/batches/batch-runner'
import { BatchService, filesOfBatches } from '../../../../electron/services/batches/batch-service'
import { BatchWork } from '../../../../electron/services/batches/batch-work'
import { like, merchants } from '../../../integration/simulator/platform'
import { silentLogger } from '../../store/support'
import { domainBench, onPlatform, refOf } from '../setup/domain-bench'
import { errorOf, stage } from '../setup/setup-bench'
import { introduction, until } from './batch-bench'

const { upToDate, person, takenDown } = merchants

/** Batches over the set-up's real services and the simulated platform. */
async function simulatedBench() {
  const bench = await domainBench(upToDate, person, takenDown)
  const { store, events, accounts, files, profile, domains, capabilities, baselines, clock } = bench
  const work = new BatchWork({ store, profile, domains, capabilities })
  const progress = new BatchProgress({ batches: store.batches, events })
  const runner = new BatchRunner({ store, events, work, progress, clock, logger: silentLogger })
  onTestFinished(() => runner.stop())
  const batches = new BatchService({ store, accounts, files, baselines, runner, progress, clock, actor: '小王' })
  return {
    ...bench,
    batches,
    finish: async (batchId: string) => {
      await until(() => runner.runningCount() === 0)
      const { batch, items } = batches.get({ accountId: 'a', batchId })
      expect(batch.state).toBe('finished')
      return items.map(({ appId, state, error }) => [appId, state, error?.reason ?? null])
    }
  }
}

describe('batches over the platform', () => {
  it('change introductions, and send nothing where the wanted one is there or on its way', async () => {
    const { batches, store, received, finish } = await simulatedBench()
    const items = [upToDate, takenDown].map((appId) => ({ appId, introduction }))
    const first = await batches.start('a', { kind: 'introduction', items })
    expect(await finish(first.batch.id)).toEqual(items.map(({ appId }) => [appId, 'done', null]))
    const sent = received('modify_app_intro')
    expect(sent).toBe(2)
    expect(store.information.read(refOf(upToDate)).value?.introductionAudit?.value).toBe(introduction)
    const second = await batches.start('a', { kind: 'introduction', items })
    expect(await finish(second.batch.id)).toEqual(items.map(({ appId }) => [appId, 'unchanged', null]))
    expect(received('modify_app_intro')).toBe(sent)
  })

  it('set one staged picture as the icon of several merchants, and keep it', async () => {
    const { batches, files, finish } = await simulatedBench()
    const fileId = stage(files)
    const items = [upToDate, person].map((appId) => ({ appId, fileId }))
    const { batch } = await batches.start('a', { kind: 'icon', items })
    expect(await finish(batch.id)).toEqual(items.map(({ appId }) => [appId, 'done', null]))
    expect(files.get(fileId).file.fileId).toBe(fileId)
  })

  it('apply for a capability where it is neither there nor on its way, and say why not for others', async () => {
    const { batches, control, files, received, finish } = await simulatedBench()
    control.changeMerchant(person, { capabilities: { live_self_mount: { state: 'rejected' } } })
    control.changeMerchant(upToDate, { capabilities: { live_self_mount: { state: 'granted' } } })
    const answers = [{ key: 'scene_desc', texts: ['开播时挂载预约页'], files: [] }]
    const order = { kind: 'capability', key: 'live_self_mount', reason: '自播引流', answers } as const
    const appIds = [upToDate, person, takenDown]
    const first = await batches.start('a', { ...order, answers, appIds })
    expect(first.batch.title).toBe('为 3 个商家申请「live_self_mount」')
    expect(await finish(first.batch.id)).toEqual([
      [upToDate, 'unchanged', null],
      [person, 'done', null],
      [takenDown, 'failed', like(/条件还没有满足：小程序已上线/)]
    ])
    const sent = received('apply_capacity')
    const second = await batches.start('a', { ...order, answers, appIds: [person] })
    expect(second.batch.title).toBe('为 1 个商家申请「直播自主挂载」')
    expect(await finish(second.batch.id)).toEqual([[person, 'unchanged', null]])
    expect(received('apply_capacity')).toBe(sent)
    const none = await batches.start('a', { ...order, answers, key: 'no_such_key', appIds: [person] })
    expect(await finish(none.batch.id)).toEqual([[person, 'failed', '平台没有给这个商家列出这项能力']])
    const unknownFile = [{ key: 'img_uri_list', texts: [], files: ['gone'] }]
    const missing = await errorOf(() => batches.start('a', { ...order, answers: unknownFile, appIds }))
    expect([missing.code, files.discard('gone')]).toEqual(['not_found', { discarded: false }])
    expect((await errorOf(() => batches.start('a', { ...order, answers, reason: ' ', appIds }))).fields).toEqual({
      reason: '请填写申请理由'
    })
  })

  it('need the pictures of an application until they are over', async () => {
    const { batches, control, files, store, finish } = await simulatedBench()
    control.changeMerchant(person, { trial: { isTrial: false } })
    const fileId = stage(files)
    const answers = [{ key: 'img_uri_list', texts: [], files: [fileId] }]
    const order = { kind: 'capability', key: 'ma.jsapi.jump_live_room', reason: '引流', answers } as const
    const { batch } = await batches.start('a', { ...order, answers, appIds: [person] })
    expect([...filesOfBatches(store)]).toEqual([fileId])
    expect(await finish(batch.id)).toEqual([[person, 'done', null]])
    expect([files.get(fileId).file.fileId, filesOfBatches(store).size]).toEqual([fileId, 0])
  })

  it('bring merchants to a baseline, whose drift is gone then', async () => {
    const bench = await simulatedBench()
    const domains = {
      ...{ request: ['api.zhanggui.example.com', 'new.zhanggui.example.com'], socket: [], upload: [], download: [] },
      webview: ['h5.zhanggui.example.com', 'help.zhanggui.example.net']
    }
    const { id } = await bench.baselines.save({ accountId: 'a', id: null, name: '常用', domains })
    const order = { kind: 'domains', baselineId: id, mode: 'add', appIds: [upToDate, person] } as const
    const { batch } = await bench.batches.start('a', { ...order, appIds: [...order.appIds] })
    expect(await bench.finish(batch.id)).toEqual(order.appIds.map((appId) => [appId, 'done', null]))
    expect(onPlatform(bench, upToDate).webview).toContain('help.zhanggui.example.net')
    expect(onPlatform(bench, person).request).toContain('new.zhanggui.example.com')
    for (const appId of order.appIds)
      expect(bench.store.merchants.row(refOf(appId))?.drift).toMatchObject({ missing: 0 })
    const again = await bench.batches.start('a', { ...order, appIds: [...order.appIds] })
    expect(await bench.finish(again.batch.id)).toEqual(order.appIds.map((appId) => [appId, 'unchanged', null]))
  })
})
