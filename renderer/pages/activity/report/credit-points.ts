import type { ReportPresent } from '@shared/domain/merchant-report'

/** Scores lie between these, as the platform counts them; a score above (it has none) would widen them. */
const scale = { min: 0, max: 100 }

/** A line of scores over time as points in a box, from the top left corner; none for fewer than two. */
export function creditPoints(
  history: ReportPresent['creditHistory'],
  width: number,
  height: number
): readonly { readonly x: number; readonly y: number }[] {
  const [first, last] = [history[0], history.at(-1)]
  if (!first || !last || first.at === last.at) return []
  const max = Math.max(scale.max, ...history.map(({ score }) => score))
  return history.map(({ at, score }) => ({
    x: ((at - first.at) / (last.at - first.at)) * width,
    y: height - ((score - scale.min) / (max - scale.min)) * height
  }))
}
