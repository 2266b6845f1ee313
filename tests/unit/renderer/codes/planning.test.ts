import fc from 'fast-check'
import { codePathMaxLength } from '@shared/rules/limits'
import { pathWith } from '@shared/rules/code-rules'
import { describe, expect, it } from 'vitest'
import { planSheet, sheetLines } from '@/pages/codes/bulk/sheet-codes'
import { planSeries } from '@/pages/merchant/codes/bulk/bulk-plan'
import { colourOf, hexOf } from '@/pages/merchant/codes/look'
import { partsOf } from '@/pages/merchant/codes/mini/path-parts'
import { row } from '../list/rows'

describe('a page path', () => {
  it('is taken apart into its page and readable parameters', () => {
    expect(partsOf('pages/t?id=3&n=%E6%A1%8C')).toEqual({
      page: 'pages/t',
      parameters: [
        { name: 'id', value: '3' },
        { name: 'n', value: '桌' }
      ]
    })
    expect(partsOf('pages/t')).toEqual({ page: 'pages/t', parameters: [] })
  })

  it('never changes by being taken apart and put together', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '?', '=', '&', '%', '2', '5', '桌', '/', '#') }), (path) => {
        const { page, parameters } = partsOf(path)
        expect(pathWith(page, parameters)).toBe(path)
      })
    )
  })
})

it('a colour survives the colour field', () => {
  const colour = { r: 0, g: 15, b: 255 }
  expect(hexOf(colour)).toBe('#000fff')
  expect(colourOf('#000fff')).toEqual(colour)
})

describe('a series', () => {
  const parts = { page: 'pages/table', parameters: [{ name: 'table', value: '{序号}' }] }

  it('counts in the label and in the parameters', () => {
    const plan = planSeries({ kind: 'numbers', label: '桌号 {序号}', from: 9, to: 10 }, parts)
    expect(plan).toEqual([
      { label: '桌号 9', path: 'pages/table?table=9', problem: null },
      { label: '桌号 10', path: 'pages/table?table=10', problem: null }
    ])
  })

  it('numbers labels that do not say where the number goes', () => {
    const plan = planSeries({ kind: 'numbers', label: '包间', from: 1, to: 2 }, parts)
    expect(plan.map(({ label }) => label)).toEqual(['包间 1', '包间 2'])
  })

  it('takes a line for each code, with a value of its own or the label', () => {
    const lines = planSeries(
      { kind: 'lines', text: '前台,front\n\n露台 A\n前台' },
      { page: 'pages/t', parameters: [{ name: 's', value: '{值}' }] }
    )
    expect(lines).toEqual([
      { label: '前台', path: 'pages/t?s=front', problem: null },
      { label: '露台 A', path: 'pages/t?s=%E9%9C%B2%E5%8F%B0%20A', problem: null },
      { label: '前台', path: 'pages/t?s=%E5%89%8D%E5%8F%B0', problem: '标签重复' }
    ])
  })

  it('says which codes can not be made', () => {
    const problem = (label: string, page: string) =>
      planSeries({ kind: 'lines', text: label }, { page, parameters: [] })[0]?.problem
    expect(problem('门', '/pages/a')).toContain('开头不要斜杠')
    expect(problem('门', 'a'.repeat(codePathMaxLength + 1))).toContain(`${codePathMaxLength}`)
    expect(problem('门'.repeat(61), 'pages/a')).toContain('60')
  })
})

describe('a table of codes', () => {
  const merchants = [row({ appId: 'tt1', name: '茶事' }), row({ appId: 'tt2', name: '面馆', authorization: 'lost' })]

  it('is read by its head, wherever the columns stand', () => {
    const found = sheetLines([['说明'], ['标签', '备注', 'App ID', '路径'], ['桌 1', 'x', 'tt1', 'pages/a']])
    expect(found).toEqual({
      kind: 'lines',
      lines: [{ number: 3, appId: 'tt1', label: '桌 1', path: 'pages/a' }]
    })
  })

  it('is read in the usual order where there is no head, and refused where neither fits', () => {
    expect(sheetLines([['tt1', '桌 1']])).toMatchObject({
      lines: [{ number: 1, appId: 'tt1', label: '桌 1', path: '' }]
    })
    expect(sheetLines([['tt1']]).kind).toBe('problem')
    expect(sheetLines([['AppID', '标签', '路径']]).kind).toBe('problem')
  })

  it('says of every line why it can not be made', () => {
    const line = (number: number, appId: string, label: string, path = '') => ({ number, appId, label, path })
    const plan = planSheet(
      [
        line(2, 'tt1', '桌 1', 'pages/a'),
        line(3, 'tt1', '桌 1'),
        line(4, 'tt2', '桌 1'),
        line(5, 'tt9', '桌 1'),
        line(6, 'tt1', ''),
        line(7, 'tt1', '门', '/pages/a')
      ],
      merchants
    )
    expect(plan.map(({ problem }) => problem)).toEqual([
      null,
      '同一个商家的标签重复',
      '商家的授权已失效',
      '没有这个商家',
      '没有标签',
      '路径开头不要斜杠，否则平台会忽略它'
    ])
  })
})
