import { DeskFailure, type AssignedError, type DeskErrorCode, type MerchantName } from '@shared/errors'
import { say } from '@shared/texts/say'
import { describeCode, describeKind } from '../douyin/catalogue'
import { PlatformError, type PlatformErrorFacts, type PlatformErrorKind } from '../douyin/platform-error'

/** What was being done, and to whom. */
export type FailureContext = { readonly message: string; readonly merchant?: MerchantName }

const codes: Readonly<Record<PlatformErrorKind, DeskErrorCode>> = {
  refused: 'platform_refused',
  busy: 'platform_busy',
  fault: 'platform_fault',
  unexpected: 'platform_unexpected',
  network: 'network',
  timeout: 'timeout',
  cancelled: 'cancelled',
  authorization: 'authorization_lost',
  credentials: 'credentials',
  held: 'not_possible_now'
}

/** What the operator is told when the local database refuses: a full or failing disk, no right to write; else null. */
export function storageFailure(error: unknown): AssignedError | null {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : null
  if (typeof code !== 'string' || !/^SQLITE_(FULL|IOERR|READONLY|BUSY|CANTOPEN|PERM)/.test(code)) return null
  return {
    code: 'storage',
    message: say`数据没有保存`,
    reason: say`本机的数据库不能写入（${code}），可能是磁盘已满、只读，或有别的程序占用`,
    nextStep: say`请检查磁盘空间和数据目录的权限后再试`,
    retryable: true,
    actor: 'operator',
    wayOut: 'data_folder'
  }
}

/**
 * Turns what was thrown into what the operator is told. A `PlatformError` is explained by the catalogue of the platform's
 * codes; a `DeskFailure` is passed on; anything else is a bug and thrown again.
 */
export function explainFailure(error: unknown, context: FailureContext): DeskFailure {
  if (error instanceof DeskFailure) return error
  if (!(error instanceof PlatformError)) throw error
  return new DeskFailure(explain(error.facts, context), { cause: error })
}

function explain(facts: PlatformErrorFacts, { message, merchant }: FailureContext): AssignedError {
  const { kind, endpoint, platformCode, platformMessage, logId } = facts
  const described =
    platformCode === undefined ? describeKind(kind) : describeCode(endpoint, platformCode, platformMessage ?? '')
  const { actor, wayOut } = described
  const retryAfterMs = facts.retryAfterMs ?? described.retryAfterMs
  return {
    code: codes[kind],
    message,
    reason: described.reason,
    nextStep: described.nextStep,
    retryable: described.retryable,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    ...(platformCode === undefined ? {} : { platformCode }),
    ...(platformMessage ? { platformMessage } : {}),
    ...(logId === undefined ? {} : { logId }),
    ...(merchant === undefined ? {} : { merchant }),
    actor,
    ...(wayOut === null ? {} : { wayOut })
  }
}
