import {
  auditNoteMaxLength,
  categoriesMax,
  codePathMaxLength,
  domainsMax,
  iconMaxBytes,
  iconSidePx,
  introductionLength,
  materialMaxBytes,
  nameUnits,
  permissionSets,
  qualificationFilesMax,
  rollbackEffectMs,
  rollbackIntervalMs,
  submitIntervalMs,
  videoMountTextMaxLength
} from '@shared/rules/limits'
import { t } from '@/i18n'
import type { HelpTopic } from './topic'
import { megabytes, minutes, seconds } from './units'

/** Of the merchant list and the tabs of a merchant. */
export const merchantTopics = {
  merchants: {
    title: t('help.topic.merchants.title'),
    lines: [
      t('help.topic.merchants.order'),
      t('help.topic.merchants.authorization'),
      t('help.topic.merchants.readiness'),
      t('help.topic.merchants.marks')
    ]
  },
  versions: {
    title: t('help.topic.versions.title'),
    lines: [
      t('help.topic.versions.stages'),
      t('help.topic.versions.one'),
      t('help.topic.versions.hosts'),
      t('help.topic.versions.submit', { seconds: seconds(submitIntervalMs), length: auditNoteMaxLength }),
      t('help.topic.versions.rollback', {
        from: minutes(rollbackEffectMs.from),
        to: minutes(rollbackEffectMs.to),
        wait: minutes(rollbackIntervalMs)
      }),
      t('help.topic.versions.lost')
    ]
  },
  profile: {
    title: t('help.topic.profile.title'),
    lines: [
      t('help.topic.profile.name', { min: nameUnits.min, max: nameUnits.max }),
      t('help.topic.profile.introduction', { min: introductionLength.min, max: introductionLength.max }),
      t('help.topic.profile.icon', { size: megabytes(iconMaxBytes), side: iconSidePx }),
      t('help.topic.profile.review'),
      t('help.topic.profile.left')
    ]
  },
  categories: {
    title: t('help.topic.categories.title'),
    lines: [
      t('help.topic.categories.max', { max: categoriesMax }),
      t('help.topic.categories.publish'),
      t('help.topic.categories.edit'),
      t('help.topic.categories.last'),
      t('help.topic.categories.files', { files: qualificationFilesMax, size: megabytes(materialMaxBytes) })
    ]
  },
  domains: {
    title: t('help.topic.domains.title'),
    lines: [
      t('help.topic.domains.max', { max: domainsMax }),
      t('help.topic.domains.form'),
      t('help.topic.domains.own'),
      t('help.topic.domains.replace'),
      t('help.topic.domains.webview')
    ]
  },
  merchantCodes: {
    title: t('help.topic.merchantCodes.title'),
    lines: [
      t('help.topic.merchantCodes.trial'),
      t('help.topic.merchantCodes.path', { length: codePathMaxLength }),
      t('help.topic.merchantCodes.kept')
    ]
  },
  capabilityTab: {
    title: t('help.topic.capabilityTab.title'),
    lines: [
      t('help.topic.capabilityTab.apply'),
      t('help.topic.capabilityTab.mount', { length: videoMountTextMaxLength }),
      t('help.topic.capabilityTab.phone'),
      t('help.topic.capabilityTab.permission', { name: permissionSets.operation.name })
    ]
  },
  standing: {
    title: t('help.topic.standing.title'),
    lines: [
      t('help.topic.standing.trial'),
      t('help.topic.standing.score'),
      t('help.topic.standing.rating'),
      t('help.topic.standing.filing')
    ]
  },
  merchantAuthorization: {
    title: t('help.topic.merchantAuthorization.title'),
    lines: [
      t('help.topic.merchantAuthorization.sets'),
      t('help.topic.merchantAuthorization.token'),
      t('help.topic.merchantAuthorization.recover')
    ]
  },
  journal: {
    title: t('help.topic.journal.title'),
    lines: [t('help.topic.journal.what'), t('help.topic.journal.chain'), t('help.topic.journal.language')]
  }
} as const satisfies Record<string, HelpTopic>
