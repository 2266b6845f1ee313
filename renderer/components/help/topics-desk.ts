import {
  codePathMaxLength,
  codeWidth,
  createLinksPerDay,
  linkLifeMs,
  permissionSets,
  refreshSoonMs,
  reviewStuckMs,
  savedCodesMax,
  ticketLifeMs,
  ticketPushIntervalMs,
  ticketWarnAfterMs
} from '@shared/rules/limits'
import { t } from '@/i18n'
import type { HelpTopic } from './topic'
import { days, hours, minutes } from './units'

/** Of everything else. */
export const deskTopics = {
  today: {
    title: t('help.topic.today.title'),
    lines: [
      t('help.topic.today.order'),
      t('help.topic.today.review', { hours: hours(reviewStuckMs) }),
      t('help.topic.today.ticket', { warn: hours(ticketWarnAfterMs), life: hours(ticketLifeMs) }),
      t('help.topic.today.local')
    ]
  },
  authorization: {
    title: t('help.topic.authorization.title'),
    lines: [
      t('help.topic.authorization.life', { hours: hours(linkLifeMs) }),
      t('help.topic.authorization.create', { max: createLinksPerDay }),
      t('help.topic.authorization.published'),
      t('help.topic.authorization.after')
    ]
  },
  keeper: {
    title: t('help.topic.keeper.title'),
    lines: [
      t('help.topic.keeper.renew', { days: days(refreshSoonMs) }),
      t('help.topic.keeper.lost'),
      t('help.topic.keeper.one')
    ]
  },
  codes: {
    title: t('help.topic.codes.title'),
    lines: [
      t('help.topic.codes.max', { max: savedCodesMax }),
      t('help.topic.codes.width', { min: codeWidth.min, largest: codeWidth.max }),
      t('help.topic.codes.path', { length: codePathMaxLength }),
      t('help.topic.codes.permission', { name: permissionSets.basicInformation.name })
    ]
  },
  capabilities: {
    title: t('help.topic.capabilities.title'),
    lines: [t('help.topic.capabilities.apply'), t('help.topic.capabilities.pace'), t('help.topic.capabilities.again')]
  },
  events: {
    title: t('help.topic.events.title'),
    lines: [
      t('help.topic.events.source'),
      t('help.topic.events.ticket', { minutes: minutes(ticketPushIntervalMs), hours: hours(ticketLifeMs) }),
      t('help.topic.events.once')
    ]
  },
  reports: {
    title: t('help.topic.reports.title'),
    lines: [t('help.topic.reports.what'), t('help.topic.reports.secret')]
  },
  accounts: {
    title: t('help.topic.accounts.title'),
    lines: [
      t('help.topic.accounts.what'),
      t('help.topic.accounts.secret'),
      t('help.topic.accounts.ticket', { minutes: minutes(ticketPushIntervalMs), hours: hours(ticketLifeMs) }),
      t('help.topic.accounts.ip')
    ]
  },
  diagnosis: {
    title: t('help.topic.diagnosis.title'),
    lines: [t('help.topic.diagnosis.steps'), t('help.topic.diagnosis.safe'), t('help.topic.diagnosis.shared')]
  },
  settings: {
    title: t('help.topic.settings.title'),
    lines: [t('help.topic.settings.local'), t('help.topic.settings.language'), t('help.topic.settings.practice')]
  },
  errorCodes: {
    title: t('help.topic.errorCodes.title'),
    lines: [t('help.topic.errorCodes.what'), t('help.topic.errorCodes.unknown')]
  },
  start: {
    title: t('help.topic.start.title'),
    lines: [t('help.topic.start.practice'), t('help.topic.start.where')]
  }
} as const satisfies Record<string, HelpTopic>
