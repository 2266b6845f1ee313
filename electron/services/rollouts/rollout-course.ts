import type { RolloutHold, RolloutItemState, RolloutState } from '@shared/domain/rollout'
import type { DeskError } from '@shared/errors'
import { say } from '@shared/texts/say'
import type { Clock } from '../../ports'
import type { RolloutChange } from '../../store/repositories'
import type { Notifier } from '../events/notifications'
import type { Agenda } from './agenda'
import type { LiveRollout } from './live-rollout'
import type { RolloutBook } from './rollout-book'
import { standingOf, stopReason } from './rollout-decisions'
import { countsText, holdText, logTexts, rolloutNotification, waveText } from './rollout-texts'

export type RolloutCourseParts = {
  readonly book: RolloutBook
  readonly agenda: Agenda
  readonly notifier: Pick<Notifier, 'tell'>
  readonly clock: Clock
  /** There may be something to begin for this account. */
  readonly wake: (accountId: string) => void
}

const notBegun: readonly RolloutItemState[] = ['waiting', 'reviewing', 'approved']

/** Where rollouts stand as a whole: waves, gates, the release train, what pauses them, and their end. */
export class RolloutCourse {
  private readonly parts: RolloutCourseParts

  constructor(parts: RolloutCourseParts) {
    this.parts = parts
  }

  /**
   * A planned one begins at its time; a gate that opens by itself does so at its. To be called once, when it comes to memory: what
   * did not stop it in an earlier run does not stop it now.
   */
  attend(live: LiveRollout): void {
    const { state, hold, plan } = live.snapshot()
    if (this.stopText(live, true) !== null) live.forgive()
    if (state === 'planned') this.parts.agenda.at(plan.startAt ?? 0, () => this.startTimeCame(live))
    if (hold?.by === 'gate' && hold.opensAt !== null) this.awaitGate(live, hold.opensAt)
  }

  begin(live: LiveRollout, text: string): void {
    this.go(live, { state: 'running', hold: null, startedAt: this.parts.clock.now() })
    this.parts.book.log(live, 'info', text)
    this.evaluate(live)
  }

  pause(live: LiveRollout, actor: string): void {
    this.parts.book.change(live, { state: 'paused', hold: { by: 'operator' } })
    this.parts.book.log(live, 'warning', logTexts.paused(actor))
  }

  /** `actor` null: its account came back. What failed so far is not held against it again, and what waits is tried at once. */
  resume(live: LiveRollout, actor: string | null): void {
    live.forgive()
    this.hurry(live)
    this.go(live, { state: 'running', hold: null })
    this.parts.book.log(live, 'info', logTexts.resumed(actor))
    this.evaluate(live)
  }

  /** For good: what is being sent is finished, what was lost is found out about, everything else is skipped. */
  stop(live: LiveRollout, actor: string): void {
    const { book, clock } = this.parts
    const left = live.all().filter(({ state }) => notBegun.includes(state))
    const atWork = live.all().filter(({ state }) => state === 'running')
    book.saveAll(live, atWork, {})
    book.saveAll(live, left, { state: 'skipped', error: null, cause: null })
    book.change(live, { state: 'stopped', hold: null, finishedAt: clock.now() })
    book.log(live, 'warning', logTexts.stopped(left.length, actor))
    this.letGo(live)
  }

  /** `actor` null: it opened by itself. */
  openWave(live: LiveRollout, actor: string | null): void {
    const wave = live.wave + 1
    this.go(live, { state: 'running', hold: null, wave })
    this.parts.book.log(live, 'info', logTexts.waveOpened(waveText(live.snapshot(), wave), actor))
    this.evaluate(live)
  }

  /** Merchants were given back to a rollout that stood still or had ended: it goes on with them, unless it is paused. */
  reopen(live: LiveRollout): void {
    if (live.state === 'deciding' || live.state === 'finished') {
      this.go(live, { state: 'running', hold: null, finishedAt: null })
    }
    live.forgive()
    this.evaluate(live)
  }

  /** An allowance is used up, or the account as a whole can not be used. */
  holdFor(live: LiveRollout, by: 'account' | 'quota', error: DeskError): void {
    if (live.state === 'running') this.holdBack(live, { by, error })
  }

  /** Decides what comes next; to be called whenever a merchant has changed. */
  evaluate(live: LiveRollout): void {
    if (live.isOver()) return this.letGo(live)
    if (live.state === 'planned') return
    const standing = standingOf(live.waveCounts(), live.wave)
    if (standing === 'end') return this.finish(live)
    if (live.state === 'paused' || this.isHeldBack(live, standing !== 'work')) return
    if (standing === 'gate') this.atGate(live)
    else if (standing === 'train') this.atTrain(live)
    else if (live.state === 'deciding') this.go(live, { state: 'running', hold: null })
  }

  private isHeldBack(live: LiveRollout, isWaveOver: boolean): boolean {
    if (live.state !== 'running') return false
    const text = this.stopText(live, isWaveOver)
    if (text !== null) this.holdBack(live, { by: 'stop_rule', text })
    return text !== null
  }

  private stopText(live: LiveRollout, isWaveOver: boolean): string | null {
    return stopReason(live.plan.stop, { fared: live.fared(), isWaveOver, streaks: live.streaks })
  }

  private holdBack(live: LiveRollout, hold: RolloutHold): void {
    const text = holdText(hold)
    this.parts.book.change(live, { state: 'paused', hold })
    this.parts.book.log(live, 'danger', text)
    this.notify(live, say`批量发布已自动暂停`, text)
  }

  private atGate(live: LiveRollout): void {
    if (live.state === 'deciding') return
    const { book, clock } = this.parts
    const { wave, plan } = live
    const opensAt = this.opensAt(live)
    book.change(live, { state: 'deciding', hold: { by: 'gate', wave, opensAt } })
    const text = this.waveEnded(live)
    if (opensAt !== null && opensAt <= clock.now()) return this.openWave(live, null)
    if (opensAt !== null) return this.awaitGate(live, opensAt)
    if (plan.gate.by === 'quiet') book.log(live, 'warning', logTexts.nothingDone)
    this.notify(live, say`批量发布等你决定`, text)
  }

  /** A wave in which nothing got there opens no other by itself. */
  private opensAt(live: LiveRollout): number | null {
    const { gate } = live.plan
    const counts = live.waveCounts()[live.wave]?.counts
    const isAnyThere = counts !== undefined && counts.done + counts.approved + counts.unchanged > 0
    return gate.by === 'quiet' && isAnyThere ? this.parts.clock.now() + gate.minutes * 60_000 : null
  }

  private awaitGate(live: LiveRollout, opensAt: number): void {
    this.parts.agenda.at(opensAt, () => this.gateTimeCame(live, opensAt))
  }

  /** Nothing may have gone wrong since the wave ended; a gate that was passed meanwhile is not this one. */
  private gateTimeCame(live: LiveRollout, opensAt: number): void {
    const { hold, plan } = live.snapshot()
    if (live.state !== 'deciding' || hold?.by !== 'gate' || hold.opensAt !== opensAt) return
    const since = opensAt - (plan.gate.by === 'quiet' ? plan.gate.minutes * 60_000 : 0)
    const isQuiet = !live.all().some(({ state, finishedAt }) => isFailing(state) && (finishedAt ?? 0) > since)
    if (isQuiet) return this.openWave(live, null)
    this.parts.book.change(live, { hold: { ...hold, opensAt: null } })
    this.parts.book.log(live, 'warning', logTexts.notQuiet)
    this.notify(live, say`批量发布等你决定`, logTexts.notQuiet)
  }

  private atTrain(live: LiveRollout): void {
    const { book } = this.parts
    const approved = live.sum('approved')
    const { hold } = live.snapshot()
    if (hold?.by === 'train' && hold.approved === approved) return
    const isNew = live.state !== 'deciding'
    book.change(live, { state: 'deciding', hold: { by: 'train', approved } })
    if (!isNew) return
    this.waveEnded(live)
    book.log(live, 'info', logTexts.train(approved))
    this.notify(live, say`批量发布等你决定`, logTexts.train(approved))
  }

  private finish(live: LiveRollout): void {
    const { book, clock } = this.parts
    const { waves, counts } = live.snapshot()
    if (waves.length > 1) this.waveEnded(live)
    book.change(live, { state: 'finished', hold: null, finishedAt: clock.now() })
    const isWell = counts.failed + counts.rejected + counts.blocked === 0
    book.log(live, isWell ? 'success' : 'warning', logTexts.finished(counts))
    this.notify(live, say`批量发布已结束`, countsText(counts))
    this.letGo(live)
  }

  /** Said once, also where merchants are tried again after it. */
  private waveEnded(live: LiveRollout): string {
    const rollout = live.snapshot()
    const counts = rollout.waves[live.wave]?.counts ?? rollout.counts
    const text = logTexts.waveEnded(waveText(rollout, live.wave), counts)
    const isWell = counts.failed + counts.rejected === 0
    if (live.toldWave < live.wave) this.parts.book.log(live, isWell ? 'success' : 'warning', text)
    live.toldWave = live.wave
    return text
  }

  private startTimeCame(live: LiveRollout): void {
    if (live.state === 'planned') this.begin(live, logTexts.begunByTime)
  }

  /** What waits to be tried again is tried now. */
  private hurry(live: LiveRollout): void {
    const late = live.all().filter(({ state, notBefore }) => state === 'waiting' && notBefore !== null)
    if (late.length > 0) this.parts.book.saveAll(live, late, { notBefore: null })
  }

  private go(live: LiveRollout, change: RolloutChange & { readonly state: RolloutState }): void {
    this.parts.book.change(live, change)
    this.parts.wake(live.accountId)
  }

  private notify(live: LiveRollout, title: string, body: string): void {
    this.parts.notifier.tell(live.accountId, rolloutNotification(live.snapshot(), title, body))
  }

  /** Nothing is left to do for it; pages that ask for it are answered from the database. */
  private letGo(live: LiveRollout): void {
    if (!live.hasOpenItems()) this.parts.book.release(live)
  }
}

const isFailing = (state: RolloutItemState): boolean => state === 'failed' || state === 'rejected'
