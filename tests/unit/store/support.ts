import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { defaultAccountSettings } from '@shared/domain/account'
import type { Clock, Logger } from '../../../electron/ports'
import { openStore, type StoreOptions } from '../../../electron/store'
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
