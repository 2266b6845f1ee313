import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { checkExtJson, defaultExtJson } from '@shared/rules/ext-json'

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
