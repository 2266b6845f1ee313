import { dayMs } from './durations'
import { between, pick } from './random'
import type { Merchant } from './state'
import type { QualityRating, Trial } from './standing-state'
import type { World } from './world'

/** Not a score: the platform has none yet. */
const notInitialised = -999
const trialPassScore = 80
const healthTargetDays = 20
const trialDays = 60

/**
 * 信用分, or -999 for a mini program that never was online. It drifts by a few points every few days of platform time,
 * and is lower for what was taken down or banned.
 */
export function creditScore(world: World, merchant: Merchant): number {
  const { appId, assessment, current, standing } = merchant
  if (assessment.creditScore !== null) return assessment.creditScore
  if (current === null) return notInitialised
  const share = world.draw('credit', appId)
  const usual = share < 0.15 ? between(72, 84, share / 0.15) : between(88, 100, share)
  const drift = pick([0, 0, -1, -2, -3, -4], world.draw('credit drift', appId, turn(world, appId, 5)))
  const penalty = (current.takenDown ? 20 : 0) + (isBanned(standing) ? 40 : 0)
  return Math.round(usual) + drift - penalty
}

function isBanned(standing: Merchant['standing']): boolean {
  return standing === 'app_banned' || standing === 'subject_banned'
}

/** 试运营期: for the first 60 days, and as long as nothing is online; its tasks go on day by day. */
export function trialOf(world: World, merchant: Merchant): Trial {
  const { appId, assessment, current } = merchant
  if (assessment.trial !== null) return assessment.trial
  const days = daysSinceOpened(world, merchant)
  if (current !== null && days >= trialDays) return { ...unlimited, tasks: [] }
  const progress = current === null ? 0 : days
  const orders = Math.floor(progress * between(0.5, 3, world.draw('orders', appId)))
  return {
    ...{ isTrial: true, passScore: trialPassScore, capabilityLimited: true, paymentRestricted: true },
    trafficLimited: creditScore(world, merchant) < trialPassScore,
    tasks: [
      { name: 'Health', target: healthTargetDays, progress: Math.min(healthTargetDays, progress) },
      { name: 'Order', target: 50, progress: Math.min(50, orders) }
    ]
  }
}

const unlimited = {
  ...{ isTrial: false, passScore: trialPassScore },
  ...{ capabilityLimited: false, paymentRestricted: false, trafficLimited: false }
}

/** When a mini program opened depends on the seed alone: most did so long before the world began. */
function daysSinceOpened(world: World, { appId }: Merchant): number {
  const openedAt = world.state.startedAt - between(5, 400, world.draw('opened', appId)) * dayMs
  return Math.floor((world.now() - openedAt) / dayMs)
}

/** 质量评级: not rated while nothing is online, being rated for 45 days, then a letter that changes every other month. */
export function qualityRating(world: World, merchant: Merchant): QualityRating {
  const { appId, assessment, current } = merchant
  if (assessment.qualityRating !== null) return assessment.qualityRating
  if (current === null) return 'unrated'
  if (daysSinceOpened(world, merchant) < 45) return 'rating'
  return pick(['S', 'A', 'A', 'A', 'B', 'B', 'C'], world.draw('quality', appId, turn(world, appId, 60)))
}

/** 备案状态. The page gives no numbers; these are ours. */
export const filingStatuses = { none: 0, platformReview: 1, authorityReview: 2, filed: 3, rejected: 4 } as const

/** What is online is on file; of the rest, some are on the way. */
export function filingStatus(world: World, { appId, assessment, current }: Merchant): number {
  if (assessment.filingStatus !== null) return assessment.filingStatus
  if (current !== null) return filingStatuses.filed
  return pick(Object.values(filingStatuses), world.draw('filing', appId))
}

/** Counts periods of so many days; each merchant's begin on another day. */
function turn(world: World, appId: string, days: number): number {
  return Math.floor(world.now() / (days * dayMs) + world.draw('turn', appId))
}
