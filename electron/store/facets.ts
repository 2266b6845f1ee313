import type { MerchantRef } from '@shared/domain/merchant'
import type { Reading } from '@shared/domain/setting'
import { z } from 'zod'
import type { SqliteDatabase } from './database'
import { writeFor } from './missing'
import type { FacetRepository } from './repositories'
import { deskError, jsonColumn } from './schemas'

/** The parts of a merchant that are read on their own, by their names in the database. */
export type Facet = 'information' | 'categories' | 'domains' | 'standing' | 'capabilities'

const row = z.object({
  value: z.string().nullable(),
  readAt: z.number().nullable(),
  error: jsonColumn(deskError).nullable().catch(null)
})

const oneRow = row.nullable()
const appIds = z.array(z.string())

/** The queries over many rows, apart so that a test can look at their plans. */
export const facetQueries = {
  never: `SELECT m.app_id FROM merchants m WHERE m.account_id = @accountId AND NOT EXISTS (
      SELECT 1 FROM facets f WHERE f.account_id = m.account_id AND f.app_id = m.app_id AND f.facet = @facet
        AND f.read_at IS NOT NULL)
    ORDER BY m.app_id LIMIT @limit`,
  old: `SELECT app_id FROM facets INDEXED BY facets_by_age
    WHERE account_id = @accountId AND facet = @facet AND read_at < @before ORDER BY read_at LIMIT @limit`
} as const

/**
 * One part of the merchants' set-up, kept as JSON of the shape that `schema` describes. A value of another shape, as an
 * older program may have left it, counts as never read.
 */
export function facetRepository<Value>(
  database: SqliteDatabase,
  facet: Facet,
  schema: z.ZodType<Value>
): FacetRepository<Value> {
  return { ...reading(database, facet, schema), ...writing(database, facet) }
}

type Reader<Value> = Pick<FacetRepository<Value>, 'read' | 'stale'>

function reading<Value>(database: SqliteDatabase, facet: Facet, schema: z.ZodType<Value>): Reader<Value> {
  const where = 'account_id = @accountId AND app_id = @appId AND facet = @facet'
  const get = database.prepare(`SELECT value, read_at AS readAt, error FROM facets WHERE ${where}`)
  const discredit = database.prepare(`UPDATE facets SET read_at = NULL WHERE ${where}`)
  const never = database.prepare(facetQueries.never).pluck()
  const old = database.prepare(facetQueries.old).pluck()
  const column = jsonColumn(schema)
  return {
    read: ({ accountId, appId }): Reading<Value> => {
      const found = oneRow.parse(get.get({ accountId, appId, facet }) ?? null)
      const error = found?.error ?? null
      if (found === null || found.readAt === null) return { value: null, readAt: null, error }
      const value = column.safeParse(found.value)
      if (value.success) return { value: value.data, readAt: found.readAt, error }
      // So that `stale` finds it as well; the value stays.
      discredit.run({ accountId, appId, facet })
      return { value: null, readAt: null, error }
    },
    stale: (accountId, before, limit) => {
      const first = appIds.parse(never.all({ accountId, facet, limit }))
      const rest = limit - first.length
      return rest === 0 ? first : [...first, ...appIds.parse(old.all({ accountId, facet, before, limit: rest }))]
    }
  }
}

function writing(database: SqliteDatabase, facet: Facet) {
  const save = database.prepare(`
    INSERT INTO facets (account_id, app_id, facet, value, read_at) VALUES (@accountId, @appId, @facet, @json, @readAt)
    ON CONFLICT (account_id, app_id, facet) DO UPDATE SET value = excluded.value, read_at = excluded.read_at,
      error = NULL`)
  const fail = database.prepare(`
    INSERT INTO facets (account_id, app_id, facet, error) VALUES (@accountId, @appId, @facet, @json)
    ON CONFLICT (account_id, app_id, facet) DO UPDATE SET error = excluded.error`)
  const key = ({ accountId, appId }: MerchantRef) => ({ accountId, appId, facet })
  return {
    save: (ref, value, readAt) =>
      void writeFor(ref, () => save.run({ ...key(ref), json: JSON.stringify(value), readAt })),
    fail: (ref, error) => void writeFor(ref, () => fail.run({ ...key(ref), json: JSON.stringify(error) }))
  } satisfies Omit<FacetRepository<unknown>, keyof Reader<unknown>>
}
