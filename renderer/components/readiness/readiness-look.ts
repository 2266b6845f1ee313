import type { ReadinessCheck, ReadinessLevel } from '@shared/domain/readiness'
import type { StateLook } from '@/components/common/words'
import { t } from '@/i18n'

/** How bad it is, in a word: `blocking` is what the platform would refuse a submission for. */
export const readinessLooks: Readonly<Record<ReadinessLevel, StateLook>> = {
  blocking: { kind: 'danger', text: t('standing.readiness.level.blocking'), icon: 'failed' },
  warning: { kind: 'warning', text: t('standing.readiness.level.warning'), icon: 'attention' },
  unknown: { kind: 'neutral', text: t('standing.readiness.level.unknown'), icon: 'nothing' },
  ok: { kind: 'success', text: t('standing.readiness.level.ok'), icon: 'done' }
}

/** What is looked at, in the operator's words. */
export const readinessNames: Readonly<Record<ReadinessCheck, string>> = {
  authorization: t('standing.readiness.check.authorization'),
  permission: t('standing.readiness.check.permission'),
  standing: t('standing.readiness.check.standing'),
  subject: t('standing.readiness.check.subject'),
  name: t('standing.readiness.check.name'),
  introduction: t('standing.readiness.check.introduction'),
  icon: t('standing.readiness.check.icon'),
  category: t('standing.readiness.check.category'),
  publishing: t('standing.readiness.check.publishing'),
  domains: t('standing.readiness.check.domains'),
  filing: t('standing.readiness.check.filing')
}

/** The worst first: the order in which the operator reads them. */
export const levelOrder: readonly ReadinessLevel[] = ['blocking', 'warning', 'unknown', 'ok']
