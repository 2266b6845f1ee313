import type { MerchantRef } from '@shared/domain/merchant'
import type { Operation } from '@shared/domain/operation'
import type { RolloutItem } from '@shared/domain/rollout'
import { DeskFailure } from '@shared/errors'
import { isLoopbackUrl } from '@shared/rules/platform-url'
import { causeOfError } from '@shared/rules/rollout-causes'
import { isSetupWork } from '@shared/rules/rollout-work'
import { withPriority } from '../../douyin/priority'
import type { Clock, Logger, Random } from '../../ports'
import type { Store } from '../../store/repositories'
import type { EventHub } from '../event-hub'
import type { MerchantReader } from '../merchant-reader'
import type { OperationRunner } from '../operation-runner'
import type { Agenda } from './agenda'
import type { LiveRollout } from './live-rollout'
import type { RolloutBook } from './rollout-book'
import { afterSettled, putOff } from './rollout-outcomes'
import { judgeReview } from './rollout-review'
import { StuckReviews } from './stuck-reviews'

export type RolloutTendingParts = {
  readonly store: Store
  readonly events: EventHub
  readonly reader: Pick<MerchantReader, 'readVersions'>
  readonly operations: Pick<OperationRunner, 'settle' | 'isRunning'>
  readonly book: RolloutBook
  readonly agenda: Agenda
  readonly clock: Clock
  readonly random: Random
  readonly logger: Logger
  readonly closing: AbortSignal
  /** Whether this account can be asked now. */
  readonly canAsk: (accountId: string) => boolean
  /** A merchant was judged or found out about: the rollout may go on. */
  readonly onChange: (live: LiveRollout) => void
}

/** How often a merchant is looked at. A practice audit takes seconds, a real one hours. */
type Pace = { readonly firstMs: number; readonly lastMs: number }
const farPace: Pace = { firstMs: 60_000, lastMs: 15 * 60_000 }
/** For a platform on this machine. */
const nearPace: Pace = { firstMs: 2_000, lastMs: 15_000 }
/** What was lost keeps its merchant from going on. */
const lostPace: Pace = { firstMs: 2_000, lastMs: 60_000 }
const growth = 1.5
/** Those that an earlier run left are read within this time. */
const soonMs = 5_000

/** Merchants of an account that are looked at together: what rollouts send goes before. */
const looksAtOnce = 6

/** A merchant that is looked at again and again, until its state is another. */
type Look = {
  readonly live: LiveRollout
  readonly appId: string
  readonly state: 'reviewing' | 'unknown'
  intervalMs: number
}

/**
 * Looks after the merchants that rollouts of versions wait for: versions in review until they are judged, lost operations until
 * they are settled. Whoever reads a merchant's versions, as a pushed message makes somebody do, is heard of at once; in between they are
 * read here, at growing intervals, behind everything else.
 */
export class RolloutTending {
  private readonly parts: RolloutTendingParts
  private readonly looks = new Map<string, Look>()
  private readonly due = new Map<string, Look[]>()
  private readonly active = new Map<string, number>()
  private readonly stuck: StuckReviews

  constructor(parts: RolloutTendingParts) {
    this.parts = parts
    this.stuck = new StuckReviews(parts)
    parts.book.onItem((live, item) => this.note(live, item))
    parts.events.onEvent((event) => {
      if (event.name === 'merchants.changed') event.payload.rows.forEach((row) => this.seen(row))
      if (event.name === 'operation.changed') this.settled(event.payload.operation)
    })
  }

  /** Takes up those that an earlier run left. */
  takeUp(live: LiveRollout): void {
    for (const item of live.all()) this.note(live, item, 'soon')
  }

  /** Whether this merchant's version in review is looked after here. */
  watches(ref: MerchantRef): boolean {
    return this.looks.get(key(ref))?.state === 'reviewing'
  }

  /** Whether this lost operation is looked after here. */
  settles(operation: Operation): boolean {
    const look = this.looks.get(key(operation))
    return look?.state === 'unknown' && look.live.id === operation.rolloutId
  }

  /** The account can be asked now: what was due goes on. */
  wake(accountId: string): void {
    this.goOn(accountId)
  }

  private note(live: LiveRollout, { appId, state }: RolloutItem, when: 'later' | 'soon' = 'later'): void {
    const name = key({ accountId: live.accountId, appId })
    const known = this.looks.get(name)
    if (known?.live === live && known.state === state) return
    if (known?.live === live) this.looks.delete(name)
    if (isSetupWork(live.plan.work) || (state !== 'reviewing' && state !== 'unknown')) return
    const look: Look = { live, appId, state, intervalMs: this.pace(live, state).firstMs }
    this.looks.set(name, look)
    this.schedule(name, look, when === 'later' ? null : this.soonMs(look))
  }

  /** What was lost is found out about at once, as its merchant can not go on. */
  private soonMs({ state, intervalMs }: Look): number {
    return state === 'unknown' ? 0 : this.parts.random() * Math.min(intervalMs, soonMs)
  }

  /** Spread out: merchants that were submitted together are not read together for ever. */
  private schedule(name: string, look: Look, inMs: number | null): void {
    const { agenda, clock, random } = this.parts
    const waitMs = inMs ?? look.intervalMs * (0.8 + random() * 0.4)
    agenda.at(clock.now() + waitMs, () => {
      if (this.looks.get(name) !== look) return
      const { accountId, id } = look.live
      if (this.parts.book.find(accountId, id) !== look.live) return void this.looks.delete(name)
      const due = this.due.get(accountId) ?? []
      due.push(look)
      this.due.set(accountId, due)
      this.goOn(accountId)
    })
  }

  private goOn(accountId: string): void {
    const due = this.due.get(accountId) ?? []
    while (this.parts.canAsk(accountId) && (this.active.get(accountId) ?? 0) < looksAtOnce) {
      const look = due.shift()
      if (!look) return
      void this.lookAt(look)
    }
  }

  private async lookAt(look: Look): Promise<void> {
    const { accountId } = look.live
    const name = key({ accountId, appId: look.appId })
    if (this.looks.get(name) !== look) return
    this.active.set(accountId, (this.active.get(accountId) ?? 0) + 1)
    try {
      await withPriority('background', () => this.look(look, { accountId, appId: look.appId }))
    } catch (error) {
      this.safely(look.live, () => this.notLookedAt(look, error))
    } finally {
      this.active.set(accountId, (this.active.get(accountId) ?? 1) - 1)
      this.again(name, look)
      this.goOn(accountId)
    }
  }

  /** What could not be read is in the list with its age, and looked at again; a merchant that is not ours any more is not. */
  private notLookedAt({ live, appId, state }: Look, error: unknown): void {
    const { store, logger } = this.parts
    if (!(error instanceof DeskFailure)) return logger.error('a merchant was not looked at', { error: String(error) })
    const row = store.merchants.row({ accountId: live.accountId, appId })
    if (row === null) return this.parts.book.drop(live)
    if (state !== 'reviewing' || row.authorization !== 'lost') return
    this.turn(live, appId, { state: 'blocked', cause: causeOfError(error.error), error: error.error })
  }

  private again(name: string, look: Look): void {
    if (this.looks.get(name) !== look) return
    look.intervalMs = Math.min(look.intervalMs * growth, this.pace(look.live, look.state).lastMs)
    this.schedule(name, look, null)
  }

  private async look({ live, appId, state }: Look, ref: MerchantRef): Promise<void> {
    const { store, operations, reader, closing } = this.parts
    if (operations.isRunning(ref)) return
    if (state === 'reviewing') {
      await reader.readVersions(ref, closing)
      this.judge(live, appId)
      return this.stuck.tell(live)
    }
    const open = store.operations.unsettled(ref)
    if (open) await operations.settle(ref, open.id)
    else this.turn(live, appId, putOff(this.parts.clock.now()))
  }

  private seen({ accountId, appId }: MerchantRef): void {
    const look = this.looks.get(key({ accountId, appId }))
    if (look?.state === 'reviewing') this.safely(look.live, () => this.judge(look.live, appId))
  }

  /** Whoever tells of a merchant is not to fail by what is made of it; what could not be written is looked at again. */
  private safely(live: LiveRollout, work: () => void): void {
    try {
      work()
    } catch (error) {
      if (error instanceof DeskFailure && error.error.code === 'not_found') return this.parts.book.drop(live)
      this.parts.logger.error('a merchant of a rollout is not noted', { error: String(error) })
    }
  }

  private judge(live: LiveRollout, appId: string): void {
    const item = live.item(appId)
    if (item?.state !== 'reviewing') return
    const versions = this.parts.store.merchants.versions({ accountId: live.accountId, appId })
    const verdict = judgeReview(live.plan.work, item, versions)
    if (verdict === null) return
    live.memory(appId).readAt = versions?.readAt ?? null
    this.turn(live, appId, verdict)
  }

  private settled(operation: Operation): void {
    const look = this.looks.get(key(operation))
    if (look?.state !== 'unknown' || look.live.id !== operation.rolloutId) return
    if (operation.state === 'intended' || operation.state === 'unknown') return
    const { live, appId } = look
    const item = live.item(appId)
    if (!item) return
    const memory = live.memory(appId)
    memory.readAt = null
    if (operation.state === 'done') memory.isAccepted = true
    const facts = { now: this.parts.clock.now(), random: this.parts.random, isCounted: true }
    this.safely(live, () => this.turn(live, appId, afterSettled(live.plan.work, item, operation, facts)))
  }

  private turn(live: LiveRollout, appId: string, change: Partial<RolloutItem>): void {
    const item = live.item(appId)
    if (!item) return
    this.parts.book.save(live, item, change)
    this.judge(live, appId)
    this.parts.onChange(live)
  }

  private pace({ accountId }: LiveRollout, state: Look['state']): Pace {
    if (state === 'unknown') return lostPace
    const url = this.parts.store.accounts.get(accountId)?.settings.openUrl
    return url !== undefined && isLoopbackUrl(new URL(url)) ? nearPace : farPace
  }
}

const key = ({ accountId, appId }: MerchantRef): string => `${accountId}/${appId}`
