import type { CategoryState, NamedCategory } from '@shared/domain/category'
import type { StateLook } from '@/components/common/words'
import { t } from '@/i18n'
import { listed } from '@/i18n/list'

const stateLooks: Readonly<Record<CategoryState, StateLook>> = {
  in_review: { kind: 'info', text: t('categories.state.inReview'), icon: 'waiting' },
  approved: { kind: 'success', text: t('categories.state.approved'), icon: 'done' },
  rejected: { kind: 'danger', text: t('categories.state.rejected'), icon: 'failed' }
}

/** The review of a category or of a publishing; null is a number that the platform's pages do not describe. */
export const categoryStateLook = (state: CategoryState | null): StateLook =>
  state === null ? { kind: 'neutral', text: t('categories.state.unknown'), icon: 'nothing' } : stateLooks[state]

/** The way from the first level to the third, for reading: 甲 › 乙 › 丙. */
export const categoryPath = (name: string): string => name.split('-').join(' › ')

/** Several categories in one sentence. */
export const categoryNames = (categories: readonly NamedCategory[]): string =>
  listed(categories.map(({ name }) => t('categories.quoted', { name: categoryPath(name) })))

/** A qualification by its name, or by its id where the platform gave none. */
export const qualificationName = ({ id, name }: { readonly id: string; readonly name: string }): string =>
  name || t('categories.qualification.unnamed', { id })
