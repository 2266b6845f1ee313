import { platformEventKinds, type EventFilter, type PlatformEvent } from '@shared/domain/platform-event'
import { DeskFailure } from '@shared/errors'
import { say } from '@shared/texts/say'
import { z } from 'zod'
import { readCursor, writeCursor } from './cursor'
import type { SqliteDatabase } from './database'
import type { EventRepository, NewEvent } from './repositories'

const columns = `e.id, e.account_id AS accountId, e.app_id AS appId, m.name, e.kind, e.event, e.title, e.detail, e.tone,
  e.happened_at AS happenedAt, e.received_at AS receivedAt, e.source, e.copies, e.handling, e.trouble, e.seen, e.raw`

const tables = 'events e LEFT JOIN merchants m ON m.account_id = e.account_id AND m.app_id = e.app_id'

const row = z
  .object({
    id: z.number().transform(String),
    accountId: z.string(),
    appId: z.string().nullable(),
    name: z.string().nullable(),
    kind: z.enum(platformEventKinds),
    event: z.string(),
    title: z.string(),
    detail: z.string(),
    tone: z.enum(['good', 'bad', 'neutral']),
    happenedAt: z.number().nullable(),
    receivedAt: z.number(),
    source: z.enum(['receiver', 'relay', 'paste']),
    copies: z.number(),
    handling: z.enum(['nothing', 'waiting', 'done', 'failed']),
    trouble: z.string().nullable(),
    seen: z.number().transform((flag) => flag === 1),
    raw: z.string()
  })
  .transform(({ appId, name, ...event }): PlatformEvent => ({
    ...event,
    merchant: appId === null ? null : { appId, name: name ?? appId }
  }))

const added = z.object({ id: z.number(), copies: z.number() })
const ids = z.array(z.number())
const pageKey = z.tuple([z.number()])

const older = 'account_id = @accountId AND id < @before'
const newestFirst = 'ORDER BY id DESC LIMIT @limit'
const ofKinds = 'kind IN (SELECT value FROM json_each(@kinds))'

/** The queries over many rows, apart so that a test can look at their plans. */
export const eventQueries = {
  idsOfKind: `SELECT id FROM events INDEXED BY events_of_kind WHERE ${older} AND kind = @kind ${newestFirst}`,
  idsOfMerchant: `SELECT id FROM events INDEXED BY events_of_merchant
    WHERE ${older} AND app_id = @appId AND ${ofKinds} ${newestFirst}`,
  unseenIdsOfMerchant: `SELECT id FROM events INDEXED BY events_of_merchant
    WHERE ${older} AND app_id = @appId AND seen = 0 AND kind <> 'ticket' AND ${ofKinds} ${newestFirst}`,
  unseenIds: `SELECT id FROM events INDEXED BY events_unseen
    WHERE ${older} AND seen = 0 AND kind <> 'ticket' AND ${ofKinds} ${newestFirst}`,
  unseen: `SELECT count(*) FROM events INDEXED BY events_unseen WHERE account_id = ? AND seen = 0 AND kind <> 'ticket'`,
  markSeen: `UPDATE events INDEXED BY events_unseen SET seen = 1
    WHERE account_id = ? AND id <= ? AND seen = 0 AND kind <> 'ticket'`,
  waiting: `SELECT ${columns} FROM ${tables.replace('events e', 'events e INDEXED BY events_waiting')}
    WHERE e.account_id = ? AND e.handling = 'waiting' ORDER BY e.id`,
  pruneTickets: `DELETE FROM events INDEXED BY events_of_kind
    WHERE account_id = @accountId AND kind = 'ticket' AND id <= (
      SELECT id FROM events INDEXED BY events_of_kind
      WHERE account_id = @accountId AND kind = 'ticket' ORDER BY id DESC LIMIT 1 OFFSET @keep)`
} as const

/** The pushed messages (消息与事件推送): each content once, in the order of its arrival. A ticket, and the echo of
 * our own retrieval of a code, count as seen at once. */
export function eventRepository(database: SqliteDatabase): EventRepository {
  return { ...reading(database), ...writing(database) }
}

type Reading = Pick<EventRepository, 'get' | 'page' | 'unseen' | 'waiting'>

function reading(database: SqliteDatabase): Reading {
  const get = database.prepare(`SELECT ${columns} FROM ${tables} WHERE e.account_id = ? AND e.id = ?`)
  const unseen = database.prepare(eventQueries.unseen).pluck()
  const waiting = database.prepare(eventQueries.waiting)
  const newestIds = idReader(database)
  return {
    get: (accountId, id) => row.nullable().parse(get.get(accountId, Number(id)) ?? null),
    page: (accountId, filter, cursor, limit) => {
      const [before] = cursor === null ? [Number.MAX_SAFE_INTEGER] : readCursor(cursor, pageKey)
      const found = newestIds(accountId, filter, before, limit)
      const last = found.length === limit ? found.at(-1) : undefined
      const events = found.map((id) => row.parse(get.get(accountId, id)))
      return { events, next: last === undefined ? null : writeCursor([last]) }
    },
    unseen: (accountId) => Number(unseen.get(accountId)),
    waiting: (accountId) => z.array(row).parse(waiting.all(accountId))
  }
}

/** Narrows a page by the index that fits the filter; the ids alone are read, and the rows of one page after that. */
function idReader(database: SqliteDatabase) {
  const ofKind = database.prepare(eventQueries.idsOfKind).pluck()
  const ofMerchant = database.prepare(eventQueries.idsOfMerchant).pluck()
  const unseenOfMerchant = database.prepare(eventQueries.unseenIdsOfMerchant).pluck()
  const unseen = database.prepare(eventQueries.unseenIds).pluck()
  return (accountId: string, filter: EventFilter, before: number, limit: number): readonly number[] => {
    const kinds = filter.kinds ?? platformEventKinds
    const narrow = { accountId, before, limit, kinds: JSON.stringify(kinds) }
    const { appId, unseenOnly } = filter
    if (appId !== null) return ids.parse((unseenOnly ? unseenOfMerchant : ofMerchant).all({ ...narrow, appId }))
    if (unseenOnly) return ids.parse(unseen.all(narrow))
    const each = [...new Set(kinds)].map((kind) => ids.parse(ofKind.all({ accountId, before, limit, kind })))
    return each
      .flat()
      .sort((a, b) => b - a)
      .slice(0, limit)
  }
}

function writing(database: SqliteDatabase): Omit<EventRepository, keyof Reading> {
  const insert = database.prepare(`
    INSERT INTO events (account_id, digest, app_id, kind, event, title, detail, tone, happened_at, received_at, source,
      handling, seen, raw)
    VALUES (@accountId, @digest, @appId, @kind, @event, @title, @detail, @tone, @happenedAt, @receivedAt, @source,
      @handling, @kind IN ('ticket', 'code_retrieved'), @raw)
    ON CONFLICT (account_id, digest) DO UPDATE SET copies = copies + 1
    RETURNING id, copies`)
  const one = database.prepare(`SELECT ${columns} FROM ${tables} WHERE e.id = ?`)
  const markSeen = database.prepare(eventQueries.markSeen)
  const handled = database.prepare(`
    UPDATE events SET handling = @handling, trouble = @trouble WHERE account_id = @accountId AND id = @id`)
  const prune = database.prepare(eventQueries.pruneTickets)
  return {
    add: (event: NewEvent) => {
      const { id, copies } = added.parse(insert.get(event))
      return { event: row.parse(one.get(id)), isNew: copies === 1 }
    },
    markSeen: (accountId, upTo) => void markSeen.run(accountId, Number(upTo)),
    handled: (accountId, id, handling, trouble) => {
      const { changes } = handled.run({ accountId, id: Number(id), handling, trouble })
      if (changes === 0) throw gone()
      return row.parse(one.get(Number(id)))
    },
    pruneTickets: (accountId, keep) => void prune.run({ accountId, keep })
  }
}

function gone(): DeskFailure {
  return new DeskFailure({
    code: 'not_found',
    message: say`没有找到这条消息`,
    reason: say`账号和它的消息已被删除`,
    nextStep: say`请刷新消息列表`,
    retryable: false,
    actor: 'operator'
  })
}
