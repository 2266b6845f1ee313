import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { merchantQueries } from '../../../electron/store/merchants'
import { migrations } from '../../../electron/store/migrations'
import { operationQueries } from '../../../electron/store/operations'
import { timelinePageQuery } from '../../../electron/store/timeline'

const queries = { ...merchantQueries, ...operationQueries, timeline: timelinePageQuery }

describe('every query over many rows', () => {
  it.each(Object.entries(queries))('%s uses an index and sorts nothing', (_name, sql) => {
    const database = new Database(':memory:')
    for (const step of migrations) database.exec(step.sql)
    const parameters = Object.fromEntries([...sql.matchAll(/@(\w+)/g)].map(([, name = '']) => [name, 1] as const))
    const positional = [...sql.matchAll(/\?/g)].map(() => 1)
    const bound: unknown[] = positional.length > 0 ? positional : [parameters]
    const statement = database.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
    const plan = statement.all(...bound).map(({ detail }) => detail)
    database.close()
    expect(plan.length).toBeGreaterThan(0)
    expect(plan.filter((line) => /^SCAN/.test(line) && !/USING (COVERING )?INDEX/.test(line))).toEqual([])
    expect(plan.filter((line) => line.includes('TEMP B-TREE'))).toEqual([])
  })
})
