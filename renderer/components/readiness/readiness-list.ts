import type { Readiness, ReadinessItem, ReadinessLevel } from '@shared/domain/readiness'
import { summarized } from '@shared/rules/readiness'
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
  return names.length > 0 ? `${names.length} 项没有问题：${names.join('、')}` : null
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
      return `就绪检查：平台会拒绝提审，有 ${count('blocking')} 项要先处理`
    case 'unknown':
      return '就绪检查：资料还没有读到，不能判断'
    case 'warning':
    case 'ok':
      return ['就绪检查：可以提审', ...more(count('warning'), count('unknown'))].join('，')
  }
}

function more(warnings: number, unknown: number): readonly string[] {
  return [warnings > 0 ? `${warnings} 项提醒` : '', unknown > 0 ? `${unknown} 项没有判断` : ''].filter(Boolean)
}
