import type { CategoryFacts, CategoryRule, ConfiguredCategory, Qualification } from '../domain/category'
import { say } from '../texts/say'
import { categoriesMax } from './limits'
import { byWaiting, type Availability, type Refusal } from './version-actions'

/** One thing that must be there: any of the alternatives, each of which is a group that must be complete. */
export type Requirement = { readonly alternatives: readonly (readonly Qualification[])[] }

/**
 * Reads the rule language of `relation` (page `base-info/all-categories`): elements are AND-ed, `|` means one of, `&` binds
 * tighter and means all of. An id without a name is named by its id.
 */
export function requirements(rule: CategoryRule): readonly Requirement[] {
  const names = new Map(rule.list.map((each) => [each.id, each.name]))
  return rule.relation
    .map((element) => ({
      alternatives: element
        .split('|')
        .map((group) => idsOf(group).map((id) => ({ id, name: names.get(id) ?? say`资质 ${id}` })))
        .filter((group) => group.length > 0)
    }))
    .filter(({ alternatives }) => alternatives.length > 0)
}

const idsOf = (group: string): string[] =>
  group
    .split('&')
    .map((id) => id.trim())
    .filter((id) => id !== '')

export function isMet({ alternatives }: Requirement, ids: ReadonlySet<string>): boolean {
  return alternatives.some((group) => group.every(({ id }) => ids.has(id)))
}

/** A requirement in words: 「甲」或「乙」＋「丙」. */
export function requirementText({ alternatives }: Requirement): string {
  return alternatives.map((group) => group.map(({ name }) => say`「${name}」`).join(say`＋`)).join(say` 或 `)
}

/** What is missing of a category's qualifications (code 21302); empty when nothing is. More than is asked for is allowed. */
export function missingQualifications(rule: CategoryRule | null, ids: readonly string[]): readonly Requirement[] {
  if (rule === null) return []
  const given = new Set(ids)
  return requirements(rule).filter((requirement) => !isMet(requirement, given))
}

const not = (why: string): Refusal => ({ possible: false, why })
const notYet = (why: string): Refusal => ({ ...not(why), remedy: byWaiting })
const possible: Availability = { possible: true }

export type CategoryAction = 'add' | 'supply' | 'delete' | 'publish' | 'main'

/**
 * Whether the platform would take a change of the categories now (pages `add-category-v2`, `supply-category-v2`,
 * `delete-category-v2`, `publish-category`, `preset-categories`). `category` is the one it is about as it is set now; null for
 * one that is not set, and where it is about none.
 */
export function categoryAction(
  facts: CategoryFacts | null,
  action: CategoryAction,
  category: ConfiguredCategory | null = null
): Availability {
  if (facts === null) return not(say`还没有读到服务类目，请先刷新`)
  switch (action) {
    case 'add':
      return addAction(facts, category)
    case 'supply':
      return supplyAction(facts, category)
    case 'delete':
      return deleteAction(facts, category)
    case 'publish':
      return publishAction(facts)
    case 'main':
      return mainAction(facts, category)
  }
}

/** How many categories this mini program may have. */
export const categoryLimit = ({ limit }: CategoryFacts): number => limit ?? categoriesMax

function addAction(facts: CategoryFacts, category: ConfiguredCategory | null): Availability {
  if (category !== null) return not(say`已经设置了这个类目；要改资质，请先删除再增加`)
  const limit = categoryLimit(facts)
  if (facts.configured.length >= limit) return not(say`最多 ${limit} 个服务类目，请先删除一个`)
  return noChangesLeft(facts) ?? possible
}

function noChangesLeft({ remaining, monthlyLimit }: CategoryFacts): Availability | null {
  if (remaining === null || remaining > 0) return null
  return notYet(monthlyLimit === null ? say`本月的类目修改次数已用完` : say`本月的 ${monthlyLimit} 次类目修改已用完`)
}

function supplyAction(facts: CategoryFacts, category: ConfiguredCategory | null): Availability {
  if (category?.state !== 'rejected') return not(say`只有审核未通过的类目可以补充资质`)
  return noChangesLeft(facts) ?? possible
}

function deleteAction({ configured }: CategoryFacts, category: ConfiguredCategory | null): Availability {
  if (category === null) return not(say`没有这个类目`)
  if (category.state === 'in_review') return notYet(say`类目还在审核中，不能删除`)
  const approved = configured.filter(({ state }) => state === 'approved')
  if (category.state === 'approved' && approved.length === 1) return not(say`最后一个通过审核的类目不能删除`)
  return possible
}

function publishAction(facts: CategoryFacts): Availability {
  if (facts.publishing?.state === 'in_review') return notYet(say`上一次发布还在审核中`)
  if (!facts.configured.some(({ state }) => state === 'approved')) return not(say`还没有通过审核的类目`)
  if (facts.online !== null && unpublished(facts).length === 0 && dropped(facts).length === 0 && !hasPreset(facts)) {
    return not(say`线上的类目已经是最新的`)
  }
  return possible
}

const hasPreset = ({ main }: CategoryFacts): boolean =>
  main !== null && main.preset !== null && main.preset.id !== main.current?.id

/** Approved categories that are not online: they take effect by publishing, or with the first release. */
export function unpublished({ configured, online }: CategoryFacts): readonly ConfiguredCategory[] {
  if (online === null) return []
  const ids = new Set(online.map(({ id }) => id))
  return configured.filter(({ id, state }) => state === 'approved' && !ids.has(id))
}

/** Categories that are online and were deleted here: they go by publishing. */
export function dropped({
  configured,
  online
}: CategoryFacts): readonly { readonly id: string; readonly name: string }[] {
  const ids = new Set(configured.map(({ id }) => id))
  return (online ?? []).filter(({ id }) => !ids.has(id))
}

function mainAction({ main }: CategoryFacts, category: ConfiguredCategory | null): Availability {
  if (category?.state !== 'approved') return not(say`只有通过审核的类目可以作主营类目`)
  if (main === null) return not(say`没有读到主营类目`)
  if (main.current?.id === category.id && main.preset === null) return not(say`已经是主营类目`)
  if (main.preset?.id === category.id) return not(say`已经预设为主营类目，发布后生效`)
  if (main.remaining !== null && main.remaining <= 0) return notYet(say`主营类目的修改次数已用完`)
  return possible
}
