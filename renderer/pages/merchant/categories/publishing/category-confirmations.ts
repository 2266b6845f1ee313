import type { CategoryFacts, ConfiguredCategory } from '@shared/domain/category'
import type { SettingKind } from '@shared/domain/setting'
import { dropped, unpublished, type CategoryAction } from '@shared/rules/category-rules'
import { t } from '@/i18n'
import { categoryNames, categoryPath } from '../category-words'

export type ConfirmedChange = Extract<SettingKind, 'category_delete' | 'category_publish' | 'category_main'>

/** As `categoryAction` calls them. */
export type ConfirmedAction = Extract<CategoryAction, 'delete' | 'publish' | 'main'>

/** What an operator is told before categories are deleted or published, or another one becomes the main one. */
export type CategoryConfirmation = {
  readonly kind: ConfirmedChange
  /** The category it is about; null where it is about all. */
  readonly category: string | null
  readonly title: string
  /** The change, as what is named and what becomes of it. */
  readonly lines: readonly { readonly label: string; readonly text: string; readonly loses: boolean }[]
  readonly effects: readonly string[]
  readonly button: string
  readonly dangerous: boolean
}

/** Builds the confirmation from what is known of the categories; null where it is about one that is not there (any more). */
export function categoryConfirmation(
  action: ConfirmedAction,
  facts: CategoryFacts,
  categoryId: string | null,
  merchant: string
): CategoryConfirmation | null {
  if (action === 'publish') return publication(facts, merchant)
  const category = facts.configured.find(({ id }) => id === categoryId)
  if (!category) return null
  return action === 'delete' ? deletion(facts, category, merchant) : newMain(facts, category, merchant)
}

/** 删除服务类目 (page `base-info/delete-category-v2`). */
function deletion(facts: CategoryFacts, { id, name }: ConfiguredCategory, merchant: string): CategoryConfirmation {
  const isOnline = facts.online?.some((each) => each.id === id)
  return {
    kind: 'category_delete',
    category: id,
    title: t('categories.confirm.deleteTitle', { merchant }),
    lines: [{ label: t('categories.confirm.delete'), text: categoryPath(name), loses: true }],
    effects: [
      t('categories.confirm.cost'),
      t(isOnline === false ? 'categories.confirm.notOnline' : 'categories.confirm.onlineUntilPublished'),
      t('categories.confirm.addAgain')
    ],
    button: t('categories.confirm.deleteButton', { name }),
    dangerous: true
  }
}

/** 发布服务类目 (page `base-info/publish-category`). */
function publication(facts: CategoryFacts, merchant: string): CategoryConfirmation {
  const removed = dropped(facts)
  const { preset = null, current = null } = facts.main ?? {}
  const main = preset !== null && preset.id !== current?.id ? [preset] : []
  const lines = [
    { label: t('categories.confirm.added'), text: categoryNames(unpublished(facts)), loses: false },
    { label: t('categories.confirm.removed'), text: categoryNames(removed), loses: true },
    { label: t('categories.confirm.mainBecomes'), text: categoryNames(main), loses: false }
  ]
  return {
    kind: 'category_publish',
    category: null,
    title: t('categories.confirm.publishTitle', { merchant }),
    lines: lines.filter(({ text }) => text !== ''),
    effects: [
      ...(facts.online === null ? [t('categories.confirm.onlineUnknown')] : []),
      t('categories.confirm.reviewed'),
      ...(removed.length > 0 ? [t('categories.confirm.removalCost')] : [])
    ],
    button: t('categories.publish'),
    dangerous: removed.length > 0
  }
}

/** 预设主营类目 (page `base-info/preset-categories`). */
function newMain({ main }: CategoryFacts, { id, name }: ConfiguredCategory, merchant: string): CategoryConfirmation {
  const remaining = main?.remaining ?? null
  return {
    kind: 'category_main',
    category: id,
    title: t('categories.confirm.mainTitle', { merchant }),
    lines: [
      ...(main?.current
        ? [{ label: t('categories.confirm.now'), text: categoryPath(main.current.name), loses: false }]
        : []),
      { label: t('categories.confirm.becomes'), text: categoryPath(name), loses: false }
    ],
    effects: [
      t('categories.confirm.presetOnly'),
      ...(remaining === null ? [] : [t('categories.confirm.mainLeft', { n: remaining })])
    ],
    button: t('categories.confirm.mainButton', { name }),
    dangerous: false
  }
}
