import { t } from '@/i18n'
import type { FilterOption } from '@/pages/merchants/filter-options'
import { compareVersions } from '@/stores/merchant-rows/row-order'
import { isInReview, standings, type DriftLine, type Standing } from './drift-lines'

/** How many merchants have a version online; `rest`: rare ones together; `none`: have nothing online. */
export type VersionShare = { readonly kind: 'version' | 'rest' | 'none'; readonly text: string; readonly count: number }

/** More parts than these can not be told apart in a bar. */
const shownVersions = 5

/** How many merchants stand where, and how many have a version in review. */
export function standingCounts(lines: readonly DriftLine[]): Readonly<Record<Standing | 'inReview', number>> {
  const count = (standing: Standing): number => lines.filter((line) => line.standing === standing).length
  const [behind, current, unknown, none] = standings.map(count)
  return {
    behind: behind ?? 0,
    current: current ?? 0,
    unknown: unknown ?? 0,
    none: none ?? 0,
    inReview: lines.filter(({ row }) => isInReview(row)).length
  }
}

/** The versions that are online, newest first; the rarest go together where there are many. */
export function versionShares(lines: readonly DriftLine[]): readonly VersionShare[] {
  const counts = new Map<string, number>()
  for (const { row } of lines) if (row.online) counts.set(row.online.version, (counts.get(row.online.version) ?? 0) + 1)
  const common = [...counts].sort(([, a], [, b]) => b - a).slice(0, shownVersions)
  const rest = sum([...counts.values()]) - sum(common.map(([, count]) => count))
  const none = lines.filter(({ row }) => row.online === null).length
  return [
    ...common
      .sort(([a], [b]) => compareVersions(b, a))
      .map(([text, count]) => ({ kind: 'version' as const, text, count })),
    ...(rest > 0 ? [{ kind: 'rest' as const, text: t('drift.shares.rest'), count: rest }] : []),
    ...(none > 0 ? [{ kind: 'none' as const, text: t('drift.shares.none'), count: none }] : [])
  ]
}

/** The tags as choices, the most frequent first. */
export function tagOptions(lines: readonly DriftLine[]): readonly FilterOption[] {
  const counts = new Map<string, number>()
  for (const { row } of lines) for (const tag of row.tags) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || compareVersions(a, b))
    .map(([tag, count]) => ({ value: tag, text: tag, count }))
}

/** Older than this a reading may not be true any more. */
const freshMs = 60 * 60 * 1000

/** The app ids of merchants that were read too long ago, or never. */
export function staleAppIds(lines: readonly DriftLine[], now: number): readonly string[] {
  return lines.filter(({ row }) => row.readAt === null || now - row.readAt > freshMs).map(({ row: { appId } }) => appId)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
