import type { Readiness, ReadinessItem, ReadinessLevel } from '@shared/domain/readiness'
import { summarized } from '@shared/rules/readiness'
import { t } from '@/i18n'
import { listed } from '@/i18n/list'
import { levelOrder, readinessNames } from './readiness-look'

/** What the platform would refuse a submission for. */
export function blockingItems(readiness: Readiness): readonly ReadinessItem[] {
  return readiness.filter(({ level }) => level === 'blocking')
}

/** What is not well, the worst first; within a level in the order of the checks. */
export function openItems(readiness: Readiness): readonly ReadinessItem[] {
  return levelOrder
    .filter((level) => level !== 'ok')
    .flatMap((level) => readiness.filter((item) => item.level === level))
}

/** All that is well, in one line; null where nothing is. */
export function wellLine(readiness: Readiness): string | null {
  const names = readiness.filter(({ level }) => level === 'ok').map(({ check }) => readinessNames[check])
  return names.length > 0 ? t('standing.readiness.well', { n: names.length, names: listed(names) }) : null
}

/** What the check comes to: as in the list, what could not be read counts only for the profile. */
export function readinessVerdict(readiness: Readiness): ReadinessLevel {
  return summarized(readiness).level
}

/** The check in one line: what it comes to, then how much else there is. */
export function readinessLine(readiness: Readiness): string {
  const count = (level: ReadinessLevel): number => readiness.filter((item) => item.level === level).length
  switch (readinessVerdict(readiness)) {
    case 'blocking':
      return t('standing.readiness.blocked', { n: count('blocking') })
    case 'unknown':
      return t('standing.readiness.unknown')
    case 'warning':
    case 'ok':
      return readyLine(count('warning'), count('unknown'))
  }
}

function readyLine(warnings: number, unknown: number): string {
  if (warnings === 0) {
    return unknown === 0 ? t('standing.readiness.ready') : t('standing.readiness.readyUnknown', { unknown })
  }
  return t(unknown === 0 ? 'standing.readiness.readyWarnings' : 'standing.readiness.readyBoth', { warnings, unknown })
}
