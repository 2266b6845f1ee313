import { describe, expect, it } from 'vitest'
import type { MerchantInformation, ProfileAudit } from '@shared/domain/profile'
import { auditOf, introductionProblem, nameProblem, nameUnits, profileAction } from '@shared/rules/profile-rules'
import { information } from '../store/setup-samples'

describe('a name', () => {
  it.each([
    ['茶饮', 4],
    ['abcd', 4],
    ['山茶2店', 7],
    ['𠮷野家', 6]
  ])('%s counts %i, a Chinese character two', (name, units) => {
    expect(nameUnits(name)).toBe(units)
  })

  it.each(['茶饮', 'abcd', '山茶+', '一二三四五六七八九十', 'a1234567890123456789'])('%s fits', (name) => {
    expect(nameProblem(name)).toBeNull()
  })

  it.each([
    ['豆', '太短'],
    ['abc', '太短'],
    ['', '太短'],
    ['一二三四五六七八九十a', '太长'],
    ['山茶 与海', '只能用'],
    ['山茶+与海', '只能用'],
    ['山茶++', '只能用'],
    ['山茶·与海', '只能用'],
    ['カフェ山茶', '只能用']
  ])('%o does not: %s', (name, why) => {
    expect(nameProblem(name)).toContain(why)
  })
})

describe('an introduction', () => {
  it('has 10 to 60 characters as a reader counts them', () => {
    expect(introductionProblem('字'.repeat(10))).toBeNull()
    expect(introductionProblem('字'.repeat(60))).toBeNull()
    expect(introductionProblem('😀'.repeat(10))).toBeNull()
    expect(introductionProblem('字'.repeat(9))).toContain('现在是 9')
    expect(introductionProblem('字'.repeat(61))).toContain('现在是 61')
    expect(introductionProblem('😀'.repeat(9))).toContain('现在是 9')
  })
})

describe('a change of the profile', () => {
  const audit = (change: Partial<ProfileAudit>): ProfileAudit => ({
    ...{ value: 'x', state: 'approved', reason: '', advice: '', remaining: 2 },
    ...change
  })
  const withIcon = (iconAudit: ProfileAudit | null): MerchantInformation => ({ ...information, iconAudit })

  it('is possible where nothing was changed yet, or the last change was judged', () => {
    expect(profileAction(withIcon(null), 'icon')).toEqual({ possible: true })
    for (const state of ['approved', 'rejected', 'expired', null] as const) {
      expect(profileAction(withIcon(audit({ state })), 'icon')).toEqual({ possible: true })
    }
    expect(profileAction(withIcon(audit({ remaining: null })), 'icon')).toEqual({ possible: true })
  })

  it('is not while one is in review, without changes left, or unread', () => {
    expect(profileAction(withIcon(audit({ state: 'in_review' })), 'icon')).toMatchObject({ possible: false })
    expect(profileAction(withIcon(audit({ remaining: 0 })), 'icon')).toMatchObject({ why: '修改次数已用完' })
    expect(profileAction(null, 'icon')).toEqual({ possible: false, why: '还没有读到基本资料，请先刷新' })
  })

  it('looks at the item it is about', () => {
    expect(auditOf(information, 'name')?.value).toBe('湘里人家湘菜')
    expect(profileAction(withIcon(audit({ remaining: 0 })), 'introduction')).toEqual({ possible: true })
  })
})
