import type { MerchantInformation, ProfileAudit } from '../domain/profile'
import { say } from '../texts/say'
import { introductionLength, nameUnits as nameLimits } from './limits'
import { byWaiting, type Availability } from './version-actions'

const wide = /\p{Script=Han}/u

/** How long the platform takes a name to be: a Chinese character counts two (page `check-name-v2`, code 21001). */
export function nameUnits(name: string): number {
  return [...name].reduce((sum, character) => sum + (wide.test(character) ? 2 : 1), 0)
}

/** Why the platform would refuse a name for its form (code 21001); null when it would not. */
export function nameProblem(name: string): string | null {
  const units = nameUnits(name)
  if (units < nameLimits.min) return say`名称太短：至少 ${nameLimits.min} 个字符，汉字算 2 个，现在是 ${units}`
  if (units > nameLimits.max) return say`名称太长：最多 ${nameLimits.max} 个字符，汉字算 2 个，现在是 ${units}`
  if (!/^[\p{Script=Han}A-Za-z0-9]+\+?$/u.test(name)) return say`名称只能用汉字、字母和数字，最后一个字符可以是 +`
  return null
}

/** How long the platform takes an introduction to be: characters, as a reader counts them (page `modify-intro-v2`). */
export function introductionCharacters(introduction: string): number {
  return [...introduction].length
}

/** Why the platform would refuse an introduction for its length (code 21201); null when it would not. */
export function introductionProblem(introduction: string): string | null {
  const length = introductionCharacters(introduction)
  const { min, max } = introductionLength
  if (length < min) return say`简介太短：至少 ${min} 个字，现在是 ${length}`
  if (length > max) return say`简介太长：最多 ${max} 个字，现在是 ${length}`
  return null
}

export type ProfileItem = 'name' | 'introduction' | 'icon'

/** The newest submission of an item. */
export function auditOf(information: MerchantInformation, item: ProfileItem): ProfileAudit | null {
  const audits = { name: 'nameAudit', introduction: 'introductionAudit', icon: 'iconAudit' } as const
  return information[audits[item]]
}

/**
 * Whether the platform would take a change of an item now: not while one is in review (codes 21004, 21202, 21102), not
 * without a change left (20105).
 */
export function profileAction(information: MerchantInformation | null, item: ProfileItem): Availability {
  if (information === null) return { possible: false, why: say`还没有读到基本资料，请先刷新` }
  const audit = auditOf(information, item)
  if (audit?.state === 'in_review') {
    return { possible: false, why: say`上一次修改还在审核中，审核结束后才能再改`, remedy: byWaiting }
  }
  if (audit?.remaining !== null && audit !== null && audit.remaining <= 0) {
    return { possible: false, why: say`修改次数已用完`, remedy: byWaiting }
  }
  return { possible: true }
}
