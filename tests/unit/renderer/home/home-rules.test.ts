import type { HomeItem, MerchantMatter } from '@shared/domain/home'
import { merchantMatters } from '@shared/domain/home'
import { describe, expect, it } from 'vitest'
import { dayBars, stackedAreas } from '@/pages/home/figures/chart-paths'
import { creditBars, durationBars, medianText } from '@/pages/home/figures/figure-texts'
import { actionOf } from '@/pages/home/home-actions'
import { tagOf, textOf, timeOf } from '@/pages/home/home-words'
import { figures, matter, merchant, now, rollout } from './samples'

const everyKind: readonly HomeItem[] = [
  ...merchantMatters.map((kind: MerchantMatter) => matter(kind, ['tt01'])),
  rollout,
  { ...rollout, group: 'know', state: 'deciding', hold: { by: 'gate', wave: 0, opensAt: now } },
  { ...rollout, group: 'now', state: 'deciding', hold: { by: 'gate', wave: 1, opensAt: null } },
  { ...rollout, group: 'now', state: 'paused', hold: { by: 'stop_rule', text: '失败太多' } },
  { ...rollout, group: 'now', state: 'paused', hold: { by: 'operator' } },
  { accountId: 'real', group: 'now', kind: 'secrets' },
  { accountId: 'real', group: 'now', kind: 'connection', trouble: '连不上平台', since: now },
  { accountId: 'real', group: 'due', kind: 'ticket', receivedAt: 1, until: now },
  { accountId: 'real', group: 'now', kind: 'ticket', receivedAt: null, until: null },
  { accountId: 'real', group: 'due', kind: 'links', count: 2, notes: ['王姐', '李哥'], until: now },
  { accountId: 'real', group: 'know', kind: 'drift', behind: 1, total: 2, version: '2.0' }
]

describe('the words of a line', () => {
  it('say of everything what is the matter, and where it leads', () => {
    const lines = everyKind.map((item) => {
      const single = 'appIds' in item ? merchant('tt01', { text: '原因' }) : null
      return { tag: tagOf(item).text, ...textOf(item, single), action: actionOf(item, single)?.text ?? '' }
    })
    expect(lines.filter(({ tag, title, action }) => !tag || !title || !action)).toEqual([])
    expect(lines.map(({ detail }) => detail)).toEqual(
      expect.arrayContaining([
        '12 个商家已通过审核，等着一起发布',
        '第 2 波结束了，等你打开下一波',
        '失败太多',
        '王姐、李哥'
      ])
    )
  })

  it('say until when for what ends or opens, else since when', () => {
    expect(everyKind.map((item) => timeOf(item, null)).slice(merchantMatters.length)).toEqual([
      ...[null, now, null, null, null, null, now, now, null, now, null]
    ])
    expect(timeOf(matter('rejected', ['tt01']), merchant('tt01', { at: 5 }))).toBe(5)
  })

  it('offer many merchants one action where there is one for all of them', () => {
    const four = ['tt01', 'tt02', 'tt03', 'tt04']
    const together = merchantMatters.map((kind) => [kind, actionOf(matter(kind, four), null)?.text ?? null])
    expect(Object.fromEntries(together)).toMatchObject({
      approved: '一起发布',
      authorization_lost: '令牌管家',
      capability_refused: '能力一览',
      rejected: null,
      taken_down: null
    })
  })
})

describe('the charts’ outlines', () => {
  it('stack areas so that the highest day reaches the top', () => {
    expect(
      stackedAreas([
        [1, 2],
        [1, 2]
      ])
    ).toEqual(['M0,75L10,50L10,100L0,100Z', 'M0,50L10,0L10,50L0,75Z'])
    expect(stackedAreas([])).toEqual([])
    expect(stackedAreas([[0, 0]])).toEqual(['M0,100L10,100L10,100L0,100Z'])
  })

  it('set what was rejected on what passed', () => {
    expect(dayBars([3, 0], [1, 0])).toEqual([
      { x: 0, lower: { y: 25, height: 75 }, upper: { y: 0, height: 25 } },
      { x: 10, lower: { y: 100, height: 0 }, upper: { y: 100, height: 0 } }
    ])
  })
})

describe('the charts’ words', () => {
  it('name medians, classes of durations and of scores', () => {
    expect([1, 3600_000, 47 * 3600_000, 60 * 3600_000].map(medianText)).toEqual([
      '一半在不到 1 小时内有结果',
      '一半在 1 小时内有结果',
      '一半在 47 小时内有结果',
      '一半在 2.5 天内有结果'
    ])
    expect(durationBars(figures.audits.durations).map(({ name }) => name)).toEqual([
      '1 小时内',
      '1–6 小时',
      '6–24 小时',
      '1–2 天',
      '2 天以上'
    ])
    expect(creditBars(figures.credit)).toEqual([
      { name: '90–99', count: 3 },
      { name: '80–89', count: 0 },
      { name: '70–79', count: 1 }
    ])
    expect(creditBars({ scores: [], unknown: 1 })).toEqual([])
  })
})
