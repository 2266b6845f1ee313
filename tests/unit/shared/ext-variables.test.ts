import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { variableTypes, type ExtVariable } from '@shared/domain/ext-variables'
import {
  unfilledVariables,
  valueProblem,
  variableNames,
  withValues,
  type VariableFacts
} from '@shared/rules/ext-variables'

const variable = (name: string, change: Partial<ExtVariable> = {}): ExtVariable => ({
  name,
  type: 'text',
  required: false,
  description: '',
  fallback: null,
  ...change
})

const facts: VariableFacts = {
  variables: [
    variable('shop', { required: true }),
    variable('count', { type: 'number' }),
    variable('open', { type: 'boolean', fallback: 'true' }),
    variable('theme', { fallback: '红' })
  ],
  values: { appId: 'tt01', merchantName: '湘里"人家"', shop: '88', count: '7' }
}

const filled = (text: string, change: Readonly<Record<string, string>> = {}) =>
  withValues(text, { ...facts, values: { ...facts.values, ...change } })
const messages = (text: string, change: Readonly<Record<string, string>> = {}): string[] =>
  filled(text, change).problems.map(({ message }) => message)

describe('the variables of a text', () => {
  it('are named once each, blanks around them left out', () => {
    expect(variableNames('{"a":"{{x}} {{ y }}","{{x}}":"{{店名}} {z} {{}}"}')).toEqual(['x', 'y', '店名', ''])
    expect(variableNames('{"a":{"b":{"c":1}}}')).toEqual([])
  })
})

describe('a value', () => {
  it.each([
    ['text', 'anything'],
    ['text', ''],
    ['number', ''],
    ['number', '-1.5e3'],
    ['number', '9133504853504535288'],
    ['boolean', 'true'],
    ['boolean', 'false'],
    ['boolean', '']
  ] as const)('of %s may be "%s"', (type, value) => expect(valueProblem({ type }, value)).toBeNull())

  it.each([
    ['number', '七'],
    ['number', '1,2'],
    ['number', '"1"'],
    ['number', '0x10'],
    ['number', '1e999'],
    ['number', 'null'],
    ['number', ' '],
    ['boolean', 'yes'],
    ['boolean', 'TRUE'],
    ['boolean', '1']
  ] as const)('of %s may not be "%s"', (type, value) => expect(valueProblem({ type }, value)).toContain('应是'))
})

describe('an ext.json default', () => {
  it.each([
    ['{"a":"{{count}}"}', '{"a":7}'],
    ['{"a":"{{ open }}"}', '{"a":true}'],
    ['{"a":"{{shop}}"}', '{"a":"88"}'],
    ['{"a":"{{theme}}"}', '{"a":"红"}'],
    ['{"a":"共 {{count}} 桌，{{theme}}"}', '{"a":"共 7 桌，红"}'],
    ['{"a":"{{merchantName}}"}', '{"a":"湘里\\"人家\\""}'],
    ['{"a":["{{appId}}","{{count}}"]}', '{"a":["tt01",7]}'],
    ['{"{{count}}":"{{open}}"}', '{"7":true}'],
    ['{"\\u007b{count}}":1}', '{"7":1}'],
    [' { "a" : "{x}" } ', ' { "a" : "{x}" } ']
  ])('%s becomes %s', (text, expected) => expect(filled(text)).toEqual({ text: expected, problems: [] }))

  it.each([
    ['{"a":"{{unknown}}"}', {}, '没有变量 unknown'],
    ['{"a":"{{constructor}}"}', {}, '没有变量 constructor'],
    ['{"a":"{{店名}}"}', {}, '没有变量 店名'],
    ['{"a":"{{}}"}', {}, '没有变量'],
    ['{"a":"{{shop}}"}', { shop: '' }, '变量 shop 还没有值'],
    ['{"a":"{{count}}"}', { count: '七' }, '变量 count 的值「七」应是数字'],
    ['{"a":"第 {{count}} 桌"}', { count: '七' }, '应是数字'],
    ['{"{{count}}":1}', { count: '' }, '字段名 {{count}} 填好后是空的'],
    ['{"a":{{count}}}', {}, '"{{count}}"'],
    ['{"a":{{ count }},"b":"{{shop}}"}', {}, '"{{count}}"']
  ])('%s with %o is refused', (text, change, why) => {
    expect(messages(text, change)).toEqual([expect.stringContaining(why)])
  })

  it('says where each finding is, in the order of the text', () => {
    const text = '{\n  "a": "{{x}}",\n  "b": ["{{y}}", "{{z}} {{z}}"]\n}'
    expect(filled(text).problems).toEqual([
      { line: 2, column: 8, message: '没有变量 x' },
      { line: 3, column: 9, message: '没有变量 y' },
      { line: 3, column: 18, message: '没有变量 z' }
    ])
  })

  it('that is no JSON is given back as it is, never mended by a value', () => {
    for (const text of ['{"a":"{{shop}}\n}', '{"a":"\\x{{shop}}"}', '{"a":"{{shop}}",}', '', '{"a" "{{shop}}"}']) {
      const { text: result, problems } = filled(text)
      expect(result).toBe(text)
      expect(problems).not.toEqual([])
      expect(problems.map(({ message }) => message).join()).not.toContain('双引号里')
    }
  })

  it('that is nested without end is refused, not overflowed', () => {
    expect(messages(`${'['.repeat(50_000)}"{{shop}}"`)).toEqual([expect.stringContaining('嵌套太深')])
  })

  it('leaves the given names to the merchant, even where a variable has taken one', () => {
    const variables = [variable('appId', { type: 'number', required: true, fallback: '1' })]
    expect(withValues('{"a":"{{appId}}"}', { variables, values: { appId: 'tt01' } })).toEqual({
      text: '{"a":"tt01"}',
      problems: []
    })
  })
})

describe('no value', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.json(),
    fc.constantFrom('"', '\\', '","x":"', '{{shop}}', '$&', '\u2028', '7', ' -1.5e3\n', 'true', '\ud800', '__proto__')
  )
  const anyType = fc.constantFrom(...variableTypes)

  it('breaks out of its place, be it a value, part of a text or a field’s name', () => {
    const text = '{"first":1,"{{v}}!":[{"in":"{{v}}"},"a{{v}}b"],"last":"{{v}}"}'
    fc.assert(
      fc.property(anyType, anyText, (type, value) => {
        const { text: result, problems } = withValues(text, {
          variables: [variable('v', { type })],
          values: { v: value }
        })
        const whole: unknown = type === 'text' || value === '' || problems.length > 0 ? value : JSON.parse(value)
        const expected = { first: 1, [`${value}!`]: [{ in: whole }, `a${value}b`], last: whole }
        expect(JSON.parse(result)).toEqual(expected)
        expect(Object.keys(JSON.parse(result) as object)).toEqual(Object.keys(expected))
      }),
      { numRuns: 500 }
    )
  })

  it('makes a field’s name anything but a text, whatever the variable’s type', () => {
    fc.assert(
      fc.property(anyType, anyText, (type, value) => {
        const { text, problems } = withValues('{"{{v}}":0}', {
          variables: [variable('v', { type })],
          values: { v: value }
        })
        expect(Object.entries(JSON.parse(text) as object)).toEqual([[value, 0]])
        if (value === '') expect(problems).toHaveLength(1)
      })
    )
  })
})

describe('any text', () => {
  it('is filled or refused without throwing, and every finding lies inside of it', () => {
    const pieces = fc.constantFrom('{', '}', '[', '"', ':', ',', '{{shop}}', '"{{x}}"', '\\', '\n', '1', '//', ' ')
    const texts = fc.array(pieces).map((each) => each.join(''))
    fc.assert(
      fc.property(fc.oneof(texts, fc.string(), fc.json()), (text) => {
        const lines = text.split('\n')
        for (const { line, column } of filled(text).problems) {
          expect(column).toBeGreaterThanOrEqual(1)
          expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? -1) + 1)
        }
      })
    )
  })
})

describe('what is about to be uploaded', () => {
  it('has no variable in it that was not filled in, each told at its place', () => {
    expect(unfilledVariables('{"ext": {}}')).toEqual([])
    expect(unfilledVariables('{\n  "a": "{{shopId}}", "b": "x{{ 店名 }}"\n}')).toEqual([
      { line: 2, column: 9, message: '变量 {{shopId}} 还没有换成商家的值' },
      { line: 2, column: 29, message: '变量 {{ 店名 }} 还没有换成商家的值' }
    ])
  })
})
