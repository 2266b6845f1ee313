import type { Sharing, SourceState } from '@shared/domain/account'
import { PushError, type MessageKeys, type PushRefusal } from '../../douyin/push-messages'
import { receivePush, type ReceivedPush } from '../../douyin/push-received'
import type { PlatformClient } from '../../douyin/platform'
import { PlatformError } from '../../douyin/platform-error'
import type { Clock, Logger } from '../../ports'
import type { StoredAccount } from '../../store/repositories'
import type { AccountState, OpenAccount } from '../account-service'
import type { CredentialBook } from './credential-book'
import type { MessageSource } from './message-source'
import type { TicketBook } from './ticket-book'

/** How this desktop shares the application with others. */
export interface SessionSharing {
  start(): void
  sharing(): Sharing
  stop(): Promise<void>
}

export type SessionParts = {
  readonly account: StoredAccount
  readonly secrets: AccountState['secrets']
  readonly platform: PlatformClient
  readonly tickets: TicketBook
  readonly credentials: CredentialBook
  readonly sharing: SessionSharing
  readonly keys: MessageKeys
  /** The platform was asked for a component token; null: and gave one. */
  readonly onProbed: (error: PlatformError | null) => void
  /** The account can ask the platform now, for the first time in this run. */
  readonly onReady: () => void
  /** Keeps an event; durable when it returns. */
  readonly keepEvent: (push: ReceivedPush, from: 'receiver' | 'relay' | 'paste') => void
  readonly inTransaction: (work: () => void) => void
  readonly announce: () => void
  readonly clock: Clock
  readonly logger: Logger
}

/** Changes that come in floods are told to the page at most so often. */
const announceEveryMs = 500

/**
 * One third-party application (or the practice environment) while it is open: its platform client, its ticket, the source of
 * its messages, and what has shown that its credentials are right.
 */
export class AccountSession implements OpenAccount {
  readonly account: StoredAccount
  readonly platform: PlatformClient
  private readonly parts: SessionParts
  private readonly closing = new AbortController()
  private source: MessageSource | null = null
  private announcing = false
  private ready = false

  constructor(parts: SessionParts) {
    this.parts = parts
    this.account = parts.account
    this.platform = parts.platform
  }

  /** The source is there after the session, as it needs the session to hand its messages to. */
  attach(source: MessageSource): void {
    this.source = source
  }

  /** The account is in the list now: what waits for it may begin. */
  start(): void {
    this.parts.sharing.start()
    if (this.parts.tickets.isFresh(this.parts.clock.now())) this.noteReady()
  }

  state(): AccountState {
    const { secrets, tickets, credentials, sharing } = this.parts
    const source: SourceState = this.source?.state() ?? { state: 'off' }
    return {
      secrets,
      ticket: { ...tickets.state(), source },
      credentials: credentials.read(),
      sharing: sharing.sharing()
    }
  }

  /** Takes a verified message: ticket and event are on the disk when it returns. */
  receive(push: ReceivedPush, from: 'receiver' | 'relay' | 'paste'): void {
    const { tickets, credentials, keepEvent, inTransaction } = this.parts
    const ticket = push.content['Ticket']
    let isNewest = false
    inTransaction(() => {
      credentials.messageAccepted()
      if (typeof ticket === 'string' && ticket !== '') isNewest = tickets.take(ticket, push.receivedAt, from)
      keepEvent(push, from)
    })
    this.announceSoon()
    if (isNewest) this.ticketArrived()
  }

  /**
   * Takes a whole message that the operator pasted; its age does not matter. Throws `PushError` for one that is not for this
   * account.
   */
  receivePasted(body: unknown): void {
    const { keys, clock } = this.parts
    try {
      this.receive(receivePush(body, keys, clock.now(), null), 'paste')
    } catch (error) {
      if (error instanceof PushError) this.refused(error.refusal)
      throw error
    }
  }

  refused(refusal: PushRefusal): void {
    this.parts.credentials.messageRefused(refusal)
    this.announceSoon()
  }

  /**
   * Takes a ticket as the operator pasted it and tries it at once. Throws `PlatformError`; one that the platform does not know
   * (40037) leaves the ticket before it in its place.
   */
  async tryTicket(ticket: string): Promise<void> {
    const { tickets, clock } = this.parts
    const takeBack = tickets.replace(ticket, clock.now(), 'paste')
    try {
      await this.probe()
    } catch (error) {
      if (error instanceof PlatformError && error.facts.platformCode === '40037') takeBack()
      throw error
    }
    this.noteReady()
  }

  /** Asks the platform whether app id, secret and ticket are right. Throws `PlatformError`. */
  async probe(): Promise<void> {
    const { credentials, announce, onProbed } = this.parts
    try {
      await this.platform.probe({ signal: this.closing.signal })
      credentials.tokenIssued()
      onProbed(null)
    } catch (error) {
      if (error instanceof PlatformError) {
        credentials.tokenRefused(error.facts.platformCode)
        onProbed(error)
      }
      throw error
    } finally {
      announce()
    }
  }

  /** Tells the page soon, and once for all that happens until then. */
  announceSoon(): void {
    if (this.announcing) return
    this.announcing = true
    const { clock, announce } = this.parts
    clock.wait(announceEveryMs, this.closing.signal).then(
      () => {
        this.announcing = false
        announce()
      },
      () => undefined
    )
  }

  async close(): Promise<void> {
    this.closing.abort()
    await this.source?.close()
    await this.parts.sharing.stop()
    this.platform.close()
  }

  /** What this desktop may do changed. As a reader it needs no ticket of its own; as a writer it had to wait for its turn. */
  roleChanged(): void {
    const { sharing, tickets, clock } = this.parts
    const { role } = sharing.sharing()
    if (role === 'reader') this.noteReady()
    if (role === 'writer' && !this.ready && tickets.isFresh(clock.now())) this.ticketArrived()
    this.announceSoon()
  }

  /** The first ticket shows whether the secret is right; nobody waits for it, and a failure is in the proofs. */
  private ticketArrived(): void {
    if (this.parts.credentials.read().secret.state === 'right') return this.noteReady()
    this.probe().then(
      () => this.noteReady(),
      (error: unknown) => {
        if (!(error instanceof PlatformError)) this.parts.logger.error('probe failed', { error: String(error) })
      }
    )
  }

  private noteReady(): void {
    if (this.ready || this.closing.signal.aborted) return
    this.ready = true
    this.parts.onReady()
  }
}
