import { expect, it } from 'vitest'
import { csvFile } from '@/components/table/table-files'
import { listTable } from '@/pages/merchants/files/list-table'
import { row } from '../list/rows'

it('a table of merchants has the chosen columns in their order, with more than a line has room for', () => {
  const merchant = row({
    appId: 'tt01',
    name: '老街牛肉面',
    tags: ['餐饮', '华东'],
    note: '联系人：王姐',
    audit: { version: '1.2.0', status: 'rejected', released: false, reason: '抖音：页面打不开' },
    readAt: Date.UTC(2026, 10, 24, 8)
  })
  expect(listTable([merchant], ['name', 'audit', 'tags', 'note', 'readAt'])).toEqual([
    ['商家', 'AppID', '审核版本', '审核状态', '未通过原因', '标签', '备注', '更新于', '读取失败原因'],
    [
      ...['老街牛肉面', 'tt01', '1.2.0', '未通过', '抖音：页面打不开'],
      ...['餐饮、华东', '联系人：王姐', '2026-11-24 16:00:00', '']
    ]
  ])
})

it('a file tells the whole id of a template with how it is known, and the end of the authorisation', () => {
  const template = { templateId: '9133504853504535288', description: '会员储值', isCertain: true }
  const known = row({ template, authorizationEndsAt: Date.UTC(2026, 10, 24, 8) })
  const guessed = row({ template: { ...template, isCertain: false } })
  expect(listTable([known, guessed, row()], ['template', 'authorizationEndsAt'])).toEqual([
    ['模板', '版本描述', '模板依据', '授权到期'],
    ['9133504853504535288', '会员储值', '本机上传记录', '2026-11-24 16:00:00'],
    ['9133504853504535288', '会员储值', '只按版本号和描述判断', ''],
    ['', '', '', '']
  ])
})

it('what was never read is an empty cell', () => {
  const unread = row({ audit: null, online: null, test: null, creditScore: null, drift: null, readAt: null })
  const [, cells] = listTable([unread], ['online', 'audit', 'test', 'drift', 'credit', 'readAt'])
  expect(cells?.join('')).toBe('')
})

it.each(['=1+1', '+86 10', '-5', '@cmd'])(
  'a note that begins like a formula (%s) does not become one',
  async (note) => {
    const file = await csvFile(listTable([row({ note })], ['note']))
    const bytes = new Uint8Array(await file.arrayBuffer())
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(new TextDecoder().decode(bytes)).toContain(`'${note}`)
  }
)
