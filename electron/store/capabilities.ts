import { hash } from 'node:crypto'
import { capabilityStates, type Capability } from '@shared/domain/capability'
import { z } from 'zod'
import type { SqliteDatabase } from './database'
import type { Store, StoredCapabilities } from './repositories'
import { jsonColumn } from './schemas'

const named = { name: z.string(), description: z.string() }

const capability: z.ZodType<Capability> = z.object({
  ...named,
  key: z.string(),
  way: z.enum(['general', 'video_mount', 'automatic']),
  state: z.enum(capabilityStates).nullable(),
  reason: z.string(),
  canApply: z.boolean().nullable(),
  conditions: z.array(z.array(z.object({ ...named, satisfied: z.boolean() }))),
  fields: z.array(
    z.object({
      ...named,
      key: z.string(),
      required: z.boolean(),
      kind: z.enum(['text', 'pictures']),
      maxLength: z.number().nullable()
    })
  ),
  permissionIds: z.array(z.number()),
  permitted: z.boolean().nullable()
})

/** A merchant's capabilities (能力申请), as they are kept. */
export const capabilityList: z.ZodType<readonly Capability[]> = z.array(capability)

const row = z.object({
  appId: z.string(),
  name: z.string(),
  value: z.instanceof(Buffer).nullable(),
  readAt: z.number().nullable()
})

/** The query over many rows, apart so that a test can look at its plan. */
export const capabilityRowsQuery = `SELECT m.app_id AS appId, m.name, CAST(f.value AS BLOB) AS value, f.read_at AS readAt
  FROM merchants m
  LEFT JOIN facets f ON f.account_id = m.account_id AND f.app_id = m.app_id AND f.facet = 'capabilities'
  WHERE m.account_id = ? ORDER BY m.name, m.app_id`

/**
 * Reads all merchants of an account in their standing order; a value of another shape counts as never read.
 *
 * Most merchants of an application stand alike, so a value that was met before is not decoded again: 5,000 merchants with 9 KB
 * each, of 40 kinds, take a fifth of the time.
 */
export function capabilityRowReader(database: SqliteDatabase): Store['capabilityRows'] {
  const all = database.prepare(capabilityRowsQuery)
  const rows = z.array(row)
  return (accountId) => {
    const listOf = remembering(parsed)
    return rows.parse(all.all(accountId)).map(({ appId, name, value, readAt }): StoredCapabilities => {
      const capabilities = value === null || readAt === null ? null : listOf(value)
      return { appId, name, capabilities, readAt: capabilities && readAt }
    })
  }
}

const column = jsonColumn(capabilityList)
const parsed = (value: Buffer): readonly Capability[] | null => column.safeParse(value.toString()).data ?? null

function remembering<Value>(parse: (bytes: Buffer) => Value): (bytes: Buffer) => Value {
  const known = new Map<string, { readonly value: Value }>()
  return (bytes) => {
    const key = hash('sha256', bytes)
    const found = known.get(key) ?? { value: parse(bytes) }
    known.set(key, found)
    return found.value
  }
}
