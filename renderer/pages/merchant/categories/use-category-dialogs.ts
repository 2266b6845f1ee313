import type { CategoryDetail } from '@shared/contract'
import type { ConfiguredCategory } from '@shared/domain/category'
import { ElMessage } from 'element-plus'
import 'element-plus/theme-chalk/el-message.css'
import { computed, shallowRef } from 'vue'
import { t } from '@/i18n'
import type { ChangeEnding } from '../setup/use-change'
import { actionReason } from './category-reasons'
import {
  categoryConfirmation,
  type CategoryConfirmation,
  type ConfirmedAction
} from './publishing/category-confirmations'

/** The dialog that is open over the tab, and what it is about. */
export type CategoryDialog =
  | { readonly action: 'add'; readonly category: null }
  | { readonly action: 'supply'; readonly category: ConfiguredCategory }
  | {
      readonly action: ConfirmedAction
      readonly category: ConfiguredCategory | null
      readonly confirmation: CategoryConfirmation
    }

const doneTexts = {
  add: t('categories.done.add'),
  supply: t('categories.done.supply'),
  delete: t('categories.done.delete'),
  publish: t('categories.done.publish'),
  main: t('categories.done.main')
} as const

/** One dialog at a time. `blocked` is why what it is about can not be done as the categories are now. */
export function useCategoryDialogs(detail: () => CategoryDetail | null, merchantName: () => string) {
  const dialog = shallowRef<CategoryDialog | null>(null)
  const facts = computed(() => detail()?.reading.value ?? null)

  const confirmationNow = (action: ConfirmedAction, category: ConfiguredCategory | null) =>
    facts.value && categoryConfirmation(action, facts.value, category?.id ?? null, merchantName())

  const blocked = computed(() => {
    const known = detail()
    const shown = dialog.value
    if (shown === null || known === null) return null
    const current = facts.value?.configured.find(({ id }) => id === shown.category?.id) ?? null
    return actionReason(known, false, shown.action, current) ?? (isOutdated(shown) ? outdatedReason : null)
  })

  /** What was confirmed must be what is known now. */
  function isOutdated(shown: CategoryDialog): boolean {
    if (!('confirmation' in shown)) return false
    return JSON.stringify(confirmationNow(shown.action, shown.category)) !== JSON.stringify(shown.confirmation)
  }

  function confirm(action: ConfirmedAction, category: ConfiguredCategory | null): void {
    const confirmation = confirmationNow(action, category)
    if (confirmation) dialog.value = { action, category, confirmation }
  }

  function close(): void {
    dialog.value = null
  }

  function end(ending: ChangeEnding): void {
    if (dialog.value && ending === 'done') ElMessage.success(doneTexts[dialog.value.action])
    close()
  }

  return {
    dialog,
    blocked,
    add: () => void (dialog.value = { action: 'add', category: null }),
    supply: (category: ConfiguredCategory) => void (dialog.value = { action: 'supply', category }),
    confirm,
    close,
    end
  }
}

const outdatedReason = t('categories.reason.outdated')
