import type { EventPage } from '@shared/contract'
import type { EventFilter, PlatformEvent } from '@shared/domain/platform-event'
import { DeskFailure } from '@shared/errors'
import { say } from '@shared/texts/say'
import type { ReceivedPush } from '../../douyin/push-received'
import type { Logger } from '../../ports'
import type { Store } from '../../store/repositories'
import type { AccountService } from '../account-service'
import type { EventHub } from '../event-hub'
import { describeEvent } from './describe-event'
import { actionFor, type ActionParts } from './event-actions'
import { EventHandling } from './event-handling'
import type { Notifier } from './notifications'

/** Tickets come every ten minutes, and only the newest counts. */
const ticketsKept = 100

export type EventServiceParts = ActionParts & {
  readonly store: Store
  readonly events: EventHub
  readonly accounts: Pick<AccountService, 'ids'>
  readonly notifier: Pick<Notifier, 'add' | 'update'>
  readonly logger: Logger
}

/**
 * The pushed messages (消息与事件推送): each is kept once, told to the page and the operator, and acted on in the
 * background. What was not acted on when the program ended is acted on after the next start.
 */
export class EventService {
  private readonly parts: EventServiceParts
  private readonly handling: EventHandling

  constructor(parts: EventServiceParts) {
    this.parts = parts
    this.handling = new EventHandling(parts, (event) => this.handled(event))
  }

  /**
   * Takes a verified message; it is on the disk when this returns, or when the caller's transaction ends. The value of a
   * ticket is not kept here: the caller takes it before. Throws what the database throws.
   */
  receive(accountId: string, push: ReceivedPush, source: PlatformEvent['source']): void {
    const { store, logger } = this.parts
    const described = describeEvent(push.content)
    const handling = described.appId !== null && actionFor(described.event) ? 'waiting' : 'nothing'
    const { digest, receivedAt } = push
    const kept = store.transaction(() => {
      const added = store.events.add({ ...described, accountId, digest, receivedAt, source, handling })
      if (added.isNew && described.kind === 'ticket') store.events.pruneTickets(accountId, ticketsKept)
      return added
    })
    this.afterReceiving(kept.event, kept.isNew, push.content['AuthorizationCode']).catch((error: unknown) => {
      logger.error('a kept message was not passed on', { event: described.event, error: String(error) })
    })
  }

  /** A page of messages, newest first. Throws `DeskFailure` `invalid_input` for a cursor that is none. */
  page(accountId: string, cursor: string | null, limit: number, filter: EventFilter): EventPage {
    const { events } = this.parts.store
    return { ...events.page(accountId, filter, cursor, limit), unseen: events.unseen(accountId) }
  }

  markSeen(accountId: string, upTo: string): { readonly unseen: number } {
    const { events } = this.parts.store
    events.markSeen(accountId, upTo)
    return { unseen: events.unseen(accountId) }
  }

  /**
   * Acts again on a message whose handling failed, or waits for one that is being handled; how it ended stands in the
   * answer. Throws `DeskFailure`: `not_found`, and `not_possible_now` for one that needs no handling.
   */
  async retry(accountId: string, eventId: string): Promise<PlatformEvent> {
    const event = this.parts.store.events.get(accountId, eventId)
    if (!event) throw notFound()
    if (event.handling !== 'failed' && event.handling !== 'waiting') throw nothingToDo()
    await this.handling.handle(event)
    return this.parts.store.events.get(accountId, eventId) ?? event
  }

  /** Acts on what waits since the last run: of this account, or of all that can call the platform. */
  resume(accountId: string | null = null): void {
    const { accounts, store } = this.parts
    for (const id of accountId === null ? accounts.ids() : [accountId]) {
      for (const event of store.events.waiting(id)) void this.handling.handle(event)
    }
  }

  /** Drops what waits until the next start, cancels what runs, and resolves when it has ended. */
  async stop(): Promise<void> {
    await this.handling.stop()
  }

  /**
   * A caller may keep a message together with other things in one transaction, so that all else comes after it has ended;
   * where it was rolled back, nothing of the message is there.
   */
  private async afterReceiving(added: PlatformEvent, isNew: boolean, code: unknown): Promise<void> {
    await Promise.resolve()
    const event = this.parts.store.events.get(added.accountId, added.id)
    if (!event) return
    this.announce(event)
    if (isNew) this.parts.notifier.add(event)
    if (event.handling !== 'waiting') return
    if (typeof code === 'string' && code !== '') this.handling.hold(event, code)
    await this.handling.handle(event)
  }

  private handled(event: PlatformEvent): void {
    this.parts.notifier.update(event)
    this.announce(event)
  }

  private announce(event: PlatformEvent): void {
    this.parts.events.send('platform.event', { event, unseen: this.parts.store.events.unseen(event.accountId) })
  }
}

const notFound = (): DeskFailure =>
  new DeskFailure({
    code: 'not_found',
    message: say`没有找到这条消息`,
    reason: say`账号下没有这条消息`,
    nextStep: say`请刷新消息列表`,
    retryable: false,
    actor: 'operator'
  })

const nothingToDo = (): DeskFailure =>
  new DeskFailure({
    code: 'not_possible_now',
    message: say`没有再次处理`,
    reason: say`这条消息已处理，或不需要处理`,
    nextStep: say`请刷新消息列表`,
    retryable: false,
    actor: 'operator'
  })
