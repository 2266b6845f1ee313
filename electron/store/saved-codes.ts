import { randomUUID } from 'node:crypto'
import { codeHosts, type MiniCode, type MiniCodeRequest, type SavedCode } from '@shared/domain/mini-code'
import { DeskFailure } from '@shared/errors'
import { say } from '@shared/texts/say'
import { z } from 'zod'
import type { SqliteDatabase } from './database'
import { notFound, writeFor } from './missing'
import type { NewSavedCode, SavedCodeRepository } from './repositories'
import { jsonColumn } from './schemas'

const colour = z.object({ r: z.number(), g: z.number(), b: z.number() })

const miniCodeRequest: z.ZodType<MiniCodeRequest> = z.object({
  host: z.enum(codeHosts),
  path: z.string(),
  width: z.number(),
  lineColour: colour,
  background: colour,
  withIcon: z.boolean(),
  round: z.boolean()
})

/** The same text for the same request, in whatever order its fields came: the schema gives them its own. */
const textOf = (request: MiniCodeRequest): string => JSON.stringify(miniCodeRequest.parse(request))

const columns = `id, account_id AS accountId, app_id AS appId, label, request, image, text, made_at AS madeAt,
  changed_at AS changedAt`

const savedCode = z
  .object({
    id: z.string(),
    accountId: z.string(),
    appId: z.string(),
    label: z.string(),
    request: jsonColumn(miniCodeRequest),
    image: z.string().nullable(),
    text: z.string().nullable(),
    madeAt: z.number().nullable(),
    changedAt: z.number()
  })
  .transform(({ image, text, madeAt, ...rest }): SavedCode => {
    const code = image === null || madeAt === null ? null : { request: rest.request, image, text, madeAt }
    return { ...rest, code }
  })

/** The queries over many rows, apart so that a test can look at their plans. */
export const savedCodeQueries = {
  codes: `SELECT ${columns} FROM saved_codes INDEXED BY saved_codes_of_merchant
    WHERE account_id = @accountId ORDER BY app_id, label, rowid`,
  codesOf: `SELECT ${columns} FROM saved_codes INDEXED BY saved_codes_of_merchant
    WHERE account_id = @accountId AND app_id IN (SELECT value FROM json_each(@appIds)) ORDER BY app_id, label, rowid`
} as const

/** The mini-program codes that are kept, with their pictures where they were made. */
export function savedCodeRepository(database: SqliteDatabase): SavedCodeRepository {
  const all = database.prepare(savedCodeQueries.codes)
  const some = database.prepare(savedCodeQueries.codesOf)
  const one = database.prepare(`SELECT ${columns} FROM saved_codes WHERE account_id = ? AND id = ?`)
  const forget = database.prepare(`
    DELETE FROM saved_codes WHERE account_id = ? AND id IN (SELECT value FROM json_each(?))`)
  const save = saver(database)
  return {
    list: (accountId, appIds) => {
      const rows = appIds === null ? all.all({ accountId }) : some.all({ accountId, appIds: JSON.stringify(appIds) })
      return z.array(savedCode).parse(rows)
    },
    get: (accountId, id) => savedCode.nullable().parse(one.get(accountId, id) ?? null),
    save: (accountId, codes, changedAt) =>
      save(accountId, codes, changedAt).map((id) => savedCode.parse(one.get(accountId, id))),
    savePicture: pictureSaver(database),
    forget: (accountId, ids) => forget.run(accountId, JSON.stringify(ids)).changes
  }
}

/**
 * Writes all of the codes or none, and returns their ids. A picture shows one request and goes with it; a code stays with its
 * merchant, since a picture that is being made meanwhile is that merchant's.
 */
function saver(database: SqliteDatabase) {
  const insert = database.prepare(`
    INSERT INTO saved_codes (id, account_id, app_id, label, request, changed_at)
    VALUES (@id, @accountId, @appId, @label, @request, @changedAt)`)
  const ifSame = (column: string) => `${column} = CASE WHEN request = @request THEN ${column} END`
  const update = database.prepare(`
    UPDATE saved_codes SET label = @label, request = @request, changed_at = @changedAt,
      ${ifSame('image')}, ${ifSame('text')}, ${ifSame('made_at')}
    WHERE account_id = @accountId AND app_id = @appId AND id = @id`)
  return database.transaction((accountId: string, codes: readonly NewSavedCode[], changedAt: number) =>
    codes.map(({ id, appId, label, request }) => {
      const row = { id: id ?? randomUUID(), accountId, appId, label, request: textOf(request), changedAt }
      const { changes } = writeFor({ accountId, appId }, () => (id === null ? insert : update).run(row))
      if (changes === 0) throw gone()
      return row.id
    })
  )
}

/** Keeps a picture, unless the code was changed while it was being made. */
function pictureSaver(database: SqliteDatabase): SavedCodeRepository['savePicture'] {
  const save = database.prepare(`
    UPDATE saved_codes SET image = @image, text = @text, made_at = @madeAt WHERE id = @id AND request = @request`)
  const one = database.prepare(`SELECT ${columns} FROM saved_codes WHERE id = ?`)
  return (id, { request, image, text, madeAt }: MiniCode) => {
    const { changes } = save.run({ id, request: textOf(request), image, text, madeAt })
    const found = savedCode.nullable().parse(one.get(id) ?? null)
    if (found === null) throw gone()
    if (changes === 0) throw changed()
    return found
  }
}

const gone = (): DeskFailure => notFound(say`没有找到这个小程序码`, say`它已被删除`, say`请刷新小程序码列表`)

const changed = (): DeskFailure =>
  new DeskFailure({
    code: 'changed_meanwhile',
    message: say`生成的图片没有保存`,
    reason: say`生成期间这个小程序码被改过`,
    nextStep: say`请重新生成`,
    retryable: true,
    actor: 'operator',
    wayOut: 'retry'
  })
