import type { AuthorizationState } from '@shared/domain/merchant'
import type { Store } from '../../store/repositories'
import type { AuthorizedApps } from '../../douyin/platform'
import type { EventHub } from '../event-hub'
import type { AuthorizationBook } from './authorization-book'
import { LinkBook } from './link-book'

/** A line of 获取授权小程序列表; the time is milliseconds since 1970, in whole seconds. */
export type ListedApp = { readonly appId: string; readonly authorizedAt: number | null }

/** How the account's merchants stood when the list was asked for. */
export type StandingBefore = ReadonlyMap<string, AuthorizationState>

export type ListNews = {
  /** Never seen before. */
  readonly newcomers: readonly ListedApp[]
  /** Were lost, and are in the list again. */
  readonly returned: readonly string[]
}

/**
 * Compares 获取授权小程序列表 with what is known: merchants that are new, that came back, and that are not in it any more.
 * What changed while the list was under way is left alone, as the list may be older than the change.
 */
export class AuthorizedList {
  private readonly store: Store
  private readonly authorizations: AuthorizationBook
  private readonly links: LinkBook

  constructor(parts: { store: Store; events: EventHub; authorizations: AuthorizationBook }) {
    this.store = parts.store
    this.authorizations = parts.authorizations
    this.links = new LinkBook(parts)
  }

  /** To be taken before the list is asked for. */
  standing(accountId: string): StandingBefore {
    return new Map(this.store.tokens.keeper(accountId).map(({ appId, authorization }) => [appId, authorization]))
  }

  /** Who is missing in a complete list lost the authorisation. */
  take(accountId: string, { apps, isComplete }: AuthorizedApps, before: StandingBefore): ListNews {
    const now = this.standing(accountId)
    const listed = new Set(apps.map(({ appId }) => appId))
    const newcomers = apps.filter(({ appId }) => !now.has(appId))
    const unchanged = [...before].filter(([appId, state]) => now.get(appId) === state)
    const lost = new Set(unchanged.filter(([, state]) => state === 'lost').map(([appId]) => appId))
    const returned = apps.filter(({ appId }) => lost.has(appId))
    const missing = unchanged.filter(([appId, state]) => state !== 'lost' && !listed.has(appId))
    this.store.transaction(() => {
      this.store.merchants.discover(accountId, apps)
      for (const { appId } of newcomers) this.authorizations.imported({ accountId, appId })
    })
    for (const app of returned) {
      this.authorizations.listedAgain({ accountId, appId: app.appId })
      this.linkUsed(accountId, app, returned.length + newcomers.length === 1)
    }
    if (isComplete) for (const [appId] of missing) this.authorizations.lost({ accountId, appId }, 'list')
    return { newcomers, returned: returned.map(({ appId }) => appId) }
  }

  /** A newcomer was read, or could not be: now it shows whose link it used, if it used one. */
  newcomerRead(accountId: string, app: ListedApp, { newcomers }: ListNews): void {
    this.linkUsed(accountId, app, newcomers.length === 1)
  }

  private linkUsed(accountId: string, { appId, authorizedAt }: ListedApp, isOnlyOne: boolean): void {
    if (authorizedAt === null) return
    // The list counts whole seconds, and a link may have been made within the same one.
    const at = authorizedAt + 999
    if (isOnlyOne) this.links.read({ accountId, appId }, at)
    else this.links.readAmongOthers({ accountId, appId }, at)
  }
}
