import type { CallInput } from '@shared/contract'
import type {
  AcceptedAuthorization,
  AuthorizationDetail,
  AuthorizationLink,
  AuthorizationLinks,
  KeeperEntry
} from '@shared/domain/authorization'
import type { MerchantRef, PermissionSet } from '@shared/domain/merchant'
import { DeskFailure } from '@shared/errors'
import { say } from '@shared/texts/say'
import type { Clock, Logger } from '../../ports'
import type { Store } from '../../store/repositories'
import type { AccountService } from '../account-service'
import type { EventHub } from '../event-hub'
import { merchantName, notFound } from '../merchant-facts'
import type { RefreshService } from '../refresh-service'
import { askPlatform } from './account-calls'
import {
  codeSpent,
  isAuthorizationGone,
  isCodeSpent,
  isHeldElsewhere,
  noCodeInText,
  rescueInVain
} from './authorization-failures'
import type { AuthorizationBook, Grant } from './authorization-book'
import { CodeExchange } from './code-exchange'
import { byUrgency, judged } from './keeper'
import { LinkBook } from './link-book'
import { LinkMaker } from './link-maker'
import { pastedCode } from './pasted-code'

const historyShown = 100

export type AuthorizationServiceParts = {
  readonly store: Store
  readonly accounts: AccountService
  readonly events: EventHub
  readonly clock: Clock
  readonly authorizations: AuthorizationBook
  readonly refreshes: RefreshService
  readonly logger: Logger
  /** The operating system's user, written beside what the operator does. */
  readonly actor: string
}

/** Merchant authorisation (商家授权): links, codes, the token keeper, and what the platform's events say of it. */
export class AuthorizationService {
  private readonly parts: AuthorizationServiceParts
  private readonly maker: LinkMaker
  private readonly linkBook: LinkBook
  private readonly codes = new CodeExchange()

  constructor(parts: AuthorizationServiceParts) {
    this.parts = parts
    this.maker = new LinkMaker(parts)
    this.linkBook = new LinkBook(parts)
  }

  /** See `LinkMaker.make`. */
  link(order: CallInput<'authorization.link'>): Promise<AuthorizationLink> {
    return this.maker.make(order)
  }

  links(accountId: string): AuthorizationLinks {
    return this.maker.list(accountId)
  }

  /**
   * Takes a code or a redirect address that the operator pasted. One that came by event before is answered from memory.
   * Throws `DeskFailure`: `invalid_input` (field `text`) where there is no code in it, and what the platform refuses.
   */
  async accept({ accountId, text }: CallInput<'authorization.accept'>): Promise<AcceptedAuthorization> {
    const code = pastedCode(text)
    if (code === null) throw noCodeInText()
    try {
      return await this.exchange(accountId, code, { by: 'paste', actor: this.parts.actor })
    } catch (error) {
      throw isCodeSpent(error) ? codeSpent(error) : error
    }
  }

  /** All merchants' authorisations: those in danger first, then those that end first. */
  keeper(accountId: string): readonly KeeperEntry[] {
    const now = this.parts.clock.now()
    const entries = this.parts.store.tokens.keeper(accountId).map((facts) => judged(facts, now))
    return entries.sort(byUrgency)
  }

  /** Throws `DeskFailure` `not_found`. */
  detail(ref: MerchantRef): AuthorizationDetail {
    const { store } = this.parts
    const permissions = store.merchants.profile(ref)?.authorization.permissions ?? []
    return { entry: this.entry(ref), permissions, history: store.authorizationRecords.list(ref, historyShown) }
  }

  /**
   * 找回授权码 and its exchange, then reads the merchant behind. Throws `DeskFailure`; where the platform says that the
   * authorisation is gone, that is recorded.
   */
  async rescue(ref: MerchantRef): Promise<KeeperEntry> {
    const { authorizations, refreshes, actor } = this.parts
    this.entry(ref)
    try {
      authorizations.rescued(ref, await this.retrieve(ref), actor)
    } catch (error) {
      throw error instanceof DeskFailure && isAuthorizationGone(error.error) ? rescueInVain(error) : error
    }
    refreshes.refresh(ref.accountId, [ref.appId])
    return this.entry(ref)
  }

  /**
   * The platform pushed that a merchant authorised us. Where the code does not work any more, or none came, one is retrieved.
   * If the code turns out to be another merchant's, it is that one that authorised. A desktop that may not fetch tokens only
   * notes it, as the one that may gets the message too. Throws `DeskFailure`.
   */
  async authorized(ref: MerchantRef, code: string | null): Promise<void> {
    const noticed = { by: 'event', actor: null } as const
    try {
      if (code !== null) return void (await this.exchange(ref.accountId, code, noticed))
    } catch (error) {
      if (!isCodeSpent(error) && !isHeldElsewhere(error)) throw error
    }
    const permissions = await this.retrieve(ref).catch((error: unknown) => {
      if (isHeldElsewhere(error)) return null
      throw error
    })
    this.take(ref, { ...noticed, permissions, isProven: false })
  }

  /** The platform pushed that a merchant took its authorisation back. */
  lost(ref: MerchantRef): Promise<void> {
    return Promise.resolve().then(() => this.parts.authorizations.lost(ref, 'event'))
  }

  /** See `AuthorizationBook.permissionsSeen`. */
  permissionsSeen(ref: MerchantRef, permissions: readonly PermissionSet[], by: Grant['by']): void {
    this.parts.authorizations.permissionsSeen(ref, permissions, by)
  }

  private exchange(
    accountId: string,
    code: string,
    noticed: Pick<Grant, 'by' | 'actor'>
  ): Promise<AcceptedAuthorization> {
    return this.codes.once(accountId, code, async () => {
      const question = { accountId, message: say`授权没有接收` }
      const accepted = await askPlatform(this.parts.accounts, question, (platform) => platform.acceptCode(code))
      const { appId, permissions } = accepted
      // None: the answer did not tell them, as nobody can authorise without a set.
      const told = permissions.length > 0 ? permissions : null
      const isNew = this.take({ accountId, appId }, { ...noticed, permissions: told, isProven: true })
      return { accountId, ...merchantName(this.parts.store, { accountId, appId }), isNew, permissions }
    })
  }

  /** Notes the authorisation, and reads the merchant behind. Returns whether it is new. */
  private take(ref: MerchantRef, grant: Grant): boolean {
    const { authorizations, refreshes, logger } = this.parts
    const { isNew, isNews } = authorizations.authorized(ref, grant)
    const at = this.authorizedAt(ref)
    if (isNews) this.linkBook.authorized(ref, at)
    refreshes
      .read(ref)
      .then(() => isNews && this.linkBook.read(ref, at))
      .catch((error: unknown) => logger.error('link not marked', { appId: ref.appId, error: String(error) }))
    return isNew
  }

  /** New tokens by 找回授权码; 40004 and 40022 mean that the merchant is not authorised. */
  private async retrieve(ref: MerchantRef): Promise<readonly PermissionSet[] | null> {
    const { accounts, store, authorizations } = this.parts
    const question = { accountId: ref.accountId, message: say`授权没有找回`, merchant: merchantName(store, ref) }
    try {
      return await askPlatform(accounts, question, (platform) => platform.rescue(ref.appId))
    } catch (error) {
      if (error instanceof DeskFailure && isAuthorizationGone(error.error)) authorizations.lost(ref, 'call')
      throw error
    }
  }

  /** The platform tells whole seconds, and a link may have been made within the same one. */
  private authorizedAt(ref: MerchantRef): number {
    const { store, clock } = this.parts
    const now = clock.now()
    return Math.min(now, (store.merchants.row(ref)?.authorizedAt ?? now) + 999)
  }

  private entry(ref: MerchantRef): KeeperEntry {
    const entry = this.parts.authorizations.entry(ref)
    if (!entry) throw notFound(ref)
    return entry
  }
}
