import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { orderAudit, revokeAudit, submitAudit } from '../../../electron/simulator/world/audit'
import { plannedAudit } from '../../../electron/simulator/world/audit-outcome'
import { releaseVersion, rollBackVersion } from '../../../electron/simulator/world/release'
import { uploadVersion } from '../../../electron/simulator/world/versions'
import { codeOf, merchantNamed, newWorld, startedAt } from './worlds'

const hourMs = 3_600_000
const submission = { hosts: ['douyin'], note: '', resubmit: false, channel: '' }

describe('outcomes', () => {
  const world = newWorld({ merchants: 3000 })
  const plans = world.everyMerchant().map((merchant) => plannedAudit(world, merchant, ['douyin', 'toutiao']))
  const share = (outcome: string) => plans.filter((plan) => plan.outcome === outcome).length / plans.length

  it('are about 85 % passes, 10 % rejections and 5 % partial passes', () => {
    expect(share('pass')).toBeCloseTo(0.85, 1)
    expect(share('reject')).toBeGreaterThan(0.07)
    expect(share('reject')).toBeLessThan(0.13)
    expect(share('partial')).toBeGreaterThan(0.03)
    expect(share('partial')).toBeLessThan(0.07)
  })

  it('come after six to thirty-six hours', () => {
    const hours = plans.map((plan) => (plan.endsAt - startedAt) / hourMs)
    expect(Math.min(...hours)).toBeGreaterThanOrEqual(6)
    expect(Math.min(...hours)).toBeLessThan(7)
    expect(Math.max(...hours)).toBeLessThanOrEqual(36)
    expect(Math.max(...hours)).toBeGreaterThan(35)
  })

  it('give every refused host a reason and no passed host one', () => {
    for (const { outcome, verdicts } of plans) {
      const passed = Object.values(verdicts).map((verdict) => verdict.passed)
      expect(passed).toEqual({ pass: [true, true], reject: [false, false], partial: [true, false] }[outcome])
      for (const verdict of Object.values(verdicts)) expect(verdict.reasons.length > 0).toBe(!verdict.passed)
    }
  })

  it('are never partial for a single host', () => {
    const single = world.everyMerchant().map((merchant) => plannedAudit(world, merchant, ['douyin']).outcome)
    expect(new Set(single)).toEqual(new Set(['pass', 'reject']))
  })

  it('do not depend on what happened to other merchants before', () => {
    const [one, other] = [newWorld(), newWorld()]
    submitAudit(other, merchantNamed(other, '云栖山房民宿'), submission)
    const submitted = [one, other].map((each) => {
      const merchant = merchantNamed(each, '山茶与海手作茶饮')
      submitAudit(each, merchant, submission)
      return merchant.audit
    })
    expect(submitted[0]).toEqual(submitted[1])
  })

  it('take the real duration divided by the time factor', () => {
    const [real, fast] = [newWorld(), newWorld({ timeFactor: 3600 })]
    const duration = (world: ReturnType<typeof newWorld>) =>
      plannedAudit(world, merchantNamed(world, '山茶与海手作茶饮'), ['douyin']).endsAt - startedAt
    expect(duration(real) / duration(fast)).toBeCloseTo(3600, 3)
  })
})

describe('rules', () => {
  const world = newWorld({ merchants: 2000, timeFactor: 10 })
  world.state.auditDuration = { leastMs: 100, mostMs: 300 }
  world.state.auditShares = { rejectPercent: 20, partialPercent: 30, reasons: ['页面打不开'] }
  const plans = world.everyMerchant().map((merchant) => plannedAudit(world, merchant, ['douyin', 'toutiao']))

  it('set how many audits end how', () => {
    const share = (outcome: string) => plans.filter((plan) => plan.outcome === outcome).length / plans.length
    expect(Math.abs(share('reject') - 0.2)).toBeLessThan(0.03)
    expect(Math.abs(share('partial') - 0.3)).toBeLessThan(0.03)
  })

  it('set what every refusal says', () => {
    const refusals = plans.flatMap(({ verdicts }) => Object.values(verdicts).filter(({ passed }) => !passed))
    expect(new Set(refusals.flatMap(({ reasons }) => reasons))).toEqual(new Set(['页面打不开']))
  })

  it('set how long audits take, whatever the time factor', () => {
    const durations = plans.map(({ endsAt }) => endsAt - startedAt)
    expect(Math.min(...durations)).toBeGreaterThanOrEqual(100)
    expect(Math.max(...durations)).toBeLessThanOrEqual(300)
    expect(new Set(durations).size).toBeGreaterThan(1000)
  })

  it('give way to an order', () => {
    const merchant = merchantNamed(world, '山茶与海手作茶饮')
    orderAudit(world, merchant, { outcome: 'reject', reasons: ['类目不符'], now: false })
    submitAudit(world, merchant, submission)
    expect(merchant.audit?.plan?.verdicts).toMatchObject({ douyin: { reasons: ['类目不符'] } })
  })
})

describe('orders', () => {
  it('fix the next audit of a merchant, and only that one', () => {
    const world = newWorld()
    const merchant = merchantNamed(world, '山茶与海手作茶饮')
    orderAudit(world, merchant, { outcome: 'reject', reasons: ['页面打不开'], now: false })
    submitAudit(world, merchant, submission)
    expect(merchant.audit?.plan).toMatchObject({ outcome: 'reject', verdicts: { douyin: { reasons: ['页面打不开'] } } })
    expect(merchant.nextAudit).toBeNull()
  })

  it('cannot end an audit that does not run', () => {
    const world = newWorld()
    const merchant = merchantNamed(world, '山茶与海手作茶饮')
    expect(codeOf(() => orderAudit(world, merchant, { outcome: 'pass', reasons: [], now: true }))).toBe(11600)
  })
})

it('the end of an audit is an event with a result per host code', () => {
  const world = newWorld()
  const merchant = merchantNamed(world, '麦田里窑烤面包')
  orderAudit(world, merchant, { outcome: 'partial', reasons: ['不行'], now: true })
  expect(world.state.events).toMatchObject([
    {
      event: 'PACKAGE_AUDIT',
      appId: merchant.appId,
      content: {
        AuditResults: [
          { hostName: 'douyin', status: 1, auditDetail: null },
          { hostName: 'douyin_lite', status: 0, reason: ['不行'], auditDetail: [{ reason: '不行' }] }
        ]
      }
    }
  ])
})

/** One thing that may happen to a merchant; refusals are part of the game. */
const steps = {
  upload: (world, merchant) => {
    const extJson = JSON.stringify({ extEnable: true, extAppid: merchant.appId })
    uploadVersion(world, merchant, { templateId: '1622', version: '9.9.9', summary: '', extJson, channel: '' })
  },
  submit: (world, merchant) => submitAudit(world, merchant, submission),
  resubmit: (world, merchant) => submitAudit(world, merchant, { ...submission, resubmit: true }),
  withdraw: revokeAudit,
  release: releaseVersion,
  rollback: rollBackVersion,
  minute: (world) => (world.state.clockOffsetMs += 60_000),
  day: (world) => (world.state.clockOffsetMs += 24 * hourMs)
} satisfies Record<string, (...parts: [ReturnType<typeof newWorld>, ReturnType<typeof merchantNamed>]) => unknown>

it('whatever is called in whatever order, the world stays sound', () => {
  const names = fc.constantFrom(...(Object.keys(steps) as (keyof typeof steps)[]))
  fc.assert(
    fc.property(fc.array(names, { maxLength: 40 }), fc.nat(27), (order, which) => {
      const world = newWorld()
      const appId = world.state.merchants[which]?.appId ?? ''
      for (const name of order) codeOf(() => steps[name](world, world.merchant(appId)))
      const { audit, current, previous, rollback } = world.merchant(appId)
      expect(Boolean(audit?.plan)).toBe(audit?.status === 'in_review')
      expect(audit?.published === true && audit.status !== 'passed').toBe(false)
      expect(rollback.effectiveAt !== null && previous === null).toBe(false)
      expect(current === null && previous !== null).toBe(false)
    }),
    { numRuns: 150 }
  )
})
