import type { CategoryState, NamedCategory } from '@shared/domain/category'
import type { StateLook } from '@/components/common/words'

const stateLooks: Readonly<Record<CategoryState, StateLook>> = {
  in_review: { kind: 'info', text: '审核中', icon: 'waiting' },
  approved: { kind: 'success', text: '已通过', icon: 'done' },
  rejected: { kind: 'danger', text: '未通过', icon: 'failed' }
}

/** The review of a category or of a publishing; null is a number that the platform's pages do not describe. */
export const categoryStateLook = (state: CategoryState | null): StateLook =>
  state === null ? { kind: 'neutral', text: '状态未知', icon: 'nothing' } : stateLooks[state]

/** The way from the first level to the third, for reading: 甲 › 乙 › 丙. */
export const categoryPath = (name: string): string => name.split('-').join(' › ')

/** Several categories in one sentence. */
export const categoryNames = (categories: readonly NamedCategory[]): string =>
  categories.map(({ name }) => `「${categoryPath(name)}」`).join('、')
