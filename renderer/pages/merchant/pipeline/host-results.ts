import type { HostReason } from '@shared/domain/version'
import { hostCode, hostName } from '@shared/rules/hosts'
import { listed } from '@/i18n/list'

/** How the review ended on one host. */
export type HostResult = {
  readonly code: string
  readonly name: string
  readonly passed: boolean
  readonly reasons: readonly string[]
  readonly attachmentUrl: string | null
}

type Results = {
  readonly approvedHosts: readonly string[]
  readonly notApprovedHosts?: readonly string[]
  readonly reasons: readonly HostReason[]
}

/**
 * The result per host, whatever spelling each part of the answer used: those that failed first, then those that passed.
 * A host with a reason has failed even where the platform does not list it as failed.
 */
export function hostResults({ approvedHosts, notApprovedHosts = [], reasons }: Results): readonly HostResult[] {
  const reasonOf = new Map(reasons.map((each) => [hostCode(each.host), each]))
  const passed = new Set(approvedHosts.map(hostCode))
  const failed = new Set([...reasonOf.keys(), ...notApprovedHosts.map(hostCode)].filter((code) => !passed.has(code)))
  const result = (code: string): HostResult => ({
    code,
    name: hostName(code),
    passed: passed.has(code),
    reasons: reasonOf.get(code)?.reasons ?? [],
    attachmentUrl: reasonOf.get(code)?.attachmentUrl ?? null
  })
  return [...failed, ...passed].map(result)
}

/** The names of hosts, in one line. */
export function hostNames(hosts: readonly string[]): string {
  return listed(hosts.map(hostName))
}

/** The hosts of `hosts` that `others` does not have, compared by code; codes. */
export function hostsMissing(hosts: readonly string[], others: readonly string[]): readonly string[] {
  const present = new Set(others.map(hostCode))
  return [...new Set(hosts.map(hostCode))].filter((code) => !present.has(code))
}
