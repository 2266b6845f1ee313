import { serverDomainKinds, type DomainFacts, type DomainGroup, type DomainSet } from '@shared/domain/domains'
import type { CallOptions, MerchantClient, ServerDomains } from '../../douyin/platform'
import { PlatformError } from '../../douyin/platform-error'

/**
 * Reads 服务器域名 and 业务域名 at the same time. A group that the merchant's permissions deny is null; code 40025 says that
 * there is none. Throws `PlatformError` where nothing was let be read, and for what concerns more than permissions.
 */
export async function readDomains(merchant: MerchantClient, options: CallOptions = {}): Promise<DomainFacts> {
  const [server, webview] = await Promise.allSettled([
    merchant.serverDomains(options),
    merchant.webviewDomains(options)
  ])
  if (server.status === 'rejected' && (webview.status === 'rejected' || !isDenied(server.reason))) throw server.reason
  const none = webview.status === 'rejected' && isNotForPersons(webview.reason)
  if (webview.status === 'rejected' && !none && !isDenied(webview.reason)) throw webview.reason
  return {
    server: server.status === 'fulfilled' ? inLowerCase(server.value) : null,
    webview: webview.status === 'fulfilled' ? lower(webview.value) : null,
    webviewAvailable: !none
  }
}

/** What is set of these facts' groups; a group that could not be read is left out. */
export function knownDomains({ server, webview }: DomainFacts): Partial<DomainSet> {
  return { ...server, ...(webview === null ? {} : { webview }) }
}

/** What is set of one group; null where it could not be read. */
export function domainsOf({ server, webview }: DomainFacts, group: DomainGroup): Partial<DomainSet> | null {
  return group === 'server' ? server : webview && { webview }
}

/** Host names have no case, and are compared and sent in lower case, each once. */
export function lower(domains: readonly string[]): string[] {
  return [...new Set(domains.map((each) => each.trim().toLowerCase()))]
}

/** The four kinds of 服务器域名 of a set, in lower case; a kind that is left out is empty. */
export function inLowerCase(domains: Partial<DomainSet>): ServerDomains {
  const [request, socket, upload, download] = serverDomainKinds.map((kind) => lower(domains[kind] ?? []))
  return { request: request ?? [], socket: socket ?? [], upload: upload ?? [], download: download ?? [] }
}

const isDenied = (error: unknown): boolean => error instanceof PlatformError && error.facts.kind === 'authorization'

const isNotForPersons = (error: unknown): boolean =>
  error instanceof PlatformError && error.facts.platformCode === '40025'
