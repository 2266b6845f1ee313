import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { checkExtJson, defaultExtJson, extJsonFields } from '@shared/rules/ext-json'

const appId = 'tt0123456789abcdef01'

describe('ext.json', () => {
  it('accepts the default document and one with overrides of app.json', () => {
    expect(checkExtJson(defaultExtJson(appId), appId)).toEqual([])
    const rich = {
      extEnable: true,
      extAppid: appId,
      ext: { shopId: '88' },
      extPages: {},
      window: {},
      tabBar: { list: [] }
    }
    expect(checkExtJson(JSON.stringify(rich), appId)).toEqual([])
  })

  it('names line and column of a syntax error', () => {
    const text = `{\n  "extEnable": true,\n  "extAppid": "${appId}"\n  "ext": {}\n}`
    expect(checkExtJson(text, appId)).toEqual([{ severity: 'error', line: 4, column: 3, message: '两项之间缺少逗号' }])
  })

  it.each([
    ['', '不能为空'],
    ['[]', '对象'],
    [`{"extAppid":"${appId}"}`, '缺少 extEnable'],
    ['{"extEnable":true}', '缺少 extAppid'],
    [`{"extEnable":"yes","extAppid":"${appId}"}`, 'extEnable 应是布尔值'],
    ['{"extEnable":true,"extAppid":7}', 'extAppid 应是文本'],
    ['{"extEnable":true,"extAppid":"tt-another"}', appId],
    [`{"extEnable":true,"extAppid":"${appId}","ext":[]}`, 'ext 应是对象'],
    [`{"extEnable":true,"extAppid":"${appId}","ext":{},"ext":{}}`, '写了两次'],
    [`{"extEnable":true,"extAppid":"${appId}",}`, ''],
    [`{"extEnable":true,/* note */"extAppid":"${appId}"}`, '注释']
  ])('refuses %s', (text, message) => {
    const errors = checkExtJson(text, appId).filter(({ severity }) => severity === 'error')
    expect(errors.map((each) => each.message).join()).toContain(message)
    expect(errors).not.toEqual([])
  })

  it('warns, and does not refuse, when the configuration is switched off', () => {
    const problems = checkExtJson(`{"extEnable":false,"extAppid":"${appId}"}`, appId)
    expect(problems.map(({ severity }) => severity)).toEqual(['warning'])
  })

  /** A document with these fields besides those that are required, on its second line. */
  const withFields = (fields: string): string => `{"extEnable":true,"extAppid":"${appId}",\n${fields}}`

  it.each([
    ['"directCommit":"yes"', 16, 'directCommit 应是布尔值'],
    ['"extPages":{"pages/a":{},"pages/b":[]}', 36, 'extPages 里 pages/b 应是对象'],
    ['"extPages":"pages/a"', 12, 'extPages 应是对象'],
    ['"pages":{}', 9, 'pages 应是数组'],
    ['"pages":["pages/a",7]', 20, 'pages 的第 2 项应是文本'],
    ['"window":[]', 10, 'window 应是对象'],
    ['"tabBar":[]', 10, 'tabBar 应是对象'],
    ['"tabBar":{"list":{}}', 18, 'tabBar.list 应是数组'],
    ['"tabBar":{"list":["a"]}', 19, 'tabBar.list 的第 1 项应是对象'],
    ['"networkTimeout":{"request":"60000"}', 29, 'networkTimeout.request 应是数字'],
    ['"entryPagePath":null', 17, 'entryPagePath 应是文本'],
    ['"window":1,"window":{}', 12, 'window 写了两次']
  ])('refuses %s at column %d', (fields, column, message) => {
    const errors = checkExtJson(withFields(fields), appId).filter(({ severity }) => severity === 'error')
    const [found, ...others] = errors.filter((each) => each.line === 2 && each.column === column)
    expect(found?.message).toContain(message)
    expect(others).toEqual([])
  })

  it.each([
    ['"directCommit":false', 16, 'directCommit'],
    ['"tabBar":{"color":"#000"}', 10, 'tabBar 里没有 list'],
    ['"ext":{"a":[{"b":1,"b":2}]}', 20, '字段 b 写了两次']
  ])('warns of %s at column %d', (fields, column, message) => {
    const [found, ...others] = checkExtJson(withFields(fields), appId)
    expect(found).toMatchObject({ severity: 'warning', line: 2, column })
    expect(found?.message).toContain(message)
    expect(others).toEqual([])
  })

  it('accepts every documented field with a value of its type', () => {
    const values = { boolean: true, string: appId, object: { list: [] }, array: [] }
    const fields = extJsonFields.filter(({ name }) => !['networkTimeout', 'extPages', 'directCommit'].includes(name))
    const document = Object.fromEntries(fields.map(({ name, type }) => [name, values[type]]))
    expect(checkExtJson(JSON.stringify({ ...document, extPages: {}, networkTimeout: { request: 1 } }), appId)).toEqual(
      []
    )
    expect(fields.every(({ description }) => description !== '')).toBe(true)
  })

  it('refuses what is nested without end', () => {
    const text = `{"ext":${'['.repeat(50_000)}`
    expect(checkExtJson(text, appId)).toEqual([expect.objectContaining({ severity: 'error', line: 1, column: 107 })])
  })

  it('never throws, and every finding lies inside the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const lines = text.split('\n')
        for (const { line, column } of checkExtJson(text, appId)) {
          expect(line).toBeGreaterThanOrEqual(1)
          expect(line).toBeLessThanOrEqual(lines.length)
          expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1)
        }
      })
    )
  })
})
