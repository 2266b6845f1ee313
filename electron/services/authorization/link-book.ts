import type { AuthorizationLink } from '@shared/domain/authorization'
import type { MerchantRef } from '@shared/domain/merchant'
import type { Store } from '../../store/repositories'
import type { EventHub } from '../event-hub'

/** More than can be open at a time in practice: links live a day. */
const looked = 500

/** What is told of one merchant within this time, by event and by list, is one authorisation. */
const sameWithinMs = 3600_000

/**
 * Which merchant used which link (授权链接).
 *
 * The platform does not tell, so it is inferred from the links that were open (made before, not run out, not used) when the
 * merchant authorised. A link that creates a mini program is known by the name it reserved. Else the link is the merchant's
 * if it is the only one open that it can have used: an existing mini program with another name uses none that creates. With
 * several it stays open, as a wrong mark is worse than none.
 */
export class LinkBook {
  private readonly store: Store
  private readonly events: EventHub

  constructor(parts: { store: Store; events: EventHub }) {
    this.store = parts.store
    this.events = parts.events
  }

  /** A merchant authorised us at `at`; its name may not be known yet, and then a link that creates has to wait for it. */
  authorized(ref: MerchantRef, at: number): void {
    const open = this.openAt(ref.accountId, at)
    if (this.nameOf(ref) !== null || open.every(({ kind }) => kind === 'authorize')) this.assign(ref, at, open)
  }

  /** The merchant that authorised us at `at` was read, or could not be. */
  read(ref: MerchantRef, at: number): void {
    this.assign(ref, at, this.openAt(ref.accountId, at))
  }

  /** One of several that authorised us while nobody looked: only a name tells whose a link was. */
  readAmongOthers(ref: MerchantRef, at: number): void {
    const name = this.nameOf(ref)
    const creating = this.openAt(ref.accountId, at).filter((link) => link.kind === 'create' && link.appName === name)
    this.assign(ref, at, creating)
  }

  private assign(ref: MerchantRef, at: number, open: readonly AuthorizationLink[]): void {
    if (this.hasUsed(ref, at)) return
    const name = this.nameOf(ref)
    const link = open.find(({ kind, appName }) => kind === 'create' && appName === name) ?? onlyOne(open, name)
    if (!link) return
    this.events.send('authorization.linkChanged', { link: this.store.links.use(link.id, ref.appId, at) })
  }

  private openAt(accountId: string, at: number): readonly AuthorizationLink[] {
    const links = this.store.links.list(accountId, looked)
    return links.filter(({ usedBy, createdAt, expiresAt }) => usedBy === null && createdAt <= at && at < expiresAt)
  }

  private hasUsed({ accountId, appId }: MerchantRef, at: number): boolean {
    const links = this.store.links.list(accountId, looked)
    return links.some(({ usedBy }) => usedBy?.appId === appId && Math.abs(usedBy.at - at) < sameWithinMs)
  }

  /** Null until it was read: merchants are named by their app id until then. */
  private nameOf(ref: MerchantRef): string | null {
    const name = this.store.merchants.row(ref)?.name
    return name === undefined || name === ref.appId ? null : name
  }
}

function onlyOne(open: readonly AuthorizationLink[], name: string | null): AuthorizationLink | null {
  const possible = name === null ? open : open.filter(({ kind }) => kind === 'authorize')
  const [link, ...others] = possible
  return link !== undefined && others.length === 0 ? link : null
}
