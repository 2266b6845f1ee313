import { listColumns } from '@shared/domain/lists'
import { expect, it } from 'vitest'
import { columnTitles, columnWidth, gridOf, usualColumns } from '@/pages/merchants/columns'

it('chosen columns with a width have just that, the others share what is left', () => {
  const { template, minWidth } = gridOf([
    { name: 'name', widthPx: 240 },
    { name: 'credit', widthPx: null }
  ])
  expect(template).toBe('36px 240px minmax(56px, 0.4fr) 40px')
  expect(minWidth).toBe('400px')
})

it('a width stays within its limits, in whole pixels', () => {
  expect([10, 100.6, 9_999].map(columnWidth)).toEqual([48, 101, 600])
})

it('what an operator looks at now and then is offered, and not among the usual columns', () => {
  const others = listColumns.filter((name) => !usualColumns.includes(name))
  expect(others).toEqual([...['note', 'template', 'appState', 'authorization', 'authorizedAt', 'authorizationEndsAt']])
})

it('the name is the first of the columns, and each has a title of its own', () => {
  expect(usualColumns[0]).toBe('name')
  expect(new Set(listColumns.map((name) => columnTitles[name])).size).toBe(listColumns.length)
})
