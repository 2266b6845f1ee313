import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { faultSchema } from '../../../electron/simulator/control/faults'
import { pushFaultSchema } from '../../../electron/simulator/push/push-faults'
import { endpoints } from '../../../electron/simulator/wire/routes'

const page = readFileSync(resolve(import.meta.dirname, '../../../docs/simulator.md'), 'utf8')

it.each([...new Set(endpoints.map((endpoint) => endpoint.name))])('the page names the endpoint %s', (name) => {
  expect(page).toContain(`\`${name}\``)
})

const faultKinds = [...faultSchema.options, ...pushFaultSchema.options].map((option) => option.shape.kind.value)

it.each(faultKinds)('the page explains the fault %s', (kind) => {
  expect(page.split('\n').some((line) => line.startsWith(`| \`${kind}\` `))).toBe(true)
})
