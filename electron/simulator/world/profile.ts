import { leftOf, usedOnce } from './allowance'
import { hasMaterial, materialTypes } from './materials'
import { hasSensitiveWord, refuseName } from './names'
import type { ProfileItem } from './profile-state'
import { plannedProfileReview } from './review-plans'
import { Refusal } from './refusal'
import type { Merchant } from './state'
import type { World } from './world'

/** 小程序名称检测. Throws `Refusal` 21001, 21003, 21004 (a change is in review), 21005, 21006. */
export function checkName(world: World, merchant: Merchant, name: string): void {
  refuseWhileInReview(merchant, 'name', 21004)
  refuseName(world, name, merchant.appId)
}

/**
 * 修改小程序名称. `material` is the path of a trade-mark certificate, which lets a brand's name pass. Throws `Refusal`
 * 22007 (subject not verified), 21004 (in review), 20105 (none left), 21001, 21003, 21005, 21006, 40033 (material).
 */
export function changeName(world: World, merchant: Merchant, name: string, material: string | null): void {
  if (merchant.subject.state !== 'approved') throw new Refusal(22007)
  refuseWhileInReview(merchant, 'name', 21004)
  refuseWithoutAllowance(world, merchant, 'name')
  if (material !== null && !hasMaterial(world, merchant, materialTypes.name, material)) throw new Refusal(40033)
  refuseName(world, name, merchant.appId, material !== null)
  submitChange(world, merchant, 'name', name)
}

const leastCharacters = 10
const mostCharacters = 60

/** 修改小程序简介. Throws `Refusal` 21201 (length), 21202 (in review), 20105 (none left), 22019 (sensitive word). */
export function changeIntroduction(world: World, merchant: Merchant, introduction: string): void {
  const { length } = [...introduction]
  if (length < leastCharacters || length > mostCharacters) throw new Refusal(21201)
  refuseWhileInReview(merchant, 'introduction', 21202)
  refuseWithoutAllowance(world, merchant, 'introduction')
  if (hasSensitiveWord(world, introduction)) throw new Refusal(22019)
  submitChange(world, merchant, 'introduction', introduction)
}

/** 修改小程序图标. Throws `Refusal` 21102 (in review), 20105 (none left), and `missing` for a path that is no icon of its. */
export function changeIcon(world: World, merchant: Merchant, path: string, missing: number): void {
  refuseWhileInReview(merchant, 'icon', 21102)
  refuseWithoutAllowance(world, merchant, 'icon')
  if (!hasMaterial(world, merchant, materialTypes.icon, path)) throw new Refusal(missing)
  submitChange(world, merchant, 'icon', path)
}

function refuseWhileInReview(merchant: Merchant, item: ProfileItem, code: number): void {
  if (merchant.profileChanges[item].newest?.state === 'in_review') throw new Refusal(code)
}

function refuseWithoutAllowance(world: World, merchant: Merchant, item: ProfileItem): void {
  if (changesLeft(world, merchant, item) <= 0) throw new Refusal(20105)
}

/** How often an item can still be changed this month. */
export function changesLeft(world: World, merchant: Merchant, item: ProfileItem): number {
  return leftOf(merchant.profileChanges[item].allowance, item, world.now())
}

function submitChange(world: World, merchant: Merchant, item: ProfileItem, value: string): void {
  const changes = merchant.profileChanges[item]
  changes.count += 1
  changes.allowance = usedOnce(changes.allowance, item, world.now())
  const plan = plannedProfileReview(world, merchant, item)
  changes.newest = { value, state: 'in_review', reason: '', advice: '', plan }
  changes.nextVerdict = null
  world.touch()
}
