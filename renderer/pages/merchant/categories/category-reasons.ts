import type { CategoryDetail } from '@shared/contract'
import type { ConfiguredCategory } from '@shared/domain/category'
import type { SettingChange } from '@shared/domain/setting'
import { categoryAction, type CategoryAction } from '@shared/rules/category-rules'
import { settingNames } from '@shared/rules/setting-names'
import { t } from '@/i18n'

/** A change whose outcome must be known before the next one can be sent; null where there is none. */
export function unsettledChange({ changes, running }: CategoryDetail): SettingChange | null {
  return changes.find(({ state }) => state === 'unknown' || (state === 'intended' && running === null)) ?? null
}

/**
 * Why something can not be done to the categories now; null where it can. `busy` is a change that this page sends at this
 * moment, which the main process may not have told yet.
 */
export function actionReason(
  detail: CategoryDetail,
  busy: boolean,
  action: CategoryAction,
  category: ConfiguredCategory | null = null
): string | null {
  if (detail.running !== null) return t('categories.reason.underWay', { what: settingNames[detail.running] })
  if (busy) return t('categories.reason.otherUnderWay')
  const earlier = unsettledChange(detail)
  if (earlier) return t('categories.reason.unsettled', { what: settingNames[earlier.kind] })
  const availability = categoryAction(detail.reading.value, action, category)
  return availability.possible ? null : availability.why
}
