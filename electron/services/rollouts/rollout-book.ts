import { setImmediate as breathe } from 'node:timers/promises'
import type { Rollout, RolloutItem, RolloutLogEntry } from '@shared/domain/rollout'
import type { Clock } from '../../ports'
import type { NewRollout, RolloutChange, Store } from '../../store/repositories'
import { changedItem, LiveRollout } from './live-rollout'
import { rolloutGone } from './rollout-failures'
import type { ItemChange } from './rollout-outcomes'
import type { RolloutProgress } from './rollout-progress'

type ItemListener = (live: LiveRollout, item: RolloutItem, before: RolloutItem) => void

/**
 * The rollouts that are at work, in memory, and the one way to change them: what counts is in the database first, and on its
 * way to the pages after.
 *
 * A step that is being done, or that one merchant goes on to at once, is not written (`passing`): its operation is in the
 * journal of operations, by which the next start finds out what it was at. So a merchant costs no more writes than it has
 * outcomes. What throws is `DeskFailure` `not_found` for a rollout that is gone with its account, and the database itself.
 */
export class RolloutBook {
  private readonly store: Store
  private readonly progress: RolloutProgress
  private readonly clock: Clock
  private readonly live = new Map<string, LiveRollout>()
  private readonly listeners: ItemListener[] = []

  constructor(parts: { store: Store; progress: RolloutProgress; clock: Clock }) {
    this.store = parts.store
    this.progress = parts.progress
    this.clock = parts.clock
  }

  /** Calls `listener` after each change of a merchant. */
  onItem(listener: ItemListener): void {
    this.listeners.push(listener)
  }

  /** Brings a rollout into memory; one that is there already stays as it is. */
  load(rollout: Rollout): LiveRollout {
    const known = this.live.get(rollout.id)
    if (known) return known
    const live = new LiveRollout(rollout, this.store.rollouts.items(rollout.id), this.clock.now())
    this.live.set(rollout.id, live)
    return live
  }

  /** The rollout in memory, if it is there. */
  find(accountId: string, id: string): LiveRollout | null {
    const live = this.live.get(id)
    return live?.accountId === accountId ? live : null
  }

  of(accountId: string): readonly LiveRollout[] {
    return [...this.live.values()].filter((live) => live.accountId === accountId)
  }

  all(): readonly LiveRollout[] {
    return [...this.live.values()]
  }

  /** Written, and then brought to memory in a turn of its own: for thousands either takes its while. */
  async add(made: NewRollout): Promise<LiveRollout> {
    const { accountId, id } = this.store.rollouts.add(made)
    await breathe()
    const rollout = this.store.rollouts.get(accountId, id)
    if (rollout === null) throw rolloutGone()
    const live = this.load(rollout)
    this.progress.changed(live)
    return live
  }

  change(live: LiveRollout, change: RolloutChange): void {
    live.changed(this.store.rollouts.change(live.id, change), this.clock.now())
    this.progress.changed(live)
  }

  /**
   * Written, and told. In a rollout that was stopped nothing begins again. What a power cut takes of it is found out about again
   * by the operations and by what the platform shows.
   */
  save(live: LiveRollout, item: RolloutItem, change: ItemChange): RolloutItem {
    const next = this.next(live, item, change)
    this.store.lightly(() => this.store.rollouts.saveItem(live.id, next))
    return this.put(live, next)
  }

  /** Several at once: all of them are written, or none. */
  saveAll(live: LiveRollout, items: readonly RolloutItem[], change: ItemChange): void {
    const changed = items.map((item) => this.next(live, item, change))
    this.store.transaction(() => {
      for (const next of changed) this.store.rollouts.saveItem(live.id, next)
    })
    for (const next of changed) this.put(live, next)
  }

  /** Told, and not written. */
  passing(live: LiveRollout, item: RolloutItem, change: ItemChange): RolloutItem {
    return this.put(live, this.next(live, item, change))
  }

  log(live: LiveRollout, tone: RolloutLogEntry['tone'], text: string): void {
    const entry = this.store.rollouts.log(live.id, { at: this.clock.now(), tone, text })
    this.progress.changed(live, { log: [entry] })
  }

  /** Takes a rollout out of memory; what is waiting to be told is told still. */
  release(live: LiveRollout): void {
    this.live.delete(live.id)
  }

  /** The rollout is gone from the database. */
  drop(live: LiveRollout): void {
    this.live.delete(live.id)
    this.progress.forget(live)
  }

  /** The item as the caller knows it may be older than the one in memory. */
  private next(live: LiveRollout, item: RolloutItem, change: ItemChange): RolloutItem {
    const next = changedItem(live.item(item.appId) ?? item, change, this.clock.now())
    const isHeld = next.state === 'waiting' || next.state === 'reviewing' || next.state === 'approved'
    return live.state === 'stopped' && isHeld ? changedItem(next, { state: 'skipped' }, next.changedAt) : next
  }

  private put(live: LiveRollout, next: RolloutItem): RolloutItem {
    const before = live.item(next.appId) ?? next
    live.put(next, this.clock.now())
    this.progress.changed(live, { items: [next] })
    for (const listener of this.listeners) listener(live, next, before)
    return next
  }
}
