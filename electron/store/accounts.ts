import { z } from 'zod'
import type { SqliteDatabase } from './database'
import type { AccountRepository, StoredAccount } from './repositories'

const columns = 'id, kind, name, colour, component_app_id AS componentAppId'

const account: z.ZodType<StoredAccount> = z.object({
  id: z.string(),
  kind: z.enum(['practice', 'platform']),
  name: z.string(),
  colour: z.string(),
  componentAppId: z.string()
})

export function accountRepository(database: SqliteDatabase): AccountRepository {
  const list = database.prepare(`SELECT ${columns} FROM accounts ORDER BY id`)
  const get = database.prepare(`SELECT ${columns} FROM accounts WHERE id = ?`)
  const save = database.prepare(`
    INSERT INTO accounts (id, kind, name, colour, component_app_id)
    VALUES (@id, @kind, @name, @colour, @componentAppId)
    ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, name = excluded.name, colour = excluded.colour,
      component_app_id = excluded.component_app_id`)
  return {
    list: () => z.array(account).parse(list.all()),
    get: (id) => account.nullable().parse(get.get(id) ?? null),
    save: (stored) => void save.run(stored)
  }
}
