import type { ExtVariable } from '@shared/domain/ext-variables'
import { defaultProblems } from '@shared/rules/ext-default'
import { describe, expect, it } from 'vitest'

const variable = (name: string, type: ExtVariable['type'] = 'text'): ExtVariable => ({
  ...{ name, type, required: false, description: '', fallback: null }
})

describe("a template's default", () => {
  it('has its findings where they stand, also behind a number that is filled in', () => {
    const variables = [variable('tables', 'number')]
    const text = '{"extEnable":true,"extAppid":"{{appId}}","ext":{"n":"{{tables}}"},"window":1}'
    expect(defaultProblems(text, variables)).toMatchObject([{ line: 1, column: text.lastIndexOf('1') + 1 }])
    expect(defaultProblems('{"extEnable":true,"extAppid":"tt0002"}', [])).toMatchObject([{ column: 30 }])
    expect(
      defaultProblems('{"extEnable":true,"extAppid":"{{appId}}","ext":{"a":"{{shop}}"}}', [variable('shop')])
    ).toEqual([])
  })

  it('has all its findings at once: unknown variables and fields of a wrong type', () => {
    const lines = [
      '{',
      '"window": 1,',
      '"extEnable": "{{on}}",',
      '"extAppid": "{{appId}}",',
      '"pages": "{{list}}", "ext": 2',
      '}'
    ]
    expect(defaultProblems(lines.join('\n'), []).map(({ line, column, message }) => [line, column, message])).toEqual([
      [2, 11, 'window 应是对象 { … }'],
      [3, 14, '没有变量 on'],
      [5, 10, '没有变量 list'],
      [5, 29, 'ext 应是对象 { … }']
    ])
    expect(defaultProblems('{"ext": {{shop}}}', []).map(({ message }) => message)).toEqual([
      '变量要写在双引号里：写成 "{{shop}}"，数字和布尔会按类型填入'
    ])
  })
})
