import type { DesktopNotification } from '@shared/contract'
import type { PlatformEvent } from '@shared/domain/platform-event'
import type { Settings } from '@shared/domain/settings'
import type { Clock, Logger } from '../../ports'
import type { AccountService } from '../account-service'
import type { EventHub } from '../event-hub'
import { isAwaited, notificationOf, prefixed, type Told } from './notification-text'
import { quietForMs } from './quiet-hours'

/** What comes within this time of the first message is one notification. */
const groupMs = 3_000
/** In the quiet hours the settings are looked at so often: they may be changed, and a sleeping computer's timers lag. */
const quietTickMs = 60_000

type MadeNotification = { readonly accountId: string; readonly notification: DesktopNotification }

export type NotifierParts = {
  readonly accounts: Pick<AccountService, 'list'>
  readonly events: EventHub
  readonly settings: { read(): Settings }
  readonly clock: Clock
  readonly logger: Logger
}

/**
 * Tells the operator of what is waited for: audits, authorisations, results of profile, categories and capabilities, and
 * rollouts that need a decision or are over. In the quiet hours (免打扰) nothing is sent, and at their end one summary of what
 * came in them.
 */
export class Notifier {
  private readonly parts: NotifierParts
  private readonly closing = new AbortController()
  /** By the message's id, in the order of their arrival. */
  private readonly pending = new Map<string, Told>()
  /** Those that were made elsewhere, by what they are about: the newest of each. */
  private readonly made = new Map<string, MadeNotification>()
  private running: Promise<void> | null = null

  constructor(parts: NotifierParts) {
    this.parts = parts
  }

  /** A message came for the first time. */
  add(event: PlatformEvent): void {
    if (!isAwaited(event) || this.closing.signal.aborted) return
    this.pending.set(event.id, toldOf(event))
    this.running ??= this.run()
  }

  /** More is known of a message, such as its merchant's name; it counts where the operator was not told yet. */
  update(event: PlatformEvent): void {
    if (this.pending.has(event.id)) this.pending.set(event.id, toldOf(event))
  }

  /** Tells what is not a message of the platform: a rollout that needs the operator. A newer one for its page takes its place. */
  tell(accountId: string, notification: DesktopNotification): void {
    if (this.closing.signal.aborted) return
    this.made.set(notification.path, { accountId, notification })
    this.running ??= this.run()
  }

  /** Ends the timers; what was not told yet is in the list of messages. */
  async close(): Promise<void> {
    this.closing.abort()
    this.pending.clear()
    this.made.clear()
    await this.running
  }

  private async run(): Promise<void> {
    const { clock } = this.parts
    const { signal } = this.closing
    try {
      await clock.wait(groupMs, signal)
      let quiet = false
      for (let leftMs = this.quietLeftMs(); leftMs > 0; leftMs = this.quietLeftMs()) {
        quiet = true
        await clock.wait(Math.min(leftMs, quietTickMs), signal)
      }
      this.tellAll(quiet)
    } catch (error) {
      if (!signal.aborted) this.parts.logger.error('a notification was not sent', { error: String(error) })
    } finally {
      this.running = null
    }
  }

  /** 0 where nothing would be sent anyway: what came is dropped then. */
  private quietLeftMs(): number {
    const { enabled, quiet } = this.parts.settings.read().notifications
    return enabled ? quietForMs(quiet, this.parts.clock.now()) : 0
  }

  private tellAll(quiet: boolean): void {
    const { settings, events } = this.parts
    const accountName = this.accountNames()
    const messages = notificationOf([...this.pending.values()], accountName, quiet)
    const made = [...this.made.values()].map((each) => named(each, accountName, quiet))
    this.pending.clear()
    this.made.clear()
    if (!settings.read().notifications.enabled) return
    for (const each of messages ? [messages, ...made] : made) events.send('desktop.notification', each)
  }

  /** An account is named where it could be taken for another one; the practice environment always. */
  private accountNames(): (accountId: string) => string {
    const accounts = this.parts.accounts.list()
    const isOne = accounts.filter(({ kind }) => kind === 'platform').length <= 1
    const named = accounts.filter(({ kind }) => kind === 'practice' || !isOne)
    const names = new Map(named.map(({ id, name }) => [id, name]))
    return (accountId) => names.get(accountId) ?? ''
  }
}

function named(
  { accountId, notification }: MadeNotification,
  accountName: (accountId: string) => string,
  quiet: boolean
): DesktopNotification {
  return { ...notification, title: prefixed(notification.title, [accountName(accountId)], quiet) }
}

function toldOf({ accountId, merchant, kind, title, detail, tone }: PlatformEvent): Told {
  return { accountId, merchant, kind, title, detail, tone }
}
