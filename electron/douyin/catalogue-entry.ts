import type { ErrorActor, WayOut } from '@shared/errors'
import { say } from '@shared/texts/say'
import type { PlatformErrorKind } from './platform-error'

/** Who has to do something about a failure, and where in this application; null: nowhere in it. */
export type Remedy = { readonly actor: ErrorActor; readonly wayOut: WayOut | null }

/** One line of the catalogue of error codes. */
export type CodeEntry = Remedy & {
  readonly kind: PlatformErrorKind
  readonly reason: string
  readonly nextStep: string
  readonly retryable: boolean
  readonly retryAfterMs?: number
}

export type CodeTable = Readonly<Record<string, CodeEntry>>

/** The codes of one endpoint; made when they are asked for, as the language is not known before. */
export type EndpointCodes = {
  /** The documentation's page below `https://developer.open-douyin.com/docs/resource/zh-CN/`; null where it has none. */
  readonly page: string | null
  readonly codes: () => CodeTable
}

export const by = (actor: ErrorActor, wayOut: WayOut | null = null): Remedy => ({ actor, wayOut })

/** The platform said no, and will say so again until something is changed. */
export const refused = (reason: string, nextStep: string, remedy: Remedy = by('operator')): CodeEntry => ({
  kind: 'refused',
  reason,
  nextStep,
  retryable: false,
  ...remedy
})

/** The platform said no, and the documentation says to try again later. */
export const refusedForNow = (
  reason: string,
  nextStep = say`请过几分钟再试；如果一直这样，请把 log_id 提供给平台客服`,
  remedy: Remedy = by('nobody', 'retry')
): CodeEntry => ({ kind: 'refused', reason, nextStep, retryable: true, ...remedy })

/** Too often; `retryAfterMs` is what the documentation asks for, or ours where it names none. */
export const busy = (reason: string, nextStep: string, retryAfterMs: number): CodeEntry => ({
  kind: 'busy',
  reason,
  nextStep,
  retryable: true,
  retryAfterMs,
  ...by('nobody', 'retry')
})

/** An allowance is used up: waiting is all there is, for longer than anybody counts down. */
export const usedUp = (reason: string, nextStep: string): CodeEntry => ({
  kind: 'busy',
  reason,
  nextStep,
  retryable: true,
  ...by('nobody')
})

/** A fault of the platform's own. */
export const fault = (reason: string): CodeEntry => ({
  kind: 'fault',
  reason,
  nextStep: say`请过几分钟再试；如果一直这样，请把 log_id 提供给平台客服`,
  retryable: true,
  ...by('platform', 'retry')
})

/** The merchant has to do something about its authorisation. */
export const authorization = (
  reason: string,
  nextStep: string,
  remedy: Remedy = by('merchant', 'merchant_authorization')
): CodeEntry => ({ kind: 'authorization', reason, nextStep, retryable: false, ...remedy })

/** The third-party application's credentials or settings have to be put right. */
export const credentials = (
  reason: string,
  nextStep: string,
  remedy: Remedy = by('developer', 'connection_doctor')
): CodeEntry => ({ kind: 'credentials', reason, nextStep, retryable: false, ...remedy })
