import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { usage } from '../../../electron/cli/flags'
import { rolloutLine } from '../../../electron/cli/lines'
import { exitCodes } from '../../../electron/cli/command-failure'
import { planFile } from '../../../electron/cli/plan-file'
import { jsonSchema } from './json-schema'

const docs = resolve(import.meta.dirname, '../../../docs')
const automation = readFileSync(resolve(docs, 'automation.md'), 'utf8')

const schemaText = (schema: z.ZodType, io: 'input' | 'output'): string =>
  `${JSON.stringify(jsonSchema(schema, io), null, 2)}\n`

describe('docs for rollouts from scripts', () => {
  it('hold the plan’s format as the program checks it (update with vitest -u)', async () => {
    await expect(schemaText(planFile, 'input')).toMatchFileSnapshot(resolve(docs, 'rollout-plan.schema.json'))
  })

  it('hold the lines as the program writes them (update with vitest -u)', async () => {
    await expect(schemaText(rolloutLine, 'output')).toMatchFileSnapshot(resolve(docs, 'rollout-lines.schema.json'))
  })

  it('name every flag, every line and every exit code in automation.md', () => {
    const flags = [...usage.matchAll(/--[\w-]+/g)].map(([flag]) => flag)
    const lines = rolloutLine.options.map(({ shape }) => shape.event.value)
    expect(flags.length).toBeGreaterThan(9)
    expect(flags.filter((flag) => !automation.includes(`\`${flag}`))).toEqual([])
    expect(lines.filter((line) => !automation.includes(`\`${line}\``))).toEqual([])
    const codes = [...automation.matchAll(/^\| (\d+) +\|/gm)].map(([, code]) => Number(code))
    expect(codes).toEqual(Object.values(exitCodes))
  })

  it('show a plan that the program takes', () => {
    const [, example = ''] = /<!-- plan -->\s*```json\n([\s\S]*?)```/.exec(automation) ?? []
    expect(planFile.safeParse(JSON.parse(example)).error).toBeUndefined()
  })
})
