import type { PlatformErrorKind } from './platform-error'

/** One line of the catalogue of error codes. */
export type CodeEntry = {
  readonly kind: PlatformErrorKind
  readonly reason: string
  readonly nextStep: string
  readonly retryable: boolean
  readonly retryAfterMs?: number
}

export type CodeTable = Readonly<Record<string, CodeEntry>>

/** The platform said no, and will say so again until something is changed. */
export const refused = (reason: string, nextStep: string): CodeEntry => ({
  kind: 'refused',
  reason,
  nextStep,
  retryable: false
})

/** The platform said no, and the documentation says to try again later. */
export const refusedForNow = (
  reason: string,
  nextStep = '请过几分钟再试；如果一直这样，请把 log_id 提供给平台客服'
): CodeEntry => ({
  kind: 'refused',
  reason,
  nextStep,
  retryable: true
})

/** Too often; `retryAfterMs` is what the documentation asks for, or ours where it names none. */
export const busy = (reason: string, nextStep: string, retryAfterMs: number): CodeEntry => ({
  kind: 'busy',
  reason,
  nextStep,
  retryable: true,
  retryAfterMs
})

/** A fault of the platform's own. */
export const fault = (reason: string): CodeEntry => ({
  kind: 'fault',
  reason,
  nextStep: '请过几分钟再试；如果一直这样，请把 log_id 提供给平台客服',
  retryable: true
})

/** The merchant has to do something about its authorisation. */
export const authorization = (reason: string, nextStep: string): CodeEntry => ({
  kind: 'authorization',
  reason,
  nextStep,
  retryable: false
})

/** The third-party application's credentials or settings have to be put right. */
export const credentials = (reason: string, nextStep: string): CodeEntry => ({
  kind: 'credentials',
  reason,
  nextStep,
  retryable: false
})
