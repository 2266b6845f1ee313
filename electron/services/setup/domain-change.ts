import type { DomainFacts, DomainGroup, DomainSet } from '@shared/domain/domains'
import type { MerchantRef } from '@shared/domain/merchant'
import type { DeskFailure, MerchantName } from '@shared/errors'
import { differenceSize, domainDifference, domainPlan, kindsOf, type DomainPlan } from '@shared/rules/domain-rules'
import { say } from '@shared/texts/say'
import type { MerchantClient, Receipt } from '../../douyin/platform'
import { PlatformError } from '../../douyin/platform-error'
import { tooManyIn } from './domain-check'
import {
  changeKind,
  differenceText,
  domainsChanged,
  domainsDenied,
  domainsNotPossible,
  domainsOfCompanies,
  type DifferenceWords
} from './domain-failures'
import { domainsOf, inLowerCase } from './domain-reading'
import type { SettingPlan } from './setting-runner'

/** What a group shall be, and what it was when that was decided; both in lower case. */
export type DomainChange = {
  readonly group: DomainGroup
  readonly target: Partial<DomainSet>
  readonly seen: Partial<DomainSet>
}

type PlanParts = {
  readonly ref: MerchantRef
  readonly merchant: MerchantName
  readonly rolloutId: string | null
  /** Called before and after. */
  readonly read: () => Promise<DomainFacts>
}

const toBeDone: DifferenceWords = {
  missing: (kind, domains) => say`${kind}增加 ${domains}`,
  extra: (kind, domains) => say`${kind}删除 ${domains}`,
  both: (kind, missing, extra) => say`${kind}增加 ${missing}，删除 ${extra}`
}

/**
 * One change of a group, to be run by `SettingRunner`. Refused before anything is sent: a group that the merchant can not
 * have (40025), one that differs from what was seen, one that is as it should be already, more than 20 domains (40024).
 */
export function domainChangePlan(change: DomainChange, parts: PlanParts): SettingPlan<DomainFacts, null> {
  const { group, target, seen } = change
  const difference = domainDifference(seen, target)
  const planFor = (before: DomainFacts) => checkedPlan(change, before, parts.merchant)
  return {
    ref: parts.ref,
    rolloutId: parts.rolloutId,
    kind: changeKind(group),
    summary: differenceText(group, difference, toBeDone),
    request: { ...domainPlan(group, seen, target) },
    read: parts.read,
    check: (before) => void planFor(before),
    prepare: () => Promise.resolve(null),
    send: (merchant, _prepared, before) => send(merchant, group, planFor(before))
  }
}

function checkedPlan({ group, target, seen }: DomainChange, before: DomainFacts, merchant: MerchantName): DomainPlan {
  const present = domainsOf(before, group)
  if (present === null) throw noDomains(group, before, merchant)
  const since = domainDifference(seen, present)
  const { missing, extra } = differenceSize(since, kindsOf(group))
  if (missing + extra > 0) throw domainsChanged(group, since, merchant)
  const plan = domainPlan(group, present, target)
  if (plan === null) throw domainsNotPossible(group, say`域名已经是这样，没有要改的`, merchant)
  const tooMany = plan.action === 'delete' ? null : tooManyIn(target, kindsOf(group))
  if (tooMany !== null) throw domainsNotPossible(group, tooMany, merchant)
  return plan
}

function noDomains(group: DomainGroup, { webviewAvailable }: DomainFacts, merchant: MerchantName): DeskFailure {
  return group === 'webview' && !webviewAvailable ? domainsOfCompanies(group, merchant) : domainsDenied(group, merchant)
}

/**
 * Sends the one call. An `add` of domains that are all there is answered with 40026; where they are there when read again
 * (another change was faster, or the platform de-duplicates otherwise) nothing is left to do.
 */
async function send(merchant: MerchantClient, group: DomainGroup, plan: DomainPlan): Promise<Receipt> {
  try {
    return group === 'server'
      ? await merchant.changeServerDomains(plan.action, inLowerCase(plan.domains))
      : await merchant.changeWebviewDomains(plan.action, plan.domains.webview ?? [])
  } catch (error) {
    if (plan.action === 'add' && isNothingToDo(error) && (await areThere(merchant, group, plan.domains))) {
      return { logId: error.facts.logId ?? null }
    }
    throw error
  }
}

const isNothingToDo = (error: unknown): error is PlatformError =>
  error instanceof PlatformError && error.facts.platformCode === '40026'

/** A reading that fails does not tell: the refusal stands then. */
async function areThere(merchant: MerchantClient, group: DomainGroup, wanted: Partial<DomainSet>): Promise<boolean> {
  try {
    const present = group === 'server' ? await merchant.serverDomains() : { webview: await merchant.webviewDomains() }
    return differenceSize(domainDifference(present, wanted), kindsOf(group)).missing === 0
  } catch (error) {
    if (error instanceof PlatformError) return false
    throw error
  }
}
