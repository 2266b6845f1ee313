import axios, { AxiosError } from 'axios'
import type { Endpoint } from './endpoints'
import { PlatformError, type PlatformErrorFacts, type PlatformErrorKind } from './platform-error'
import { privateAddressCode } from './private-addresses'
import { tunnelCode } from './tunnel-agent'

/** What a failure has to know of the call it happened to. */
export type CallName = Pick<Endpoint, 'name' | 'effect'>

/** Failures that come before the first byte of a request is sent, whatever the request is. */
const unreachable = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', privateAddressCode, tunnelCode])

/** Failures that come before the first byte only if they happened while connecting. */
const unreachableOnConnect = new Set(['EHOSTUNREACH', 'ENETUNREACH', 'ENETDOWN', 'EADDRNOTAVAIL', 'ETIMEDOUT'])

/** Certificates are checked before the request is sent. */
const certificateCode = /^(?:CERT_|ERR_TLS_CERT|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/

/**
 * Turns what axios threw into a `PlatformError`, keeping nothing of it: an AxiosError holds the request with its tokens.
 *
 * axios reports a body that broke off as `ERR_BAD_RESPONSE` with the status 200, and does not tell a cancellation from a
 * deadline: hence `ended`, which says whether the caller gave up and whether the deadline passed.
 */
export function transportFailure(
  error: unknown,
  call: CallName,
  ended: { readonly cancelled: boolean; readonly late: boolean }
): PlatformError {
  const { code, connecting } = describeThrown(error)
  return platformError(call, {
    kind: kindOf(error, code, ended),
    outcome: wasNotSent(code, connecting) ? 'not_sent' : 'unknown'
  })
}

/** The error of a call that was given up; `sent` tells whether the platform may have received it. */
export function cancelled(call: CallName, sent: boolean): PlatformError {
  return platformError(call, { kind: 'cancelled', outcome: sent ? 'unknown' : 'not_sent' })
}

/** The call's name with the facts of its failure. */
export function platformError(call: CallName, facts: Omit<PlatformErrorFacts, 'endpoint'>): PlatformError {
  return new PlatformError({ ...facts, endpoint: call.name })
}

function kindOf(error: unknown, code: string, ended: { cancelled: boolean; late: boolean }): PlatformErrorKind {
  if (ended.cancelled) return 'cancelled'
  if (ended.late) return 'timeout'
  if (code === AxiosError.ECONNABORTED || code === AxiosError.ETIMEDOUT) return 'timeout'
  if (code === privateAddressCode || !axios.isAxiosError(error)) return 'unexpected'
  if (code === AxiosError.ERR_BAD_RESPONSE && error.message.startsWith('maxContentLength')) return 'unexpected'
  return 'network'
}

function wasNotSent(code: string, connecting: boolean): boolean {
  return unreachable.has(code) || certificateCode.test(code) || (connecting && unreachableOnConnect.has(code))
}

/** axios wraps the error of the socket: the system call that failed stands in its cause. */
function describeThrown(error: unknown): { code: string; connecting: boolean } {
  if (!(error instanceof Error)) return { code: '', connecting: false }
  const code = field(error, 'code')
  const connecting = field(error, 'syscall') === 'connect' || field(error.cause, 'syscall') === 'connect'
  return { code: typeof code === 'string' ? code : '', connecting }
}

function field(error: unknown, name: string): unknown {
  return error instanceof Error ? Reflect.get(error, name) : undefined
}
