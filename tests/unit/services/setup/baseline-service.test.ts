import { describe, expect, it } from 'vitest'
import { merchants } from '../../../integration/simulator/platform'
import { discover } from '../../store/support'
import { domainBench, onPlatform, refOf } from './domain-bench'
import { errorOf } from './setup-bench'

const { upToDate, person } = merchants
const domains = {
  request: ['api.zhanggui.example.com', 'New.zhanggui.example.com'],
  socket: [],
  upload: [],
  download: [],
  webview: ['h5.zhanggui.example.com', 'help.zhanggui.example.net']
}

async function baselineBench() {
  const bench = await domainBench(upToDate, person)
  for (const appId of [upToDate, person]) await bench.domains.read(refOf(appId))
  const baseline = await bench.baselines.save({ accountId: 'a', id: null, name: '常用', domains })
  const drift = (appId: string) => bench.store.merchants.row(refOf(appId))?.drift
  return { ...bench, baseline, drift }
}

describe('baselines', () => {
  it('keep their domains in lower case, and refuse what the platform would, by line', async () => {
    const { baselines, baseline } = await baselineBench()
    expect(baseline).toMatchObject({
      name: '常用',
      merchants: 0,
      domains: { request: [domains.request[0], 'new.zhanggui.example.com'] }
    })
    const wrong = { ...domains, socket: ['wss://ws.example.com'], webview: ['a.com', 'a.com'] }
    const error = await errorOf(() => baselines.save({ accountId: 'a', id: null, name: '二', domains: wrong }))
    expect(Object.keys(error.fields ?? {})).toEqual(['socket.0', 'webview.1'])
  })

  it('show each member how far it is from them; a person lacks no webview domain', async () => {
    const { baselines, baseline, drift } = await baselineBench()
    const [assigned] = await baselines.assign('a', baseline.id, [upToDate, person])
    expect(assigned?.merchants).toBe(2)
    expect(drift(upToDate)).toMatchObject({ baselineName: '常用', missing: 2 })
    expect(drift(person)?.missing).toBe(1)
  })

  it('are judged anew for their members when they change, and leave them when they are deleted', async () => {
    const { baselines, baseline, drift, store } = await baselineBench()
    await baselines.assign('a', baseline.id, [upToDate])
    const changed = { ...domains, request: ['api.zhanggui.example.com'], webview: [] }
    await baselines.save({ accountId: 'a', id: baseline.id, name: '少的', domains: changed })
    expect(drift(upToDate)).toMatchObject({ baselineName: '少的', missing: 0 })
    expect(await baselines.delete('a', baseline.id)).toEqual([])
    expect(drift(upToDate)).toBeNull()
    expect(store.domains.read(refOf(upToDate)).value).not.toBeNull()
  })

  it('count nothing for a merchant whose domains were never read', async () => {
    const { baselines, baseline, drift, store } = await baselineBench()
    discover(store, ['ttunread'])
    await baselines.assign('a', baseline.id, ['ttunread'])
    expect(drift('ttunread')).toMatchObject({ missing: null, extra: null })
    await baselines.assign('a', null, ['ttunread'])
    expect(drift('ttunread')).toBeNull()
  })

  it('let other work of the main process in between while thousands of members are judged', async () => {
    const { baselines, baseline, store } = await baselineBench()
    const many = Array.from({ length: 1000 }, (_, index) => `tt${index}`)
    discover(store, many)
    let turns = 0
    const count = () => void (turns += 1)
    const counting = setInterval(count, 0)
    await baselines.assign('a', baseline.id, many)
    clearInterval(counting)
    expect(turns).toBeGreaterThan(5)
    expect(store.merchants.row(refOf('tt999'))?.drift).not.toBeNull()
  })
})

describe('the preview of a baseline', () => {
  it('shows what would be added, and for `exact` what would be deleted', async () => {
    const { baselines, baseline } = await baselineBench()
    const order = { accountId: 'a', id: baseline.id, appIds: [upToDate] }
    const [added] = await baselines.preview({ ...order, mode: 'add' })
    expect(added).toMatchObject({
      appId: upToDate,
      blocked: null,
      difference: {
        request: { missing: ['new.zhanggui.example.com'], extra: [] },
        webview: { missing: ['help.zhanggui.example.net'], extra: [] }
      }
    })
    const [exact] = await baselines.preview({ ...order, mode: 'exact' })
    expect(exact?.difference?.download.extra).toEqual(['static.zhanggui.example.net'])
  })

  it('says why it can not be applied', async () => {
    const { baselines, baseline, store, domains: service } = await baselineBench()
    discover(store, ['ttlost', 'ttpoor', 'ttunread'])
    store.merchants.saveAuthorization(refOf('ttlost'), 'lost')
    store.merchants.savePermissions(refOf('ttpoor'), [{ id: 1, name: '开发管理权限' }])
    service.setApplication('a', { server: ['example.org'], webview: [] })
    const appIds = ['ttlost', 'ttpoor', 'ttgone', 'ttunread', upToDate]
    const previews = await baselines.preview({ accountId: 'a', id: baseline.id, mode: 'add', appIds })
    expect(previews.map(({ blocked }) => blocked?.slice(0, 24) ?? null)).toEqual([
      '授权已失效',
      '没有授予「基本信息设置权限」',
      '账号下没有这个商家',
      null,
      'new.zhanggui.example.com'
    ])
    expect(previews.map(({ difference }) => difference !== null)).toEqual([false, false, false, false, true])
  })
})

describe('applying a baseline', () => {
  it('adds what is missing in both groups, and finds nothing to do the second time', async () => {
    const bench = await baselineBench()
    const ref = refOf(upToDate)
    const before = onPlatform(bench, upToDate)
    expect(await bench.domains.applyBaseline(ref, bench.baseline, 'add', null)).toBe('done')
    const after = onPlatform(bench, upToDate)
    expect(after.request.toSorted()).toEqual([...before.request, 'new.zhanggui.example.com'].toSorted())
    expect(after.webview).toHaveLength(2)
    expect(after.download).toEqual(before.download)
    expect(await bench.domains.applyBaseline(ref, bench.baseline, 'add', null)).toBe('unchanged')
    expect(bench.store.domains.read(ref).value?.webview).toHaveLength(2)
  })

  it('makes a merchant equal to it, and leaves out what a person can not have', async () => {
    const bench = await baselineBench()
    expect(await bench.domains.applyBaseline(refOf(person), bench.baseline, 'exact', null)).toBe('done')
    expect(onPlatform(bench, person)).toEqual({
      ...{ request: ['api.zhanggui.example.com', 'new.zhanggui.example.com'], socket: [], upload: [], download: [] },
      webview: []
    })
    expect(await bench.domains.applyBaseline(refOf(person), bench.baseline, 'exact', null)).toBe('unchanged')
  })
})
