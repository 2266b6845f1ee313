import { describe, expect, it } from 'vitest'
import { errorOf } from '../setup/setup-bench'
import { appIds, batchBench, gate, introduction, until } from './batch-bench'

const name = (batchId: string, accountId = 'a') => ({ accountId, batchId })

describe('a batch', () => {
  it('does one merchant after the other, in order, and tells of each', async () => {
    const bench = batchBench()
    let atOnce = 0
    let most = 0
    bench.script.now = async () => {
      most = Math.max(most, (atOnce += 1))
      await new Promise((resolve) => setTimeout(resolve, 1))
      atOnce -= 1
      return undefined
    }
    const { batch, items } = await bench.start()
    expect(batch).toMatchObject({ state: 'running', total: 8, title: '修改 8 个商家的简介', actor: '小王' })
    expect(items.map(({ summary }) => summary)).toContain(introduction)
    await bench.idle()
    expect([bench.done, most]).toEqual([appIds, 1])
    expect(bench.batches.get(name(batch.id)).batch).toMatchObject({ state: 'finished', counts: { done: 8 } })
    expect(bench.batches.list('a').map(({ id }) => id)).toEqual([batch.id])
    const changes = bench.store.settingChanges.list({ accountId: 'a', appId: 'tt0' }, ['introduction'], 9)
    expect(changes).toMatchObject([{ batchId: batch.id }])
  })

  it('sends its progress merged, the last word included', async () => {
    const bench = batchBench()
    const { batch } = await bench.start()
    await bench.idle()
    bench.progress.flush()
    const told = bench.sent.flatMap((event) => (event.name === 'batch.progress' ? [event.payload] : []))
    expect(told.length).toBeLessThan(4)
    expect(told.at(-1)?.batch).toMatchObject({ id: batch.id, state: 'finished' })
    const last = new Map(told.flatMap(({ items }) => items.map((item) => [item.appId, item])))
    expect([...last.values()].map(({ state }) => state)).toEqual(appIds.map(() => 'done'))
    expect([...last.values()].some((item) => 'request' in item)).toBe(false)
  })

  it('refuses a second one of the account while it runs, naming the first; another account may', async () => {
    const bench = batchBench()
    const held = gate()
    bench.script.now = async () => void (await held.opened)
    const { batch } = await bench.start()
    const error = await errorOf(() => bench.start(['tt1']))
    expect(error).toMatchObject({ code: 'not_possible_now', reason: expect.stringContaining(batch.title) as string })
    await bench.start(['tt1'], 'b')
    held.open()
    await bench.idle()
    await bench.start(['tt1'])
    await bench.idle()
    expect(bench.batches.list('a')).toHaveLength(2)
  })

  it('goes on after one that failed, and retries only those that did', async () => {
    const bench = batchBench()
    bench.script.now = (appId) => (appId === 'tt2' || appId === 'tt5' ? 'platform_refused' : undefined)
    const { batch } = await bench.start()
    await bench.idle()
    expect(bench.batches.get(name(batch.id)).batch.counts).toMatchObject({ done: 6, failed: 2 })
    bench.done.length = 0
    bench.script.now = () => undefined
    bench.batches.retry(name(batch.id))
    await bench.idle()
    expect(bench.done).toEqual(['tt2', 'tt5'])
    expect(bench.batches.get(name(batch.id)).batch).toMatchObject({ state: 'finished', counts: { done: 8 } })
    expect((await errorOf(() => bench.batches.retry(name(batch.id)))).code).toBe('not_possible_now')
  })

  it('says why a merchant that is gone or not authorised was not changed, and sends nothing for it', async () => {
    const bench = batchBench()
    bench.store.merchants.saveAuthorization({ accountId: 'a', appId: 'tt1' }, 'lost')
    const { batch } = await bench.start(['tt0', 'ttgone', 'tt1'])
    await bench.idle()
    const codes = bench.batches.get(name(batch.id)).items.map(({ state, error }) => [state, error?.code])
    expect(codes).toEqual([
      ['done', undefined],
      ['failed', 'not_found'],
      ['failed', 'authorization_lost']
    ])
    expect(bench.done).toEqual(['tt0'])
  })

  it('refuses texts that are too short, by line, and a merchant that is named twice', async () => {
    const { batches } = batchBench()
    const items = [
      { appId: 'tt0', introduction },
      { appId: 'tt1', introduction: '太短' }
    ]
    const short = await errorOf(() => batches.start('a', { kind: 'introduction', items }))
    expect(Object.keys(short.fields ?? {})).toEqual(['items.1.introduction'])
    const twice = await errorOf(() =>
      batches.start('a', { kind: 'icon', items: ['tt0', 'tt0'].map((appId) => ({ appId, fileId: 'f' })) })
    )
    expect(Object.keys(twice.fields ?? {})).toEqual(['items.1.appId'])
    expect(batches.list('a')).toEqual([])
  })

  it('of domains assigns the baseline to the merchants that are there', async () => {
    const { batches, store, idle, states } = batchBench()
    const domains = { request: ['a.example.com'], socket: [], upload: [], download: [], webview: [] }
    const baselineId = store.baselines.save({ accountId: 'a', id: null, name: '常用', domains, changedAt: 1 })
    const { batch } = await batches.start('a', { kind: 'domains', baselineId, mode: 'add', appIds: ['tt0', 'ttgone'] })
    expect(batch.title).toBe('2 个商家补齐域名基线「常用」')
    await idle()
    expect(store.baselines.members('a', baselineId)).toEqual(['tt0'])
    expect(states(batch.id)).toEqual({ tt0: 'done', ttgone: 'failed' })
  })

  it('ends quietly when the records of its account are cleared', async () => {
    const bench = batchBench()
    const held = gate()
    bench.script.now = async (appId) => void (appId === 'tt1' && (await held.opened))
    const { batch } = await bench.start()
    await until(() => bench.states(batch.id)['tt1'] === 'running')
    bench.store.accounts.empty('a')
    held.open()
    await bench.idle()
    expect(bench.sent.filter((event) => event.name === 'notice')).toEqual([])
  })
})

describe('the course of a batch', () => {
  async function atThird() {
    const bench = batchBench()
    const held = gate()
    bench.script.now = async (appId) => void (appId === 'tt2' && (await held.opened))
    const { batch } = await bench.start()
    await until(() => bench.states(batch.id)['tt2'] === 'running')
    return { ...bench, batch, held, id: name(batch.id) }
  }

  it('is paused after the merchant that is at it, and resumed', async () => {
    const { batches, batch, held, id, idle, done, state } = await atThird()
    expect(batches.pause(id).batch.state).toBe('paused')
    held.open()
    await idle()
    expect(batches.get(id).batch.counts).toMatchObject({ done: 3, waiting: 5 })
    expect((await errorOf(() => batches.pause(id))).code).toBe('not_possible_now')
    expect(batches.resume(id).batch.state).toBe('running')
    await idle()
    expect(done).toEqual(appIds)
    expect(state(batch.id)).toBe('finished')
    expect((await errorOf(() => batches.resume(id))).code).toBe('not_possible_now')
  })

  it('goes on once, not twice, when it is resumed before the pause took effect', async () => {
    const { batches, held, id, idle, done } = await atThird()
    batches.pause(id)
    batches.resume(id)
    held.open()
    await idle()
    expect(done).toEqual(appIds)
  })

  it('skips what waits for good when it is stopped', async () => {
    const { batches, batch, held, id, idle, states, state } = await atThird()
    expect(batches.stop(id).batch).toMatchObject({ state: 'stopped', counts: { skipped: 5 } })
    held.open()
    await idle()
    expect(states(batch.id)).toMatchObject({ tt2: 'done', tt3: 'skipped' })
    expect(state(batch.id)).toBe('stopped')
    expect((await errorOf(() => batches.stop(id))).code).toBe('not_possible_now')
  })

  it.each(['network', 'credentials', 'keychain'] as const)(
    'is paused with a notice when the account as a whole is in trouble: %s',
    async (code) => {
      const bench = batchBench()
      bench.script.now = (appId) => (appId === 'tt3' ? code : undefined)
      const { batch } = await bench.start()
      await bench.idle()
      expect(bench.batches.get(name(batch.id)).batch).toMatchObject({
        state: 'paused',
        counts: { done: 3, waiting: 5, failed: 0 }
      })
      const notices = bench.sent.flatMap((event) => (event.name === 'notice' ? [event.payload.error] : []))
      expect(notices).toMatchObject([{ code, message: expect.stringContaining(batch.title) as string }])
      bench.script.now = () => undefined
      bench.batches.resume(name(batch.id))
      await bench.idle()
      expect(bench.states(batch.id)).toMatchObject({ tt3: 'done', tt7: 'done' })
    }
  )

  it('knows a merchant whose answer was lost as unknown, until its change is settled', async () => {
    const bench = batchBench()
    bench.script.now = (appId) => (appId === 'tt1' || appId === 'tt2' ? 'outcome_unknown' : undefined)
    const { batch } = await bench.start()
    await bench.idle()
    expect(bench.batches.get(name(batch.id)).batch).toMatchObject({
      state: 'finished',
      counts: { done: 6, unknown: 2 }
    })
    const [first, second] = bench.store.settingChanges.allUnsettled()
    if (!first || !second) throw new Error('no unsettled changes')
    bench.ledger.done(first, null)
    bench.ledger.failed(second, 'not_carried_out', {
      code: 'not_carried_out',
      message: '没有成功',
      nextStep: '重试',
      retryable: true
    })
    const items = bench.batches.get(name(batch.id)).items.filter(({ appId }) => appId === 'tt1' || appId === 'tt2')
    expect(items).toMatchObject([
      { state: 'done', error: null },
      { state: 'failed', error: { code: 'not_carried_out' } }
    ])
  })
})

describe('closing the application', () => {
  it('lets the merchant that is at it finish, and leaves the rest to be resumed', async () => {
    const bench = batchBench()
    const held = gate()
    bench.script.now = async (appId) => void (appId === 'tt2' && (await held.opened))
    const { batch } = await bench.start()
    await until(() => bench.states(batch.id)['tt2'] === 'running')
    const stopped = bench.runner.stop()
    held.open()
    await stopped
    expect(bench.state(batch.id)).toBe('interrupted')
    expect(bench.store.batches.get('a', batch.id)?.counts).toMatchObject({ done: 3, waiting: 5 })
  })
})
