import { expect, it } from 'vitest'
import { creditScore, filingStatus, qualityRating, trialOf } from '../../../electron/simulator/world/standing'
import { worldStateSchema } from '../../../electron/simulator/world/state'
import { newWorld, stateOf } from './worlds'

const usual = '["api.zhanggui.example.com","pay.example.org"]'

it('sample merchants mostly share the usual domains; some lack one, some have one besides, some have none', () => {
  const { merchants } = stateOf()
  const sizes = merchants.map(({ domains }) => Object.values(domains.server).flat().length)
  const share = (size: number) => sizes.filter((each) => each === size).length / sizes.length
  expect(share(5)).toBeGreaterThan(0.5)
  for (const other of [0, 4, 6]) expect(share(other)).toBeGreaterThan(0)
  expect(JSON.stringify(merchants[0]?.domains.server.request)).toBe(usual)
})

it('sample domains are within the application’s lists, and persons have no webview domains', () => {
  const { merchants, applicationDomains } = stateOf({ merchants: 300 })
  const within = (lists: readonly string[]) => (domain: string) =>
    lists.some((entry) => domain === entry || domain.endsWith(`.${entry}`))
  for (const { domains, subject } of merchants) {
    expect(Object.values(domains.server).flat().every(within(applicationDomains.server))).toBe(true)
    expect(domains.webview.every(within(applicationDomains.webview))).toBe(true)
    if (subject.type === 'person') expect(domains.webview).toEqual([])
  }
})

it('no two merchants share a list', () => {
  const [one, other] = stateOf().merchants
  one?.domains.server.request.push('only.zhanggui.example.com')
  expect(JSON.stringify(other?.domains)).not.toContain('only.')
})

it('a world saved without domains and judgements goes on with the usual rules', () => {
  const saved = JSON.parse(JSON.stringify(stateOf())) as Record<string, unknown> & { merchants: object[] }
  for (const member of ['applicationDomains', 'domainLimitScope', 'setOmitted', 'webviewShape', 'qualityRatingRetired'])
    expect(delete saved[member]).toBe(true)
  for (const merchant of saved.merchants) {
    Reflect.deleteProperty(merchant, 'domains')
    Reflect.deleteProperty(merchant, 'assessment')
  }
  const state = worldStateSchema.parse(saved)
  expect(state).toMatchObject({ domainLimitScope: 'type', setOmitted: 'keep', qualityRatingRetired: 'no' })
  expect(state.applicationDomains.server).toContain('zhanggui.example.com')
  expect(state.merchants[0]?.domains.server.request).toEqual([])
  expect(state.merchants[0]?.domains).not.toBe(state.merchants[1]?.domains)
})

it('a world saved without capabilities goes on without applications, and with the usual rules', () => {
  const saved = JSON.parse(JSON.stringify(stateOf())) as Record<string, unknown> & { merchants: object[] }
  for (const member of ['capabilityListName', 'capabilityCallsPerSecond', 'templateLimit'])
    expect(delete saved[member]).toBe(true)
  for (const merchant of saved.merchants) expect(Reflect.deleteProperty(merchant, 'capabilities')).toBe(true)
  const state = worldStateSchema.parse(saved)
  expect(state).toMatchObject({ format: 3, capabilityCallsPerSecond: 10, templateLimit: 200 })
  expect(state.merchants[0]?.capabilities).toEqual({})
  expect(state.merchants[0]?.capabilities).not.toBe(state.merchants[1]?.capabilities)
})

it('a world saved without a rule for calls and audits has none', () => {
  const saved = JSON.parse(JSON.stringify(stateOf())) as Record<string, unknown>
  for (const member of ['callsPerSecond', 'auditDuration', 'auditShares']) expect(delete saved[member]).toBe(true)
  expect(worldStateSchema.parse(saved)).toMatchObject({ callsPerSecond: null, auditDuration: null, auditShares: null })
})

it('a portfolio has merchants in trial and past it, with every rating, low and high scores', () => {
  const world = newWorld({ merchants: 400 })
  const online = world.everyMerchant().filter(({ current }) => current !== null)
  const inTrial = online.filter((merchant) => trialOf(world, merchant).isTrial)
  expect(inTrial.length / online.length).toBeGreaterThan(0.05)
  expect(inTrial.length / online.length).toBeLessThan(0.3)
  const ratings = new Set(world.everyMerchant().map((merchant) => qualityRating(world, merchant)))
  expect([...ratings].sort()).toEqual(['A', 'B', 'C', 'S', 'rating', 'unrated'])
  const scores = online.map((merchant) => creditScore(world, merchant))
  expect(Math.min(...scores)).toBeLessThan(80)
  expect(Math.max(...scores)).toBeGreaterThan(95)
  expect(Math.max(...scores)).toBeLessThanOrEqual(100)
  const filings = new Set(world.everyMerchant().map((merchant) => filingStatus(world, merchant)))
  expect(filings.size).toBe(5)
})

it('the tasks of a trial go on with the days', () => {
  const world = newWorld({ merchants: 400 })
  const progressOf = () => world.everyMerchant().map((merchant) => trialOf(world, merchant).tasks[0]?.progress)
  const before = progressOf()
  const young = before.findIndex((progress) => progress !== undefined && progress > 0 && progress < 18)
  world.state.clockOffsetMs += 2 * 86_400_000
  expect(progressOf()[young]).toBe((before[young] ?? 0) + 2)
})
