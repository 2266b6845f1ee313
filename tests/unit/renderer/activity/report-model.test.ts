import type { MerchantReport } from '@shared/domain/merchant-report'
import { describe, expect, it } from 'vitest'
import { creditPoints } from '@/pages/activity/report/credit-points'
import { periodName, periods } from '@/pages/activity/report/period'
import { durationText, reportModel } from '@/pages/activity/report/report-model'

const at = (text: string): number => Date.parse(`${text}+08:00`)
const report: MerchantReport = {
  ...{ accountId: 'a', appId: 'tt01', accountName: '青禾科技', name: '云间民宿', iconKey: null },
  ...{ from: at('2026-11-01T00:00'), to: at('2026-12-01T00:00'), madeAt: at('2026-12-01T09:30'), readAt: null },
  releases: [{ at: at('2026-11-09T12:00'), version: '1.4.0', kind: 'released' }],
  reviews: [
    { endedAt: at('2026-11-09T11:00'), version: '1.4.0', outcome: 'approved', tookMs: 5 * 3600_000, reason: '' },
    {
      endedAt: at('2026-11-08T11:00'),
      version: '1.4.0',
      outcome: 'rejected',
      tookMs: 3600_000,
      reason: '抖音: 首页打不开'
    },
    { endedAt: at('2026-11-07T11:00'), version: '1.4.0', outcome: 'withdrawn', tookMs: 60_000, reason: '' }
  ],
  changes: Array.from({ length: 11 }, (_, place) => ({
    ...{ at: at('2026-11-05T08:00'), kind: 'introduction' as const, summary: `第 ${place} 版` }
  })),
  present: {
    ...{
      onlineVersion: '1.4.0',
      categories: ['餐饮', '住宿'],
      serverDomains: 5,
      webviewDomains: null,
      creditScore: 92
    },
    ...{ creditHistory: [], rating: { state: 'rated', rating: 'A' }, authorization: 'authorized' },
    authorizationEndsAt: at('2026-12-30T00:00')
  },
  matters: [{ kind: 'drift', count: 3 }]
}

describe('a merchant’s report', () => {
  it('says what was done, how reviews went, how the merchant stands and what is open', () => {
    const model = reportModel(report)
    expect(model.span).toBe('2026-11-01 至 2026-11-30')
    expect(model.sums.map(({ value }) => value)).toEqual(['1', '1 / 2', '3 小时', '11'])
    expect(model.releases.lines).toEqual([{ when: '2026-11-09', what: '1.4.0', note: '上线' }])
    expect(model.reviews.lines.map(({ note }) => note)).toEqual([
      '通过、用时 5 小时',
      '未通过、用时 1 小时、抖音: 首页打不开',
      '撤回、用时 1 分钟'
    ])
    expect(model.present.map(({ value }) => value)).toEqual([
      ...['1.4.0', '有效，至 2026-12-30', '92', 'A', '5 个', '没有读到', '餐饮、住宿']
    ])
    expect(model.matters.lines.map(({ what }) => what)).toEqual(['域名与基线有 3 处偏差'])
  })

  it('leaves out what a page has no room for, and says how much', () => {
    const { changes } = reportModel(report)
    expect(changes.lines).toHaveLength(8)
    expect(changes.more).toBe('另有 3 项')
  })
})

describe('the periods of a report', () => {
  const now = at('2026-01-15T10:00')
  const [last30, present, before] = periods(now)
  it('are the last 30 days, the present month until now, and whole months before', () => {
    expect([last30?.from, last30?.to]).toEqual([at('2025-12-17T00:00'), now])
    expect([present?.key, present?.from, present?.to]).toEqual(['2026-01', at('2026-01-01T00:00'), now])
    expect([before?.key, before?.from, before?.to]).toEqual(['2025-12', at('2025-12-01T00:00'), at('2026-01-01T00:00')])
  })

  it('name a file by its days or its month', () => {
    expect([last30, before].map((each) => each && periodName(each))).toEqual(['2025-12-17_2026-01-15', '2025-12'])
  })
})

describe('numbers in a report', () => {
  it.each([
    [20_000, '1 分钟'],
    [40 * 60_000, '40 分钟'],
    [47 * 3600_000, '47 小时'],
    [72 * 3600_000, '3 天']
  ])('%d milliseconds are %s', (ms, text) => {
    expect(durationText(ms)).toBe(text)
  })

  it('make a line from the first score to the last, and none of one score', () => {
    const history = [
      { at: 0, score: 100 },
      { at: 10, score: 50 }
    ]
    expect(creditPoints(history, 200, 40)).toEqual([
      { x: 0, y: 0 },
      { x: 200, y: 20 }
    ])
    expect(creditPoints(history.slice(1), 200, 40)).toEqual([])
  })
})
