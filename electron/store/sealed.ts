import { z } from 'zod'
import type { SqliteDatabase } from './database'
import type { SealedRepository } from './repositories'

const box = z.instanceof(Buffer).nullable()

export function sealedRepository(database: SqliteDatabase): SealedRepository {
  const read = database.prepare('SELECT box FROM sealed_values WHERE account_id = ? AND name = ?').pluck()
  const save = database.prepare(`
    INSERT INTO sealed_values (account_id, name, box) VALUES (?, ?, ?)
    ON CONFLICT (account_id, name) DO UPDATE SET box = excluded.box`)
  const forget = database.prepare('DELETE FROM sealed_values WHERE account_id = ? AND name = ?')
  const all = ['sealed_values', 'merchant_tokens'].map((table) =>
    database.prepare(`DELETE FROM ${table} WHERE account_id = ?`)
  )
  return {
    read: (accountId, name) => box.parse(read.get(accountId, name) ?? null),
    save: (accountId, name, sealed) => void save.run(accountId, name, sealed),
    forget: (accountId, name) => void forget.run(accountId, name),
    forgetAll: database.transaction((accountId: string) => {
      for (const each of all) each.run(accountId)
    })
  }
}
