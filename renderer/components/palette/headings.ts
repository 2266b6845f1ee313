import { t } from '@/i18n'
import type { FoundGroup } from './search'

/** What stands above each group of answers. */
export const headings: Readonly<Record<FoundGroup['kind'], string>> = {
  recent: t('palette.heading.recent'),
  here: t('palette.heading.here'),
  action: t('palette.heading.action'),
  page: t('palette.heading.page'),
  rollout: t('palette.heading.rollout'),
  merchant: t('palette.heading.merchant')
}
