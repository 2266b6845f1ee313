import type { ApplicationDomains } from '@shared/domain/domains'
import { z } from 'zod'
import type { SqliteDatabase } from './database'
import type { ApplicationDomainRepository } from './repositories'
import { jsonColumn, textList } from './schemas'

const row: z.ZodType<ApplicationDomains> = z.object({
  server: jsonColumn(textList),
  webview: jsonColumn(textList),
  changedAt: z.number()
})

const never: ApplicationDomains = { server: [], webview: [], changedAt: null }

/** The third-party applications' own domains, as the operator copied them here; `save` wants a `changedAt`. */
export function applicationDomainRepository(database: SqliteDatabase): ApplicationDomainRepository {
  const read = database.prepare(`
    SELECT server, webview, changed_at AS changedAt FROM application_domains WHERE account_id = ?`)
  const save = database.prepare(`
    INSERT INTO application_domains (account_id, server, webview, changed_at) VALUES (?, ?, ?, ?)
    ON CONFLICT (account_id) DO UPDATE SET server = excluded.server, webview = excluded.webview,
      changed_at = excluded.changed_at`)
  return {
    read: (accountId) => row.nullable().parse(read.get(accountId) ?? null) ?? never,
    save: (accountId, { server, webview, changedAt }) =>
      void save.run(accountId, JSON.stringify(server), JSON.stringify(webview), changedAt)
  }
}
