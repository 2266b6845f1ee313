import { isIP } from 'node:net'
import type { ServerDomainType } from './domain-state'
import { digest } from './random'
import { Refusal } from './refusal'
import type { Merchant } from './state'
import type { World } from './world'

export type DomainAction = 'add' | 'delete' | 'set'
type Given = readonly string[] | undefined
type ByType<Value> = Readonly<Record<ServerDomainType, Value>>

const limit = 20

/**
 * 修改服务器域名, all or nothing. Domains are compared in lower case and without repetition. Throws `Refusal` 40026
 * (nothing left to do), 40027 (no bare host name), 40023 (not in the application's list), 40028 (delete of one that is not
 * there), 40024 (more than 20).
 */
export function changeServerDomains(
  world: World,
  merchant: Merchant,
  action: DomainAction,
  given: ByType<Given>
): void {
  const { applicationDomains, domainLimitScope, setOmitted } = world.state
  const { server } = merchant.domains
  const ordered = forEveryType((type) => leftOf(action, server[type], given[type]))
  checkOrder(action, Object.values(ordered).flat(), applicationDomains.server)
  const isKept = (type: ServerDomainType) => action === 'set' && given[type] === undefined && setOmitted === 'keep'
  const next = forEveryType((type) => (isKept(type) ? server[type] : resultOf(action, server[type], ordered[type])))
  checkLimit(domainLimitScope === 'type' ? Object.values(next) : [Object.values(next).flat()])
  merchant.domains.server = next
  world.touch()
}

/** Refuses merchants whose subject is a person: they have no webview domains at all. Throws `Refusal` 40025. */
export function requireCompany({ subject }: Merchant): void {
  if (subject.type === 'person') throw new Refusal(40025)
}

/** 修改 webview 域名: as for server domains, against the application's webview list. Throws `Refusal` 40025 besides. */
export function changeWebviewDomains(world: World, merchant: Merchant, action: DomainAction, given: Given): void {
  requireCompany(merchant)
  const { webview } = merchant.domains
  const ordered = leftOf(action, webview, given)
  checkOrder(action, ordered, world.state.applicationDomains.webview)
  const next = resultOf(action, webview, ordered)
  checkLimit([next])
  merchant.domains.webview = next
  world.touch()
}

/** 域名校验文件: one for the application, the same for ever. */
export function webviewCheckFile({ state }: World): { readonly name: string; readonly content: string } {
  const content = digest(state.seed, 'webview check file')
  return { name: `${content.slice(-10)}.txt`, content: content.slice(0, 32) }
}

function forEveryType<Value>(valueOf: (type: ServerDomainType) => Value): Record<ServerDomainType, Value> {
  return {
    request: valueOf('request'),
    socket: valueOf('socket'),
    upload: valueOf('upload'),
    download: valueOf('download')
  }
}

/** What is asked for without repetitions; what is there already needs no adding. */
function leftOf(action: DomainAction, present: readonly string[], given: Given): readonly string[] {
  const asked = [...new Set((given ?? []).map((domain) => domain.trim().toLowerCase()))]
  return action === 'add' ? asked.filter((domain) => !present.includes(domain)) : asked
}

/** Deleting needs no place in the application's list: that may have lost the domain in the meantime. */
function checkOrder(action: DomainAction, ordered: readonly string[], allowed: readonly string[]): void {
  if (ordered.length === 0) throw new Refusal(40026)
  if (!ordered.every(isBareHostName)) throw new Refusal(40027)
  const isAllowed = (domain: string) => allowed.some((entry) => domain === entry || domain.endsWith(`.${entry}`))
  if (action !== 'delete' && !ordered.every(isAllowed)) throw new Refusal(40023)
}

function isBareHostName(domain: string): boolean {
  if (isIP(domain) !== 0 || !/^[a-z0-9.-]+$/.test(domain)) return false
  return domain.includes('.') && URL.parse(`https://${domain}`)?.hostname === domain
}

function resultOf(action: DomainAction, present: readonly string[], ordered: readonly string[]): string[] {
  switch (action) {
    case 'add':
      return [...present, ...ordered]
    case 'set':
      return [...ordered]
    case 'delete':
      if (!ordered.every((domain) => present.includes(domain))) throw new Refusal(40028)
      return present.filter((domain) => !ordered.includes(domain))
  }
}

function checkLimit(lists: readonly (readonly string[])[]): void {
  if (lists.some((list) => list.length > limit)) throw new Refusal(40024)
}
