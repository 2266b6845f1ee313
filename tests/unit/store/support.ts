import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { onTestFinished } from 'vitest'
import { defaultAccountSettings } from '@shared/domain/account'
import { DeskFailure } from '@shared/errors'
import type { Clock, Logger } from '../../../electron/ports'
import { openStore, type StoreOptions } from '../../../electron/store'
import { migrations } from '../../../electron/store/migrations'
import type { Store, StoredAccount } from '../../../electron/store/repositories'
import { january } from '../support'

export const silentLogger: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined
}

export const fixedClock = (now: number): Clock => ({ now: () => now, wait: () => Promise.resolve() })

/** A folder that goes with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'merchant-desk-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export function storeOptions(folder: string, now = january): StoreOptions {
  return {
    file: join(folder, 'desk.sqlite'),
    backupDir: join(folder, 'backups'),
    clock: fixedClock(now),
    logger: silentLogger
  }
}

/** A store on a file of its own, with one account. */
export function newStore(folder = temporaryFolder()): Store {
  const store = openStore(storeOptions(folder))
  onTestFinished(() => store.close())
  store.accounts.save(sampleAccount('a'))
  return store
}

export function sampleAccount(id: string, change: Partial<StoredAccount> = {}): StoredAccount {
  const account: StoredAccount = {
    id,
    kind: 'practice',
    name: '演练环境',
    colour: '#6d28d9',
    componentAppId: 'tt00',
    settings: defaultAccountSettings
  }
  return { ...account, ...change }
}

/** Adds merchants with these app ids, named by them. */
export function discover(store: Store, appIds: readonly string[], accountId = 'a'): void {
  store.merchants.discover(
    accountId,
    appIds.map((appId) => ({ appId, authorizedAt: january }))
  )
}

/** The steps by which SQLite answers a query on the newest schema. */
export function planOf(sql: string): string[] {
  const database = new Database(':memory:')
  for (const step of migrations) database.exec(step.sql)
  const parameters = Object.fromEntries([...sql.matchAll(/@(\w+)/g)].map(([, name = '']) => [name, 1] as const))
  const positional = [...sql.matchAll(/\?/g)].map(() => 1)
  const bound: unknown[] = positional.length > 0 ? positional : [parameters]
  const statement = database.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
  const plan = statement.all(...bound).map(({ detail }) => detail)
  database.close()
  return plan
}

/** Runs SQL on the closed file of a store. */
export function execute(folder: string, sql: string): void {
  const database = new Database(join(folder, 'desk.sqlite'))
  database.exec(sql)
  database.close()
}

/** The code of the `DeskFailure` that `work` throws. */
export function codeOf(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    if (error instanceof DeskFailure) return error.error.code
    throw error
  }
  return 'nothing was thrown'
}
