import { describe, expect, it } from 'vitest'
import { DeskFailure } from '@shared/errors'
import { platformError } from '../../../../electron/douyin/failure'
import { endpoints } from '../../../../electron/douyin/endpoints'
import { merchants } from '../../../integration/simulator/platform'
import { codeIn, hour, startBench, type Bench } from './support'

const authorize = { accountId: 'a', kind: 'authorize', appName: null, icon: null, note: '' } as const

/** A merchant authorises by a fresh link; answers with its app id and where its browser was led. */
async function authorized({ service, control }: Bench, appId?: string) {
  const { url } = await service.link(authorize)
  const done = control.authorize({ link: url, ...(appId ? { appId } : {}) })
  return { ...done, redirect: done.redirect ?? '', code: codeIn(done.redirect) }
}

async function failureOf(call: Promise<unknown>): Promise<DeskFailure['error']> {
  const error: unknown = await call.then(
    () => null,
    (thrown: unknown) => thrown
  )
  if (error instanceof DeskFailure) return error.error
  throw new Error('no DeskFailure')
}

describe('a pasted authorisation', () => {
  it('makes the merchant known with its tokens and permission sets, and reads it behind', async () => {
    const bench = await startBench()
    const { service, store, ref } = bench
    const { appId, redirect } = await authorized(bench)
    const accepted = await service.accept({ accountId: 'a', text: ` 授权好了：${redirect} 谢谢 ` })
    expect(accepted).toMatchObject({ accountId: 'a', appId, isNew: true })
    expect(accepted.permissions.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6])
    const detail = service.detail(ref(appId))
    expect(detail.entry).toMatchObject({ authorization: 'authorized', danger: 'none' })
    expect(detail.permissions).toEqual(accepted.permissions)
    expect(detail.history.map(({ change, by, actor }) => [change, by, actor])).toEqual([
      ['authorized', 'paste', '小王']
    ])
    await bench.settled()
    expect(store.merchants.row(ref(appId))?.readAt).not.toBeNull()
    expect(service.links('a').links[0]?.usedBy).toMatchObject({ appId })
  })

  it('that came by event before is answered all the same, and leaves one record', async () => {
    const bench = await startBench()
    const { appId, code } = await authorized(bench)
    await Promise.all([
      bench.service.authorized(bench.ref(appId), code),
      bench.service.accept({ accountId: 'a', text: code })
    ])
    await bench.service.accept({ accountId: 'a', text: code })
    expect(bench.records(appId)).toEqual(['authorized event'])
  })

  it('with a code that was used elsewhere says what to do, without the code in it', async () => {
    const bench = await startBench()
    const { code } = await authorized(bench)
    await bench.client.acceptCode(code)
    const error = await failureOf(bench.service.accept({ accountId: 'a', text: code }))
    expect(error).toMatchObject({ platformCode: '40018', retryable: false })
    expect(error.nextStep).toContain('从授权列表导入')
    expect(JSON.stringify(error)).not.toContain(code)
  })

  it('without a code in it is refused at its field, and nothing is sent', async () => {
    const bench = await startBench()
    const error = await failureOf(
      bench.service.accept({ accountId: 'a', text: 'https://desk.example.com/done?state=1' })
    )
    expect(error.code).toBe('invalid_input')
    expect(Object.keys(error.fields ?? {})).toEqual(['text'])
    expect(bench.control.counters().merchants).toEqual({})
  })
})

describe('an authorisation that the platform pushed', () => {
  it('retrieves a code where the one that came is used up, and does not record the same one twice', async () => {
    const bench = await startBench()
    const { appId, code } = await authorized(bench)
    await bench.client.acceptCode(code)
    await bench.service.authorized(bench.ref(appId), code)
    await bench.service.authorized(bench.ref(appId), null)
    expect(bench.records(appId)).toEqual(['authorized event'])
    expect(bench.service.detail(bench.ref(appId)).entry.issuedAt).not.toBeNull()
  })

  it('belongs to the merchant that the code names', async () => {
    const bench = await startBench()
    const { appId, code } = await authorized(bench)
    await bench.service.authorized(bench.ref('ttsomeoneelse'), code)
    expect(bench.records(appId)).toEqual(['authorized event'])
    expect(bench.store.merchants.row(bench.ref('ttsomeoneelse'))).toBeNull()
  })

  it('is recorded again when it was lost between, with what changed in its permission sets', async () => {
    const bench = await startBench()
    const { service, control, ref } = bench
    const { appId, code } = await authorized(bench)
    await service.authorized(ref(appId), code)
    await bench.settled()
    control.changeMerchant(appId, { authorized: false })
    await service.lost(ref(appId))
    await service.lost(ref(appId))
    expect(service.detail(ref(appId)).entry).toMatchObject({ danger: 'lost', issuedAt: null })
    const { url } = await service.link(authorize)
    const again = control.authorize({ link: url, appId, permissions: [1, 2, 7] })
    await service.authorized(ref(appId), codeIn(again.redirect))
    expect(bench.records(appId)).toEqual(['authorized event', 'lost event', 'permissions call', 'authorized event'])
    const change = service.detail(ref(appId)).history.find(({ change }) => change === 'permissions')
    expect(change?.added.map(({ id }) => id)).toEqual([7])
    expect(change?.removed.map(({ id }) => id)).toEqual([3, 4, 5, 6])
  })

  it('is only noted on a desktop that may not fetch tokens', async () => {
    const bench = await startBench()
    const { appId, code } = await authorized(bench)
    const held = () => Promise.reject(platformError(endpoints.exchangeCode, { kind: 'held', outcome: 'not_sent' }))
    Object.assign(bench.overrides, { acceptCode: held, rescue: held, authorize: held })
    await bench.service.authorized(bench.ref(appId), code)
    expect(bench.records(appId)).toEqual(['authorized event'])
  })

  it('fails where it was taken back meanwhile, and says so', async () => {
    const bench = await startBench()
    const { appId, code } = await authorized(bench)
    await bench.service.authorized(bench.ref(appId), code)
    bench.control.changeMerchant(appId, { authorized: false })
    const error = await failureOf(bench.service.authorized(bench.ref(appId), null))
    expect(error.code).toBe('authorization_lost')
    expect(bench.records(appId)).toEqual(['authorized event', 'lost call'])
  })
})

describe('the token keeper', () => {
  it('shows what is in danger first', async () => {
    const { service, store, time, ref } = await startBench()
    const ids = ['fine', 'untried', 'soon', 'ended', 'gone', 'sooner']
    store.merchants.discover(
      'a',
      ids.map((appId) => ({ appId, authorizedAt: time.now }))
    )
    const day = 24 * hour
    for (const [appId, days] of [
      ['fine', 8],
      ['soon', 7],
      ['sooner', 2],
      ['ended', 0],
      ['gone', 9]
    ] as const) {
      const end = time.now + days * day
      const times = { issuedAt: time.now, accessExpiresAt: end, refreshExpiresAt: end }
      store.tokens.save(ref(appId), Buffer.from([1]), times)
    }
    store.merchants.saveAuthorization(ref('gone'), 'lost')
    expect(service.keeper('a').map(({ appId, danger }) => `${appId} ${danger}`)).toEqual([
      'gone lost',
      'ended ended',
      'sooner soon',
      'soon soon',
      'untried untried',
      'fine none'
    ])
  })

  it('rescues a merchant with new tokens and writes down who did it', async () => {
    const bench = await startBench()
    await bench.refreshes.import('a')
    await bench.settled()
    const before = bench.service.detail(bench.ref(merchants.upToDate)).entry
    bench.time.now += hour
    const entry = await bench.service.rescue(bench.ref(merchants.upToDate))
    expect(entry.issuedAt).toBe((before.issuedAt ?? 0) + hour)
    const [record] = bench.service.detail(bench.ref(merchants.upToDate)).history
    expect(record).toMatchObject({ change: 'rescued', by: 'operator', actor: '小王' })
  })

  it('records a loss that a rescue meets once, and points to a new link', async () => {
    const bench = await startBench()
    await bench.refreshes.import('a')
    await bench.settled()
    const ref = bench.ref(merchants.upToDate)
    bench.control.changeMerchant(ref.appId, { authorized: false })
    for (let times = 0; times < 2; times += 1) {
      const error = await failureOf(bench.service.rescue(ref))
      expect(error).toMatchObject({ code: 'authorization_lost', platformCode: '40022' })
      expect(error.nextStep).toContain('授权链接')
    }
    expect(bench.records(ref.appId)).toEqual(['imported list', 'lost call'])
    expect(bench.store.tokens.read(ref)).toBeNull()
  })

  it('knows no merchant of another account', async () => {
    const { service, ref } = await startBench()
    expect((await failureOf(service.rescue(ref('ttnobody')))).code).toBe('not_found')
    expect(() => service.detail(ref('ttnobody'))).toThrow(DeskFailure)
  })
})
