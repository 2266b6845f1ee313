import type { CapabilityEntry, ConditionKind } from './capability-catalogue'
import { creditScore, trialOf } from './standing'
import type { Merchant } from './state'
import type { World } from './world'

/** What a mini program must be before it may apply. */
export type Condition = { readonly name: string; readonly description: string; readonly satisfied: boolean }

/** An entry's groups of conditions, as this mini program fulfils them now. */
export function conditionsOf(world: World, merchant: Merchant, entry: CapabilityEntry): readonly Condition[][] {
  return entry.conditions.map((group) => group.map((kind) => conditionOf(world, merchant, entry, kind)))
}

/** Whether one of the groups is fulfilled, or there is none. */
export function isOpen(world: World, merchant: Merchant, entry: CapabilityEntry): boolean {
  const groups = conditionsOf(world, merchant, entry)
  return groups.length === 0 || groups.some((group) => group.every(({ satisfied }) => satisfied))
}

/** Why it can not be applied for: what is missing of the first group. */
export function missingOf(world: World, merchant: Merchant, entry: CapabilityEntry): string {
  const [first = []] = conditionsOf(world, merchant, entry)
  const missing = first.filter(({ satisfied }) => !satisfied).map(({ name }) => name)
  return missing.length === 0 ? '' : `未满足：${missing.join('、')}`
}

function conditionOf(world: World, merchant: Merchant, entry: CapabilityEntry, kind: ConditionKind): Condition {
  const { current, subject } = merchant
  switch (kind) {
    case 'online': {
      const satisfied = current !== null && !current.takenDown
      return { name: '小程序已上线', description: '有线上版本且未被下架', satisfied }
    }
    case 'category':
      return categoryCondition(world, merchant, entry)
    case 'trialOver': {
      const satisfied = !trialOf(world, merchant).isTrial
      return { name: '已通过试运营期', description: '完成试运营任务且信用分达标', satisfied }
    }
    case 'company':
      return { name: '主体为企业', description: '个人主体不开放', satisfied: subject.type === 'company' }
    case 'credit': {
      const satisfied = creditScore(world, merchant) >= entry.leastCredit
      return { name: `信用分不低于 ${entry.leastCredit}`, description: '以当前信用分为准', satisfied }
    }
  }
}

function categoryCondition(world: World, merchant: Merchant, { categories }: CapabilityEntry): Condition {
  const main = merchant.mainCategory.current ?? merchant.onlineCategories[0]
  const names = world.catalogue.entries.filter(({ id, level }) => level === 1 && categories.includes(id))
  return {
    name: '主营类目对该能力开放',
    description: `开放类目：${names.map(({ name }) => name).join('、')}`,
    satisfied: categories.includes(Number(main?.id.split(',')[0]))
  }
}
