import type { AuditHosts, OnlineVersion } from '@shared/domain/version'
import { hostCode } from '@shared/rules/hosts'
import { hostsMissing } from '../pipeline/host-results'

/**
 * The hosts that have the online version now, as codes: those of the last release and those the online version passed.
 * Both are asked, because the platform tells them in two places and in two spellings.
 */
export function onlineHosts(hosts: AuditHosts, current: OnlineVersion | null): readonly string[] {
  return [...new Set([...hosts.released, ...(current?.approvedHosts ?? [])].map(hostCode))]
}

/** What is ticked at first: every host that has the online version and can be chosen; all where none is online yet. */
export function suggestedHosts(hosts: AuditHosts, current: OnlineVersion | null): readonly string[] {
  const online = new Set(onlineHosts(hosts, current))
  const kept = hosts.available.filter((host) => online.has(hostCode(host)))
  return kept.length > 0 ? kept : hosts.available
}

/**
 * The hosts whose users lose the mini program once this submission is released, as codes (page "提审代码": there is one
 * online version, and hosts that are not named are left out of it).
 */
export function hostsLost(hosts: AuditHosts, current: OnlineVersion | null, chosen: readonly string[]) {
  return hostsMissing(onlineHosts(hosts, current), chosen)
}
