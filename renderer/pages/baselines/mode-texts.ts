import type { BaselineMode } from '@shared/domain/domains'
import { t } from '@/i18n'

/** How a baseline is applied, and what that means. */
export const modeTexts: Readonly<Record<BaselineMode, { readonly text: string; readonly help: string }>> = {
  add: { text: t('domains.baselines.mode.add'), help: t('domains.baselines.mode.addHelp') },
  exact: { text: t('domains.baselines.mode.exact'), help: t('domains.baselines.mode.exactHelp') }
}
