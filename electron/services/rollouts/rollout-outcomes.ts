import type { Operation, OperationKind } from '@shared/domain/operation'
import type { RolloutItem, RolloutStep, RolloutWork } from '@shared/domain/rollout'
import type { DeskError, DeskErrorCode } from '@shared/errors'
import { causeOfError, causeOfRefusal } from '@shared/rules/rollout-causes'
import { isSetupWork } from '@shared/rules/rollout-work'
import type { Random } from '../../ports'

/** What becomes of a merchant; what is left out stays as it is. */
export type ItemChange = Partial<Omit<RolloutItem, 'appId' | 'name' | 'wave' | 'changedAt' | 'finishedAt'>>

/** So many failures in a row that may pass by themselves, and the merchant has failed. */
export const attemptsMax = 5

const pause = { firstMs: 1_000, growth: 3, capMs: 60_000, cancelledMs: 1_000, busyMs: 2_000 }

/** An allowance that is used up (28003017) does not come back within minutes. */
export const quotaCode = '28003017'
const quotaPauseMs = 15 * 60_000

/** May work later without anything being changed; what was or was not done is looked at first. */
const passing: ReadonlySet<DeskErrorCode> = new Set([
  'not_carried_out',
  'not_possible_now',
  'changed_meanwhile',
  'platform_busy',
  'platform_fault',
  'platform_unexpected',
  'network',
  'timeout'
])

/** Nothing was sent, or nothing will do until somebody has put something right. */
const blocking: ReadonlySet<DeskErrorCode> = new Set(['authorization_lost', 'invalid_input'])

/** The token was refused although it was a new one, as when all expire while it is on its way: the next may do. */
const tokenCodes: ReadonlySet<string> = new Set(['28001003', '28001008'])

/** The step with which the work on a merchant ends well. */
export function finalStep(work: RolloutWork): RolloutStep {
  if (isSetupWork(work)) return 'setup'
  return work.kind === 'ship' || work.kind === 'submit' ? work.until : work.kind
}

/** The step that an operation carries out. */
export function stepOf(kind: OperationKind): RolloutStep {
  return kind === 'resubmit' ? 'submit' : kind
}

/** What follows a step that the platform accepted. `at` (ms since 1970): when it was sent. */
export function afterStep(work: RolloutWork, step: RolloutStep, at: number): ItemChange {
  const well = { cause: null, error: null, attempts: 0, notBefore: null } as const
  if (step === finalStep(work)) return { ...well, step, state: 'done' }
  if (step === 'submit') return { ...well, step: 'review', state: 'reviewing', reviewSince: at }
  return { ...well, step: 'submit', state: 'waiting' }
}

export type FailureFacts = {
  readonly now: number
  readonly random: Random
  /** False while nothing at all gets through: that is not this merchant's failure. */
  readonly isCounted: boolean
}

/** What follows a step that did not work. What may pass begins again with a look at what is there, 5 times at most. */
export function afterFailure(item: RolloutItem, error: DeskError, facts: FailureFacts): ItemChange {
  const cause = causeOfError(error)
  if (error.code === 'outcome_unknown') return { state: 'unknown', cause, error }
  if (error.code === 'cancelled') return putOff(facts.now + pause.cancelledMs)
  if (isWaitingEnough(error)) return { ...putOff(facts.now + Math.max(pause.busyMs, error.retryAfterMs ?? 0)), error }
  if (item.step === 'setup' && isRefusedByRules(error)) {
    return { state: 'blocked', cause: causeOfRefusal(error), error, notBefore: null }
  }
  const attempts = item.attempts + (facts.isCounted ? 1 : 0)
  const isTokenRefused = tokenCodes.has(error.platformCode ?? '') && attempts < attemptsMax
  if (blocking.has(error.code) && !isTokenRefused) return { state: 'blocked', cause, error, notBefore: null }
  const mayPass = passing.has(error.code) || error.retryable || isTokenRefused
  if (!mayPass || attempts >= attemptsMax) return { state: 'failed', cause, error, attempts, notBefore: null }
  const notBefore = facts.now + retryPauseMs(attempts, error, facts.random)
  return { step: 'preflight', state: 'waiting', cause: null, error, attempts, notBefore }
}

/** The set-up was read right before, so that another look at it finds nothing else. */
const isRefusedByRules = ({ code }: DeskError): boolean => code === 'not_possible_now' || code === 'invalid_input'

/** Another operation of the merchant is under way, or it is a little too soon: nothing was sent. */
const isWaitingEnough = ({ code, retryable }: DeskError): boolean => code === 'not_possible_now' && retryable

/** Its turn comes again, and that it did not work is not counted. */
export function putOff(notBefore: number): ItemChange {
  return { step: 'preflight', state: 'waiting', cause: null, error: null, notBefore }
}

function retryPauseMs(attempts: number, { platformCode, retryAfterMs = 0 }: DeskError, random: Random): number {
  if (platformCode === quotaCode) return quotaPauseMs
  const growing = Math.min(pause.capMs, pause.firstMs * pause.growth ** Math.max(0, attempts - 1))
  return Math.ceil(Math.max(retryAfterMs, growing * (0.75 + random() / 2)))
}

/** What follows when an operation turned out whose outcome was not known. */
export function afterSettled(
  work: RolloutWork,
  item: RolloutItem,
  operation: Pick<Operation, 'kind' | 'state' | 'startedAt' | 'error'>,
  facts: FailureFacts
): ItemChange {
  if (operation.state === 'done') return afterStep(work, stepOf(operation.kind), operation.startedAt)
  return operation.error ? afterFailure(item, operation.error, facts) : putOff(facts.now)
}
