import { randomUUID } from 'node:crypto'
import Database from 'better-sqlite3'
import type { DomainBaseline } from '@shared/domain/domains'
import { DeskFailure } from '@shared/errors'
import { say } from '@shared/texts/say'
import { z } from 'zod'
import type { SqliteDatabase } from './database'
import { notFound, writeFor } from './missing'
import type { BaselineRepository } from './repositories'
import { jsonColumn } from './schemas'
import { domainSet } from './setup-schemas'

const columns = `b.id, b.account_id AS accountId, b.name, b.domains, b.changed_at AS changedAt,
  (SELECT count(*) FROM baseline_members c WHERE c.baseline_id = b.id) AS merchants`

const baseline: z.ZodType<DomainBaseline> = z.object({
  id: z.string(),
  accountId: z.string(),
  name: z.string(),
  domains: jsonColumn(domainSet),
  merchants: z.number(),
  changedAt: z.number()
})
const oneBaseline = baseline.nullable()

/** The queries over many rows, apart so that a test can look at their plans. */
export const baselineQueries = {
  baselines: `SELECT ${columns} FROM baselines b WHERE b.account_id = ? ORDER BY b.name`,
  members: `SELECT app_id FROM baseline_members INDEXED BY baseline_members_of
    WHERE baseline_id = ? AND account_id = ? ORDER BY app_id`
} as const

/** The domain baselines (域名基线) and the merchants that should have them; a merchant has one at most. */
export function baselineRepository(database: SqliteDatabase): BaselineRepository {
  return { ...reading(database), ...writing(database) }
}

type Reading = Pick<BaselineRepository, 'list' | 'get' | 'members' | 'of'>

function reading(database: SqliteDatabase): Reading {
  const list = database.prepare(baselineQueries.baselines)
  const get = database.prepare(`SELECT ${columns} FROM baselines b WHERE b.account_id = ? AND b.id = ?`)
  const members = database.prepare(baselineQueries.members).pluck()
  const of = database.prepare(`
    SELECT ${columns} FROM baseline_members m JOIN baselines b ON b.id = m.baseline_id
    WHERE m.account_id = ? AND m.app_id = ?`)
  return {
    list: (accountId) => z.array(baseline).parse(list.all(accountId)),
    get: (accountId, id) => oneBaseline.parse(get.get(accountId, id) ?? null),
    members: (accountId, id) => z.array(z.string()).parse(members.all(id, accountId)),
    of: ({ accountId, appId }) => oneBaseline.parse(of.get(accountId, appId) ?? null)
  }
}

function writing(database: SqliteDatabase): Omit<BaselineRepository, keyof Reading> {
  const insert = database.prepare(`
    INSERT INTO baselines (id, account_id, name, domains, changed_at)
    VALUES (@id, @accountId, @name, @domains, @changedAt)`)
  const update = database.prepare(`
    UPDATE baselines SET name = @name, domains = @domains, changed_at = @changedAt
    WHERE account_id = @accountId AND id = @id`)
  const remove = database.prepare('DELETE FROM baselines WHERE account_id = ? AND id = ?')
  const assigning = assigner(database)
  return {
    save: ({ accountId, id, name, domains, changedAt }) => {
      const row = { id: id ?? randomUUID(), accountId, name, domains: JSON.stringify(domains), changedAt }
      const { changes } = named(() => (id === null ? insert : update).run(row))
      if (changes === 0) throw gone()
      return row.id
    },
    delete: (accountId, id) => {
      if (remove.run(accountId, id).changes === 0) throw gone()
    },
    assign: assigning
  }
}

/** Assigns to all of the merchants or, where one of them is gone, to none. */
function assigner(database: SqliteDatabase): BaselineRepository['assign'] {
  const exists = database.prepare('SELECT 1 FROM baselines WHERE account_id = ? AND id = ?')
  const join = database.prepare(`
    INSERT INTO baseline_members (account_id, app_id, baseline_id) VALUES (@accountId, @appId, @id)
    ON CONFLICT (account_id, app_id) DO UPDATE SET baseline_id = excluded.baseline_id`)
  const leave = database.prepare('DELETE FROM baseline_members WHERE account_id = ? AND app_id = ?')
  const work = database.transaction((accountId: string, id: string | null, appIds: readonly string[]) => {
    if (id !== null && exists.get(accountId, id) === undefined) throw gone()
    for (const appId of appIds) {
      if (id === null) leave.run(accountId, appId)
      else writeFor({ accountId, appId }, () => join.run({ accountId, appId, id }))
    }
  })
  // Immediate: it reads before it writes, and could not wait for another process's lock any more.
  return (accountId, id, appIds) => work.immediate(accountId, id, appIds)
}

/** Turns the database's refusal of a second baseline of the same name into one for the form. */
function named<Value>(write: () => Value): Value {
  try {
    return write()
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_CONSTRAINT_UNIQUE') throw taken(error)
    throw error
  }
}

const taken = (cause: unknown): DeskFailure =>
  new DeskFailure(
    {
      code: 'invalid_input',
      message: say`没有保存`,
      reason: say`已有同名的基线`,
      nextStep: say`请换一个名称`,
      retryable: false,
      actor: 'operator',
      fields: { name: say`已有同名的基线` }
    },
    { cause }
  )

const gone = (): DeskFailure =>
  notFound(say`没有找到这个基线`, say`它已被删除`, say`请刷新基线列表`, 'domain_baselines')
