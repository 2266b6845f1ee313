import type { RolloutItem } from '@shared/domain/rollout'
import { DeskFailure, type AssignedError, type DeskError } from '@shared/errors'
import { withPriority } from '../../douyin/priority'
import type { Clock, Logger, Random } from '../../ports'
import { storageFailure } from '../failures'
import type { OperationRunner } from '../operation-runner'
import type { AccountWeather } from './account-weather'
import type { LiveRollout } from './live-rollout'
import type { RolloutBook } from './rollout-book'
import type { RolloutCourse } from './rollout-course'
import { internalFailure } from './rollout-failures'
import { afterFailure, putOff, type ItemChange } from './rollout-outcomes'
import type { RolloutSteps } from './rollout-steps'
import { logTexts } from './rollout-texts'

export type RolloutWorkerParts = {
  readonly operations: Pick<OperationRunner, 'isRunning'>
  readonly book: RolloutBook
  readonly course: RolloutCourse
  readonly steps: RolloutSteps
  readonly clock: Clock
  readonly random: Random
  readonly logger: Logger
  /** Ends the work between two steps. */
  readonly closing: AbortSignal
}

/** A merchant that the operator is busy with is looked at again after this time. */
const busyPauseMs = 1_000

/** Works on one merchant, step by step, until it has to wait or is over; writes what became of it. */
export class RolloutWorker {
  private readonly parts: RolloutWorkerParts

  constructor(parts: RolloutWorkerParts) {
    this.parts = parts
  }

  /** Never rejects: what can not be written pauses the rollout, or is in the log. */
  async work(live: LiveRollout, item: RolloutItem, weather: AccountWeather): Promise<void> {
    const { operations, book, course, clock } = this.parts
    try {
      if (operations.isRunning({ accountId: live.accountId, appId: item.appId })) {
        book.save(live, item, putOff(clock.now() + busyPauseMs))
        return
      }
      let at: RolloutItem | null = book.passing(live, item, { state: 'running' })
      while (at) at = await this.step(live, at, weather)
      course.evaluate(live)
    } catch (error) {
      this.broken(live, error)
    }
  }

  /** Does one step; the merchant as it goes on at once, or null where it has to wait or is over. */
  private async step(live: LiveRollout, item: RolloutItem, weather: AccountWeather): Promise<RolloutItem | null> {
    const { book, clock, closing } = this.parts
    const change = await this.attempt(live, item, weather)
    const next = { ...item, ...change }
    const isNext = next.state === 'waiting' && (next.notBefore ?? 0) <= clock.now() && next.step !== item.step
    const goesOn = isNext && live.isGoing() && !closing.aborted
    if (goesOn) return book.passing(live, item, { ...change, state: 'running' })
    book.save(live, item, change)
    return null
  }

  private async attempt(live: LiveRollout, item: RolloutItem, weather: AccountWeather): Promise<ItemChange> {
    try {
      const change = await withPriority('background', () => this.parts.steps.carryOut(live, item))
      this.noteWeather(live.accountId, weather, () => weather.worked(isAccepted(item, change) ? 'accepted' : 'read'))
      return change
    } catch (thrown) {
      return this.failed(live, item, weather, this.explained(item, thrown))
    }
  }

  private failed(live: LiveRollout, item: RolloutItem, weather: AccountWeather, error: DeskError): ItemChange {
    const { book, clock, random, course } = this.parts
    const now = clock.now()
    this.noteWeather(live.accountId, weather, () => weather.failed(item.appId, error, now), error)
    if (isAccountsOwn(error)) {
      for (const each of book.of(live.accountId)) course.holdFor(each, 'account', error)
      return { ...putOff(now), error }
    }
    if (weather.isQuotaUsedUp()) course.holdFor(live, 'quota', error)
    return afterFailure(item, error, { now, random, isCounted: !weather.isDown() })
  }

  /** Tells of the beginning and the end of an outage. */
  private noteWeather(accountId: string, weather: AccountWeather, note: () => void, error?: DeskError): void {
    const { book } = this.parts
    const wasDown = weather.isDown()
    note()
    if (wasDown === weather.isDown()) return
    for (const live of book.of(accountId).filter((each) => each.isGoing())) {
      if (wasDown) book.log(live, 'info', logTexts.outageOver)
      else book.log(live, 'warning', logTexts.outage(error?.reason ?? error?.message ?? ''))
    }
  }

  private explained({ appId, name }: RolloutItem, thrown: unknown): AssignedError {
    if (thrown instanceof DeskFailure) return thrown.error
    const storage = storageFailure(thrown)
    if (storage) return storage
    this.log('a merchant of a rollout failed', thrown)
    return internalFailure({ appId, name })
  }

  /** What became of a merchant could not be written: the rollout is gone with its account's records, or the disk refuses. */
  private broken(live: LiveRollout, error: unknown): void {
    const { book, course, closing } = this.parts
    if (error instanceof DeskFailure && error.error.code === 'not_found') return book.drop(live)
    if (closing.aborted) return
    this.log('a rollout can not be written', error)
    try {
      course.holdFor(live, 'account', storageFailure(error) ?? internalFailure({ appId: '', name: live.plan.title }))
    } catch (second) {
      this.log('a rollout is not paused', second)
      book.release(live)
    }
  }

  private log(what: string, error: unknown): void {
    this.parts.logger.error(what, { error: error instanceof Error ? error.stack : String(error) })
  }
}

/** Whether the platform did something that it could have refused for want of an allowance. */
function isAccepted({ step }: RolloutItem, change: ItemChange): boolean {
  const isReading = step === 'preflight' || step === 'refresh' || step === 'review'
  return !isReading && (change.state === 'done' || change.step !== step)
}

/** The next merchant would meet it as well, and waiting does not help. What the network does is the weather's business. */
const isAccountsOwn = ({ code }: DeskError): boolean =>
  code === 'credentials' || code === 'keychain' || code === 'relay' || code === 'storage'
