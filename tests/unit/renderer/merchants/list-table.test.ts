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
