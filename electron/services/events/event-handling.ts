import type { MerchantRef } from '@shared/domain/merchant'
import type { PlatformEvent } from '@shared/domain/platform-event'
import { DeskFailure } from '@shared/errors'
import { say } from '@shared/texts/say'
import { PlatformError } from '../../douyin/platform-error'
import type { Logger } from '../../ports'
import type { Store } from '../../store/repositories'
import { explainFailure, storageFailure } from '../failures'
import { merchantName } from '../merchant-facts'
import { actionFor, perform, type ActionParts } from './event-actions'
import { MerchantQueue } from './merchant-queue'

export type EventHandlingParts = ActionParts & { readonly store: Store; readonly logger: Logger }

/** `put_off`: cancelled by the end of the program or of the account's connection; it waits for the next one. */
type Ending =
  | { readonly state: 'done'; readonly trouble: null }
  | { readonly state: 'failed'; readonly trouble: string }
  | { readonly state: 'put_off' }

const done: Ending = { state: 'done', trouble: null }

/** Acts on kept messages, merchant by merchant in the order of their arrival, and notes how it ended. */
export class EventHandling {
  private readonly parts: EventHandlingParts
  private readonly onHandled: (event: PlatformEvent) => void
  private readonly queue = new MerchantQueue()
  private readonly stopping = new AbortController()
  /** By the message's id: those that wait or are acted on. */
  private readonly pending = new Map<string, Promise<void>>()
  /** Authorization codes by the message's id. They live here and nowhere else; a code works once, so it is taken once. */
  private readonly codes = new Map<string, string>()

  constructor(parts: EventHandlingParts, onHandled: (event: PlatformEvent) => void) {
    this.parts = parts
    this.onHandled = onHandled
  }

  /** Remembers a message's authorization code until it is acted on. */
  hold(event: PlatformEvent, code: string): void {
    this.codes.set(event.id, code)
  }

  /** Resolves when the message was acted on, however that ended, or when that was put off to the next start. */
  handle(event: PlatformEvent): Promise<void> {
    const { merchant, accountId, id } = event
    if (!merchant || this.stopping.signal.aborted) return Promise.resolve()
    const before = this.pending.get(id)
    if (before) return before
    const work = this.queue
      .add({ accountId, appId: merchant.appId }, () => this.act(event, { accountId, appId: merchant.appId }))
      .finally(() => {
        this.pending.delete(id)
        this.codes.delete(id)
      })
    this.pending.set(id, work)
    return work
  }

  async stop(): Promise<void> {
    this.stopping.abort()
    await this.queue.stop()
  }

  /** Never rejects: what goes wrong with the database itself is in the log, and the message waits for the next start. */
  private async act(event: PlatformEvent, ref: MerchantRef): Promise<void> {
    const { store, logger } = this.parts
    try {
      const ending = await this.attempt(event, ref)
      if (ending.state === 'put_off') return
      this.onHandled(store.events.handled(event.accountId, event.id, ending.state, ending.trouble))
    } catch (error) {
      logger.error('how a message was handled is not kept', { event: event.event, error: String(error) })
    }
  }

  private async attempt(event: PlatformEvent, ref: MerchantRef): Promise<Ending> {
    const action = actionFor(event.event)
    if (!action || this.isSuperseded(event, ref)) return done
    try {
      this.discover(event, ref)
      await perform(action, ref, this.codes.get(event.id) ?? null, this.parts, this.stopping.signal)
      return done
    } catch (error) {
      return this.endingOf(error, event, ref)
    }
  }

  private endingOf(error: unknown, event: PlatformEvent, ref: MerchantRef): Ending {
    const { store, logger } = this.parts
    if (!(error instanceof DeskFailure || error instanceof PlatformError)) {
      logger.error('a message was not handled', { event: event.event, error: String(error) })
      return { state: 'failed', trouble: storageFailure(error)?.reason ?? say`程序内部出错` }
    }
    const failure = explainFailure(error, { message: say`消息没有处理`, merchant: merchantName(store, ref) })
    const { code, reason, message } = failure.error
    return code === 'cancelled' ? { state: 'put_off' } : { state: 'failed', trouble: reason ?? message }
  }

  private discover({ kind, happenedAt }: PlatformEvent, ref: MerchantRef): void {
    const { merchants } = this.parts.store
    if (merchants.row(ref)) return
    const authorizedAt = kind === 'authorized' ? happenedAt : null
    merchants.discover(ref.accountId, [{ appId: ref.appId, authorizedAt }])
  }

  /**
   * Messages may come late or out of order, and one that failed may be tried again days later: an authorisation that is
   * gone, or that came after the one that was lost, must not be turned round by it.
   */
  private isSuperseded({ id, kind, accountId, happenedAt }: PlatformEvent, { appId }: MerchantRef): boolean {
    if (kind !== 'authorized' && kind !== 'unauthorized') return false
    const filter = { kinds: ['authorized', 'unauthorized'], appId, unseenOnly: false } as const
    const newest = this.parts.store.events.page(accountId, filter, null, 50)
    return newest.events.some((other) => other.id !== id && (other.happenedAt ?? 0) > (happenedAt ?? Infinity))
  }
}
