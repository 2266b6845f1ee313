import type { CategoryFacts, ConfiguredCategory } from '@shared/domain/category'
import type { SettingKind } from '@shared/domain/setting'
import { dropped, unpublished, type CategoryAction } from '@shared/rules/category-rules'
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

const cost = '可能影响已有的挂载、交易等能力。'

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
    title: `删除类目：${merchant}`,
    lines: [{ label: '删除', text: categoryPath(name), loses: true }],
    effects: [
      cost,
      isOnline === false ? '这个类目还没有发布，线上不受影响。' : '线上的类目要再发布一次才会移除。',
      '以后要用，需要重新增加：占用本月的修改次数，有资质的重新审核。'
    ],
    button: `删除 ${name}`,
    dangerous: true
  }
}

/** 发布服务类目 (page `base-info/publish-category`). */
function publication(facts: CategoryFacts, merchant: string): CategoryConfirmation {
  const removed = dropped(facts)
  const { preset = null, current = null } = facts.main ?? {}
  const main = preset !== null && preset.id !== current?.id ? [preset] : []
  const lines = [
    { label: '新增', text: categoryNames(unpublished(facts)), loses: false },
    { label: '移除', text: categoryNames(removed), loses: true },
    { label: '主营类目改为', text: categoryNames(main), loses: false }
  ]
  return {
    kind: 'category_publish',
    category: null,
    title: `发布类目：${merchant}`,
    lines: lines.filter(({ text }) => text !== ''),
    effects: [
      ...(facts.online === null ? ['没有读到线上的类目，看不出会改变什么。'] : []),
      '发布后由平台审核，通过后线上生效；审核期间线上不变。',
      ...(removed.length > 0 ? [`移除类目${cost}`] : [])
    ],
    button: '发布类目',
    dangerous: removed.length > 0
  }
}

/** 预设主营类目 (page `base-info/preset-categories`). */
function newMain({ main }: CategoryFacts, { id, name }: ConfiguredCategory, merchant: string): CategoryConfirmation {
  const remaining = main?.remaining ?? null
  return {
    kind: 'category_main',
    category: id,
    title: `设为主营类目：${merchant}`,
    lines: [
      ...(main?.current ? [{ label: '现在', text: categoryPath(main.current.name), loses: false }] : []),
      { label: '改为', text: categoryPath(name), loses: false }
    ],
    effects: [
      '现在只是预设，发布类目或版本通过审核后生效。',
      ...(remaining === null ? [] : [`主营类目还可修改 ${remaining} 次。`])
    ],
    button: `设为主营 ${name}`,
    dangerous: false
  }
}
