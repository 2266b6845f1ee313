import type { VersionSeries } from '@shared/domain/home'
import type { ReleaseRow } from '../../../store/repositories'

/** So many versions have a line of their own. */
const seriesMax = 5

/**
 * With how many merchants each version was online at the end of each day, told by what was released when; before the first
 * release that is known a merchant counts with no version. `days` are their beginnings, oldest first.
 */
export function versionSeries(releases: readonly ReleaseRow[], days: readonly number[]): readonly VersionSeries[] {
  const counts = new Map<string, number[]>()
  for (const rows of Map.groupBy(releases, ({ appId }) => appId).values()) {
    for (const [place, version] of versionsByDay(rows, days).entries()) {
      if (version === null) continue
      const series = counts.get(version) ?? days.map(() => 0)
      series[place] = (series[place] ?? 0) + 1
      counts.set(version, series)
    }
  }
  return withRest([...counts].map(([version, each]) => ({ version, counts: each })))
}

/** What one merchant had online at the end of each day; today it is what was read last. */
function versionsByDay(rows: readonly ReleaseRow[], days: readonly number[]): readonly (string | null)[] {
  const [first] = rows
  if (!first) return []
  if (first.at === null) return days.map(() => first.online)
  const known = rows.flatMap(({ at, version }) => (at === null ? [] : [{ at, version }]))
  return days.map((_, place) => {
    const end = days[place + 1]
    if (end === undefined) return first.online
    const last = known.findLast(({ at }) => at < end)
    return last ? last.version : first.before
  })
}

type Counted = { readonly version: string; readonly counts: readonly number[] }

function withRest(all: readonly Counted[]): readonly VersionSeries[] {
  const sorted = all.toSorted((a, b) => today(b) - today(a) || total(b) - total(a))
  const rest = sorted.slice(seriesMax)
  if (rest.length === 0) return sorted
  const [{ counts: days } = { counts: [] }] = rest
  const others = days.map((_, place) => rest.reduce((sum, { counts }) => sum + (counts[place] ?? 0), 0))
  return [...sorted.slice(0, seriesMax), { version: null, counts: others }]
}

const today = ({ counts }: Counted): number => counts.at(-1) ?? 0
const total = ({ counts }: Counted): number => counts.reduce((sum, count) => sum + count, 0)
