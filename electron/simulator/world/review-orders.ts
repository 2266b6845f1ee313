import { isDeepStrictEqual } from 'node:util'
import type { PublicationVerdict } from './category-state'
import type { ProfileItem, Verdict } from './profile-state'
import { pick } from './random'
import { noReason } from './review-plans'
import { Refusal } from './refusal'
import { settle } from './settling'
import type { Merchant } from './state'
import type { World } from './world'

export type ReviewOrder = Verdict & { readonly now: boolean }

/**
 * Fixes how the running review of a changed item ends, or, when none runs, the next one; `now` also ends the running one.
 * Throws `Refusal` 10003 when `now` is asked for and none runs.
 */
export function orderProfileReview(
  world: World,
  merchant: Merchant,
  item: ProfileItem,
  { now, ...given }: ReviewOrder
): void {
  const changes = merchant.profileChanges[item]
  const verdict = completed(given, pick(world.review.profile[item], 0))
  if (!fixRunning(world, merchant, changes.newest, verdict, now)) changes.nextVerdict = verdict
  world.touch()
}

/** The same for a category. */
export function orderCategoryReview(
  world: World,
  merchant: Merchant,
  id: string,
  { now, ...given }: ReviewOrder
): void {
  const verdict = completed(given, { reason: pick(world.review.categoryReasons, 0), advice: '' })
  const running = merchant.categories.find((category) => category.id === id && category.plan !== null)
  if (!fixRunning(world, merchant, running, verdict, now)) merchant.categoryChanges.nextVerdicts[id] = verdict
  world.touch()
}

/** The same for a publication. */
export function orderPublicationReview(
  world: World,
  merchant: Merchant,
  { outcome, reason }: PublicationVerdict,
  now: boolean
): void {
  const isUnexplained = outcome === 'reject' && isDeepStrictEqual(reason, noReason)
  const sample = { ...noReason, other: pick(world.review.publicationReasons, 0) }
  const verdict = { outcome, reason: isUnexplained ? sample : reason }
  if (!fixRunning(world, merchant, merchant.publication, verdict, now)) {
    merchant.categoryChanges.nextPublication = verdict
  }
  world.touch()
}

type Remark = { readonly reason: string; readonly advice: string }

/** An approval has nothing to say; a rejection without a reason gets a sample remark. */
export function completed({ outcome, reason, advice }: Verdict, sample: Remark): Verdict {
  if (outcome === 'pass') return { outcome, reason: '', advice: '' }
  return reason === '' ? { outcome, ...sample } : { outcome, reason, advice }
}

type Reviewed<Decision> = { plan: (Decision & { endsAt: number }) | null }

/** Whether a review was running, which then ends as told. */
export function fixRunning<Decision>(
  world: World,
  merchant: Merchant,
  reviewed: Reviewed<Decision> | null | undefined,
  decision: Decision,
  now: boolean
): boolean {
  if (!reviewed?.plan) {
    if (now) throw new Refusal(10003)
    return false
  }
  reviewed.plan = { ...decision, endsAt: now ? world.now() : reviewed.plan.endsAt }
  settle(world, merchant)
  return true
}
