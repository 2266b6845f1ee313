import type { ErrorActor } from '@shared/errors'
import { t } from '@/i18n'

/** Who has to act, as a short sentence. */
export const actorTexts: Readonly<Record<ErrorActor, string>> = {
  operator: t('help.actor.operator'),
  merchant: t('help.actor.merchant'),
  developer: t('help.actor.developer'),
  platform: t('help.actor.platform'),
  nobody: t('help.actor.nobody')
}
