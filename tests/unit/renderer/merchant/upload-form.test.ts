import { describe, expect, it } from 'vitest'
import { offsetOf } from '@/components/json/text-position'
import { matchingTemplates, newestFirst } from '@/pages/merchant/upload/template-search'
import { useUploadForm } from '@/pages/merchant/upload/upload-form'

const template = (templateId: string, version: string, createdAt: number | null) => ({
  templateId,
  version,
  description: `说明 ${version}`,
  createdAt
})
const newest = template('9133504853504535288', '1.6.0', 3)
const older = template('7200000000000000001', '1.4.0', 1)
const defaults = {
  templateId: older.templateId,
  version: '1.4.0',
  description: '上次',
  extJson: '{"extEnable":true,"extAppid":"tt0001","ext":{"shopId":"88"}}'
}

describe('the upload form', () => {
  it('starts from the newest template and the ext.json of the last upload', () => {
    const form = useUploadForm('tt0001', null)
    form.prefill(defaults, [newest, older])
    expect(form.fields).toEqual({
      templateId: newest.templateId,
      version: '1.6.0',
      description: '说明 1.6.0',
      extJson: defaults.extJson
    })
    expect(form.blocked.value).toBeNull()
    expect(form.changed.value).toBe(false)
  })

  it('follows the chosen template until the operator writes, and keeps what was written', () => {
    const form = useUploadForm('tt0001', null)
    form.prefill(defaults, [newest, older])
    form.fields.description = '只给老客户'
    form.written.description = true
    form.choose(older)
    expect(form.fields.version).toBe('1.4.0')
    expect(form.fields.description).toBe('只给老客户')
    expect(form.changed.value).toBe(true)
  })

  it('brings back an earlier draft untouched', () => {
    const draft = { templateId: older.templateId, version: '9', description: '草稿', extJson: '{' }
    const form = useUploadForm('tt0001', draft)
    form.prefill(defaults, [newest])
    expect(form.fields).toEqual(draft)
  })

  it('says what is missing, and where an ext.json is wrong', () => {
    const form = useUploadForm('tt0001', null)
    expect(form.blocked.value).toBe('请先选择模板')
    form.choose(newest)
    form.fields.version = '  '
    expect(form.blocked.value).toBe('请填写版本号')
    form.fields.version = '1'
    form.fields.extJson = '{\n  "extEnable": true,\n  "extAppid": "tt0002"\n}'
    expect(form.blocked.value).toContain('ext.json 第 3 行')
  })
})

describe('the template list', () => {
  it('is newest first, with undated ones last', () => {
    const undated = template('1', '0.1', null)
    expect(newestFirst([undated, older, newest])).toEqual([newest, older, undated])
  })

  it('finds by every word in id, version or description', () => {
    expect(matchingTemplates([newest, older], '说明 1.4')).toEqual([older])
    expect(matchingTemplates([newest, older], '535288')).toEqual([newest])
    expect(matchingTemplates([newest, older], ' ')).toEqual([newest, older])
  })
})

it('a finding’s line and column lead to its place in the text', () => {
  const text = 'ab\ncde\nf'
  expect(text.slice(offsetOf(text, 2, 3))).toBe('e\nf')
  expect(offsetOf(text, 9, 9)).toBe(text.length)
})
