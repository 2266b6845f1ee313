import { z } from 'zod'
import type { SqliteDatabase } from './database'
import { writeFor } from './missing'
import type { IconRepository } from './repositories'

const icon = z.object({ key: z.string(), contentType: z.string(), bytes: z.instanceof(Buffer) })

export function iconRepository(database: SqliteDatabase): IconRepository {
  const where = 'FROM icons WHERE account_id = ? AND app_id = ?'
  const get = database.prepare(`SELECT key, content_type AS contentType, bytes ${where}`)
  const source = database.prepare(`SELECT source_url ${where}`).pluck()
  const save = database.prepare(`
    INSERT INTO icons (account_id, app_id, key, content_type, source_url, bytes) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (account_id, app_id) DO UPDATE SET key = excluded.key, content_type = excluded.content_type,
      source_url = excluded.source_url, bytes = excluded.bytes`)
  return {
    get: ({ accountId, appId }) => icon.nullable().parse(get.get(accountId, appId) ?? null),
    sourceUrl: ({ accountId, appId }) =>
      z
        .string()
        .nullable()
        .parse(source.get(accountId, appId) ?? null),
    save: ({ accountId, appId }, { key, contentType, bytes }, sourceUrl) =>
      void writeFor({ accountId, appId }, () => save.run(accountId, appId, key, contentType, sourceUrl, bytes))
  }
}
