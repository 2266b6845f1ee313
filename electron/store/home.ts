import { z } from 'zod'
import type { SqliteDatabase } from './database'
import { homeFigures } from './home-figures'
import type {
  AttentionRow,
  CapabilityAnswered,
  EndingToken,
  HomeRepository,
  RejectedPart,
  SentTemplate
} from './home-repository'
import { rowColumns, rowSchema } from './merchant-rows'
import { jsonColumn } from './schemas'
import { categoryFacts, merchantInformation } from './setup-schemas'

const answersMax = 300

const ofMerchant = (table: string): string => `${table}.account_id = m.account_id AND ${table}.app_id = m.app_id`
const named = `m.app_id AS appId, m.name, (SELECT i.key FROM icons i WHERE ${ofMerchant('i')}) AS iconKey`

/**
 * The queries over many rows, apart so that a test can look at their plans. A rejection is searched for in the text of what
 * we have written ourselves, as reading the JSON of every merchant takes ten times as long.
 */
export const homeQueries = {
  attention: `SELECT ${rowColumns}, (
      SELECT t.at FROM timeline t WHERE ${ofMerchant('t')}
        AND t.kind = iif(m.audit_status = 'rejected', 'rejected', 'approved') ORDER BY t.at DESC, t.id DESC LIMIT 1) AS since
    FROM merchants m
    WHERE m.account_id = ? AND (m.authorization = 'lost' OR m.app_state = 'offline' OR m.online_taken_down = 1
      OR m.audit_status = 'rejected' OR (m.audit_status = 'passed' AND m.audit_released = 0))`,
  endingTokens: `SELECT ${named}, t.refresh_expires_at AS refreshExpiresAt
    FROM merchant_tokens t INDEXED BY merchant_tokens_ending CROSS JOIN merchants m ON ${ofMerchant('t')}
    WHERE t.account_id = ? AND t.refresh_expires_at < ? AND m.authorization <> 'lost'
    ORDER BY t.refresh_expires_at`,
  rejectedParts: `SELECT ${named}, f.facet, f.value, (
      SELECT max(c.started_at) FROM setting_changes c WHERE ${ofMerchant('c')} AND c.kind IN (
        SELECT value FROM json_each(iif(f.facet = 'categories', @categories, @profile)))) AS sentAt
    FROM merchants m CROSS JOIN facets f ON ${ofMerchant('f')}
    WHERE m.account_id = @accountId AND m.authorization <> 'lost' AND f.facet IN ('information', 'categories')
      AND f.read_at IS NOT NULL AND instr(f.value, '"state":"rejected"')`,
  capabilityAnswers: `SELECT ${named}, e.event, e.title, e.detail, e.tone, e.seen, e.raw,
      coalesce(e.happened_at, e.received_at) AS at
    FROM events e INDEXED BY events_of_kind CROSS JOIN merchants m ON ${ofMerchant('e')}
    WHERE e.account_id = ? AND e.kind = 'capability' AND e.tone <> 'neutral' ORDER BY e.id DESC LIMIT ${answersMax}`,
  lastUploads: `SELECT o.version, o.request ->> '$.description' AS description, o.request ->> '$.templateId' AS templateId
    FROM merchants m CROSS JOIN operations o ON o.rowid = (
      SELECT u.rowid FROM operations u INDEXED BY operations_uploads WHERE ${ofMerchant('u')}
        AND u.kind = 'upload' AND u.state = 'done' ORDER BY u.started_at DESC LIMIT 1)
    WHERE m.account_id = ?`
} as const

/** What 今日 looks at, each in one query over all merchants of an account: 1,000 of them in about 10 ms. */
export function homeRepository(database: SqliteDatabase): HomeRepository {
  const attention = database.prepare(homeQueries.attention)
  const endingTokens = database.prepare(homeQueries.endingTokens)
  const rejectedParts = database.prepare(homeQueries.rejectedParts)
  const lastUploads = database.prepare(homeQueries.lastUploads)
  const capabilityAnswers = database.prepare(homeQueries.capabilityAnswers)
  return {
    ...homeFigures(database),
    attention: (accountId) => attention.all(accountId).map(attentionRow),
    endingTokens: (accountId, before) => z.array(endingToken).parse(endingTokens.all(accountId, before)),
    rejectedParts: (accountId) =>
      rejectedParts.all({ accountId, ...changesOfParts }).flatMap((row) => rejectedPart.safeParse(row).data ?? []),
    capabilityAnswers: (accountId, since) =>
      z
        .array(capabilityAnswered)
        .parse(capabilityAnswers.all(accountId))
        .filter(({ at }) => at >= since),
    lastUploads: (accountId) => lastUploads.all(accountId).flatMap((row) => sentTemplate.safeParse(row).data ?? [])
  }
}

const changesOfParts = {
  categories: JSON.stringify(['category_add', 'category_supply', 'category_publish', 'category_main']),
  profile: JSON.stringify(['name', 'introduction', 'icon'])
}

const identity = { appId: z.string(), name: z.string(), iconKey: z.string().nullable() }
const sinceColumn = z.object({ since: z.number().nullable() })

const attentionRow = (found: unknown): AttentionRow => ({ row: rowSchema.parse(found), ...sinceColumn.parse(found) })

const endingToken: z.ZodType<EndingToken> = z.object({ ...identity, refreshExpiresAt: z.number() })

/** A value of another shape, as an older program may have left it, counts as never read. */
const rejectedPart: z.ZodType<RejectedPart> = z.discriminatedUnion('facet', [
  z.object({
    ...identity,
    sentAt: z.number().nullable(),
    facet: z.literal('information'),
    value: jsonColumn(merchantInformation)
  }),
  z.object({
    ...identity,
    sentAt: z.number().nullable(),
    facet: z.literal('categories'),
    value: jsonColumn(categoryFacts)
  })
])

const capabilityAnswered: z.ZodType<CapabilityAnswered> = z.object({
  ...identity,
  event: z.string(),
  title: z.string(),
  detail: z.string(),
  raw: z.string(),
  tone: z.enum(['good', 'bad']),
  seen: z.number().transform((flag) => flag === 1),
  at: z.number()
})

/** A request of another shape, as an older program may have left it, tells nothing. */
const sentTemplate: z.ZodType<SentTemplate> = z.object({
  version: z.string(),
  description: z.string(),
  templateId: z.string()
})
