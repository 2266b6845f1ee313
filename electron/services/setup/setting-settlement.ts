import type { Capability } from '@shared/domain/capability'
import type { CategoryFacts, NamedCategory } from '@shared/domain/category'
import { domainKinds, type DomainFacts, type DomainKind } from '@shared/domain/domains'
import type { MerchantInformation, ProfileAudit } from '@shared/domain/profile'
import type { SettingKind } from '@shared/domain/setting'
import { auditOf, type ProfileItem } from '@shared/rules/profile-rules'
import { facetOf } from '@shared/rules/setting-names'
import { z } from 'zod'
import { capabilityList } from '../../store/capabilities'
import { categoryFacts, domainFacts, merchantInformation } from '../../store/setup-schemas'
import type { Verdict } from '../settlement'

/** What the plans of each kind write as their `request`, as far as it is needed to settle them. */
const nameRequest = z.object({ name: z.string() })
const introductionRequest = z.object({ introduction: z.string() })
const categoryRequest = z.object({ category: z.string() })
const capabilityRequest = z.object({ key: z.string() })
const domainRequest = z.object({
  action: z.enum(['add', 'delete', 'set']),
  domains: z.partialRecord(z.enum(domainKinds), z.array(z.string()))
})

/**
 * Tells by comparing what was read before and after whether a change was carried out whose answer never came. Nothing is
 * ever sent again to find out. A submission shows at once: as a review, or as a review's result where that was quick.
 *
 * `request` is what was to be sent: `{ name }`, `{ introduction }`, anything for an icon, `{ category }` for what is about
 * one category, `{ key }` for a capability, and for both groups of domains `{ action, domains }` as `domainPlan` makes it.
 * `undecided`: what was read does not tell, such as where the scope to read it is missing.
 */
export function settleSetting(kind: SettingKind, request: unknown, before: unknown, after: unknown): Verdict {
  switch (facetOf(kind)) {
    case 'profile':
      return compared(merchantInformation, before, after, (old, present) => profileVerdict(kind, request, old, present))
    case 'categories':
      return compared(categoryFacts, before, after, (old, present) => categoryVerdict(kind, request, old, present))
    case 'domains':
      return compared(domainFacts, before, after, (_, present) => domainVerdict(kind, request, present))
    case 'capabilities':
      return compared(capabilityList, before, after, (old, present) => capabilityVerdict(request, old, present))
  }
}

function compared<Facts>(
  schema: z.ZodType<Facts>,
  before: unknown,
  after: unknown,
  judge: (before: Facts, after: Facts) => boolean | null
): Verdict {
  const old = schema.safeParse(before)
  const present = schema.safeParse(after)
  if (!old.success || !present.success) return 'undecided'
  const wasDone = judge(old.data, present.data)
  if (wasDone === null) return 'undecided'
  return wasDone ? 'done' : 'not_done'
}

type Pair = { readonly before: MerchantInformation; readonly after: MerchantInformation }

function profileVerdict(kind: SettingKind, request: unknown, before: MerchantInformation, after: MerchantInformation) {
  const pair = { before, after }
  switch (kind) {
    case 'name':
      return textVerdict(pair, 'name', nameRequest.safeParse(request).data?.name)
    case 'introduction':
      return textVerdict(pair, 'introduction', introductionRequest.safeParse(request).data?.introduction)
    case 'icon':
      return iconVerdict(pair)
    default:
      return null
  }
}

function textVerdict({ before, after }: Pair, item: ProfileItem & keyof MerchantInformation, sent?: string) {
  if (sent === undefined) return null
  if (after[item] === sent && before[item] !== sent) return true
  const audit = auditOf(after, item)
  return audit?.value.trim() === sent.trim() && isAnother(auditOf(before, item), audit)
}

/** The platform's address of what was uploaded is not known beforehand, and nothing else was sent meanwhile. */
function iconVerdict({ before, after }: Pair): boolean {
  if (pathOf(before.iconUrl) !== pathOf(after.iconUrl)) return true
  return after.iconAudit !== null && isAnother(before.iconAudit, after.iconAudit)
}

/** Whether this is another submission than before: the same text may be submitted again after a refusal. */
function isAnother(before: ProfileAudit | null, after: ProfileAudit): boolean {
  if (before === null || before.state !== after.state) return true
  return pathOf(before.value) !== pathOf(after.value) || isFewer(after.remaining, before.remaining)
}

const isFewer = (after: number | null, before: number | null): boolean =>
  after !== null && before !== null && after < before

/** Host and query of a picture's address change at every reading while the picture stays. Texts are left as they are. */
function pathOf(text: string | null): string | null {
  return text !== null && URL.canParse(text) ? new URL(text).pathname : text
}

function categoryVerdict(kind: SettingKind, request: unknown, before: CategoryFacts, after: CategoryFacts) {
  if (kind === 'category_publish') return publishVerdict(before, after)
  const category = categoryRequest.safeParse(request).data?.category
  if (category === undefined) return null
  const of = ({ configured }: CategoryFacts) => configured.find(({ id }) => id === category)
  switch (kind) {
    case 'category_add':
      return of(after) !== undefined && of(before) === undefined
    case 'category_delete':
      return of(after) === undefined
    case 'category_supply':
      return isFresh(of(before), of(after))
    case 'category_main':
      return mainVerdict(category, before, after)
    default:
      return null
  }
}

type Configured = CategoryFacts['configured'][number] | undefined

/** Supplied again: in review, judged already, or refused again over other files. */
function isFresh(before: Configured, after: Configured): boolean | null {
  if (before === undefined || after === undefined) return null
  const content = ({ state, reason, qualifications }: NonNullable<Configured>) =>
    JSON.stringify([state, reason, qualifications.map(({ id, paths }) => [id, paths])])
  return content(before) !== content(after)
}

function publishVerdict(before: CategoryFacts, after: CategoryFacts): boolean | null {
  if (after.publishing === null && after.online === null) return null
  const published = ({ online, publishing, main }: CategoryFacts) =>
    JSON.stringify([ids(online), publishing?.state, publishing?.reason, ids(publishing?.categories), main?.current?.id])
  return published(before) !== published(after)
}

const ids = (categories: readonly NamedCategory[] | null | undefined): readonly string[] =>
  (categories ?? []).map(({ id }) => id).toSorted()

function mainVerdict(category: string, before: CategoryFacts, after: CategoryFacts): boolean | null {
  if (after.main === null || before.main === null) return null
  const { current, preset, rejected, remaining } = after.main
  if (preset?.id === category || isFewer(remaining, before.main.remaining)) return true
  if (current?.id === category && before.main.current?.id !== category) return true
  return rejected?.id === category && before.main.rejected?.id !== category
}

/** Carried out is what shows completely: a list that fits by half was made by somebody else. */
function domainVerdict(kind: SettingKind, request: unknown, after: DomainFacts): boolean | null {
  const sent = domainRequest.safeParse(request).data
  const present = presentDomains(kind, after)
  if (sent === undefined || present === null) return null
  return domainKinds.every((each) => {
    const wanted = sent.domains[each]
    if (wanted === undefined) return true
    const have = new Set(present[each] ?? [])
    switch (sent.action) {
      case 'add':
        return wanted.every((domain) => have.has(domain))
      case 'delete':
        return !wanted.some((domain) => have.has(domain))
      case 'set':
        return have.size === new Set(wanted).size && wanted.every((domain) => have.has(domain))
    }
  })
}

function presentDomains(
  kind: SettingKind,
  { server, webview }: DomainFacts
): Partial<Record<DomainKind, readonly string[]>> | null {
  if (kind === 'server_domains') return server
  return webview === null ? null : { webview }
}

/**
 * An application shows as one in review, or as the review's result where that was quick. One that is refused anew for the very
 * reason of before can not be told from one that never came; it is taken for that, as applying again does no harm.
 */
function capabilityVerdict(request: unknown, before: readonly Capability[], after: readonly Capability[]) {
  const key = capabilityRequest.safeParse(request).data?.key
  const of = (capabilities: readonly Capability[]) => capabilities.find((each) => each.key === key)
  const [old, present] = [of(before), of(after)]
  if (present === undefined || present.state === null) return null
  if (present.state === 'can_apply' || present.state === 'cannot_apply') return false
  if (present.state !== old?.state) return true
  // A reason that the platform would not tell this once is no other reason.
  return old.reason !== '' && present.reason !== '' && present.reason !== old.reason
}
