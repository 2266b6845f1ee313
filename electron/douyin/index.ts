import type { Clock, Logger, Random } from '../ports'
import { authorizedApps } from './authorization'
import { checkBaseUrl, checkProxyUrl, isLoopback } from './base-url'
import { PlatformCaller } from './caller'
import { domainCheckFile } from './domain-lists'
import { groupRates, type EndpointGroup } from './endpoints'
import { reachHost } from './host-check'
import { createHttpTransport, type HttpTimeouts } from './http'
import { authorizationLink, uploadIcon } from './links'
import { merchantClient } from './merchant-client'
import { PictureLoader } from './pictures'
import type { PlatformClient, TokenAuthority } from './platform'
import { publicLookup } from './private-addresses'
import { RateLimiter, type RateLimiterParts, type RateLimits } from './rate-limiter'
import { addTemplate, deleteTemplate, templateApps, templates } from './templates'
import { soleAuthority } from './token-authority'
import { TokenCalls, type Application } from './token-calls'
import type { PermissionListener } from './token-owner-parts'
import { loggedVault, type TokenVault } from './token-vault'
import { TokenKeeper } from './tokens'
import { Wire } from './wire'

export { memoryVault, type TokenVault } from './token-vault'
export type { Application } from './token-calls'

export type PlatformClientOptions = {
  /**
   * Base addresses of the two generations, `https://open.douyin.com` and `https://open.microapp.bytedance.com`; both may be
   * the same (practice environment, proxy). `https:` anywhere, `http:` on loopback only.
   */
  readonly openUrl: string
  readonly microappUrl: string
  readonly application: Application
  /** The component_ticket valid now; asked for whenever a component token is fetched. A rejection is `credentials`. */
  readonly ticket: () => Promise<string>
  readonly tokens: TokenVault
  readonly clock: Clock
  readonly random: Random
  readonly logger: Logger
  /** Hears of a merchant's permission sets whenever the platform tells them. */
  readonly onPermissions?: PermissionListener
  /** Whether this desktop may renew tokens; without it, always. */
  readonly authority?: TokenAuthority
  /** Hears that a token of ours ended before its time: another program seems to use the same credentials. */
  readonly onRival?: () => void
  /**
   * `http://host:port` of a proxy for what goes to `https:` addresses beyond this machine, by CONNECT: it sees hosts only.
   * No user and password.
   */
  readonly proxyUrl?: string | null
  readonly timeouts?: Partial<HttpTimeouts>
  /**
   * Requests at a time, and requests begun within any second, of all endpoint groups together; `groupRates` are never exceeded. A rate that
   * is given is where the pace begins, too.
   */
  readonly concurrency?: number
  readonly requestsPerSecond?: number
}

const defaultTimeouts: HttpTimeouts = { connectMs: 15_000, totalMs: 30_000, uploadMs: 3 * 60_000 }

/**
 * Ours: the platform publishes no figures; see `Pace` for how the rate adapts. So many at a time reach the highest rate at
 * 200 ms a call, and leave sockets for the other groups.
 */
const defaultLimits: RateLimits = { concurrency: 24, requestsPerSecond: 120, startPerSecond: 20 }

/** The open platform as one third-party application sees it. Throws a `TypeError` for an address that is refused. */
export function createPlatformClient(options: PlatformClientOptions): PlatformClient {
  const { application, clock } = options
  const { caller, tokens, pictures, openBase, reach, dropIdle, close } = compose(options)
  return {
    authorizedApps: (call) => authorizedApps(caller, call?.signal),
    authorize: (appId, call) => caller.authorize(appId, call?.signal),
    acceptCode: (code, call) => caller.acceptCode(code, call?.signal),
    rescue: (appId, call) => caller.rescue(appId, call?.signal),
    forget: (appId) => tokens.forget(appId),
    authorizationLink: (request, call) => authorizationLink(caller, openBase, request, call?.signal),
    uploadIcon: (icon, call) => uploadIcon(caller, icon, call?.signal),
    probe: (call) => caller.probe(call?.signal),
    reach: (call) => reach(call?.signal),
    domainCheckFile: (call) => domainCheckFile(caller, call?.signal),
    templates: (call) => templates(caller, call?.signal),
    addTemplate: (draftId, call) => addTemplate(caller, draftId, call?.signal),
    deleteTemplate: (templateId, call) => deleteTemplate(caller, templateId, call?.signal),
    templateApps: (call) => templateApps(caller, call?.signal),
    merchant: (appId) => merchantClient({ caller, pictures, clock, componentAppId: application.appId }, appId),
    picture: (url, call) => pictures.load(url, call?.signal),
    dropIdle,
    close
  }
}

function compose(options: PlatformClientOptions) {
  const { application, ticket, clock, random, logger } = options
  const bases = { open: checkBaseUrl(options.openUrl), microapp: checkBaseUrl(options.microappUrl) }
  const closing = new AbortController()
  const lifetime = closing.signal

  const limiters = limiterPerGroup({ limits: limitsOf(options), clock, random, lifetime })
  const transports = createTransports(options, isLoopback(bases.open))
  const wire = new Wire({ bases, transport: transports.platform, limiters, clock, logger })
  const calls = new TokenCalls({ wire, application, ticket, clock, lifetime })
  const tokens = createTokenKeeper(options, calls, lifetime)
  const caller = new PlatformCaller({ wire, tokens, clock, random, logger, lifetime })
  const pictures = new PictureLoader({
    caller,
    transport: transports.pictures,
    limiter: limiters('pictures'),
    allowLoopback: isLoopback(bases.open),
    now: () => clock.now()
  })
  const reach = (own: AbortSignal | undefined) => {
    const signal = own ? AbortSignal.any([own, lifetime]) : lifetime
    return reachHost({ transport: transports.platform, clock, base: bases.open, signal })
  }
  const dropIdle = (): void => {
    transports.platform.dropIdle()
    transports.pictures.dropIdle()
  }
  /** Running calls end as `cancelled`. */
  const close = (): void => {
    closing.abort()
    transports.platform.close()
    transports.pictures.close()
  }
  return { caller, tokens, pictures, openBase: bases.open, reach, dropIdle, close }
}

const limitsOf = ({ concurrency, requestsPerSecond }: PlatformClientOptions): RateLimits => ({
  ...(requestsPerSecond === undefined ? defaultLimits : { requestsPerSecond }),
  concurrency: concurrency ?? defaultLimits.concurrency
})

function createTransports(options: PlatformClientOptions, allowLoopback: boolean) {
  const timeouts = { ...defaultTimeouts, ...options.timeouts }
  const proxy = options.proxyUrl ? checkProxyUrl(options.proxyUrl) : undefined
  return {
    platform: createHttpTransport(timeouts, { proxy }),
    pictures: createHttpTransport(timeouts, { proxy, lookup: allowLoopback ? undefined : publicLookup })
  }
}

function createTokenKeeper(options: PlatformClientOptions, calls: TokenCalls, lifetime: AbortSignal): TokenKeeper {
  const { tokens, authority = soleAuthority, clock, logger, onPermissions = () => undefined } = options
  const onRival = (): void => {
    logger.warn('a token ended before its time')
    try {
      options.onRival?.()
    } catch (error) {
      logger.error('rival not noted', { error: String(error) })
    }
  }
  const vault = loggedVault(tokens, logger)
  return new TokenKeeper({ calls, vault, authority, clock, logger, onPermissions, onRival, lifetime })
}

/**
 * Each group finds its own pace, and all that the platform counts together share one: no refusal says whether it is meant for the
 * endpoint or for the application, and the pace that is not meant comes back by itself.
 */
function limiterPerGroup(parts: RateLimiterParts): (group: EndpointGroup) => RateLimiter {
  const shared = new RateLimiter(parts)
  const limiters = new Map<EndpointGroup, RateLimiter>()
  return (group) => {
    const within = isApart(group) ? undefined : shared
    const limiter =
      limiters.get(group) ?? new RateLimiter({ ...parts, limits: limitsWithin(group, parts.limits), within })
    limiters.set(group, limiter)
    return limiter
  }
}

/** What has an allowance of its own, and pictures, which come from elsewhere. */
const isApart = (group: EndpointGroup): boolean => group === 'pictures' || groupRates[group] !== undefined

/** What the platform documents holds whatever the options say. */
function limitsWithin(group: EndpointGroup, limits: RateLimits): RateLimits {
  const documented = groupRates[group]
  if (documented === undefined) return limits
  const { concurrency, requestsPerSecond } = limits
  return { concurrency, requestsPerSecond: Math.min(requestsPerSecond, documented), isEven: true }
}
