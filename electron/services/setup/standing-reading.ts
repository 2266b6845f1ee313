import { standingParts, type StandingFacts, type StandingPart, type StandingSample } from '@shared/domain/standing'
import type { DeskError } from '@shared/errors'
import { say } from '@shared/texts/say'
import type { CallOptions, MerchantClient } from '../../douyin/platform'

/** What the operator is told of a part that could not be read. */
export const standingPartUnread: Readonly<Record<StandingPart, () => string>> = {
  credit: () => say`信用分没有读到`,
  trial: () => say`试运营期信息没有读到`,
  rating: () => say`质量评级没有读到`,
  filing: () => say`备案状态没有读到`
}

/**
 * Reads 信用分, 试运营期, 质量评级 and 备案 at the same time. What one part denies does not hide the rest: `explain` turns its
 * failure into what the operator is told. Throws what the first part threw where all failed; that the rating is retired is
 * nothing that was read.
 */
export async function readStanding(
  merchant: MerchantClient,
  explain: (part: StandingPart, error: unknown) => DeskError,
  options: CallOptions = {}
): Promise<StandingFacts> {
  const [credit, trial, rating, filing] = await Promise.allSettled([
    merchant.creditScore(options).then((score) => ({ score })),
    merchant.trialInformation(options),
    merchant.qualityRating(options),
    merchant.filingStatus(options).then((status) => ({ status }))
  ])
  const results = { credit, trial, rating, filing }
  const failed = standingParts.flatMap((part) => {
    const result = results[part]
    return result.status === 'rejected' ? [{ part, reason: result.reason as unknown }] : []
  })
  const isRetired = valueOf(rating)?.state === 'retired'
  if (failed.length + Number(isRetired) === standingParts.length) throw failed[0]?.reason
  return {
    credit: valueOf(credit),
    trial: valueOf(trial),
    rating: valueOf(rating),
    filing: valueOf(filing),
    troubles: failed.map(({ part, reason }) => ({ part, error: explain(part, reason) }))
  }
}

const valueOf = <Value>(result: PromiseSettledResult<Value>): Value | null =>
  result.status === 'fulfilled' ? result.value : null

/**
 * The point that a reading adds to a merchant's history: where something differs from the last one, or on another day in
 * China; null where it adds none. A part that could not be read tells no difference.
 */
export function nextSample(facts: StandingFacts, last: StandingSample | null, at: number): StandingSample | null {
  const { credit, trial, rating } = facts
  const hasRating = rating !== null && rating.state !== 'retired'
  if (credit === null && trial === null && !hasRating) return null
  const sample: StandingSample = {
    at,
    creditScore: credit?.score ?? null,
    trialScore: trial?.score ?? null,
    inTrial: trial?.inTrial ?? null,
    rating: rating?.state === 'rated' ? rating.rating : null
  }
  if (last === null || chinaDay(at) !== chinaDay(last.at)) return sample
  const differs =
    (credit !== null && sample.creditScore !== last.creditScore) ||
    (trial !== null && (sample.trialScore !== last.trialScore || sample.inTrial !== last.inTrial)) ||
    (rating !== null && sample.rating !== last.rating)
  return differs ? sample : null
}

const dayMs = 24 * 3600_000
/** China has one time zone and no summer time. */
const chinaOffsetMs = 8 * 3600_000

const chinaDay = (at: number): number => Math.floor((at + chinaOffsetMs) / dayMs)
