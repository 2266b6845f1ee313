import { DeskFailure } from '@shared/errors'
import { isLoopbackUrl } from '@shared/rules/platform-url'
import { withPriority } from '../douyin/priority'
import type { Clock, Logger } from '../ports'
import { Rounds } from './rounds'
import { watched, type WatchedParts } from './watched'

/** How often what waits is looked at. A practice audit takes seconds, a real one hours. */
type WatchPace = { readonly firstMs: number; readonly lastMs: number }

const farPace: WatchPace = { firstMs: 60_000, lastMs: 15 * 60_000 }
/** For a platform on this machine. */
const nearPace: WatchPace = { firstMs: 2_000, lastMs: 15_000 }

const tickMs = 1_000

export type WatchParts = WatchedParts & { readonly clock: Clock; readonly logger: Logger }

type Waiting = { intervalMs: number; dueAt: number }

/**
 * Looks after what the operator waits for: versions, profiles, categories and applications in review are read at growing
 * intervals until they are judged, and operations and changes whose answer was lost are settled, those left by a crash
 * first of all.
 */
export class Watch {
  private readonly parts: WatchParts
  private readonly waiting = new Map<string, Waiting>()
  private readonly rounds: Rounds

  constructor(parts: WatchParts) {
    this.parts = parts
    const { clock, logger } = parts
    const run = (signal: AbortSignal): Promise<void> => withPriority('background', () => this.tick(signal))
    this.rounds = new Rounds({ intervalMs: tickMs, first: 'at_once', run, failure: 'watch tick failed', clock, logger })
  }

  start(): void {
    this.rounds.start()
  }

  stop(): Promise<void> {
    return this.rounds.stop()
  }

  private async tick(signal: AbortSignal): Promise<void> {
    const due = new Map([...watched(this.parts, signal)].map((each) => [each.id, each]))
    this.forget(due)
    for (const { id, accountId, look } of due.values()) {
      if (signal.aborted) return
      // One account may be closed while another's merchants are read.
      if (!this.parts.accounts.ids().includes(accountId)) continue
      if (this.isDue(id, this.paceOf(accountId))) await this.quietly(look)
    }
  }

  /** A failure is in the database and on its way to the page already. */
  private async quietly(look: () => Promise<unknown>): Promise<void> {
    try {
      await look()
    } catch (error) {
      if (!(error instanceof DeskFailure)) throw error
    }
  }

  private paceOf(accountId: string): WatchPace {
    const { openUrl } = this.parts.accounts.get(accountId).settings
    return isLoopbackUrl(new URL(openUrl)) ? nearPace : farPace
  }

  private isDue(id: string, { firstMs, lastMs }: WatchPace): boolean {
    const now = this.parts.clock.now()
    const waiting = this.waiting.get(id)
    if (waiting && now < waiting.dueAt) return false
    const intervalMs = waiting ? Math.min(waiting.intervalMs * 1.5, lastMs) : firstMs
    this.waiting.set(id, { intervalMs, dueAt: now + intervalMs })
    return true
  }

  private forget(due: ReadonlyMap<string, unknown>): void {
    for (const id of this.waiting.keys()) if (!due.has(id)) this.waiting.delete(id)
  }
}
