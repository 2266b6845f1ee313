import type { ListColumn } from '@shared/domain/lists'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeRows, sortRows } from '@/stores/merchant-rows/row-order'
import { arbitraryRows, row } from './rows'

const ids = (list: readonly { appId: string }[]): string[] => list.map((each) => each.appId)

describe('merging changed rows into the list', () => {
  it('ends with the newest version of every row, each once, whatever the pieces they came in', () => {
    fc.assert(
      fc.property(arbitraryRows, arbitraryRows, (before, fresh) => {
        const merged = mergeRows(mergeRows([], before), fresh)
        const expected = new Map([...before, ...fresh].map((each) => [each.appId, each]))
        expect(new Map(merged.map((each) => [each.appId, each]))).toEqual(expected)
        expect(merged).toHaveLength(expected.size)
      })
    )
  })

  it('keeps the standing order: by name, then by app id, as the database does', () => {
    fc.assert(
      fc.property(arbitraryRows, arbitraryRows, (before, fresh) => {
        const merged = mergeRows(mergeRows([], before), fresh)
        const sorted = [...merged].sort((a, b) =>
          a.name === b.name ? (a.appId < b.appId ? -1 : 1) : a.name < b.name ? -1 : 1
        )
        expect(ids(merged)).toEqual(ids(sorted))
      })
    )
  })

  it('moves a row whose name changed, and takes one message with the same row twice', () => {
    const list = mergeRows([], [row({ appId: 'a', name: 'A' }), row({ appId: 'b', name: 'B' })])
    const merged = mergeRows(list, [row({ appId: 'a', name: 'X' }), row({ appId: 'a', name: 'C' })])
    expect(merged.map((each) => each.name)).toEqual(['B', 'C'])
  })

  it('leaves the list it was given as it was, and freezes what it returns', () => {
    const list = mergeRows([], [row({ appId: 'a', name: 'A' })])
    const merged = mergeRows(list, [row({ appId: 'b', name: 'B' })])
    expect(ids(list)).toEqual(['a'])
    expect(Object.isFrozen(merged) && merged.every((each) => Object.isFrozen(each))).toBe(true)
  })
})

describe('sorting', () => {
  const columns: ListColumn[] = ['name', 'tags', 'online', 'audit', 'test', 'state', 'readAt']

  it('loses and doubles nothing in any column and direction', () => {
    fc.assert(
      fc.property(
        arbitraryRows,
        fc.constantFrom(...columns),
        fc.constantFrom('ascending', 'descending'),
        (list, column, direction) => {
          const sorted = sortRows(list, { column, direction })
          expect([...ids(sorted)].sort()).toEqual([...ids(list)].sort())
        }
      )
    )
  })

  it('puts names in pinyin order', () => {
    const list = ['云间民宿', '阿强洗车', '木子花艺'].map((name, place) => row({ appId: String(place), name }))
    const sorted = sortRows(list, { column: 'name', direction: 'ascending' })
    expect(sorted.map((each) => each.name)).toEqual(['阿强洗车', '木子花艺', '云间民宿'])
  })

  it('puts version 1.10.0 behind 1.9.0', () => {
    const list = ['1.10.0', '1.2.0', '1.9.0'].map((version) =>
      row({ appId: version, online: { version, takenDown: false } })
    )
    expect(ids(sortRows(list, { column: 'online', direction: 'ascending' }))).toEqual(['1.2.0', '1.9.0', '1.10.0'])
    expect(ids(sortRows(list, { column: 'online', direction: 'descending' }))).toEqual(['1.10.0', '1.9.0', '1.2.0'])
  })

  it('leaves rows without a value at the end in both directions', () => {
    const list = [row({ appId: 'none', online: null }), row({ appId: 'some' })]
    for (const direction of ['ascending', 'descending'] as const) {
      expect(ids(sortRows(list, { column: 'online', direction }))).toEqual(['some', 'none'])
    }
  })

  it('keeps the standing order among equals', () => {
    const list = [row({ appId: 'b' }), row({ appId: 'a' }), row({ appId: 'c' })]
    expect(ids(sortRows(list, { column: 'name', direction: 'descending' }))).toEqual(['b', 'a', 'c'])
  })
})
