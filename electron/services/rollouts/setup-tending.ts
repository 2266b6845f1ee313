import type { MerchantRef } from '@shared/domain/merchant'
import type { RolloutItem, SetupWork } from '@shared/domain/rollout'
import type { SettingChange } from '@shared/domain/setting'
import { DeskFailure } from '@shared/errors'
import { isSetupWork, setupWorkFacets } from '@shared/rules/rollout-work'
import { facetKinds } from '@shared/rules/setting-names'
import { withPriority } from '../../douyin/priority'
import type { Clock, Logger, Random } from '../../ports'
import type { Store } from '../../store/repositories'
import type { EventHub } from '../event-hub'
import type { SettingRunner } from '../setup/setting-runner'
import type { Agenda } from './agenda'
import type { LiveRollout } from './live-rollout'
import type { RolloutBook } from './rollout-book'
import { putOff, type ItemChange } from './rollout-outcomes'
import { afterSettledSetup, isOpen } from './setup-recovery'

export type SetupTendingParts = {
  readonly store: Store
  readonly events: EventHub
  readonly settings: Pick<SettingRunner, 'settle'>
  readonly book: RolloutBook
  readonly agenda: Agenda
  readonly clock: Clock
  readonly random: Random
  readonly logger: Logger
  /** Whether this account can be asked now. */
  readonly canAsk: (accountId: string) => boolean
  /** A merchant was found out about: the rollout may go on. */
  readonly onChange: (live: LiveRollout) => void
}

/** What was lost keeps its merchant from going on. */
const pace = { firstMs: 2_000, lastMs: 60_000, growth: 1.5 } as const

/**
 * Looks after the merchants whose change of the set-up was sent and has no known outcome, until it has one: they are read again
 * and again, at growing intervals, and whoever else settles a change is heard of.
 */
export class SetupTending {
  private readonly parts: SetupTendingParts
  private readonly waiting = new Set<string>()

  constructor(parts: SetupTendingParts) {
    this.parts = parts
    parts.book.onItem((live, item) => this.note(live, item))
    parts.events.onEvent((event) => {
      if (event.name === 'setting.changed') this.heard(event.payload.change)
    })
  }

  /** Takes up those that an earlier run left. */
  takeUp(live: LiveRollout): void {
    for (const item of live.all()) this.note(live, item)
  }

  private note(live: LiveRollout, { appId, state }: RolloutItem): void {
    const name = `${live.id}/${appId}`
    if (state !== 'unknown' || !isSetupWork(live.plan.work) || this.waiting.has(name)) return
    this.waiting.add(name)
    this.schedule(live, appId, pace.firstMs)
  }

  private schedule(live: LiveRollout, appId: string, inMs: number): void {
    const { agenda, clock } = this.parts
    agenda.at(clock.now() + inMs, () => void this.look(live, appId, inMs))
  }

  /** What can not be read is looked at again. */
  private async look(live: LiveRollout, appId: string, intervalMs: number): Promise<void> {
    const { logger, canAsk } = this.parts
    try {
      const { work } = live.plan
      const isDue = this.isUnknown(live, appId) && canAsk(live.accountId)
      if (isDue && isSetupWork(work)) await withPriority('background', () => this.settle(live, appId, work))
    } catch (error) {
      if (!(error instanceof DeskFailure)) logger.error('a change is not settled', { error: String(error) })
    }
    if (this.isUnknown(live, appId)) this.schedule(live, appId, Math.min(intervalMs * pace.growth, pace.lastMs))
    else this.waiting.delete(`${live.id}/${appId}`)
  }

  private async settle(live: LiveRollout, appId: string, work: SetupWork): Promise<void> {
    const { store, settings, clock } = this.parts
    const ref: MerchantRef = { accountId: live.accountId, appId }
    const changes = store.settingChanges.unsettled(ref, facetKinds[setupWorkFacets[work.kind]])
    const own = changes.find(({ rolloutId }) => rolloutId === live.id)
    if (own) await settings.settle(ref, own.id)
    else this.turn(live, appId, putOff(clock.now()))
  }

  private isUnknown(live: LiveRollout, appId: string): boolean {
    const isThere = this.parts.book.find(live.accountId, live.id) === live
    return isThere && live.item(appId)?.state === 'unknown'
  }

  private heard(change: SettingChange): void {
    const { accountId, appId, rolloutId } = change
    if (rolloutId === null || isOpen(change)) return
    const live = this.parts.book.find(accountId, rolloutId)
    if (live === null || !isSetupWork(live.plan.work)) return
    if (change.state === 'done') live.memory(appId).isAccepted = true
    const item = live.item(appId)
    if (item?.state !== 'unknown') return
    const { clock, random } = this.parts
    const facts = { now: clock.now(), random, isCounted: true }
    this.turn(live, appId, afterSettledSetup(live.plan.work, item, change, facts))
  }

  /** Whoever settled the change is not to fail by what is made of it; what could not be written is looked at again. */
  private turn(live: LiveRollout, appId: string, change: ItemChange): void {
    const { book, logger, onChange } = this.parts
    const item = live.item(appId)
    if (!item) return
    try {
      book.save(live, item, change)
      onChange(live)
    } catch (error) {
      if (error instanceof DeskFailure && error.error.code === 'not_found') return book.drop(live)
      logger.error('a merchant of a rollout is not noted', { error: String(error) })
    }
  }
}
