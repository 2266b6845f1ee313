import { describe, expect, it } from 'vitest'
import type { DomainFacts } from '@shared/domain/domains'
import { PlatformError } from '../../../../electron/douyin/platform-error'
import { merchants } from '../../../integration/simulator/platform'
import { domainBench, onPlatform, refOf } from './domain-bench'
import { errorOf } from './setup-bench'

const ref = refOf(merchants.upToDate)
const usual = {
  request: ['api.zhanggui.example.com', 'pay.example.org'],
  socket: ['ws.zhanggui.example.com'],
  upload: ['upload.zhanggui.example.com'],
  download: ['static.zhanggui.example.net']
}

/** A bench whose merchant has the agency's usual domains. */
async function usualBench() {
  const bench = await domainBench(merchants.upToDate)
  const before = serverOf((await bench.domains.read(ref)).reading.value)
  await bench.domains
    .change({ ...ref, group: 'server', target: usual, seen: before })
    .catch((error: unknown) => expect(error).toMatchObject({ error: { code: 'not_possible_now' } }))
  return bench
}

function serverOf(facts: DomainFacts | null) {
  if (!facts?.server) throw new Error('no server domains were read')
  return facts.server
}

describe('reading domains', () => {
  it('reads both groups, and shows them from the database then', async () => {
    const { domains } = await usualBench()
    const { reading, drift, running, application } = domains.get(ref)
    expect(reading).toMatchObject({ value: { server: usual, webview: ['h5.zhanggui.example.com'] }, error: null })
    expect([drift, running, application.changedAt]).toEqual([null, null, null])
  })

  it('knows that a person has no webview domains', async () => {
    const { domains } = await domainBench(merchants.person)
    const { reading } = await domains.read(refOf(merchants.person))
    expect(reading.value).toMatchObject({ webview: null, webviewAvailable: false })
    expect(reading.value?.server).not.toBeNull()
  })

  it('fails where the permission set was not granted, and keeps what was read', async () => {
    const { domains, control } = await usualBench()
    control.changeMerchant(ref.appId, { permissions: [1] })
    const error = await errorOf(() => domains.read(ref))
    expect(error).toMatchObject({ code: 'authorization_lost', merchant: { appId: ref.appId } })
    expect(domains.get(ref).reading).toMatchObject({ value: { server: usual }, error })
  })

  it('of a merchant that the account does not have is not found', async () => {
    const { domains } = await usualBench()
    expect(await errorOf(() => domains.read(refOf('ttunknown')))).toMatchObject({
      code: 'not_found',
      wayOut: 'merchants'
    })
  })
})

describe('changing domains', () => {
  it('adds only what is missing, in lower case, and tells what was sent', async () => {
    const bench = await usualBench()
    const target = { ...usual, request: [...usual.request, 'NEW.zhanggui.example.com'] }
    const detail = await bench.domains.change({ ...ref, group: 'server', target, seen: usual })
    expect(onPlatform(bench, ref.appId).request).toContain('new.zhanggui.example.com')
    expect(detail.reading.value?.server?.request).toHaveLength(3)
    expect(detail.changes[0]).toMatchObject({
      kind: 'server_domains',
      state: 'done',
      summary: 'request 合法域名增加 new.zhanggui.example.com'
    })
    expect(bench.store.settingChanges.get(detail.changes[0]?.id ?? '')?.request).toMatchObject({ action: 'add' })
  })

  it("deletes what is more, also what left the application's own list meanwhile", async () => {
    const bench = await usualBench()
    bench.domains.setApplication('a', { server: ['zhanggui.example.com'], webview: [] })
    const target = { ...usual, socket: [] }
    await bench.domains.change({ ...ref, group: 'server', target, seen: usual })
    expect(onPlatform(bench, ref.appId)).toMatchObject({ ...usual, socket: [] })
  })

  it('replaces webview domains in one call', async () => {
    const bench = await usualBench()
    const order = { ...ref, group: 'webview', target: ['help.zhanggui.example.net'] } as const
    const detail = await bench.domains.change({ ...order, seen: ['h5.zhanggui.example.com'] })
    expect(onPlatform(bench, ref.appId).webview).toEqual(['help.zhanggui.example.net'])
    expect(detail.changes[0]?.summary).toBe(
      '业务域名（webview）增加 help.zhanggui.example.net，删除 h5.zhanggui.example.com'
    )
  })

  it('refuses lines that the platform would refuse, each at its line, and sends nothing', async () => {
    const { domains, received } = await usualBench()
    domains.setApplication('a', { server: ['zhanggui.example.com'], webview: [] })
    const before = received('modify_server_domain')
    const request = [
      'https://api.example.com',
      'api.other.example.com',
      'a.zhanggui.example.com',
      'A.zhanggui.example.com'
    ]
    const upload = Array.from({ length: 21 }, (_, index) => `u${index}.zhanggui.example.com`)
    const target = { ...usual, request, upload }
    const error = await errorOf(() => domains.change({ ...ref, group: 'server', target, seen: usual }))
    expect(error).toMatchObject({ code: 'invalid_input', merchant: { appId: ref.appId }, wayOut: 'merchant_domains' })
    expect(Object.keys(error.fields ?? {})).toEqual(['request.0', 'request.1', 'request.3', 'upload', 'download.0'])
    expect(received('modify_server_domain')).toBe(before)
  })

  it('sends nothing where the platform has something else than was seen, and names it', async () => {
    const bench = await usualBench()
    const seen = { ...usual, request: ['api.zhanggui.example.com'] }
    const target = { ...seen, request: [] }
    const error = await errorOf(() => bench.domains.change({ ...ref, group: 'server', target, seen }))
    expect(error.code).toBe('changed_meanwhile')
    expect(error.reason).toContain('request 合法域名多了 pay.example.org')
    expect(onPlatform(bench, ref.appId)).toMatchObject(usual)
  })

  it('sends nothing where nothing is to be done', async () => {
    const { domains } = await usualBench()
    const request = ['PAY.example.org', 'api.zhanggui.example.com']
    const target = { ...usual, request }
    const error = await errorOf(() => domains.change({ ...ref, group: 'server', target, seen: usual }))
    expect(error.code).toBe('not_possible_now')
  })

  it('tells a person that there are no webview domains to be had', async () => {
    const { domains } = await domainBench(merchants.person)
    const order = {
      ...refOf(merchants.person),
      group: 'webview',
      target: ['h5.zhanggui.example.com'],
      seen: []
    } as const
    expect(await errorOf(() => domains.change(order))).toMatchObject({
      code: 'not_possible_now',
      reason: expect.stringContaining('企业') as string,
      ...{ actor: 'merchant', wayOut: 'merchant_standing' }
    })
  })

  it('takes 40026 for done where all that was to be added is there', async () => {
    const bench = await usualBench()
    const target = { ...usual, download: [...usual.download, 'd.zhanggui.example.com'] }
    // Somebody else adds it between our reading and our call.
    bench.override((merchant) => ({
      changeServerDomains: async (action, wanted) => {
        await merchant.changeServerDomains(action, wanted)
        return merchant.changeServerDomains(action, wanted)
      }
    }))
    const detail = await bench.domains.change({ ...ref, group: 'server', target, seen: usual })
    expect(detail.changes[0]).toMatchObject({ state: 'done', error: null })
  })

  it('settles a lost answer by what is set, and does not send it again', async () => {
    const bench = await usualBench()
    const sent: unknown[] = []
    bench.override((merchant) => ({
      changeServerDomains: async (action, wanted) => {
        sent.push(action)
        await merchant.changeServerDomains(action, wanted)
        throw lost
      }
    }))
    const target = { ...usual, upload: [] }
    const detail = await bench.domains.change({ ...ref, group: 'server', target, seen: usual })
    expect([detail.changes[0]?.state, sent]).toEqual(['done', ['delete']])
  })

  it('says that a lost call did nothing where nothing shows', async () => {
    const bench = await usualBench()
    bench.override(() => ({ changeServerDomains: () => Promise.reject(lost) }))
    const order = { ...ref, group: 'server', target: { ...usual, upload: [] }, seen: usual } as const
    expect(await errorOf(() => bench.domains.change(order))).toMatchObject({ code: 'not_carried_out' })
    expect(bench.domains.get(ref).changes[0]?.state).toBe('not_carried_out')
  })
})

const lost = new PlatformError({ kind: 'network', endpoint: '修改服务器域名', outcome: 'unknown' })

describe("the application's own domains", () => {
  it('are kept in lower case and once, and refused by line where they are none', async () => {
    const { domains } = await usualBench()
    const kept = domains.setApplication('a', { server: ['Example.com', 'example.com'], webview: ['h5.example.com'] })
    expect(kept).toMatchObject({ server: ['example.com'], webview: ['h5.example.com'] })
    expect(kept.changedAt).not.toBeNull()
    const error = await errorOf(() => domains.setApplication('a', { server: ['a.com'], webview: ['b.com', 'com.cn'] }))
    expect(error).toMatchObject({ code: 'invalid_input' })
    expect(Object.keys(error.fields ?? {})).toEqual(['webview.1'])
    expect(domains.application('a')).toEqual(kept)
  })

  it('have a file for their check', async () => {
    const { domains } = await usualBench()
    expect(await domains.checkFile('a')).toMatchObject({ name: expect.stringMatching(/\.txt$/) as string })
  })
})
