import type { DriftVersion } from '@shared/domain/drift'
import type { StateLook } from '@/components/common/words'
import { t } from '@/i18n'
import type { Standing } from './drift-lines'

export const standingNames: Readonly<Record<Standing, string>> = {
  behind: t('drift.standing.behind'),
  current: t('drift.standing.current'),
  unknown: t('drift.standing.unknown'),
  none: t('drift.standing.none')
}

/** Null where a version is as it should be. */
export const versionLooks: Readonly<Record<DriftVersion['state'], StateLook | null>> = {
  ok: null,
  in_review: { kind: 'info', text: t('drift.version.inReview'), icon: 'waiting' },
  passed: { kind: 'success', text: t('drift.version.passed'), icon: 'done' },
  rejected: { kind: 'danger', text: t('drift.version.rejected'), icon: 'failed' },
  withdrawn: { kind: 'neutral', text: t('drift.version.withdrawn'), icon: 'takenBack' },
  taken_down: { kind: 'danger', text: t('drift.version.takenDown'), icon: 'failed' }
}

/** The end of an id tells templates apart and has room; the hover has all of it. */
const endLength = 6

/** `…535288` for `9133504853504535288`. */
export function shortTemplateId(templateId: string): string {
  return templateId.length > endLength + 2 ? `…${templateId.slice(-endLength)}` : templateId
}

/** How it is known which template a version was made from. */
export function templateHint({ templateId, isCertain }: Pick<DriftVersion, 'templateId' | 'isCertain'>): string {
  if (templateId === null) return t('drift.template.unknownHint')
  return t(isCertain ? 'drift.template.certainHint' : 'drift.template.guessedHint', { id: templateId })
}
