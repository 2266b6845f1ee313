import { describe, expect, it } from 'vitest'
import type { TimelineKind } from '@shared/domain/operation'
import { chinaDayStart, lastChinaDays } from '@shared/rules/china-day'
import type { Store } from '../../../../electron/store/repositories'
import { auditVersion, onlineVersion } from '../../support'
import { dayMs, homeBench, hourMs, now, withVersions } from './home-bench'

function happened(store: Store, appId: string, kind: TimelineKind, at: number, version = '1.0'): void {
  store.timeline.add(
    { accountId: 'a', appId },
    {
      ...{ at, kind, source: 'desk', version, summary: null, hosts: [], reasons: [], actor: null, logId: null },
      ...{ operation: null, error: null }
    }
  )
}

describe('the days of China', () => {
  it('begin at 16:00 of the day before in Greenwich', () => {
    expect(chinaDayStart(Date.UTC(2026, 0, 1, 15, 59))).toBe(Date.UTC(2025, 11, 31, 16))
    expect(chinaDayStart(Date.UTC(2026, 0, 1, 16))).toBe(Date.UTC(2026, 0, 1, 16))
    expect(lastChinaDays(Date.UTC(2026, 0, 1), 2)).toEqual([Date.UTC(2025, 11, 30, 16), Date.UTC(2025, 11, 31, 16)])
  })
})

describe('the charts of an account', () => {
  it('count versions at the end of each day by what was released, and today by what was read', () => {
    const { store, home } = homeBench()
    withVersions(store, {
      tt01: { current: onlineVersion('2.0', now) },
      tt02: { current: onlineVersion('1.0', now) },
      tt03: { current: onlineVersion('1.5', now) },
      tt04: {}
    })
    happened(store, 'tt01', 'released', now - 90 * dayMs, '1.0')
    happened(store, 'tt01', 'released', now - 2 * dayMs, '1.9')
    happened(store, 'tt01', 'rolled_back', now - dayMs, '1.0')
    happened(store, 'tt01', 'released', now - hourMs, '2.0')
    happened(store, 'tt03', 'released', now - dayMs, '1.5')
    const { days, versions } = home.figures('a')
    expect(days).toHaveLength(30)
    const lastFour = versions.series.map(({ version, counts }) => [version, ...counts.slice(-4)])
    expect(lastFour).toEqual([
      ['1.0', 2, 1, 2, 1],
      ['1.5', 0, 0, 1, 1],
      ['2.0', 0, 0, 0, 1],
      ['1.9', 0, 1, 0, 0]
    ])
    expect(versions.none).toBe(1)
  })

  it('put all but the five versions with the most merchants together', () => {
    const { store, home } = homeBench()
    const online = (version: string) => ({ current: onlineVersion(version, now) })
    withVersions(store, {
      ...{ tt01: online('7'), tt02: online('7'), tt03: online('1'), tt04: online('2') },
      ...{ tt05: online('3'), tt06: online('4'), tt07: online('5'), tt08: online('6') }
    })
    const { series } = home.figures('a').versions
    expect(series).toHaveLength(6)
    expect(series.at(0)).toMatchObject({ version: '7' })
    expect(series.at(-1)?.version).toBeNull()
    expect(series.at(-1)?.counts.at(-1)).toBe(2)
  })

  it('count audits by outcome and day, and say how long they took', () => {
    const { store, home } = homeBench()
    withVersions(store, { tt01: {}, tt02: {}, tt03: { audit: auditVersion('2', now, 'in_review') } })
    happened(store, 'tt01', 'submitted', now - 3 * dayMs)
    happened(store, 'tt01', 'rejected', now - 3 * dayMs + 2 * hourMs)
    happened(store, 'tt01', 'submitted', now - 2 * dayMs)
    happened(store, 'tt01', 'withdrawn', now - 2 * dayMs + hourMs)
    happened(store, 'tt01', 'approved', now - hourMs)
    happened(store, 'tt02', 'submitted', now - 40 * dayMs)
    happened(store, 'tt02', 'approved', now - 39 * dayMs)
    happened(store, 'tt02', 'submitted', now - dayMs)
    happened(store, 'tt02', 'approved', now - hourMs)
    const { audits } = home.figures('a')
    expect(audits.passed.slice(-4)).toEqual([0, 0, 0, 2])
    expect(audits.rejected.slice(-4)).toEqual([1, 0, 0, 0])
    expect(audits.passed.reduce((sum, count) => sum + count)).toBe(2)
    expect(audits.inReview).toBe(1)
    expect(audits.medianMs).toBe(23 * hourMs)
    expect(audits.durations.map(({ count }) => count)).toEqual([0, 1, 1, 0, 0])
  })

  it('count credit scores, and those without one', () => {
    const { store, home } = homeBench()
    withVersions(store, { tt01: {}, tt02: {}, tt03: {}, tt04: {} })
    const scored = (appId: string, creditScore: number | null): void =>
      store.merchants.saveSetup(
        { accountId: 'a', appId },
        { readiness: null, creditScore, drift: null, template: null }
      )
    scored('tt01', 92)
    scored('tt02', 92)
    scored('tt03', null)
    expect(home.figures('a').credit).toEqual({ scores: [{ score: 92, count: 2 }], unknown: 2 })
  })

  it('are refused for an account that is not open', () => {
    expect(() => homeBench().home.figures('none')).toThrow('没有这个账号')
  })
})
