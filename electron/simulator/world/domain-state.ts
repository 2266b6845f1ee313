import { z } from 'zod'

/** Kinds of 服务器域名, in the order of their page. */
export const serverDomainTypes = ['request', 'socket', 'upload', 'download'] as const
export type ServerDomainType = (typeof serverDomainTypes)[number]

const list = z.array(z.string())
const merchantDomains = z.object({
  server: z.object({ request: list, socket: list, upload: list, download: list }),
  webview: list
})
export type MerchantDomains = z.infer<typeof merchantDomains>

/** What a merchant has before anyone sets domains. */
export function noDomains(): MerchantDomains {
  return { server: { request: [], socket: [], upload: [], download: [] }, webview: [] }
}

/** Members of a merchant; a world saved without them goes on without domains. */
export const domainMembersOfMerchant = { domains: merchantDomains.default(noDomains) }

/** Members of the world; a world saved without them takes the sample's lists and the usual rules. */
export const domainMembersOfWorld = {
  /** The application's own lists, edited in its console: a merchant's domains are entries of them or below one. */
  applicationDomains: z.object({ server: list, webview: list }).default(() => ({
    server: ['zhanggui.example.com', 'static.zhanggui.example.net', 'pay.example.org'],
    webview: ['h5.zhanggui.example.com', 'help.zhanggui.example.net']
  })),
  /** Whether the 20 domains count for each type or for the four together; the page does not say. */
  domainLimitScope: z.enum(['type', 'total']).default('type'),
  /** What `set` does with a type that is left out; the page does not say. */
  setOmitted: z.enum(['keep', 'clear']).default('keep'),
  /** How V2 tells webview domains: under `webview`, or as V1 does. */
  webviewShape: z.enum(['object', 'array']).default('object')
}

/** The world's members as a fresh world has them. */
export const freshDomainMembers = () => z.object(domainMembersOfWorld).parse({})
