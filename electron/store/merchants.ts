import type { MerchantRef } from '@shared/domain/merchant'
import { z } from 'zod'
import { readCursor, writeCursor } from './cursor'
import type { SqliteDatabase } from './database'
import { profileColumns, profileSchema, rowColumns, rowSchema } from './merchant-rows'
import type { MerchantRepository } from './repositories'
import { jsonColumn, versionList } from './schemas'

const pageKey = z.tuple([z.string(), z.string()])
const appIds = z.array(z.string())
const introductions = z.array(z.object({ appId: z.string(), introduction: z.string() }))
const refs = z.array(z.object({ accountId: z.string(), appId: z.string() }))
const rows = z.array(rowSchema)
const oneRow = rowSchema.nullable()
const oneProfile = profileSchema.nullable()
const versionsColumn = jsonColumn(versionList).nullable()

/**
 * The merchants. Their standing order is the name's by code point, then the app id: SQLite has no collation for Chinese,
 * and an order that the index serves is what paging needs; the page sorts by pinyin what it shows.
 */
export function merchantRepository(database: SqliteDatabase): MerchantRepository {
  return { ...reading(database), ...writing(database) }
}

/** The list queries' text, apart so that a test can look at their plans. */
export const merchantQueries = {
  page: `SELECT ${rowColumns} FROM merchants m
    WHERE m.account_id = @accountId AND (m.name, m.app_id) > (@name, @appId)
    ORDER BY m.name, m.app_id LIMIT @limit`,
  inReview: `SELECT account_id AS accountId, app_id AS appId FROM merchants
    WHERE account_id = ? AND audit_status = 'in_review' ORDER BY read_at LIMIT ?`,
  unread: 'SELECT app_id FROM merchants WHERE account_id = ? AND read_at IS NULL ORDER BY app_id',
  appIds: 'SELECT app_id FROM merchants WHERE account_id = ? ORDER BY name, app_id',
  introductions: 'SELECT app_id AS appId, introduction FROM merchants WHERE account_id = ? ORDER BY app_id'
} as const

type Reading = Pick<
  MerchantRepository,
  'page' | 'row' | 'profile' | 'versions' | 'appIds' | 'introductions' | 'count' | 'unread' | 'inReview'
>

function reading(database: SqliteDatabase): Reading {
  const page = database.prepare(merchantQueries.page)
  const row = database.prepare(`SELECT ${rowColumns} FROM merchants m WHERE m.account_id = ? AND m.app_id = ?`)
  const profile = database.prepare(`SELECT ${profileColumns} FROM merchants m WHERE m.account_id = ? AND m.app_id = ?`)
  const versions = database.prepare('SELECT versions FROM merchants WHERE account_id = ? AND app_id = ?').pluck()
  const ids = database.prepare(merchantQueries.appIds).pluck()
  const texts = database.prepare(merchantQueries.introductions)
  const unread = database.prepare(merchantQueries.unread).pluck()
  const count = database.prepare('SELECT count(*) FROM merchants WHERE account_id = ?').pluck()
  const inReview = database.prepare(merchantQueries.inReview)
  const total = (accountId: string): number => Number(count.get(accountId))
  return {
    page: (accountId, cursor, limit) => {
      const [name, appId] = cursor === null ? ['', ''] : readCursor(cursor, pageKey)
      const found = rows.parse(page.all({ accountId, name, appId, limit }))
      const last = found.length === limit ? found.at(-1) : undefined
      return { rows: found, total: total(accountId), next: last ? writeCursor([last.name, last.appId]) : null }
    },
    row: (ref) => oneRow.parse(row.get(...key(ref)) ?? null),
    profile: (ref) => oneProfile.parse(profile.get(...key(ref)) ?? null),
    versions: (ref) => versionsColumn.parse(versions.get(...key(ref)) ?? null),
    appIds: (accountId) => appIds.parse(ids.all(accountId)),
    introductions: (accountId) => introductions.parse(texts.all(accountId)),
    unread: (accountId) => appIds.parse(unread.all(accountId)),
    count: total,
    inReview: (accountId, limit) => refs.parse(inReview.all(accountId, limit))
  }
}

function writing(database: SqliteDatabase): Omit<MerchantRepository, keyof Reading> {
  const set = (assignments: string) =>
    database.prepare(`UPDATE merchants SET ${assignments} WHERE account_id = @accountId AND app_id = @appId`)
  const discover = database.prepare(`
    INSERT INTO merchants (account_id, app_id, name, authorized_at) VALUES (@accountId, @appId, @appId, @authorizedAt)
    ON CONFLICT (account_id, app_id) DO UPDATE SET authorized_at = coalesce(excluded.authorized_at, authorized_at)`)
  const profile = set(`name = @name, introduction = @introduction, app_state = @appState,
    subject_name = @subjectName, subject_type = @subjectType`)
  const permissions = set('permissions = @json')
  const authorization = set('authorization = @state')
  const versions = set('versions = @json')
  const read = set('read_at = @readAt, read_error = NULL')
  const unreadable = set('read_error = @error')
  const tags = set('tags = @json')
  const note = set('note = @note')
  const setup = set('setup = @json')
  return {
    discover: database.transaction((accountId: string, apps: readonly DiscoveredApp[]) => {
      for (const { appId, authorizedAt } of apps) discover.run({ accountId, appId, authorizedAt })
    }),
    saveProfile: (ref, { name, introduction, appState, subjectName, subjectType }) =>
      void profile.run({ ...only(ref), name, introduction, appState, subjectName, subjectType }),
    savePermissions: (ref, sets) => void permissions.run({ ...only(ref), json: JSON.stringify(sets) }),
    saveAuthorization: (ref, state) => void authorization.run({ ...only(ref), state }),
    saveVersions: (ref, list) => void versions.run({ ...only(ref), json: JSON.stringify(list) }),
    saveReading: (ref, result) => void ('error' in result ? unreadable : read).run({ ...only(ref), ...result }),
    setTags: (ref, list) => void tags.run({ ...only(ref), json: JSON.stringify(list) }),
    setNote: (ref, text) => void note.run({ ...only(ref), note: text }),
    saveSetup: (ref, { readiness, creditScore, drift, template }) =>
      void setup.run({ ...only(ref), json: JSON.stringify({ readiness, creditScore, drift, template }) })
  }
}

type DiscoveredApp = { readonly appId: string; readonly authorizedAt: number | null }

const key = ({ accountId, appId }: MerchantRef): [string, string] => [accountId, appId]

/** A caller may hand in more than the reference; what is bound must be named. */
const only = ({ accountId, appId }: MerchantRef): MerchantRef => ({ accountId, appId })
