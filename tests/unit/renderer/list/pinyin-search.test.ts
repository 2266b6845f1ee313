import { beforeAll, describe, expect, it } from 'vitest'
import { loadPinyin } from '@/components/palette/pinyin'
import { emptyFilter, filterRows } from '@/stores/merchant-rows/row-filter'
import { row } from './rows'

const list = [
  row({ appId: 'tt0a', name: '重庆小面' }),
  row({ appId: 'tt0b', name: '老街牛肉面', tags: ['餐饮'] }),
  row({ appId: 'tt0c', name: 'Cafe 12', note: '王姐负责，周五回访' })
]
const found = (query: string): string[] => filterRows(list, { ...emptyFilter, query }, null).map(({ appId }) => appId)

describe('the search of the list', () => {
  it('finds by a note as it is written, before pinyin is loaded', () => {
    expect(found('王姐')).toEqual(['tt0c'])
    expect(found('周五 cafe')).toEqual(['tt0c'])
    expect(found('xiaomian')).toEqual([])
  })

  describe('with pinyin', () => {
    beforeAll(() => loadPinyin())

    it.each([
      ['xiaomian', ['tt0a']],
      ['cqxm', ['tt0a']],
      ['zhongqing', ['tt0a']],
      ['ljnrm', ['tt0b']],
      ['canyin', ['tt0b']],
      ['mian', ['tt0a', 'tt0b']],
      ['mian tt0b', ['tt0b']],
      ['wangjie', []]
    ])('%s finds %j', (query, appIds) => {
      expect(found(query)).toEqual(appIds)
    })
  })
})
