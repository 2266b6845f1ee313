import { expect, it } from 'vitest'
import { categoryTables } from '../../../electron/douyin/catalogue-categories'
import { domainTables } from '../../../electron/douyin/catalogue-domains'
import { profileTables } from '../../../electron/douyin/catalogue-profile'
import { operationTables } from '../../../electron/douyin/catalogue-operation'
import { endpoints } from '../../../electron/douyin/endpoints'
import { documentedCodes } from './setup-codes'

/** Readings, which the tables of the applications serve as well. */
const readings: ReadonlySet<string> = new Set([
  endpoints.capabilities.name,
  endpoints.capabilityReason.name,
  endpoints.videoMount.name
])
const tables = Object.entries({ ...profileTables, ...categoryTables, ...domainTables, ...operationTables }).filter(
  ([name]) => !readings.has(name)
)

it.each(tables)('every code that the catalogue explains for %s is proved here', (name, table) => {
  const path = Object.values(endpoints).find((endpoint) => endpoint.name === name)?.path
  const [, proved = []] = Object.entries(documentedCodes).find(([last]) => path?.endsWith(`/${last}/`)) ?? []
  const explained = Object.keys(table.codes())
  expect(explained).not.toEqual([])
  expect(explained.filter((code) => !proved.some((each) => each === code))).toEqual([])
})
