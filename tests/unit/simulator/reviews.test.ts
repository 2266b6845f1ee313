import { beforeEach, describe, expect, it } from 'vitest'
import { submitApplication } from '../../../electron/simulator/world/capabilities'
import { hasMaterial, materialOf, uploadMaterial } from '../../../electron/simulator/world/materials'
import { changeIcon, changeIntroduction, changeName } from '../../../electron/simulator/world/profile'
import { plannedCapabilityReview, plannedProfileReview } from '../../../electron/simulator/world/review-plans'
import { changeTimeFactor } from '../../../electron/simulator/world/speed'
import type { World } from '../../../electron/simulator/world/world'
import { merchantNamed, newWorld, startedAt } from './worlds'

const hourMs = 3_600_000
const dayMs = 24 * hourMs
const png = Buffer.from('89504e470d0a1a0a00', 'hex')
const introduction = '为本地用户提供到店预约与优惠信息'

let world: World
beforeEach(() => {
  world = newWorld()
})
const tea = () => merchantNamed(world, '山茶与海手作茶饮')

describe('reviews of profiles', () => {
  it('mostly pass, after two to twenty-four hours, and explain every rejection', () => {
    const many = newWorld({ merchants: 2000 })
    const plans = many.everyMerchant().map((merchant) => plannedProfileReview(many, merchant, 'introduction'))
    const rejected = plans.filter(({ outcome }) => outcome === 'reject')
    expect(rejected.length / plans.length).toBeCloseTo(0.12, 1)
    for (const { reason, advice } of rejected) expect([reason, advice]).not.toContain('')
    const hours = plans.map(({ endsAt }) => (endsAt - startedAt) / hourMs)
    expect(Math.min(...hours)).toBeGreaterThanOrEqual(2)
    expect(Math.max(...hours)).toBeLessThanOrEqual(24)
  })

  it('end the same whatever happened to other merchants, and differ from one change to the next', () => {
    const other = newWorld()
    changeName(other, merchantNamed(other, '剪影造型美发沙龙'), '剪影造型', null)
    const planOf = (each: World) => {
      const merchant = merchantNamed(each, '山茶与海手作茶饮')
      changeIntroduction(each, merchant, introduction)
      return merchant.profileChanges.introduction.newest?.plan
    }
    const first = planOf(world)
    expect(planOf(other)).toEqual(first)
    world.state.clockOffsetMs += dayMs
    expect(planOf(world)?.endsAt).not.toBe((first?.endsAt ?? 0) + dayMs)
  })

  it('take the new speed for the rest of their time', () => {
    changeIntroduction(world, tea(), introduction)
    const before = tea().profileChanges.introduction.newest?.plan?.endsAt ?? 0
    changeTimeFactor(world.state, 10, startedAt)
    expect(tea().profileChanges.introduction.newest?.plan?.endsAt).toBeCloseTo(startedAt + (before - startedAt) / 10)
  })
})

describe('materials', () => {
  it('are kept for a day, and an icon for as long as it is in review or shown', () => {
    const merchant = tea()
    const [icon, spare] = [1, 1].map((type) => uploadMaterial(world, type, png, merchant.appId))
    changeIcon(world, merchant, icon ?? '', 21101)
    world.state.clockOffsetMs += 2 * dayMs
    uploadMaterial(world, 2, png, merchant.appId)
    expect(materialOf(world, icon ?? '')?.data).toBe(png.toString('base64'))
    expect(materialOf(world, spare ?? '')).toBeUndefined()
  })

  it('keep the files of pictures that are shown, and of others the name only', () => {
    const merchant = tea()
    const path = uploadMaterial(world, 2, png, merchant.appId)
    expect(materialOf(world, path)?.data).toBe('')
    expect(hasMaterial(world, merchant, 2, path)).toBe(true)
    expect(hasMaterial(world, merchant, 1, path)).toBe(false)
  })

  it('are forgotten, the oldest first, beyond three thousand', () => {
    const merchant = tea()
    const paths = Array.from({ length: 3001 }, () => uploadMaterial(world, 2, png, merchant.appId))
    expect(world.state.materials).toHaveLength(3000)
    expect(hasMaterial(world, merchant, 2, paths[0] ?? '')).toBe(false)
    expect(hasMaterial(world, merchant, 2, paths[1] ?? '')).toBe(true)
  })
})

describe('reviews of applications for capabilities', () => {
  const entryOf = () => world.capabilities.at('ma.mount.legal')
  const applied = (each: World) => {
    const merchant = merchantNamed(each, '山茶与海手作茶饮')
    submitApplication(each, merchant, entryOf(), { reason: '需要', info: {} })
    return merchant.capabilities['ma.mount.legal']?.plan
  }

  it('take one to three days, depend on the seed alone, and explain a rejection', () => {
    const many = newWorld({ merchants: 1000 })
    const untouched = { count: 1, nextVerdict: null }
    const plans = many
      .everyMerchant()
      .map((merchant) => plannedCapabilityReview(many, merchant, 'ma.mount.legal', untouched))
    const hours = plans.map(({ endsAt }) => (endsAt - startedAt) / hourMs)
    expect([Math.min(...hours) >= 24, Math.max(...hours) <= 72]).toEqual([true, true])
    const rejected = plans.filter(({ outcome }) => outcome === 'reject')
    expect(rejected.length / plans.length).toBeCloseTo(0.12, 1)
    for (const { reason } of rejected) expect(reason).not.toBe('')
    expect(applied(world)).toEqual(applied(newWorld()))
  })

  it('take the new speed for the rest of their time', () => {
    const before = applied(world)?.endsAt ?? 0
    changeTimeFactor(world.state, 10, startedAt)
    const after = tea().capabilities['ma.mount.legal']?.plan?.endsAt
    expect(after).toBeCloseTo(startedAt + (before - startedAt) / 10)
  })
})
