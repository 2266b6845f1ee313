import type { CallInput, DomainDetail } from '@shared/contract'
import {
  domainKinds,
  type DomainFacts,
  type DomainGroup,
  type DomainKind,
  type DomainSet
} from '@shared/domain/domains'
import type { MerchantRef } from '@shared/domain/merchant'
import { domainDifference, domainPlan, type differenceSize, type DomainPlan } from '@shared/rules/domain-rules'
import { facetKinds } from '@shared/rules/setting-names'
import { t } from '@/i18n'
import { busyReason } from '../setup/busy-reason'

export const groupNames: Readonly<Record<DomainGroup, string>> = {
  server: t('domains.group.server'),
  webview: t('domains.group.webview')
}

/** The domains of a group; null where it was not read or can not be. */
export function domainsOf(group: DomainGroup, facts: DomainFacts | null): Partial<DomainSet> | null {
  if (group === 'server') return facts?.server ?? null
  const webview = facts?.webview ?? null
  return webview && { webview }
}

/** Host names are compared and sent in lower case, each once. */
export function lowered(domains: Partial<DomainSet>): Partial<DomainSet> {
  return mapped(domains, (list) => [...new Set(list.map((each) => each.toLowerCase()))])
}

function mapped(
  domains: Partial<DomainSet>,
  change: (list: readonly string[], kind: DomainKind) => readonly string[]
): Partial<DomainSet> {
  return Object.fromEntries(
    domainKinds.flatMap((kind) => {
      const list = domains[kind]
      return list === undefined ? [] : [[kind, change(list, kind)] as const]
    })
  )
}

/** How a group would become what was typed; null when nothing differs. */
export function planFor(group: DomainGroup, current: Partial<DomainSet>, typed: Partial<DomainSet>): DomainPlan | null {
  return domainPlan(group, lowered(current), lowered(typed))
}

/** What the button that sends a change says: how it is sent, and how much. */
export function sendText(plan: DomainPlan | null, { missing, extra }: ReturnType<typeof differenceSize>): string {
  switch (plan?.action) {
    case undefined:
      return t('domains.send.nothing')
    case 'add':
      return t('domains.send.add', { n: missing })
    case 'delete':
      return t('domains.send.delete', { n: extra })
    case 'set':
      return t('domains.send.set', { missing, extra })
  }
}

/** How a change is sent, for the panel that shows what changes. */
export const planWords: Readonly<Record<DomainPlan['action'], string>> = {
  add: t('domains.plan.add'),
  delete: t('domains.plan.delete'),
  set: t('domains.plan.set')
}

/**
 * What was typed with what the platform has since another look at it: what came there is added, what went there is taken
 * out. `before` is what the operator started from.
 */
export function withMeanwhile(
  typed: Partial<DomainSet>,
  before: Partial<DomainSet>,
  now: Partial<DomainSet>
): Partial<DomainSet> {
  const difference = domainDifference(lowered(before), lowered(now))
  return mapped(now, (_, kind) => {
    const { missing: came, extra: went } = difference[kind]
    const kept = (typed[kind] ?? []).filter((each) => !went.includes(each.toLowerCase()))
    const plain = kept.map((each) => each.toLowerCase())
    return [...kept, ...came.filter((each) => !plain.includes(each))]
  })
}

/** The input of `domains.change`. The lists go as they were typed, so that a refusal names the lines that are seen. */
export function changeInput(
  { accountId, appId }: MerchantRef,
  group: DomainGroup,
  target: Partial<DomainSet>,
  seen: Partial<DomainSet>
): CallInput<'domains.change'> {
  const of = (set: Partial<DomainSet>, kind: DomainKind): string[] => [...(set[kind] ?? [])]
  const server = (set: Partial<DomainSet>) => ({
    request: of(set, 'request'),
    socket: of(set, 'socket'),
    upload: of(set, 'upload'),
    download: of(set, 'download')
  })
  return group === 'server'
    ? { accountId, appId, group, target: server(target), seen: server(seen) }
    : { accountId, appId, group, target: of(target, 'webview'), seen: of(seen, 'webview') }
}

/** Why the domains can not be changed now; null when they can. */
export function changeReason({ running, changes }: DomainDetail, busy: boolean): string | null {
  if (running !== null || busy) return busyReason(running)
  const isLost = changes.some(({ kind, state }) => facetKinds.domains.includes(kind) && state === 'unknown')
  return isLost ? t('profile.setup.unsettled') : null
}
