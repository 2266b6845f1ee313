import { randomBytes } from 'node:crypto'
import type { CredentialField, TicketSource } from '@shared/domain/account'
import type { PermissionSet } from '@shared/domain/merchant'
import { isLoopbackUrl } from '@shared/rules/platform-url'
import { createPlatformClient } from '../../douyin'
import type { PlatformClient } from '../../douyin/platform'
import type { ReceivedPush } from '../../douyin/push-received'
import type { PlatformError } from '../../douyin/platform-error'
import { newPushSegment } from '../../douyin/push-receiver'
import { SealedBox } from '../../keychain/sealed-box'
import type { Clock, Logger, Random } from '../../ports'
import type { Store, StoredAccount } from '../../store/repositories'
import type { AccountState } from '../account-service'
import { RelaySharing } from '../sharing/relay-sharing'
import { sharingKey } from '../sharing/sharing-key'
import { AccountSession, type SessionSharing } from './account-session'
import { Alone } from './alone'
import { CredentialBook } from './credential-book'
import { pasteSource, type MessageSink, type MessageSource, type SourceParts } from './message-source'
import { receiverSource } from './receiver-source'
import { RelaySource } from './relay-source'
import { SealedValues } from './sealed-values'
import { SealedVault } from './sealed-vault'
import type { AccountSecrets } from './secret-store'
import { TicketBook } from './ticket-book'

/** What every session stands on. */
export type SessionGround = {
  readonly store: Store
  readonly clock: Clock
  readonly random: Random
  readonly logger: Logger
  /** This computer as other operators shall see it. */
  readonly deskName: string
  readonly keepEvent: (accountId: string, push: ReceivedPush, from: 'receiver' | 'relay' | 'paste') => void
  readonly seePermissions: (accountId: string, appId: string, permissions: readonly PermissionSet[]) => void
  readonly announce: (accountId: string) => void
  /** What the platform said when it was asked for a component token; null: it gave one. */
  readonly onProbed: (accountId: string, error: PlatformError | null) => void
  /** The account can ask the platform now, for the first time since it was opened. */
  readonly onReady: (accountId: string) => void
}

export type SessionOrder = {
  readonly account: StoredAccount
  readonly secrets: AccountSecrets
  /** Where the secrets are kept. */
  readonly kept: AccountState['secrets']
  readonly box: SealedBox
  /** A ticket that was given with the account. */
  readonly ticket?: string
  /** Credentials that were changed just now: nothing is proven of them. */
  readonly changed?: readonly CredentialField[]
}

/** A platform on this machine is nobody else's: it may be asked as fast as it answers. */
const nearLimits = { concurrency: 32, requestsPerSecond: 1_000 } as const

/** Whether the account's platform is on this machine. */
export function isNear({ settings }: StoredAccount): boolean {
  return isLoopbackUrl(new URL(settings.openUrl))
}

/** Opens an account: its client, its source of messages, and its share in the lease where there is a relay. */
export async function openSession(ground: SessionGround, order: SessionOrder): Promise<AccountSession> {
  const { account, box, secrets } = order
  const { store, clock, logger } = ground
  const sealed = { accountId: account.id, store, box, clock, logger }
  const values = new SealedValues(sealed)
  const vault = new SealedVault(sealed)
  const tickets = new TicketBook(values)
  if (order.ticket !== undefined) tickets.take(order.ticket, clock.now(), 'environment')
  const credentials = new CredentialBook(values, clock)
  credentials.changed(order.changed ?? [])
  const link = new SessionLink()
  const keys = { appId: account.componentAppId, token: secrets.messageToken, key: secrets.messageKey }
  const source: SourceParts = { ...link.sink(account.settings.ticketSource), keys, clock, logger }
  const relay = relaySource(ground, order, source, values)
  const sharing = relay ? relaySharing(sealed, order, relay, vault, link) : new Alone(clock)
  const session = new AccountSession({
    account,
    secrets: order.kept,
    platform: platformClient(ground, order, { vault, tickets, sharing }),
    tickets,
    credentials,
    sharing,
    keys,
    onReady: () => ground.onReady(account.id),
    onProbed: (error) => ground.onProbed(account.id, error),
    keepEvent: (push, from) => ground.keepEvent(account.id, push, from),
    inTransaction: (work) => store.transaction(work),
    announce: () => ground.announce(account.id),
    clock,
    logger
  })
  link.bind(session)
  session.attach(relay ?? (await localSource(account, source, values)))
  return session
}

/** Ties the session to its source, each of which needs the other. */
class SessionLink {
  private session: AccountSession | null = null

  bind(session: AccountSession): void {
    this.session = session
  }

  roleChanged(): void {
    this.session?.roleChanged()
  }

  sink(from: TicketSource): MessageSink {
    return {
      onMessage: (push) => this.bound().receive(push, from),
      onRefused: (refusal) => this.bound().refused(refusal),
      onChange: () => this.session?.announceSoon()
    }
  }

  /** A message that can not be kept must not be answered with `success`. */
  private bound(): AccountSession {
    if (!this.session) throw new Error('a message came before the account was open')
    return this.session
  }
}

function localSource(account: StoredAccount, source: SourceParts, values: SealedValues): Promise<MessageSource> {
  const { ticketSource, receiverPort: port } = account.settings
  if (ticketSource !== 'receiver') return Promise.resolve(pasteSource())
  return receiverSource({ ...source, port, segment: values.readOrMake('receiver-segment', newPushSegment) })
}

function relaySource(
  { random, deskName }: SessionGround,
  { account, secrets }: SessionOrder,
  source: SourceParts,
  values: SealedValues
): RelaySource | null {
  const { ticketSource, relayUrl } = account.settings
  if (ticketSource !== 'relay' || relayUrl === null || secrets.relaySecret === null) return null
  const holder = values.readOrMake('relay-holder', () => randomBytes(16).toString('hex'))
  const { relaySecret: secret } = secrets
  return new RelaySource({
    ...source,
    connection: { url: relayUrl, secret, appId: account.componentAppId, holder, name: deskName, random }
  })
}

function relaySharing(
  { clock, logger }: { readonly clock: Clock; readonly logger: Logger },
  { account, secrets }: SessionOrder,
  source: RelaySource,
  vault: SealedVault,
  link: SessionLink
): RelaySharing {
  const sharing: RelaySharing = new RelaySharing({
    relay: source.relay,
    vault,
    box: new SealedBox(sharingKey(secrets.secret, account.componentAppId)),
    appId: account.componentAppId,
    clock,
    logger,
    onChange: () => {
      source.follow(sharing.sharing().role === 'writer')
      link.roleChanged()
    }
  })
  return sharing
}

function platformClient(
  { clock, random, logger, seePermissions, announce }: SessionGround,
  { account, secrets }: SessionOrder,
  { vault, tickets, sharing }: { vault: SealedVault; tickets: TicketBook; sharing: SessionSharing }
): PlatformClient {
  const { openUrl, microappUrl, proxyUrl } = account.settings
  return createPlatformClient({
    openUrl,
    microappUrl,
    proxyUrl,
    application: { appId: account.componentAppId, secret: secrets.secret },
    ticket: () => {
      const ticket = tickets.ticket()
      return ticket === null ? Promise.reject(new Error('no ticket yet')) : Promise.resolve(ticket)
    },
    tokens: vault,
    clock,
    random,
    logger,
    ...(sharing instanceof RelaySharing ? { authority: sharing } : {}),
    ...(isNear(account) ? nearLimits : {}),
    onRival: () => {
      if (sharing instanceof Alone) sharing.noticeRival()
      announce(account.id)
    },
    onPermissions: (appId, permissions) => seePermissions(account.id, appId, permissions)
  })
}
