import { randomUUID } from 'node:crypto'
import Database from 'better-sqlite3'
import type { SavedView } from '@shared/domain/lists'
import { DeskFailure } from '@shared/errors'
import { say } from '@shared/texts/say'
import { z } from 'zod'
import type { SqliteDatabase } from './database'
import { columnChoices, viewContent } from './list-schemas'
import { notFound } from './missing'
import type { ListViewRepository } from './repositories'

/** JSON that does not parse counts as nothing: the view stays, and can be kept anew. */
const lenientJson = <Shape extends z.ZodType>(shape: Shape) =>
  z
    .string()
    .transform((text): unknown => {
      try {
        return JSON.parse(text)
      } catch {
        return null
      }
    })
    .pipe(shape)

const savedView: z.ZodType<SavedView> = z.object({
  id: z.string(),
  name: z.string(),
  content: lenientJson(viewContent)
})
const columnsColumn = lenientJson(columnChoices).nullable()

/** The queries over many rows, apart so that a test can look at their plans. */
export const listViewQueries = {
  views: 'SELECT id, name, content FROM list_views WHERE account_id = ? ORDER BY position',
  ids: 'SELECT id FROM list_views WHERE account_id = ? ORDER BY position'
} as const

/** The views of the merchant list that are kept, and the columns of each account's list. */
export function listViewRepository(database: SqliteDatabase): ListViewRepository {
  const list = database.prepare(listViewQueries.views)
  const one = database.prepare('SELECT id, name, content FROM list_views WHERE account_id = ? AND id = ?')
  const insert = database.prepare(`
    INSERT INTO list_views (id, account_id, position, name, content, changed_at)
    SELECT @id, @accountId, coalesce(max(position), -1) + 1, @name, @content, @changedAt
      FROM list_views WHERE account_id = @accountId`)
  const update = database.prepare(`
    UPDATE list_views SET name = @name, content = @content, changed_at = @changedAt
    WHERE account_id = @accountId AND id = @id`)
  const remove = database.prepare('DELETE FROM list_views WHERE account_id = ? AND id = ?')
  const columns = database.prepare('SELECT columns FROM list_columns WHERE account_id = ?').pluck()
  const setColumns = database.prepare(`
    INSERT INTO list_columns (account_id, columns) VALUES (?, ?)
    ON CONFLICT (account_id) DO UPDATE SET columns = excluded.columns`)
  return {
    list: (accountId) => z.array(savedView).parse(list.all(accountId)),
    save: ({ accountId, id, name, content, changedAt }) => {
      const row = { id: id ?? randomUUID(), accountId, name, content: JSON.stringify(content), changedAt }
      const { changes } = named(name, () => (id === null ? insert : update).run(row))
      if (changes === 0) throw gone()
      return savedView.parse(one.get(accountId, row.id))
    },
    remove: (accountId, id) => {
      if (remove.run(accountId, id).changes === 0) throw gone()
    },
    move: mover(database),
    columns: (accountId) => columnsColumn.parse(columns.get(accountId) ?? null),
    setColumns: (accountId, chosen) => void setColumns.run(accountId, JSON.stringify(chosen))
  }
}

/** Puts one view at a place among the others, who close up. */
function mover(database: SqliteDatabase): ListViewRepository['move'] {
  const ids = database.prepare(listViewQueries.ids).pluck()
  const place = database.prepare('UPDATE list_views SET position = ? WHERE id = ?')
  const work = database.transaction((accountId: string, id: string, to: number) => {
    const all = z.array(z.string()).parse(ids.all(accountId))
    if (!all.includes(id)) throw gone()
    const others = all.filter((other) => other !== id)
    others.splice(to, 0, id)
    others.forEach((each, position) => place.run(position, each))
  })
  // Immediate: it reads before it writes, and could not wait for another process's lock any more.
  return (accountId, id, to) => work.immediate(accountId, id, to)
}

/** Turns the database's refusal of a second view of the same name into one for the form. */
function named<Value>(name: string, write: () => Value): Value {
  try {
    return write()
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_CONSTRAINT_UNIQUE') throw taken(name, error)
    throw error
  }
}

const taken = (name: string, cause: unknown): DeskFailure =>
  new DeskFailure(
    {
      code: 'invalid_input',
      message: say`视图没有保存`,
      reason: say`已有名为「${name}」的视图`,
      nextStep: say`请换一个名称`,
      retryable: false,
      actor: 'operator',
      fields: { name: say`已有名为「${name}」的视图` }
    },
    { cause }
  )

const gone = (): DeskFailure => notFound(say`没有找到这个视图`, say`它已被删除`, say`请选择其他视图`)
