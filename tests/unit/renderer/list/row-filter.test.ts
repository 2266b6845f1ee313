import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  emptyFilter,
  filterRows,
  newestVersion,
  noTag,
  noVersion,
  outdatedVersion,
  type ListFilter
} from '@/stores/merchant-rows/row-filter'
import { filterOptions } from '@/pages/merchants/filter-options'
import { rowState } from '@/stores/merchant-rows/row-state'
import { arbitraryRows, row } from './rows'

const find = (list: Parameters<typeof filterRows>[0], filter: Partial<ListFilter>): string[] =>
  filterRows(list, { ...emptyFilter, ...filter }, newestVersion(list)).map((each) => each.appId)

describe('searching', () => {
  const list = [
    row({ appId: 'tt0A', name: '云间民宿西湖店', tags: ['华东'] }),
    row({ appId: 'tt0b', name: 'Cafe Lumen', tags: ['VIP'] })
  ]

  it.each([
    ['part of a name', '民宿', ['tt0A']],
    ['another case', 'LUMEN', ['tt0b']],
    ['part of an app id, in another case', 'T0a', ['tt0A']],
    ['a tag', 'vip', ['tt0b']],
    ['two words in any order', '西湖 云间', ['tt0A']],
    ['words of which one is missing', '云间 lumen', []],
    ['blanks only', '   ', ['tt0A', 'tt0b']]
  ])('finds by %s', (_, query, expected) => {
    expect(find(list, { query })).toEqual(expected)
  })

  it('does not find what begins in one field and ends in the next', () => {
    expect(find([row({ appId: 'tt1', name: '花艺' })], { query: '艺tt' })).toEqual([])
  })
})

describe('filtering', () => {
  it('calls a version outdated that is not the newest online, by number and not by text', () => {
    const versions = ['1.9.0', '1.10.0', '1.10.0'].map((version, place) =>
      row({ appId: String(place), online: { version, takenDown: false } })
    )
    expect(newestVersion(versions)).toBe('1.10.0')
    expect(find(versions, { version: [outdatedVersion] })).toEqual(['0'])
    expect(find([...versions, row({ appId: 'none', online: null })], { version: [noVersion] })).toEqual(['none'])
  })

  it('tells approved and not released from released', () => {
    const approved = row({ appId: 'a', audit: { version: '2', status: 'passed', released: false, reason: '' } })
    expect(find([approved, row({ appId: 'b' })], { audit: ['to_release'] })).toEqual(['a'])
    expect(find([approved, row({ appId: 'b' })], { audit: ['released'] })).toEqual(['b'])
  })

  it('takes any value within one filter, and asks all filters', () => {
    const list = [
      row({ appId: 'a', tags: ['餐饮'], authorization: 'lost' }),
      row({ appId: 'b', tags: ['华东'] }),
      row({ appId: 'c' })
    ]
    expect(find(list, { tag: ['餐饮', '华东'] })).toEqual(['a', 'b'])
    expect(find(list, { tag: ['餐饮', '华东'], authorization: ['lost'] })).toEqual(['a'])
    expect(find(list, { tag: [noTag] })).toEqual(['c'])
  })

  it('finds in every choice exactly as many as it announces', () => {
    fc.assert(
      fc.property(arbitraryRows, (list) => {
        const options = filterOptions(list)
        for (const { value, count } of options.audit) expect(find(list, { audit: [value] })).toHaveLength(count)
        for (const { value, count } of options.version) expect(find(list, { version: [value] })).toHaveLength(count)
        for (const { value, count } of options.tag) expect(find(list, { tag: [value] })).toHaveLength(count)
        for (const { value, count } of options.authorization) {
          expect(find(list, { authorization: [value] })).toHaveLength(count)
        }
        expect(find(list, { needsCare: true })).toHaveLength(options.needsCare)
        expect(find(list, { readFailed: true })).toHaveLength(options.readFailed)
      })
    )
  })
})

describe('the state of a merchant', () => {
  const rejected = { version: '2', status: 'rejected', released: false, reason: '抖音：页面空白' } as const

  it.each([
    ['授权失效', row({ authorization: 'lost', unsettled: 'release', audit: rejected })],
    ['结果待确认', row({ unsettled: 'release', audit: rejected })],
    ['已下架', row({ online: { version: '1', takenDown: true } })],
    ['未通过', row({ audit: rejected })],
    ['待发布', row({ audit: { version: '2', status: 'passed', released: false, reason: '' } })],
    ['读取失败', row({ readError: '超时' })],
    ['审核中', row({ audit: { version: '2', status: 'in_review', released: false, reason: '' } })],
    ['未读取', row({ readAt: null, online: null, audit: null })],
    ['待提审', row({ test: { version: '2', submitted: false } })],
    ['运行中', row()],
    ['未上线', row({ online: null, audit: null })]
  ])('is %s', (text, merchant) => {
    expect(rowState(merchant).text).toBe(text)
  })

  it('names the reason of a rejection and asks for care', () => {
    expect(rowState(row({ audit: rejected }))).toMatchObject({ detail: '抖音：页面空白', needsCare: true })
  })

  it('asks for no care while the reviewer works', () => {
    const inReview = row({ audit: { version: '2', status: 'in_review', released: false, reason: '' } })
    expect(rowState(inReview).needsCare).toBe(false)
  })
})
