import type { MerchantRef } from '@shared/domain/merchant'
import type { Operation } from '@shared/domain/operation'
import type { Agenda } from './agenda'
import type { LiveRollout } from './live-rollout'
import type { RolloutBook } from './rollout-book'
import type { RolloutCourse } from './rollout-course'
import type { RolloutProgress } from './rollout-progress'
import type { RolloutRunner } from './rollout-runner'
import type { RolloutTending } from './rollout-tending'
import { logTexts } from './rollout-texts'

export type RolloutEngineParts = {
  readonly book: RolloutBook
  readonly course: RolloutCourse
  readonly runner: RolloutRunner
  readonly tending: RolloutTending
  readonly agenda: Agenda
  readonly progress: RolloutProgress
}

/** What carries rollouts out, as the rest of the application knows it. */
export class RolloutEngine {
  private readonly parts: RolloutEngineParts

  constructor(parts: RolloutEngineParts) {
    this.parts = parts
  }

  /** Takes up what an earlier run left; nothing is asked of the platform before the account is ready. */
  takeUp(left: readonly LiveRollout[]): void {
    const { book, course, runner } = this.parts
    for (const live of left) {
      if (live.state === 'running') book.log(live, 'info', logTexts.goesOn)
      runner.adopt(live)
      course.evaluate(live)
    }
  }

  /** The account can be asked now: its rollouts go on. */
  goOn(accountId: string): void {
    this.parts.runner.goOn(accountId)
  }

  /** The computer slept, or the process was held, for about so long; the agenda finds by itself what came due meanwhile. */
  woke(sleptMs: number): void {
    const { book } = this.parts
    for (const live of book.all()) if (live.state === 'running') book.log(live, 'info', logTexts.woke(sleptMs))
  }

  /** Whether a merchant's version in review is looked after for a rollout. */
  watches(ref: MerchantRef): boolean {
    return this.parts.tending.watches(ref)
  }

  /** Whether a lost operation is settled for a rollout. */
  settles(operation: Operation): boolean {
    return this.parts.tending.settles(operation)
  }

  /** How many merchants are at work at this moment. */
  runningCount(): number {
    return this.parts.runner.runningCount()
  }

  /** Begins nothing more, waits a while for what is being sent, and tells what is still to be told. */
  async stop(): Promise<void> {
    this.parts.agenda.close()
    await this.parts.runner.stop()
    this.parts.progress.close()
  }
}
