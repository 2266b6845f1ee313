import { defaultAccountSettings, ticketSources, type AccountSettings } from '@shared/domain/account'
import { z } from 'zod'
import type { SqliteDatabase } from './database'
import type { AccountRepository, SealedRepository, StoredAccount } from './repositories'
import { jsonColumn } from './schemas'

const columns = 'id, kind, name, colour, component_app_id AS componentAppId, settings'

/**
 * The tables that hold what belongs to an account; what belongs to a merchant, a baseline or a rollout goes with it.
 */
const belongings = [
  'merchants',
  'merchant_tokens',
  'sealed_values',
  'events',
  'authorization_links',
  'authorization_records',
  'baselines',
  'rollouts',
  'learned_rules',
  'application_domains',
  'ext_variables',
  'ext_defaults',
  'list_views',
  'list_columns'
] as const

/** A field that is missing or damaged, or from another version of the program, gives way to the default. */
const fallback = defaultAccountSettings
const settings: z.ZodType<AccountSettings> = z.object({
  ticketSource: z.enum(ticketSources).catch(fallback.ticketSource),
  receiverPort: z.int().min(0).max(65_535).catch(fallback.receiverPort),
  relayUrl: z.url().nullable().catch(fallback.relayUrl),
  openUrl: z.url().catch(fallback.openUrl),
  microappUrl: z.url().catch(fallback.microappUrl),
  proxyUrl: z.url().nullable().catch(fallback.proxyUrl),
  redirectUrl: z.url().nullable().catch(fallback.redirectUrl)
})

const account: z.ZodType<StoredAccount> = z.object({
  id: z.string(),
  kind: z.enum(['practice', 'platform']),
  name: z.string(),
  colour: z.string(),
  componentAppId: z.string(),
  settings: jsonColumn(settings)
})

export function accountRepository(database: SqliteDatabase, sealed: SealedRepository): AccountRepository {
  const list = database.prepare(
    `SELECT ${columns} FROM accounts WHERE removed_at IS NULL ORDER BY kind = 'practice', name, id`
  )
  const get = database.prepare(`SELECT ${columns} FROM accounts WHERE id = ?`)
  const save = database.prepare(`
    INSERT INTO accounts (id, kind, name, colour, component_app_id, settings)
    VALUES (@id, @kind, @name, @colour, @componentAppId, @settings)
    ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, name = excluded.name, colour = excluded.colour,
      component_app_id = excluded.component_app_id, settings = excluded.settings, removed_at = NULL`)
  const hide = database.prepare('UPDATE accounts SET removed_at = @at WHERE id = @id')
  const empty = belongings.map((table) => database.prepare(`DELETE FROM ${table} WHERE account_id = ?`))
  const remove = database.prepare('DELETE FROM accounts WHERE id = ?')
  return {
    list: () => z.array(account).parse(list.all()),
    get: (id) => account.nullable().parse(get.get(id) ?? null),
    save: (stored) => void save.run({ ...stored, settings: JSON.stringify(stored.settings) }),
    hide: database.transaction((id: string, at: number) => {
      hide.run({ id, at })
      sealed.forgetAll(id)
    }),
    empty: database.transaction((id: string) => {
      for (const each of empty) each.run(id)
    }),
    delete: (id) => void remove.run(id)
  }
}
