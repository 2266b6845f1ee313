import type { Clock, Logger, Random } from '../ports'
import { authorizedApps } from './authorization'
import { checkBaseUrl, isLoopback } from './base-url'
import { basicInformation } from './basic-information'
import { PlatformCaller } from './caller'
import { trialCode } from './codes'
import type { EndpointGroup } from './endpoints'
import { createHttpTransport, type HttpTimeouts } from './http'
import { auditHosts, change, submit, upload, versions } from './package-versions'
import { PictureLoader } from './pictures'
import type { MerchantClient, PlatformClient } from './platform'
import { publicLookup } from './private-addresses'
import { RateLimiter, type RateLimits } from './rate-limiter'
import { templateApps, templates } from './templates'
import { TokenCalls, type Application } from './token-calls'
import { loggedVault, type TokenVault } from './token-vault'
import { TokenKeeper, type PermissionListener } from './tokens'
import { Wire } from './wire'

export { memoryVault, type TokenVault } from './token-vault'

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
  readonly timeouts?: Partial<HttpTimeouts>
  /** Requests at a time, and requests begun per second, per endpoint group. */
  readonly concurrency?: number
  readonly requestsPerSecond?: number
}

const defaultTimeouts: HttpTimeouts = { connectMs: 15_000, totalMs: 30_000 }

/** Ours: the platform publishes no figures; see `RateLimiter` for how they adapt. */
const defaultLimits: RateLimits = { concurrency: 8, requestsPerSecond: 20 }

/** The open platform as one third-party application sees it. Throws a `TypeError` for a base address that is refused. */
export function createPlatformClient(options: PlatformClientOptions): PlatformClient {
  const { caller, pictures, close } = compose(options)
  return {
    authorizedApps: (call) => authorizedApps(caller, call?.signal),
    authorize: (appId, call) => caller.authorize(appId, call?.signal),
    templates: (call) => templates(caller, call?.signal),
    templateApps: (call) => templateApps(caller, call?.signal),
    merchant: (appId) => merchantClient({ caller, pictures }, options.clock, appId),
    picture: (url, call) => pictures.load(url, call?.signal),
    close
  }
}

function merchantClient(
  parts: { readonly caller: PlatformCaller; readonly pictures: PictureLoader },
  clock: Clock,
  appId: string
): MerchantClient {
  const { caller } = parts
  return {
    basicInformation: (call) => basicInformation(caller, appId, call?.signal),
    versions: (call) => versions(caller, clock, appId, call?.signal),
    auditHosts: (call) => auditHosts(caller, appId, call?.signal),
    upload: (request, call) => upload(caller, appId, request, call?.signal),
    submit: (request, call) => submit(caller, appId, request, call?.signal),
    withdraw: (call) => change(caller, appId, 'withdraw', call?.signal),
    release: (call) => change(caller, appId, 'release', call?.signal),
    rollback: (call) => change(caller, appId, 'rollback', call?.signal),
    trialCode: (stage, path, call) => trialCode(parts, appId, { stage, path }, call?.signal)
  }
}

function compose(options: PlatformClientOptions) {
  const { application, ticket, clock, random, logger, onPermissions = () => undefined } = options
  const bases = { open: checkBaseUrl(options.openUrl), microapp: checkBaseUrl(options.microappUrl) }
  const allowLoopback = isLoopback(bases.open)
  const timeouts = { ...defaultTimeouts, ...options.timeouts }
  const closing = new AbortController()
  const lifetime = closing.signal

  const limiters = limiterPerGroup({
    limits: {
      concurrency: options.concurrency ?? defaultLimits.concurrency,
      requestsPerSecond: options.requestsPerSecond ?? defaultLimits.requestsPerSecond
    },
    clock,
    random,
    lifetime
  })
  const transport = createHttpTransport(timeouts)
  const pictureTransport = createHttpTransport(timeouts, allowLoopback ? undefined : publicLookup)
  const wire = new Wire({ bases, transport, limiters, clock, logger })
  const calls = new TokenCalls({ wire, application, ticket, clock, lifetime })
  const tokens = new TokenKeeper({ calls, vault: loggedVault(options.tokens, logger), clock, logger, onPermissions })
  const caller = new PlatformCaller({ wire, tokens, clock, random, logger, lifetime })
  const pictures = new PictureLoader({
    caller,
    transport: pictureTransport,
    limiter: limiters('pictures'),
    allowLoopback,
    now: () => clock.now()
  })

  /** Running calls end as `cancelled`. */
  const close = (): void => {
    closing.abort()
    transport.close()
    pictureTransport.close()
  }
  return { caller, pictures, close }
}

function limiterPerGroup(parts: ConstructorParameters<typeof RateLimiter>[0]): (group: EndpointGroup) => RateLimiter {
  const limiters = new Map<EndpointGroup, RateLimiter>()
  return (group) => {
    const limiter = limiters.get(group) ?? new RateLimiter(parts)
    limiters.set(group, limiter)
    return limiter
  }
}
