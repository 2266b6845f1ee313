import type { CatalogueEntry } from './catalogue'
import type { Capability } from './capability-state'
import { capabilityReviewMs, reviewMs } from './durations'
import { between, type Names, pick } from './random'
import type { PublicationReason, Publication } from './category-state'
import type { ProfileItem, ReviewPlan, Verdict } from './profile-state'
import type { Merchant } from './state'
import type { World } from './world'

/** Of a hundred about 88 pass. */
const passShare = 0.88

export const noReason: PublicationReason = { redundant: [], lacking: [], other: '' }

/** How and when the review of a changed item that begins now will end: by the seed, unless control fixed the outcome. */
export function plannedProfileReview(world: World, { appId, profileChanges }: Merchant, item: ProfileItem): ReviewPlan {
  const { count, nextVerdict } = profileChanges[item]
  const names = ['profile', appId, item, count] as const
  return { ...(nextVerdict ?? drawnVerdict(world, names, world.review.profile[item])), endsAt: endOf(world, names) }
}

/** The same for a category; what is for pilot subjects, closed or invalid never passes by itself. */
export function plannedCategoryReview(
  world: World,
  merchant: Merchant,
  { path, standing }: CatalogueEntry
): ReviewPlan {
  const { appId, categoryChanges } = merchant
  const submission = ['categories', appId, categoryChanges.count] as const
  const remarks = world.review.categoryReasons.map((reason) => ({ reason, advice: '' }))
  const refused: Verdict = { outcome: 'reject', reason: '该类目仅对试点主体开放', advice: '' }
  const drawn = standing === 'open' ? drawnVerdict(world, [...submission, path], remarks) : refused
  return { ...(categoryChanges.nextVerdicts[path] ?? drawn), endsAt: endOf(world, submission) }
}

/** The same for a publication. */
export function plannedPublicationReview(world: World, merchant: Merchant): NonNullable<Publication['plan']> {
  const { appId, categoryChanges } = merchant
  const names = ['publication', appId, categoryChanges.count] as const
  const remarks = world.review.publicationReasons.map((reason) => ({ reason, advice: '' }))
  const { outcome, reason } = drawnVerdict(world, names, remarks)
  const drawn = { outcome, reason: { ...noReason, other: reason } }
  return { ...(categoryChanges.nextPublication ?? drawn), endsAt: endOf(world, names) }
}

/** The same for an application for a capability. */
export function plannedCapabilityReview(
  world: World,
  { appId }: Merchant,
  key: string,
  { count, nextVerdict }: Pick<Capability, 'count' | 'nextVerdict'>
): ReviewPlan {
  const names = ['capability', appId, key, count] as const
  const remarks = world.capabilities.reasons.map((reason) => ({ reason, advice: '' }))
  return { ...(nextVerdict ?? drawnVerdict(world, names, remarks)), endsAt: endOf(world, names, capabilityReviewMs) }
}

function endOf(world: World, names: Names, { least, most } = reviewMs): number {
  const workMs = between(least, most, world.draw(...names, 'duration'))
  return world.now() + workMs / world.state.timeFactor
}

type Remark = { readonly reason: string; readonly advice: string }

function drawnVerdict(world: World, names: Names, remarks: readonly Remark[]): Verdict {
  if (world.draw(...names, 'outcome') < passShare) return { outcome: 'pass', reason: '', advice: '' }
  return { outcome: 'reject', ...pick(remarks, world.draw(...names, 'remark')) }
}
