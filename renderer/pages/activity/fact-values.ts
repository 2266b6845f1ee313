import type { ActivityFact } from '@shared/domain/activity'
import { hostName } from '@shared/rules/hosts'
import { rolloutKindNames } from '@shared/rules/rollout-names'
import { ticketSourceNames } from '@shared/rules/ticket-source-names'
import { t } from '@/i18n'
import { linkKindNames } from '@/pages/authorization/links/link-words'

type Words = Readonly<Record<string, string>>

/** What the journal keeps as a word of ours, whatever the language, in the operator's words. */
const words: Readonly<Partial<Record<ActivityFact, Words>>> = {
  work: rolloutKindNames,
  link: linkKindNames,
  ticketSource: ticketSourceNames,
  data: { keep: t('accounts.remove.keep'), delete: t('accounts.remove.delete') },
  secrets: {
    secret: t('accounts.fields.secret'),
    messageToken: t('accounts.fields.messageToken'),
    messageKey: t('accounts.fields.messageKey'),
    relaySecret: t('accounts.fields.relaySecret')
  },
  theme: {
    system: t('settings.appearance.themeSystem'),
    light: t('settings.appearance.themeLight'),
    dark: t('settings.appearance.themeDark')
  },
  language: { zh: t('settings.appearance.chinese'), en: t('settings.appearance.english') },
  textSize: {
    normal: t('settings.appearance.textSizeNormal'),
    large: t('settings.appearance.textSizeLarge'),
    larger: t('settings.appearance.textSizeLarger')
  },
  motion: { system: t('settings.appearance.motionSystem'), reduced: t('settings.appearance.motionReduced') }
}

/** A value of that fact as it is shown. */
export function factValue(fact: ActivityFact, value: string): string {
  return fact === 'hosts' ? hostName(value) : (words[fact]?.[value] ?? value)
}
