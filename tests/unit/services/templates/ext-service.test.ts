import { describe, expect, it } from 'vitest'
import type { ExtVariable } from '@shared/domain/ext-variables'
import { ExtService } from '../../../../electron/services/templates/ext-service'
import { VersionOperations } from '../../../../electron/services/version-operations'
import type { OperationRunner } from '../../../../electron/services/operation-runner'
import { extVariable } from '../../store/code-samples'
import { discover, fixedClock, newStore } from '../../store/support'
import { errorOf } from '../setup/setup-bench'
import { journalUpload } from './template-bench'

const shopName: ExtVariable = { name: 'shopName', type: 'text', required: false, description: '', fallback: '门店' }
const isOpen: ExtVariable = { ...shopName, name: 'isOpen', type: 'boolean', fallback: 'true' }
const variables = [extVariable, shopName, isOpen]
const source = `{
  "extEnable": true,
  "extAppid": "{{appId}}",
  "ext": { "shop": "{{shopId}}", "title": "{{shopName}}·{{merchantName}}", "open": "{{isOpen}}" }
}`
const ref = { accountId: 'a', appId: 'tt01' }

function bench() {
  const store = newStore()
  discover(store, ['tt01', 'tt02'])
  const ext = new ExtService({ store, clock: fixedClock(7) })
  ext.saveVariables('a', variables)
  return { store, ext }
}

describe('variables', () => {
  it('are replaced all together', () => {
    const { ext } = bench()
    expect(ext.saveVariables('a', [shopName])).toEqual({ variables: [shopName], defaults: [] })
  })

  it('with mistakes are refused by line', async () => {
    const { ext } = bench()
    const wrong = [shopName, { ...extVariable, fallback: 'abc' }, shopName, { ...shopName, name: 'appId' }]
    expect((await errorOf(() => ext.saveVariables('a', wrong))).fields).toEqual({
      'variables.1.fallback': '应是数字',
      'variables.2.name': '变量 shopName 写了两次',
      'variables.3.name': 'appId 每个商家都有，不用再加'
    })
    expect(ext.studio('a').variables).toEqual(variables)
  })
})

describe('a default ext.json', () => {
  it('is kept per template', () => {
    const { ext } = bench()
    expect(ext.saveDefault('a', '1622', source).defaults).toEqual([{ templateId: '1622', text: source, changedAt: 7 }])
  })

  it('is taken out by null, of its template only', async () => {
    const { ext } = bench()
    ext.saveDefault('a', '1622', source)
    ext.saveDefault('a', '1623', source)
    expect(ext.saveDefault('a', '1622', null).defaults.map(({ templateId }) => templateId)).toEqual(['1623'])
    const order = { accountId: 'a', templateId: '1622', text: null, appIds: ['tt01'] }
    expect((await errorOf(() => ext.preview(order))).code).toBe('not_found')
    expect(ext.saveDefault('a', '1622', null).variables).toEqual(variables)
  })

  it.each([
    ['', /^第 1 行第 1 列/],
    ['{ "extEnable": true, }', /^第 1 行第 \d+ 列/],
    [source.replace('{{shopId}}', '{{shopID}}'), /^第 4 行第 20 列：没有变量 shopID/],
    [source.replace('"{{shopId}}"', '{{shopId}}'), /^第 4 行第 20 列：变量要写在双引号里/],
    [source.replace('{{appId}}', 'tt01'), /^第 3 行第 15 列：extAppid .*\{\{appId\}\}/],
    [source.replace('true', '"yes"'), /^第 2 行第 16 列：extEnable 应是布尔值/],
    [source.replace('{ "shop"', '{ "a": "{{shopId}}", "ext": 1 }, "pages": { "shop"'), /^第 4 行第 \d+ 列：pages/],
    [
      source.replace('true', '1').replace('{{shopId}}', '{{shopID}}'),
      /^第 2 行第 16 列：.*；第 4 行第 20 列：没有变量 shopID$/
    ],
    [
      '{"ext": 1, "pages": 1, "window": 1, "extPages": 1, "extEnable": 1}',
      /^第 1 行第 \d+ 列：.*；第 1 行第 \d+ 列：.*；还有 \d 处$/
    ]
  ])('that could be uploaded for nobody is refused with its place: %j', async (text, expected) => {
    const { ext } = bench()
    const { code, fields } = await errorOf(() => ext.saveDefault('a', '1622', text))
    expect([code, Object.keys(fields ?? {})]).toEqual(['invalid_input', ['text']])
    expect(fields?.['text']).toMatch(expected)
    expect(ext.studio('a').defaults).toEqual([])
  })
})

describe('the merchants’ values', () => {
  it('are kept when they fit their types', () => {
    const { ext } = bench()
    expect(ext.saveValues('a', [{ appId: 'tt01', values: { shopId: '88', isOpen: '' } }])).toEqual({ saved: 1 })
    expect(ext.values('a')).toEqual([{ appId: 'tt01', values: { shopId: '88' } }])
  })

  it('are refused by merchant and variable, of all or of none', async () => {
    const { ext } = bench()
    const wrong = [
      { appId: 'tt01', values: { shopId: '88' } },
      { appId: 'tt02', values: { shopId: 'x', isOpen: 'yes', none: '1' } }
    ]
    expect((await errorOf(() => ext.saveValues('a', wrong))).fields).toEqual({
      'merchants.1.values.shopId': '应是数字',
      'merchants.1.values.isOpen': '应是 true 或 false',
      'merchants.1.values.none': '没有变量 none'
    })
    expect(ext.values('a')).toEqual([])
  })

  it('of a variable that was taken out may stay', () => {
    const { ext } = bench()
    ext.saveValues('a', [{ appId: 'tt01', values: { shopId: '88' } }])
    ext.saveVariables('a', [shopName])
    expect(ext.saveValues('a', [{ appId: 'tt01', values: { shopId: '88', shopName: '一店' } }])).toEqual({ saved: 1 })
  })
})

describe('a preview', () => {
  const order = { accountId: 'a', templateId: '1622', text: null, appIds: ['tt01', 'tt02'] }

  it('shows what each merchant would be sent, and what it was sent last', async () => {
    const { ext, store } = bench()
    ext.saveDefault('a', '1622', source)
    ext.saveValues('a', [{ appId: 'tt01', values: { shopId: '88' } }])
    journalUpload(store, 'tt01', { templateId: '1622', version: '1', description: 'd' }, 1, '{"old":1}')
    const [first, second] = await ext.preview(order)
    expect(JSON.parse(first?.text ?? '')).toEqual({
      extEnable: true,
      extAppid: 'tt01',
      ext: { shop: 88, title: '门店·tt01', open: true }
    })
    expect(first).toMatchObject({ appId: 'tt01', name: 'tt01', problems: [], lastUploaded: '{"old":1}' })
    expect(second).toMatchObject({ appId: 'tt02', text: null, lastUploaded: null })
    expect(second?.problems).toEqual([{ line: 4, column: 20, message: '变量 shopId 还没有值' }])
  })

  it('of a text that was not kept shows what the platform would refuse', async () => {
    const { ext } = bench()
    const [preview] = await ext.preview({ ...order, text: '{"extEnable":true,"extAppid":"tt09"}' })
    expect(preview?.text).toContain('tt09')
    expect(preview?.problems.map(({ message }) => message)).toEqual(['extAppid 应是这个商家的 AppID tt01'])
  })

  it('needs a default or a text, and merchants that are there', async () => {
    const { ext } = bench()
    expect((await errorOf(() => ext.preview(order))).code).toBe('not_found')
    expect((await errorOf(() => ext.preview({ ...order, text: source, appIds: ['ttnone'] }))).code).toBe('not_found')
  })
})

describe('what an upload starts from', () => {
  const last = { templateId: '1622', version: '1.2', description: '上次的说明' }

  it('is the last upload, with the default of its template where that can be uploaded', () => {
    const { ext, store } = bench()
    const operations = new VersionOperations({} as OperationRunner, store)
    expect(operations.uploadDefaults(ref)).toMatchObject({ templateId: null, version: '' })
    journalUpload(store, 'tt01', last, 1, '{"old":1}')
    expect(operations.uploadDefaults(ref)).toEqual({ ...last, extJson: '{"old":1}' })
    ext.saveDefault('a', '1622', source)
    expect(operations.uploadDefaults(ref).extJson).toBe('{"old":1}')
    ext.saveValues('a', [{ appId: 'tt01', values: { shopId: '88' } }])
    const { extJson, ...rest } = operations.uploadDefaults(ref)
    expect(rest).toEqual(last)
    expect(JSON.parse(extJson)).toMatchObject({ extAppid: 'tt01', ext: { shop: 88 } })
  })
})
