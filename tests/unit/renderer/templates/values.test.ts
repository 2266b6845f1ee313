import { enableAutoUnmount, flushPromises } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { csvFile, pastedCells, xlsxFile } from '@/components/table/table-files'
import { readTable } from '@/pages/batches/spreadsheet/read-table'
import { tableOfValues, valuesOfBlock, valuesOfTable } from '@/pages/templates/values/values-table'
import { rows } from '../list/rows'
import { ok } from '../merchant/fake-desk'
import { loadTimeoutMs } from './editor'
import { pageOf } from './page'
import { merchants, variable } from './samples'

enableAutoUnmount(afterEach)
beforeEach(() => {
  setActivePinia(createPinia())
  document.body.replaceChildren()
})

const flag = variable({ name: 'vip', type: 'boolean' })
const tables = variable({ name: 'tables', type: 'number' })
const variables = [variable(), tables, flag]

async function open(options: Parameters<typeof pageOf>[0] = {}) {
  const page = await pageOf({
    query: '?tab=ext&part=values',
    ...options,
    answers: {
      'ext.values': () => ok([{ appId: 'tt01', values: { shopId: '88' } }]),
      'ext.saveValues': ({ merchants: saved }) => ok({ saved: saved.length }),
      ...options.answers
    }
  })
  await vi.waitFor(() => expect(page.has('values-grid')).toBe(true), loadTimeoutMs)
  const key = async (name: string, on = page.all('values-grid')[0]): Promise<void> => {
    on?.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true }))
    await flushPromises()
  }
  const paste = async (text: string): Promise<void> => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    page.all('values-grid')[0]?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
    await vi.waitFor(() => expect(page.text('values-note')).not.toBe(''))
  }
  return { ...page, key, paste }
}

describe("the merchants' values", () => {
  it('are typed by keyboard, marked where one is missing, and saved together', async () => {
    const { text, key, fill, press, inputOf, all } = await open()
    expect(text('values-missing')).toBe('缺值 2')
    expect(all('value-cell')[2]?.dataset['state']).toBe('missing')
    await key('ArrowDown')
    await key('Enter')
    await fill('value-edit', '99')
    await key('Tab', all('value-edit')[0])
    await key('4')
    await key('Enter', all('value-edit')[0])
    expect(text('values-save')).toBe('保存 1 个商家')
    await press('values-save')
    expect(inputOf('ext.saveValues')).toEqual([
      { accountId: 'practice', merchants: [{ appId: 'tt02', values: { shopId: '99', tables: '4' } }] }
    ])
    expect(text('values-save')).toContain('没有改变')
    expect(text('values-missing')).toBe('缺值 1')
  })

  it('are left as they were by Esc, and are not saved while one is not of its type', async () => {
    const { text, key, fill, press, all, inputOf } = await open()
    await key('Enter')
    await fill('value-edit', 'x')
    await key('Escape', all('value-edit')[0])
    expect(text('values-save')).toContain('没有改变')
    await key('ArrowRight')
    await key('F2')
    await fill('value-edit', '十')
    await key('Enter', all('value-edit')[0])
    expect(all('value-cell')[1]?.dataset['hint']).toBe('应是数字')
    expect(text('values-save')).toContain('1 个商家的值类型不对')
    await press('values-save')
    expect(inputOf('ext.saveValues')).toEqual([])
  })

  it('can be filtered to those who lack one, who stay in sight while they are completed', async () => {
    const { press, all, key } = await open()
    await press('values-missing')
    expect(all('values-row').map((each) => each.dataset['appId'])).toEqual(['tt02', 'tt03'])
    await key('9')
    await key('Enter', all('value-edit')[0])
    expect(all('values-row')).toHaveLength(2)
  })

  it('are pasted from a spreadsheet at the active cell', async () => {
    const { paste, press, inputOf, key } = await open()
    await key('ArrowDown')
    await paste('1\t2\n\t3\n')
    await press('values-save')
    expect(inputOf('ext.saveValues')).toMatchObject([
      {
        merchants: [
          { appId: 'tt02', values: { shopId: '1', tables: '2' } },
          { appId: 'tt03', values: { tables: '3' } }
        ]
      }
    ])
  })

  it('are pasted by their heads, and what fits nowhere is told', async () => {
    const { paste, text } = await open()
    await paste('名称\tshopId\t备注\n老街牛肉面\t7\tx\n没有的\t8\ty')
    expect(text('values-note')).toContain('改变了 1 个值，有 2 处没有用上')
    expect(text('values-note')).toContain('不是变量的列：备注')
    expect(text('values-note')).toContain('没有的：没有这个商家')
  })

  it('are drawn only where they are in sight, of five thousand', async () => {
    const { all, text } = await open({ list: rows(5_000) })
    expect(all('values-row').length).toBeLessThan(80)
    expect(text('values-missing')).toBe('缺值 5000')
  })
})

describe('a table of values', () => {
  const values = { shopId: '=1+1', tables: '-5', vip: 'true' }
  const valuesOf = (appId: string) => (appId === 'tt01' ? values : {})
  const cells = tableOfValues(merchants, variables, valuesOf)
  const changes = Object.entries(values).map(([name, value]) => ({ appId: 'tt01', name, value }))

  it.each([
    ['csv', csvFile],
    ['xlsx', (table: Parameters<typeof csvFile>[0]) => xlsxFile(table, 'a')]
  ] as const)('comes back from a file as it went into it: %s', async (kind, write) => {
    const file = new File([await write(cells)], `t.${kind}`)
    const table = await readTable(file)
    const read = table.kind === 'table' ? valuesOfTable(table.rows, merchants, variables) : expect.fail(table.text)
    expect(read.kind === 'values' && read.changes.filter(({ value }) => value !== '')).toEqual(changes)
  })

  it('of five thousand merchants is written and read', async () => {
    const many = tableOfValues(rows(5_000), variables, () => ({ shopId: '<&> 很长的一个值'.repeat(5) }))
    const table = await readTable(new File([await xlsxFile(many, 'a')], 't.xlsx'))
    expect(table.kind === 'table' && table.rows.length).toBe(5_001)
    expect(table.kind === 'table' && table.rows[5_000]?.[2]).toContain('<&> 很长的一个值')
  })

  it('has its values as people and spreadsheets write them', () => {
    const block = valuesOfBlock(
      [
        ['1,234', 'TRUE'],
        ['1,2', '否']
      ],
      merchants,
      [tables, flag]
    )
    expect(block.map(({ value }) => value)).toEqual(['1234', 'true', '1,2', 'false'])
  })

  it('without a head that names merchants is refused', () => {
    expect(valuesOfTable([['a', 'shopId']], merchants, variables)).toMatchObject({ kind: 'problem' })
    expect(valuesOfTable([['AppID', 'b']], merchants, variables)).toMatchObject({ kind: 'problem' })
  })

  it('keeps the place of empty cells when it is pasted', async () => {
    expect(await pastedCells('a\t\r\n\r\nb\r\n')).toEqual([['a', ''], [''], ['b']])
  })
})
