import type { MerchantRef } from '@shared/domain/merchant'
import { z } from 'zod'
import type { SqliteDatabase } from './database'
import type { KeeperFacts, TokenRepository } from './repositories'

const box = z.instanceof(Buffer)
const time = z.number().nullable()
const refs = z.array(z.object({ accountId: z.string(), appId: z.string() }))

const facts: z.ZodType<KeeperFacts> = z.object({
  accountId: z.string(),
  appId: z.string(),
  name: z.string(),
  iconKey: z.string().nullable(),
  authorization: z.enum(['authorized', 'lost', 'unknown']),
  authorizedAt: time,
  issuedAt: time,
  accessExpiresAt: time,
  refreshExpiresAt: time,
  trouble: z.string().nullable()
})

const keeper = `SELECT m.account_id AS accountId, m.app_id AS appId, m.name, i.key AS iconKey, m.authorization,
    m.authorized_at AS authorizedAt, t.issued_at AS issuedAt, t.access_expires_at AS accessExpiresAt,
    t.refresh_expires_at AS refreshExpiresAt, m.read_error AS trouble
  FROM merchants m LEFT JOIN icons i ON i.account_id = m.account_id AND i.app_id = m.app_id
    LEFT JOIN merchant_tokens t ON t.account_id = m.account_id AND t.app_id = m.app_id
  WHERE m.account_id = ?`

const ref = 'SELECT account_id AS accountId, app_id AS appId FROM merchant_tokens'

/** The queries over many rows, apart so that a test can look at their plans. */
export const tokenQueries = {
  keeper,
  keeperOf: `${keeper} AND m.app_id = ?`,
  boxes: 'SELECT app_id AS appId, box FROM merchant_tokens WHERE account_id = ?',
  ending: `${ref} WHERE account_id = ? AND refresh_expires_at < ? ORDER BY refresh_expires_at`,
  accessEnding: `${ref} WHERE account_id = ? AND access_expires_at < ? ORDER BY access_expires_at`
} as const

/** Merchants' pairs of tokens, sealed, with their times beside them. */
export function tokenRepository(database: SqliteDatabase): TokenRepository {
  const read = database.prepare('SELECT box FROM merchant_tokens WHERE account_id = ? AND app_id = ?').pluck()
  const save = database.prepare(`
    INSERT INTO merchant_tokens (account_id, app_id, box, issued_at, access_expires_at, refresh_expires_at)
    VALUES (@accountId, @appId, @box, @issuedAt, @accessExpiresAt, @refreshExpiresAt)
    ON CONFLICT (account_id, app_id) DO UPDATE SET box = excluded.box, issued_at = excluded.issued_at,
      access_expires_at = excluded.access_expires_at, refresh_expires_at = excluded.refresh_expires_at`)
  const forget = database.prepare('DELETE FROM merchant_tokens WHERE account_id = ? AND app_id = ?')
  const boxes = database.prepare(tokenQueries.boxes)
  const all = database.prepare(tokenQueries.keeper)
  const one = database.prepare(tokenQueries.keeperOf)
  const ending = database.prepare(tokenQueries.ending)
  const accessEnding = database.prepare(tokenQueries.accessEnding)
  const key = ({ accountId, appId }: MerchantRef): [string, string] => [accountId, appId]
  return {
    read: (merchant) => box.nullable().parse(read.get(...key(merchant)) ?? null),
    save: ({ accountId, appId }, sealed, { issuedAt, accessExpiresAt, refreshExpiresAt }) =>
      void save.run({ accountId, appId, box: sealed, issuedAt, accessExpiresAt, refreshExpiresAt }),
    forget: (merchant) => void forget.run(...key(merchant)),
    boxes: (accountId) => z.array(z.object({ appId: z.string(), box })).parse(boxes.all(accountId)),
    keeper: (accountId) => z.array(facts).parse(all.all(accountId)),
    keeperOf: (merchant) => facts.nullable().parse(one.get(...key(merchant)) ?? null),
    ending: (accountId, before) => refs.parse(ending.all(accountId, before)),
    accessEnding: (accountId, before) => refs.parse(accessEnding.all(accountId, before))
  }
}
