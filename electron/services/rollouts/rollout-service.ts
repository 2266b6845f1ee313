import { setImmediate as breathe } from 'node:timers/promises'
import type { CallInput, RolloutDetail } from '@shared/contract'
import type { Rollout, RolloutItem, RolloutPreview } from '@shared/domain/rollout'
import {
  canRetryRolloutItem,
  canSkipRolloutItem,
  rolloutActions,
  type RolloutAction
} from '@shared/rules/rollout-actions'
import { isSetupWork } from '@shared/rules/rollout-work'
import { say, spokenLanguage } from '@shared/texts/say'
import type { Clock } from '../../ports'
import type { Store } from '../../store/repositories'
import type { AccountService } from '../account-service'
import type { BaselineService } from '../setup/baseline-service'
import type { StagedFiles } from '../setup/staged-files'
import type { LiveRollout } from './live-rollout'
import type { RolloutBook } from './rollout-book'
import type { RolloutCourse } from './rollout-course'
import { notPossibleForRollout, rolloutGone } from './rollout-failures'
import { rolloutJournal } from './rollout-journal'
import { putOff } from './rollout-outcomes'
import { freeze, refuseOthers } from './rollout-plan-check'
import type { RolloutPreviews } from './rollout-preview'
import type { RolloutRunner } from './rollout-runner'
import { logTexts } from './rollout-texts'
import { refuseSetup } from './setup-check'

export type RolloutServiceParts = {
  readonly store: Store
  readonly accounts: Pick<AccountService, 'platform'>
  readonly files: Pick<StagedFiles, 'get'>
  readonly baselines: Pick<BaselineService, 'assign'>
  readonly previews: Pick<RolloutPreviews, 'preview'>
  readonly book: RolloutBook
  readonly course: RolloutCourse
  readonly runner: RolloutRunner
  readonly clock: Clock
  /** The operating system's user. */
  readonly actor: string
}

type RolloutName = { readonly accountId: string; readonly rolloutId: string }
type Some = RolloutName & { readonly appIds: readonly string[] | null }

const rolloutsShown = 200
const linesShown = 500

const notDone: Readonly<Record<RolloutAction | 'skip', () => string>> = {
  pause: () => say`批量发布没有暂停`,
  resume: () => say`批量发布没有继续`,
  stop: () => say`批量发布没有停止`,
  openWave: () => say`没有打开下一波`,
  releaseTogether: () => say`没有一起发布`,
  retry: () => say`没有重试`,
  skip: () => say`没有跳过`
}

/**
 * Rollouts as the operator handles them: planned, begun, watched, paused, resumed, stopped, gated, released together, and
 * merchant by merchant retried and skipped. All methods throw `DeskFailure` `not_found` for one that is not there, and
 * `not_possible_now` as `rolloutActions` says.
 */
export class RolloutService {
  private readonly parts: RolloutServiceParts

  constructor(parts: RolloutServiceParts) {
    this.parts = parts
  }

  preview({ accountId, plan, appIds, requests }: CallInput<'rollouts.preview'>): Promise<RolloutPreview> {
    return this.parts.previews.preview(accountId, plan, appIds, requests)
  }

  /**
   * Freezes the merchants, writes it all down and begins, or waits for `startAt`. Throws `DeskFailure`: `invalid_input`,
   * `not_possible_now` where a merchant is not over in another rollout, `credentials` for an account that can not be used,
   * `not_found` for a baseline or a staged picture that is gone.
   */
  async start(order: CallInput<'rollouts.start'>): Promise<RolloutDetail> {
    const { store, accounts, book, course, runner, clock, actor } = this.parts
    const { accountId, plan, origin } = order
    accounts.platform(accountId)
    const frozen = await freeze(store, order)
    refuseOthers(store, order)
    if (await this.prepareSetup(order)) refuseOthers(store, order)
    const createdAt = clock.now()
    const made = { ...frozen, accountId, plan, createdAt, startedAt: null, actor, origin }
    const live = await book.add({ ...made, state: 'planned' })
    if (plan.startAt !== null && plan.startAt > createdAt) {
      book.log(live, 'info', logTexts.planned(order.appIds.length, timeText(plan.startAt)))
    } else if (live.state === 'planned') {
      course.begin(live, logTexts.begun(order.appIds.length, frozen.waveNames.length, actor))
    }
    runner.adopt(live)
    await breathe()
    return this.detail(live)
  }

  list(accountId: string): readonly Rollout[] {
    const { store, book } = this.parts
    return store.rollouts
      .list(accountId, rolloutsShown)
      .map((rollout) => book.find(accountId, rollout.id)?.snapshot() ?? rollout)
  }

  get({ accountId, rolloutId }: RolloutName): RolloutDetail {
    const { store, book } = this.parts
    const live = book.find(accountId, rolloutId)
    if (live) return this.detail(live)
    const rollout = store.rollouts.get(accountId, rolloutId)
    if (rollout === null) throw rolloutGone()
    return { rollout, items: store.rollouts.items(rolloutId), log: this.lines(rolloutId) }
  }

  pause(name: RolloutName): RolloutDetail {
    const live = this.possible(name, 'pause')
    this.parts.course.pause(live, this.parts.actor)
    return this.detail(live)
  }

  /** Also begins a planned one at once. Throws `credentials` for an account that can not be used. */
  resume(name: RolloutName): RolloutDetail {
    const { accounts, course, runner, actor } = this.parts
    const live = this.possible(name, 'resume')
    accounts.platform(live.accountId)
    runner.forgetQuota(live.accountId)
    if (live.state === 'planned') {
      const { total, waves } = live.snapshot()
      course.begin(live, logTexts.begun(total, waves.length, actor))
    } else course.resume(live, actor)
    return this.detail(live)
  }

  stop(name: RolloutName): RolloutDetail {
    const live = this.possible(name, 'stop')
    this.parts.course.stop(live, this.parts.actor)
    return this.detail(live)
  }

  openWave(name: RolloutName): RolloutDetail {
    const live = this.possible(name, 'openWave')
    this.parts.course.openWave(live, this.parts.actor)
    return this.detail(live)
  }

  /** What has passed so far; what passes later waits for the next time. */
  releaseTogether(name: RolloutName): RolloutDetail {
    const { book, course, actor } = this.parts
    const live = this.possible(name, 'releaseTogether')
    const approved = live.all().filter(({ state }) => state === 'approved')
    book.saveAll(live, approved, { step: 'release', state: 'waiting', attempts: 0, notBefore: null })
    book.log(live, 'info', logTexts.released(approved.length, actor))
    course.reopen(live)
    return this.detail(live)
  }

  /** Null: those that failed, were rejected or blocked; skipped ones only where they are named. */
  retry(some: Some): RolloutDetail {
    const { store, book, course, runner, actor } = this.parts
    const live = this.possible(some, 'retry')
    const wanted = this.some(live, some, canRetryRolloutItem).filter(
      ({ state }) => some.appIds !== null || state !== 'skipped'
    )
    if (wanted.length === 0) throw this.refused(live, 'retry', say`没有可以重试的商家`)
    const appIds = wanted.map(({ appId }) => appId)
    refuseOthers(store, { accountId: live.accountId, plan: live.plan, appIds }, live.id)
    for (const appId of appIds) live.memory(appId).readAt = null
    book.saveAll(live, wanted, { ...putOff(0), notBefore: null, attempts: 0, reviewSince: null })
    book.log(live, 'info', logTexts.retried(wanted.length, actor))
    runner.forgetQuota(live.accountId)
    course.reopen(live)
    return this.detail(live)
  }

  /** For good, unless they are named for a retry. Not what is being sent, and not what is over. */
  skip(some: Some): RolloutDetail {
    const { book, course, actor } = this.parts
    const live = this.found(some)
    const wanted = live.isOver() ? [] : this.some(live, some, canSkipRolloutItem)
    if (wanted.length === 0) throw this.refused(live, 'skip', say`没有可以跳过的商家：正在发送的要先做完`)
    book.saveAll(live, wanted, { state: 'skipped', cause: null, error: null })
    book.log(live, 'info', logTexts.skipped(wanted.length, actor))
    course.evaluate(live)
    return this.detail(live)
  }

  /** For support: plan, merchants, log and operations, without secrets. */
  journal({ accountId, rolloutId }: RolloutName): { readonly name: string; readonly json: string } {
    const { store, clock } = this.parts
    const rollout = store.rollouts.get(accountId, rolloutId)
    if (rollout === null) throw rolloutGone()
    return rolloutJournal(store, rollout, clock.now())
  }

  /** Answers whether others may have begun something meanwhile. */
  private async prepareSetup({ accountId, plan: { work }, ...order }: CallInput<'rollouts.start'>): Promise<boolean> {
    const { files, baselines } = this.parts
    if (!isSetupWork(work)) return false
    refuseSetup(files, work, order)
    if (work.kind === 'domains') await baselines.assign(accountId, work.baseline.id, order.appIds)
    return work.kind === 'domains'
  }

  private some(live: LiveRollout, { appIds }: Some, fits: (item: RolloutItem) => boolean): readonly RolloutItem[] {
    const named = appIds && new Set(appIds)
    return live.all().filter((item) => (named === null || named.has(item.appId)) && fits(item))
  }

  private possible(name: RolloutName, action: RolloutAction): LiveRollout {
    const live = this.found(name)
    const availability = rolloutActions(live.snapshot())[action]
    if (!availability.possible) throw this.refused(live, action, availability.why)
    return live
  }

  private refused(live: LiveRollout, action: RolloutAction | 'skip', why: string) {
    if (live.isOver()) this.parts.course.evaluate(live)
    return notPossibleForRollout(notDone[action](), why)
  }

  /** One that is over comes back to memory, as merchants may be given back to it. */
  private found({ accountId, rolloutId }: RolloutName): LiveRollout {
    const { store, book } = this.parts
    const live = book.find(accountId, rolloutId)
    if (live) return live
    const rollout = store.rollouts.get(accountId, rolloutId)
    if (rollout === null) throw rolloutGone()
    return book.load(rollout)
  }

  private detail(live: LiveRollout): RolloutDetail {
    return { rollout: live.snapshot(), items: live.all(), log: this.lines(live.id) }
  }

  private lines(rolloutId: string): RolloutDetail['log'] {
    return this.parts.store.rollouts.logEntries(rolloutId, linesShown)
  }
}

/** As a clock on the wall shows it here. */
const timeText = (at: number): string =>
  new Intl.DateTimeFormat(spokenLanguage() === 'en' ? 'en-GB' : 'zh-CN', {
    dateStyle: 'medium',
    timeStyle: 'short'
  }).format(at)
