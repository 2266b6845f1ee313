import { randomBytes } from 'node:crypto'
import {
  activityActions,
  activityFacts,
  activityOrigins,
  activityOutcomes,
  type ActivityContent,
  type ActivityEntry,
  type ActivityFilter
} from '@shared/domain/activity'
import { z } from 'zod'
import { canonicalJson, entryHash, noHash, sha256 } from './activity-chain'
import { shortFacts, shortText } from './activity-facts'
import { activityQueries, conditionsOf } from './activity-queries'
import type { ActivityRepository, NewActivity } from './activity-repository'
import { readCursor, writeCursor } from './cursor'
import type { SqliteDatabase } from './database'
import { jsonColumn } from './schemas'

const facts = z.partialRecord(z.enum(activityFacts), z.union([z.string(), z.array(z.string())]))
const content: z.ZodType<ActivityContent> = z.object({
  nonce: z.string(),
  accountName: z.string().nullable(),
  appId: z.string().nullable(),
  merchantName: z.string().nullable(),
  before: facts,
  after: facts,
  reason: z.string().nullable(),
  platformCode: z.string().nullable(),
  platformMessage: z.string().nullable(),
  logId: z.string().nullable(),
  links: z.object({
    operation: z.string().nullable(),
    setting: z.string().nullable(),
    rollout: z.string().nullable()
  })
})

const header = {
  sequence: z.number(),
  at: z.number(),
  actor: z.string(),
  origin: z.enum(activityOrigins),
  accountId: z.string().nullable(),
  action: z.enum(activityActions),
  outcome: z.enum(activityOutcomes),
  contentHash: z.string(),
  previousHash: z.string(),
  hash: z.string()
}
const whole: z.ZodType<ActivityEntry> = z.object({ ...header, content: jsonColumn(content).nullable() })
/** One altered entry must not hide the others: it is listed as what it is. */
const unreadable = z
  .object({ ...header, origin: z.string(), action: z.string(), outcome: z.string() })
  .transform((row): ActivityEntry => {
    return { ...row, origin: 'unreadable', action: 'unreadable', outcome: 'unreadable', content: null }
  })
const entries = z.array(z.union([whole, unreadable]))
const chainLinks = z.array(
  z.object({
    ...header,
    origin: z.string(),
    action: z.string(),
    outcome: z.string(),
    appId: z.string().nullable(),
    contentText: z.string().nullable()
  })
)
const head = z.object({ sequence: z.number(), hash: z.string() })
const pageKey = z.tuple([z.number()])
const name = z.string().nullable()
const choices = z.array(z.object({ id: z.string(), name: z.string() }))

/** The activity journal (操作记录); the table's own triggers keep it append-only. */
export function activityRepository(database: SqliteDatabase): ActivityRepository {
  return { ...reading(database), ...writing(database) }
}

type Writing = Pick<ActivityRepository, 'add' | 'removeContents'>

function writing(database: SqliteDatabase): Writing {
  const last = database.prepare('SELECT sequence, hash FROM activity ORDER BY sequence DESC LIMIT 1')
  const accountName = database.prepare('SELECT name FROM accounts WHERE id = ?').pluck()
  const merchantName = database.prepare('SELECT name FROM merchants WHERE account_id = ? AND app_id = ?').pluck()
  const insert = database.prepare(`
    INSERT INTO activity (sequence, at, actor, origin, account_id, app_id, action, outcome, content, content_hash,
      previous_hash, hash)
    VALUES (@sequence, @at, @actor, @origin, @accountId, @appId, @action, @outcome, @contentText, @contentHash,
      @previousHash, @hash)`)
  const empty = database.prepare(activityQueries.emptyActivity)
  const named = ({ accountId, appId, ...act }: NewActivity): Pick<ActivityContent, 'accountName' | 'merchantName'> => ({
    accountName: act.accountName ?? name.parse(accountName.get(accountId) ?? null),
    merchantName: act.merchantName ?? name.parse(merchantName.get(accountId, appId) ?? null)
  })
  /** `名称 (app id)`, as the merchant is called now; whom nobody knows stays an id. */
  const nameIn = (accountId: string | null) => (appId: string) => {
    const known = name.parse(merchantName.get(accountId, appId) ?? null)
    return known === null || known === appId ? appId : `${known} (${appId})`
  }
  const add = (act: NewActivity): ActivityEntry => {
    const before = head.parse(last.get() ?? { sequence: 0, hash: noHash })
    const { at, actor, origin, accountId, appId, action, outcome } = act
    const told = contentOf(act, named(act), nameIn(accountId))
    const contentText = canonicalJson(told)
    const sealed = {
      ...{ sequence: before.sequence + 1, at, actor, origin, accountId, action, outcome },
      contentHash: sha256(contentText),
      previousHash: before.hash
    }
    const hash = entryHash(sealed)
    insert.run({ ...sealed, hash, appId, contentText })
    return { ...sealed, hash, content: told }
  }
  // Immediate: what reads the last entry must be the one that writes the next.
  const alone = database.transaction(add)
  const addInTurn = (act: NewActivity) => (database.inTransaction ? add(act) : alone.immediate(act))
  const removeContents = database.transaction((removal: Parameters<Writing['removeContents']>[0]) => {
    const entry = add({ ...removal, origin: 'operator', appId: null, action: 'data_remove', outcome: 'done' })
    empty.run({ accountId: removal.accountId, before: entry.sequence })
    return entry
  })
  return { add: addInTurn, removeContents: (removal) => removeContents(removal) }
}

function contentOf(
  act: NewActivity,
  names: Pick<ActivityContent, 'accountName' | 'merchantName'>,
  nameOf: (appId: string) => string
): ActivityContent {
  const { operation = null, setting = null, rollout = null } = act.links ?? {}
  return {
    nonce: randomBytes(16).toString('hex'),
    accountName: shortText(names.accountName),
    merchantName: shortText(names.merchantName),
    appId: act.appId,
    before: shortFacts(act.before ?? {}, nameOf),
    after: shortFacts(act.after ?? {}, nameOf),
    reason: shortText(act.reason ?? null),
    platformCode: shortText(act.platformCode ?? null),
    platformMessage: shortText(act.platformMessage ?? null),
    logId: shortText(act.logId ?? null),
    links: { operation, setting, rollout }
  }
}

function reading(database: SqliteDatabase): Omit<ActivityRepository, keyof Writing> {
  const actors = database.prepare(activityQueries.activityActors).pluck()
  const accounts = database.prepare(activityQueries.activityAccounts)
  const chain = database.prepare(activityQueries.activityLinks)
  const removed = database.prepare(activityQueries.activityRemovals)
  const pages = statements(database, 'pages')
  const counts = statements(database, 'counts')
  return {
    page: (filter, cursor, limit) => {
      const [before] = cursor === null ? [Number.MAX_SAFE_INTEGER] : readCursor(cursor, pageKey)
      const found = entries.parse(pages(filter).all({ ...conditionsOf(filter), before, limit }))
      const oldest = found.length === limit ? found.at(-1) : undefined
      return { entries: found, next: oldest ? writeCursor([oldest.sequence]) : null }
    },
    count: (filter) =>
      Number(
        counts(filter)
          .pluck()
          .get({ ...conditionsOf(filter), before: Number.MAX_SAFE_INTEGER })
      ),
    choices: () => ({ actors: z.array(z.string()).parse(actors.all()), accounts: choices.parse(accounts.all()) }),
    // Looked at as it is: a word that was altered into an unknown one is what the check is to find.
    links: (sequence, limit) => chainLinks.parse(chain.all({ sequence, limit })),
    removals: () => new Map(z.array(z.tuple([z.string(), z.number()])).parse(removed.raw().all()))
  }
}

/** The statement whose index fits the filter. */
function statements(database: SqliteDatabase, kind: 'pages' | 'counts') {
  const [all, ofAccount, ofMerchant] = activityQueries[kind].map((sql) => database.prepare(sql))
  return ({ accountId, appId }: ActivityFilter) => {
    const fitting = accountId === null ? all : appId === null ? ofAccount : ofMerchant
    if (!fitting) throw new Error('a statement of the activity journal is missing')
    return fitting
  }
}
