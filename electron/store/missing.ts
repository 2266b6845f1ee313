import Database from 'better-sqlite3'
import type { MerchantRef } from '@shared/domain/merchant'
import { DeskFailure, type WayOut } from '@shared/errors'
import { say } from '@shared/texts/say'

/**
 * Runs a write that belongs to a merchant. Where the merchant was forgotten meanwhile (its account was cleared while it
 * was being read), the foreign key refuses it; that is told as `DeskFailure` `not_found`, not as a bug.
 */
export function writeFor<Value>({ appId }: MerchantRef, write: () => Value): Value {
  try {
    return write()
  } catch (error) {
    if (isMissingParent(error)) throw new DeskFailure(forgotten(appId), { cause: error })
    throw error
  }
}

function isMissingParent(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code === 'SQLITE_CONSTRAINT_FOREIGNKEY'
}

const forgotten = (appId: string) =>
  ({
    code: 'not_found',
    message: say`没有保存`,
    reason: say`${appId} 已不在商家列表里`,
    nextStep: say`请回到商家列表，读取授权列表后再试`,
    retryable: false,
    actor: 'operator',
    wayOut: 'merchants'
  }) as const

/** A certain outcome is final: writing another over it is a bug. That the operation or change is gone is none. */
export function notOpen(id: string, exists: boolean): Error {
  if (exists) return new Error(`${id} has a certain outcome already`)
  return notFound(say`没有找到这次操作`, say`商家的记录已被清除`, say`请刷新商家`, 'merchants')
}

/** For what was deleted while it was worked with; `wayOut` is the page that shows what is left. */
export function notFound(message: string, reason: string, nextStep: string, wayOut?: WayOut): DeskFailure {
  const place = wayOut && { wayOut }
  return new DeskFailure({
    code: 'not_found',
    message,
    reason,
    nextStep,
    retryable: false,
    actor: 'operator',
    ...place
  })
}
