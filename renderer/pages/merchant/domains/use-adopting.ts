import type { DomainDetail } from '@shared/contract'
import type { DomainGroup, DomainSet } from '@shared/domain/domains'
import type { DeskError } from '@shared/errors'
import { onScopeDispose, ref, shallowRef } from 'vue'
import { call } from '@/client'
import { kindsOf } from '@shared/rules/domain-rules'
import { domainsOf, planFor } from './group-change'

/** Which groups are being edited, each with what stands in its editor at first. */
export type Edited = Readonly<Partial<Record<DomainGroup, Partial<DomainSet>>>>

/** 改成基线: fetches the merchant's baseline and opens the editors of the groups that differ from it, filled with it. */
export function useAdopting(accountId: () => string, open: (edited: Edited) => void) {
  const adopting = ref(false)
  const adoptError = shallowRef<DeskError | null>(null)
  let left = false
  onScopeDispose(() => (left = true))

  async function adopt({ drift, reading }: DomainDetail): Promise<void> {
    if (adopting.value || drift === null) return
    adopting.value = true
    const answer = await call('baselines.list', { accountId: accountId() })
    adopting.value = false
    if (left) return
    adoptError.value = answer.ok ? null : answer.error
    const baseline = answer.ok ? answer.value.find(({ id }) => id === drift.baselineId) : undefined
    if (baseline) open(differing(reading.value, baseline.domains))
  }

  return { adopting, adoptError, adopt }
}

function differing(facts: DomainDetail['reading']['value'], domains: DomainSet): Edited {
  const groups = (['server', 'webview'] as const).filter((group) => {
    const current = domainsOf(group, facts)
    return current !== null && planFor(group, current, domains) !== null
  })
  const partOf = (group: DomainGroup): Partial<DomainSet> =>
    Object.fromEntries(kindsOf(group).map((kind) => [kind, domains[kind]]))
  return Object.fromEntries(groups.map((group) => [group, partOf(group)]))
}
