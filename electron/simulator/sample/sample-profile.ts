import { untouched } from '../world/allowance'
import { type Catalogue, fewestFor } from '../world/catalogue'
import type { Certificate } from '../world/category-state'
import { chinaMonth } from '../world/china-time'
import { freshProfile, type ProfileMembers } from '../world/fresh-profile'
import type { ProfileItem, ProfileItemChanges, ReviewPlan } from '../world/profile-state'
import { digest } from '../world/random'
import type { Merchant } from '../world/state'
import type { SampleMerchant } from './sample-schema'

type Pace = { readonly startedAt: number; readonly timeFactor: number }

/** What a sample tells of changes and categories, in the world's terms. */
export function sampleProfile(
  sample: SampleMerchant,
  plan: Pace,
  catalogue: Catalogue
): ProfileMembers & Pick<Merchant, 'categories'> {
  const fresh = freshProfile(sample.appId)
  const itemOf = (item: ProfileItem) => changesOf(sample, item, plan)
  const online = sample.categories.filter(({ state, published }) => state === 'approved' && published)
  const onlineCategories = sample.current === null ? [] : online.map(({ id, name }) => ({ id, name }))
  return {
    ...fresh,
    categories: sample.categories.map((category) => categoryOf(category, sample.appId, plan, catalogue)),
    profileChanges: { name: itemOf('name'), introduction: itemOf('introduction'), icon: itemOf('icon') },
    onlineCategories,
    mainCategory: { ...fresh.mainCategory, current: onlineCategories[0] ?? null },
    categoryChanges: { ...fresh.categoryChanges, month: chinaMonth(plan.startedAt), used: usedOf(sample, fresh) }
  }
}

function usedOf({ categoryChangesUsed }: SampleMerchant, { categoryChanges }: ProfileMembers): number {
  return Math.min(categoryChangesUsed, categoryChanges.limit)
}

function changesOf({ changes, changesLeft }: SampleMerchant, item: ProfileItem, plan: Pace): ProfileItemChanges {
  const { [item]: change } = changes
  const { [item]: left } = changesLeft
  const allowance = left === undefined ? untouched : { month: chinaMonth(plan.startedAt), left }
  if (change === undefined) return { newest: null, count: 0, allowance, nextVerdict: null }
  const { hoursLeft, ...newest } = change
  const review = change.state === 'in_review' ? passing(hoursLeft, plan) : null
  return { newest: { ...newest, plan: review }, count: 1, allowance, nextVerdict: null }
}

function passing(hoursLeft: number, { startedAt, timeFactor }: Pace): ReviewPlan {
  return { outcome: 'pass', reason: '', advice: '', endsAt: startedAt + (hoursLeft * 3_600_000) / timeFactor }
}

type SampleCategory = SampleMerchant['categories'][number]

function categoryOf(
  { id, name, state, reason, hoursLeft }: SampleCategory,
  appId: string,
  plan: Pace,
  catalogue: Catalogue
): Merchant['categories'][number] {
  const certificates = certificatesFor(catalogue, id, appId)
  return { id, name, state, reason, certificates, plan: state === 'in_review' ? passing(hoursLeft, plan) : null }
}

/** What the merchant must have handed in, as few as possible. */
function certificatesFor(catalogue: Catalogue, id: string, appId: string): Certificate[] {
  const entry = catalogue.at(id)
  const names = new Map(entry?.certificates?.map((certificate) => [certificate.id, certificate.name]))
  return fewestFor(entry?.relation ?? []).map((number) => ({
    id: number,
    name: names.get(number) ?? '',
    paths: [`tos-cn-practice/${digest(0, 'certificate', appId, id, number).slice(0, 40)}`]
  }))
}
