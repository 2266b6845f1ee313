import { describe, expect, it } from 'vitest'
import type { CategoryFacts, CategoryRule, ConfiguredCategory } from '@shared/domain/category'
import {
  categoryAction,
  dropped,
  missingQualifications,
  requirements,
  requirementText,
  unpublished
} from '@shared/rules/category-rules'

const rule = (relation: readonly string[]): CategoryRule => ({
  relation,
  list: ['3', '4', '5', '6', '7'].map((id) => ({ id, name: `资质${id}` })),
  explanation: '',
  optional: []
})
const missing = (relation: readonly string[], ...ids: string[]) =>
  missingQualifications(rule(relation), ids).map(requirementText)

describe('the rule language', () => {
  const documented = ['3', '4|5', '6|7&8']

  it.each([[['3', '4', '6']], [['3', '5', '7', '8']], [['3', '4', '5', '6', '7', '8', '9']]])('is met by %j', (ids) => {
    expect(missing(documented, ...ids)).toEqual([])
  })

  it('names what is missing, alternatives and groups', () => {
    expect(missing(documented, '7')).toEqual([
      '「资质3」',
      '「资质4」 或 「资质5」',
      '「资质6」 或 「资质7」＋「资质 8」'
    ])
    expect(missing(documented, '3', '4', '8')).toEqual(['「资质6」 或 「资质7」＋「资质 8」'])
  })

  it('binds & tighter than |', () => {
    expect(missing(['3|4&5'], '3')).toEqual([])
    expect(missing(['3|4&5'], '4', '5')).toEqual([])
    expect(missing(['3|4&5'], '4')).toHaveLength(1)
    expect(missing(['3&4|5'], '3')).toHaveLength(1)
    expect(missing(['3&4|5'], '5')).toEqual([])
  })

  it('bears spaces and what is empty, and asks for nothing without a rule', () => {
    expect(missing([' 3 | 4 '], '4')).toEqual([])
    expect(requirements(rule(['', '|', '3|']))).toHaveLength(1)
    expect(missingQualifications(null, [])).toEqual([])
    expect(missing([], '3')).toEqual([])
  })
})

const category = (id: string, state: ConfiguredCategory['state']): ConfiguredCategory => ({
  ...{ id, name: `类目${id}`, state },
  ...{ reason: '', qualifications: [] }
})
const approved = category('1', 'approved')
const waiting = category('2', 'in_review')
const rejected = category('3', 'rejected')
const other = category('4', 'approved')
const facts = (change: Partial<CategoryFacts> = {}): CategoryFacts => ({
  ...{ configured: [approved], limit: 5, monthlyLimit: 3, remaining: 2, online: [approved] },
  ...{ publishing: null, main: { current: approved, preset: null, rejected: null, remaining: 1 } },
  ...change
})
const why = (...given: Parameters<typeof categoryAction>): string | null => {
  const availability = categoryAction(...given)
  return availability.possible ? null : availability.why
}

describe('a change of the categories', () => {
  it('needs a reading', () => {
    for (const action of ['add', 'supply', 'delete', 'publish', 'main'] as const)
      expect(why(null, action)).toContain('没有读到')
  })

  it('adds up to the limit, while changes are left, what is not set yet', () => {
    expect(why(facts(), 'add')).toBeNull()
    expect(why(facts({ remaining: null }), 'add')).toBeNull()
    expect(why(facts(), 'add', approved)).toContain('已经设置')
    expect(why(facts({ limit: 1 }), 'add')).toContain('最多 1 个')
    const five = ['1', '2', '3', '4', '5'].map((id) => category(id, 'approved'))
    expect(why(facts({ limit: null, configured: five }), 'add')).toContain('最多 5 个')
    expect(why(facts({ remaining: 0 }), 'add')).toBe('本月的 3 次类目修改已用完')
    expect(why(facts({ remaining: 0, monthlyLimit: null }), 'add')).toContain('已用完')
  })

  it('corrects rejected ones, though it takes none, while a change is left', () => {
    expect(why(facts(), 'supply', rejected)).toBeNull()
    expect(why(facts(), 'supply', waiting)).toContain('审核未通过')
    expect(why(facts(), 'supply', null)).toContain('审核未通过')
    expect(why(facts({ remaining: 0 }), 'supply', rejected)).toContain('已用完')
  })

  it('deletes neither one in review nor the last approved one', () => {
    const several = facts({ configured: [approved, waiting, rejected] })
    expect(why(several, 'delete', approved)).toContain('最后一个')
    expect(why(several, 'delete', waiting)).toContain('审核中')
    expect(why(several, 'delete', rejected)).toBeNull()
    expect(why(facts({ configured: [approved, other] }), 'delete', approved)).toBeNull()
    expect(why(several, 'delete', null)).toBe('没有这个类目')
  })

  it('publishes what differs from what is online', () => {
    expect(why(facts(), 'publish')).toContain('最新')
    const more = facts({ configured: [approved, other, waiting] })
    expect([why(more, 'publish'), unpublished(more)]).toEqual([null, [other]])
    const fewer = facts({ online: [approved, other] })
    expect([why(fewer, 'publish'), dropped(fewer)]).toEqual([null, [other]])
    const preset = { current: approved, preset: other, rejected: null, remaining: 1 }
    expect(why(facts({ main: preset }), 'publish')).toBeNull()
    expect(why(facts({ online: null }), 'publish')).toBeNull()
    const publishing = { state: 'in_review', categories: [], lacking: [], redundant: [], reason: '' } as const
    expect(why({ ...more, publishing }, 'publish')).toContain('审核中')
    expect(why(facts({ configured: [waiting] }), 'publish')).toContain('没有通过审核')
  })

  it('presets an approved category as the main one', () => {
    const two = facts({ configured: [approved, other, rejected] })
    expect(why(two, 'main', other)).toBeNull()
    expect(why(two, 'main', approved)).toContain('已经是')
    expect(why(two, 'main', rejected)).toContain('只有通过审核')
    expect(why({ ...two, main: null }, 'main', other)).toContain('没有读到')
    const preset = { current: approved, preset: other, rejected: null, remaining: 1 }
    expect(why({ ...two, main: preset }, 'main', other)).toContain('已经预设')
    expect(why({ ...two, main: preset }, 'main', approved)).toBeNull()
    expect(why({ ...two, main: { ...preset, preset: null, remaining: 0 } }, 'main', other)).toContain('用完')
  })
})
