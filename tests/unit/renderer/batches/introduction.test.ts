import writeXlsxFile from 'write-excel-file/universal'
import { describe, expect, it } from 'vitest'
import { planLines, planSum, problemsFirst } from '@/pages/batches/introduction/plan'
import { tableLines } from '@/pages/batches/introduction/table-lines'
import { readTable, readText } from '@/pages/batches/spreadsheet/read-table'
import { introductionTemplate } from '@/pages/batches/spreadsheet/template-file'
import { row } from '../list/rows'

const long = '为本地用户提供到店预约与优惠信息'
const rowsOf = async (file: File) => {
  const read = await readTable(file)
  return read.kind === 'table' ? read.rows : read.text
}

describe('a table', () => {
  it('is read from a CSV in UTF-8, with or without its mark', async () => {
    const csv = `AppID,简介\ntt01,"${long}，欢迎"\n\n`
    const expected = [
      ['AppID', '简介'],
      ['tt01', `${long}，欢迎`]
    ]
    expect(await rowsOf(new File([csv], 'a.csv'))).toEqual(expected)
    expect(await rowsOf(new File(['\uFEFF', csv], 'a.csv'))).toEqual(expected)
  })

  it('is read from a CSV in GBK, as Chinese spreadsheet programs write it', async () => {
    // "AppID,简介" and "tt01,茶" in GBK.
    const head = [0x41, 0x70, 0x70, 0x49, 0x44, 0x2c, 0xbc, 0xf2, 0xbd, 0xe9, 0x0d, 0x0a]
    const line = [0x74, 0x74, 0x30, 0x31, 0x2c, 0xb2, 0xe8]
    expect(await rowsOf(new File([new Uint8Array([...head, ...line])], 'a.csv'))).toEqual([
      ['AppID', '简介'],
      ['tt01', '茶']
    ])
  })

  it('is read from an XLSX file of any size', async () => {
    const lines = Array.from({ length: 6_000 }, (_, place) => [`tt${place}`, `${long} ${place}`])
    const file = await writeXlsxFile([['AppID', '简介'], ...lines]).toBlob()
    const rows = await rowsOf(new File([file], 'a.xlsx'))
    expect(rows).toHaveLength(6_001)
    expect(rows.at(-1)).toEqual(['tt5999', `${long} 5999`])
  })

  it('says what is wrong with a file that is none', async () => {
    expect(await rowsOf(new File(['PK nonsense'], 'a.xlsx'))).toContain('打不开')
    expect(await rowsOf(new File(['old'], 'a.xls'))).toContain('另存为')
    expect(await rowsOf(new File([' \n'], 'a.csv'))).toBe('表格是空的')
  })

  it('is read from what was pasted, with commas in its cells', async () => {
    expect(await readText(`tt01\t茶,水\ntt02\t${long}`)).toEqual({
      kind: 'table',
      rows: [
        ['tt01', '茶,水'],
        ['tt02', long]
      ]
    })
  })
})

describe('the columns', () => {
  it('are found by their head, also below a title', () => {
    const table = [['茶饮连锁'], ['序号', '小程序 ID', '名称', '简介'], ['1', 'tt01', '云间', long]]
    expect(tableLines(table)).toEqual({
      kind: 'lines',
      lines: [{ number: 3, appId: 'tt01', name: '云间', introduction: long }]
    })
  })

  it('are found by the heads of the English list as well', () => {
    expect(
      tableLines([
        ['AppID', 'Name', 'Introduction'],
        ['tt01', '云间', long]
      ])
    ).toMatchObject({
      lines: [{ number: 2, appId: 'tt01', name: '云间', introduction: long }]
    })
  })

  it('are app id and introduction where two columns have no head', () => {
    expect(tableLines([['tt01', long]])).toMatchObject({ lines: [{ number: 1, appId: 'tt01', introduction: long }] })
  })

  it('are asked for where they can not be told', () => {
    expect(tableLines([['a', 'b', 'c']])).toMatchObject({ kind: 'problem' })
  })
})

describe('the plan', () => {
  const merchants = [
    row({ appId: 'tt01', name: '甲' }),
    row({ appId: 'tt02', name: '乙' }),
    row({ appId: 'tt03', name: '同名' }),
    row({ appId: 'tt04', name: '同名' }),
    row({ appId: 'tt05', name: '丙', authorization: 'lost' })
  ]
  const line = (number: number, change: object) => ({ number, appId: '', name: '', introduction: long, ...change })
  const judged = (lines: object[], known = new Map<string, string>()) =>
    planLines(
      lines.map((each, place) => line(place + 1, each)),
      merchants,
      known
    )

  it('takes good lines, by app id or by a name that only one has', () => {
    expect(
      judged([{ appId: 'tt01' }, { name: '乙' }]).map(({ verdict, merchant }) => [verdict, merchant?.appId])
    ).toEqual([
      ['change', 'tt01'],
      ['change', 'tt02']
    ])
  })

  it('says of every other line why it is not taken', () => {
    const lines = [
      { appId: 'tt99' },
      { name: '同名' },
      {},
      { appId: 'tt05' },
      { appId: 'tt01', introduction: '太短' },
      { appId: 'tt02', introduction: '' }
    ]
    expect(judged(lines).map(({ problem }) => problem)).toEqual([
      '没有这个商家',
      '有多个商家叫「同名」，请用 AppID',
      '没有 AppID',
      '商家的授权已失效',
      '简介太短：至少 10 个字，现在是 2',
      '没有简介'
    ])
  })

  it('takes neither of two lines for the same merchant', () => {
    expect(judged([{ appId: 'tt01' }, { name: '甲' }]).map(({ problem }) => problem)).toEqual([
      '同一个商家出现了两次',
      '同一个商家出现了两次'
    ])
  })

  it('leaves out what is set already, and puts problems first', () => {
    const plan = judged([{ appId: 'tt01' }, { appId: 'tt02' }, { appId: 'tt99' }], new Map([['tt01', long]]))
    expect(planSum(plan)).toEqual({ change: 1, unchanged: 1, problem: 1 })
    expect(problemsFirst(plan).map(({ number }) => number)).toEqual([3, 2, 1])
  })
})

it('offers a list to fill in that it can read itself, in which no text becomes a formula', async () => {
  const merchants = [row({ appId: 'tt01', name: '=甲' }), row({ appId: 'tt02', name: '乙' })]
  const file = await introductionTemplate(merchants, new Map([['tt02', long]]))
  expect(await rowsOf(new File([file], 'list.csv'))).toEqual([
    ['AppID', '名称', '简介'],
    ['tt01', "'=甲", ''],
    ['tt02', '乙', long]
  ])
})
