import type { StandingSample } from '@shared/domain/standing'

/** One moment at which a score was known. */
export type ScorePoint = { readonly at: number; readonly credit: number | null; readonly trial: number | null }

/** With fewer points a line says less than the numbers. */
export const chartFromPoints = 3

/** The moments with a score, oldest first; a score that was not initialised makes no point. */
export function scorePoints(samples: readonly StandingSample[]): readonly ScorePoint[] {
  return samples
    .map(({ at, creditScore, trialScore }) => ({ at, credit: creditScore, trial: trialScore }))
    .filter(({ credit, trial }) => credit !== null || trial !== null)
}

/** Whether there is any trial score: most merchants have none, and then no line and no column for it. */
export function hasTrial(points: readonly ScorePoint[]): boolean {
  return points.some(({ trial }) => trial !== null)
}
