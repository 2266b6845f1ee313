import { variableTypes, type ExtDefault, type ExtValues, type ExtVariable } from '@shared/domain/ext-variables'
import { DeskFailure } from '@shared/errors'
import { say } from '@shared/texts/say'
import { z } from 'zod'
import type { SqliteDatabase } from './database'
import { writeFor } from './missing'
import type { ExtVariableRepository } from './repositories'
import { jsonColumn } from './schemas'

const variable: z.ZodType<ExtVariable> = z.object({
  name: z.string(),
  type: z.enum(variableTypes),
  required: z.number().transform((flag) => flag === 1),
  description: z.string(),
  fallback: z.string().nullable()
})

const extDefault: z.ZodType<ExtDefault> = z.object({
  templateId: z.string(),
  text: z.string(),
  changedAt: z.number()
})

const valuesColumn = jsonColumn(z.record(z.string(), z.string()))
const merchantValues: z.ZodType<ExtValues> = z.object({ appId: z.string(), values: valuesColumn })

/** The queries over many rows, apart so that a test can look at their plans. */
export const extVariableQueries = {
  variables: `SELECT name, type, required, description, fallback FROM ext_variables
    WHERE account_id = ? ORDER BY position`,
  defaults: `SELECT template_id AS templateId, text, changed_at AS changedAt FROM ext_defaults
    WHERE account_id = ? ORDER BY template_id`,
  values: `SELECT app_id AS appId, "values" FROM ext_values WHERE account_id = ? ORDER BY app_id`
} as const

/**
 * The ext.json defaults (one per template), their variables, and the merchants' values. Values of a variable that is taken
 * out stay: it may come back.
 */
export function extVariableRepository(database: SqliteDatabase): ExtVariableRepository {
  const variables = database.prepare(extVariableQueries.variables)
  const defaults = database.prepare(extVariableQueries.defaults)
  const values = database.prepare(extVariableQueries.values)
  const valuesOf = database.prepare('SELECT "values" FROM ext_values WHERE account_id = ? AND app_id = ?').pluck()
  const saveDefault = database.prepare(`
    INSERT INTO ext_defaults (account_id, template_id, text, changed_at) VALUES (?, ?, ?, ?)
    ON CONFLICT (account_id, template_id) DO UPDATE SET text = excluded.text, changed_at = excluded.changed_at`)
  const forgetDefault = database.prepare('DELETE FROM ext_defaults WHERE account_id = ? AND template_id = ?')
  return {
    studio: (accountId) => ({
      variables: z.array(variable).parse(variables.all(accountId)),
      defaults: z.array(extDefault).parse(defaults.all(accountId))
    }),
    saveVariables: variableSaver(database),
    saveDefault: (accountId, { templateId, text, changedAt }) =>
      void saveDefault.run(accountId, templateId, text, changedAt),
    forgetDefault: (accountId, templateId) => void forgetDefault.run(accountId, templateId),
    values: (accountId) => z.array(merchantValues).parse(values.all(accountId)),
    valuesOf: ({ accountId, appId }) => valuesColumn.nullable().parse(valuesOf.get(accountId, appId) ?? null) ?? {},
    saveValues: valueSaver(database)
  }
}

/** Replaces all variables, in the order in which they come; a name that is there twice is refused and nothing changed. */
function variableSaver(database: SqliteDatabase): ExtVariableRepository['saveVariables'] {
  const clear = database.prepare('DELETE FROM ext_variables WHERE account_id = ?')
  const insert = database.prepare(`
    INSERT INTO ext_variables (account_id, position, name, type, required, description, fallback)
    VALUES (@accountId, @position, @name, @type, @required, @description, @fallback)`)
  return database.transaction((accountId: string, variables: readonly ExtVariable[]) => {
    const again = variables.find(({ name }, index) => variables.findIndex((each) => each.name === name) < index)
    if (again) throw repeated(again.name)
    clear.run(accountId)
    for (const [position, { name, type, required, description, fallback }] of variables.entries()) {
      insert.run({ accountId, position, name, type, required: Number(required), description, fallback })
    }
  })
}

/** Replaces the values of each merchant, of all or of none. An empty value is none. */
function valueSaver(database: SqliteDatabase): ExtVariableRepository['saveValues'] {
  const save = database.prepare(`
    INSERT INTO ext_values (account_id, app_id, "values") VALUES (@accountId, @appId, @json)
    ON CONFLICT (account_id, app_id) DO UPDATE SET "values" = excluded."values"`)
  const clear = database.prepare('DELETE FROM ext_values WHERE account_id = @accountId AND app_id = @appId')
  return database.transaction((accountId: string, merchants: readonly ExtValues[]) => {
    for (const { appId, values } of merchants) {
      const kept = Object.entries(values).filter(([, value]) => value !== '')
      const key = { accountId, appId }
      if (kept.length === 0) clear.run(key)
      else writeFor(key, () => save.run({ ...key, json: JSON.stringify(Object.fromEntries(kept)) }))
    }
  })
}

const repeated = (name: string): DeskFailure =>
  new DeskFailure({
    code: 'invalid_input',
    message: say`变量没有保存`,
    reason: say`变量 ${name} 写了两次`,
    nextStep: say`请改名或删掉其中一个`,
    retryable: false,
    actor: 'operator',
    fields: { variables: say`变量 ${name} 写了两次` }
  })
