import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { calls } from '@shared/contract'
import { jsonSchema } from './json-schema'

const docs = resolve(import.meta.dirname, '../../../docs')

/** The inputs of every call as JSON Schema, for scripts in any language; kept in docs and compared here. */
function contractDocument(): string {
  const inputs = Object.entries(calls).map(([name, { input, maxBytes }]) => [
    name,
    { maxBytes, input: jsonSchema(input, 'input') }
  ])
  return `${JSON.stringify({ calls: Object.fromEntries(inputs) as unknown }, null, 2)}\n`
}

describe('docs for scripts', () => {
  it('hold the input of every call as the program checks it (update with vitest -u)', async () => {
    await expect(contractDocument()).toMatchFileSnapshot(resolve(docs, 'contract.schema.json'))
  })

  it('name every call in automation.md', () => {
    const text = readFileSync(resolve(docs, 'automation.md'), 'utf8')
    expect(Object.keys(calls).filter((name) => !text.includes(`\`${name}\``))).toEqual([])
  })

  it('name every event in automation.md', () => {
    const text = readFileSync(resolve(docs, 'automation.md'), 'utf8')
    const source = readFileSync(resolve(docs, '../shared/contract.ts'), 'utf8')
    const [, events = ''] = /export type Events = \{([\s\S]*?)\n\}/.exec(source) ?? []
    const names = [...events.matchAll(/^ {2}'?([\w.]+)'?:/gm)].map(([, name]) => name)
    expect(names.length).toBeGreaterThan(4)
    expect(names.filter((name) => !text.includes(`\`${name}\``))).toEqual([])
  })
})
