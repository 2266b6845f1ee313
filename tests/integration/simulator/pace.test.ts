import { describe, expect, it, onTestFinished } from 'vitest'
import { startSimulator } from '../../../electron/simulator'
import type { MerchantSnapshot } from '../../../electron/simulator/control/snapshot'
import { at, codeOf, merchants, Platform, resourcesDir, startPlatform } from './platform'
import { key, type Receiver, startReceiver, token as verification } from './receiver'

const info = '/api/apps/v2/basic_info/get_info/'
const versions = '/api/apps/v1/package_version/versions/'
const templates = '/api/tpapp/v2/template/get_tpl_list/'

describe('the calls of one application', () => {
  it('are refused beyond the limit, whatever they are and whoever they are for, and are not carried out', async () => {
    const platform = await startPlatform()
    const { control } = platform
    const token = await platform.merchantToken(merchants.upToDate)
    const component = await platform.componentToken()
    control.resetCounters()
    control.setRules({ callsPerSecond: 3 })
    const calls = [info, versions, info, versions].map((path) => platform.send('GET', path, { token }))
    const codes = (await Promise.all([...calls, platform.send('GET', templates, { token: component })])).map(codeOf)
    expect(codes.filter((code) => code === 28003018)).toHaveLength(2)
    expect(codes.filter((code) => code === 0)).toHaveLength(3)
    const { endpoints } = control.counters()
    const sum = (of: 'received' | 'carriedOut' | 'refused') =>
      Object.values(endpoints).reduce((total, tally) => total + tally[of], 0)
    expect([sum('received'), sum('carriedOut'), sum('refused')]).toEqual([5, 3, 2])
  })

  it('are as many as they like without a limit', async () => {
    const platform = await startPlatform()
    const token = await platform.merchantToken(merchants.upToDate)
    platform.control.setRules({ callsPerSecond: 1 })
    platform.control.setRules({ callsPerSecond: null })
    const calls = Array.from({ length: 30 }, () => platform.send('GET', info, { token }))
    expect(new Set((await Promise.all(calls)).map(codeOf))).toEqual(new Set([0]))
  })
})

describe('tokens that are made to expire', () => {
  it('end for all merchants, and a refresh brings new ones', async () => {
    const platform = await startPlatform()
    const grants = await Promise.all(
      [merchants.upToDate, merchants.gray].map(async (appId) => {
        const code = at((await platform.retrieve(appId)).body, 'data', 'authorization_code')
        return (await platform.exchange(String(code))).body
      })
    )
    platform.control.expireTokens({ whose: 'merchant' })
    for (const grant of grants) {
      const token = String(at(grant, 'data', 'authorizer_access_token'))
      expect(codeOf(await platform.send('GET', info, { token }))).toBe(28001008)
      const fresh = await platform.refresh(String(at(grant, 'data', 'authorizer_refresh_token')))
      const renewed = String(at(fresh.body, 'data', 'authorizer_access_token'))
      expect(codeOf(await platform.send('GET', info, { token: renewed }))).toBe(0)
    }
  })

  it('end for the application, and a new one is asked for with the ticket', async () => {
    const platform = await startPlatform()
    const token = await platform.componentToken()
    platform.control.expireTokens({ whose: 'component' })
    expect(codeOf(await platform.send('GET', templates, { token }))).toBe(28001008)
    expect(codeOf(await platform.send('GET', templates, { token: await platform.componentToken() }))).toBe(0)
  })

  it('are ordered over HTTP too, and an order that names nobody is refused', async () => {
    const platform = await startPlatform()
    const token = await platform.merchantToken(merchants.upToDate)
    const ask = (body: object) =>
      fetch(`${platform.simulator.controlUrl}/expire-tokens`, { method: 'POST', body: JSON.stringify(body) })
    expect((await ask({})).status).toBe(400)
    expect(codeOf(await platform.send('GET', info, { token }))).toBe(0)
    expect((await ask({ whose: 'merchant' })).status).toBe(200)
    expect(codeOf(await platform.send('GET', info, { token }))).toBe(28001008)
  })
})

describe('a thousand merchants', () => {
  it('have their audits ended by a rule, and every result is pushed once', async () => {
    const pace = { timeFactor: 1, waitFactor: 1 }
    const simulator = await startSimulator({ port: 0, seed: 7, merchants: 1000, ...pace, resourcesDir })
    onTestFinished(() => simulator.close())
    const { control, application } = simulator
    control.setRules({ auditDuration: { leastMs: 0, mostMs: 20 }, auditShares: { rejectPercent: 50 } })
    const receiver = await startReceiver(application.appId)
    control.setPushTarget({ url: receiver.url, token: verification, key })
    const submitted = control.state().merchants.filter(canSubmit).slice(0, 600)
    const sender = new Platform(simulator)
    for (const each of submitted) expect(await submit(sender, each)).toBe(0)
    await expect.poll(() => results(receiver).length, { timeout: 20_000, interval: 250 }).toBe(600)
    const judged = new Set(submitted.map(({ appId }) => appId))
    expect(new Set(results(receiver))).toEqual(judged)
    const after = control.state().merchants.filter(({ appId }) => judged.has(appId))
    const rejected = after.filter(({ audit }) => audit?.status === 'rejected').length
    expect(after.filter(({ audit }) => audit?.status === 'passed')).toHaveLength(600 - rejected)
    expect(Math.abs(rejected / 600 - 0.5)).toBeLessThan(0.1)
  }, 60_000)
})

const canSubmit = ({ authorization, tests, audit, introduction, ...merchant }: MerchantSnapshot): boolean => {
  const isSound = merchant.standing === 'normal' && merchant.subject.state === 'approved' && introduction !== ''
  return (
    isSound &&
    authorization.live &&
    authorization.permissions.includes(1) &&
    tests.length > 0 &&
    audit?.status !== 'in_review'
  )
}

async function submit(sender: Platform, { appId, hosts }: MerchantSnapshot): Promise<unknown> {
  const body = { host_names: hosts, audit_note: '', audit_way: 0 }
  const call = { token: await sender.merchantToken(appId), body }
  return codeOf(await sender.send('POST', '/api/apps/v2/package_version/audit/', call))
}

const results = (receiver: Receiver): readonly unknown[] =>
  receiver.messages().flatMap(({ Event, AppId }) => (Event === 'PACKAGE_AUDIT' ? [AppId] : []))
