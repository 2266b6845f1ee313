import { describe, expect, it } from 'vitest'
import type { RolloutItem } from '@shared/domain/rollout'
import type { HostReason } from '@shared/domain/version'
import { rolloutCauses } from '@shared/rules/rollout-causes'
import { byComplaint, causeOfRejection, rejectionText, singleCauses } from '@shared/rules/rollout-complaints'
import { errorWith, itemOf } from '../services/rollouts/samples'

const reason = (host: string, ...reasons: string[]): HostReason => ({ host, reasons, attachmentUrl: null })

function rejected(appId: string, ...reasons: readonly HostReason[]): RolloutItem {
  const error = errorWith('platform_refused', { reason: rejectionText(reasons) ?? '平台没有说明原因' })
  return itemOf(appId, { state: 'rejected', cause: causeOfRejection(reasons), error })
}
const told = (items: readonly RolloutItem[]) =>
  rolloutCauses(items).map(({ key, title, appIds }) => [key, title, appIds.length])

describe('the cause of a rejection', () => {
  it('is the same for the same complaint with other hosts, spaces and numbers', () => {
    const one = causeOfRejection([reason('抖音', '  第 3 个页面  打不开 ')])
    expect(one).toBe('rejected:第 # 个页面 打不开')
    expect(causeOfRejection([reason('抖音极速版', '第 12 个页面 打不开'), reason('抖音', '第 3 个页面\n打不开')])).toBe(
      one
    )
  })

  it('does not depend on the order, and tells other complaints apart', () => {
    const [a, b] = [reason('抖音', '页面打不开'), reason('头条', '缺少资质')]
    expect(causeOfRejection([a, b])).toBe(causeOfRejection([b, a]))
    expect(causeOfRejection([a])).not.toBe(causeOfRejection([b]))
    expect(causeOfRejection([])).toBe('rejected:')
  })

  it('comes apart into its complaints, whatever is in them', () => {
    const cause = causeOfRejection([reason('抖音', '页面；打不开', '缺少\n资质'), reason('头条', '页面；打不开')])
    expect(singleCauses(cause).toSorted()).toEqual(['rejected:缺少 资质', 'rejected:页面；打不开'])
    expect(singleCauses('platform:11301')).toEqual(['platform:11301'])
  })

  it('keeps a bounded length of each complaint, and cuts no character in two', () => {
    const long = causeOfRejection([reason('抖音', '🍜'.repeat(500), '短')])
    expect(singleCauses(long)).toEqual(['rejected:短', `rejected:${'🍜'.repeat(120)}`])
  })
})

describe('what the reviewers wrote', () => {
  it('is a line for each complaint, with the hosts that it is about', () => {
    const reasons = [reason('抖音', '页面打不开', '缺少：资质'), reason('抖音极速版', ' 页面打不开', '')]
    expect(rejectionText(reasons)).toBe('抖音、抖音极速版：页面打不开\n抖音：缺少：资质')
    expect(rejectionText([reason('抖音')])).toBeNull()
  })
})

describe('the causes of rejections', () => {
  it('are few where reviewers mix few complaints: 87 merchants with all mixes of three have three', () => {
    const complaints = ['页面打不开', '缺少资质', '简介不符']
    const items = Array.from({ length: 87 }, (_each, index) => {
      const mix = complaints.filter((_text, place) => (((index % 7) + 1) >> place) % 2 === 1)
      return rejected(`tt${index}`, reason('抖音', ...mix))
    })
    expect(new Set(items.map(({ cause }) => cause)).size).toBe(7)
    const causes = rolloutCauses(items)
    expect(causes).toHaveLength(3)
    expect(causes.flatMap(({ appIds }) => appIds).toSorted()).toEqual(items.map(({ appId }) => appId).toSorted())
  })

  it('name the complaint that most share, and how many have others besides', () => {
    const items = [
      rejected('tt1', reason('抖音', '页面打不开', '缺少资质')),
      rejected('tt2', reason('抖音', '页面打不开')),
      rejected('tt3', reason('抖音', '简介不符', '缺少资质', '页面打不开')),
      rejected('tt4', reason('抖音', '缺少资质')),
      rejected('tt5'),
      rejected('tt6', reason('头条', '页面打不开'))
    ]
    expect(told(items)).toEqual([
      ['rejected:页面打不开', '审核没有通过：页面打不开（其中 2 个还有别的意见）', 4],
      ['rejected:', '审核没有通过：没有说明原因', 1],
      ['rejected:缺少资质', '审核没有通过：缺少资质', 1]
    ])
  })

  it('are in the reviewers’ own words where those are the same', () => {
    const [third, fifth] = [reason('抖音', '第 3 个页面：打不开'), reason('头条', '第 5 个页面：打不开')]
    expect(byComplaint([rejected('tt1', third), rejected('tt2', third)])[0]?.text).toBe('第 3 个页面：打不开')
    expect(byComplaint([rejected('tt1', third), rejected('tt2', fifth)])[0]?.text).toBe('第 # 个页面：打不开')
  })

  it('do not depend on the order of the merchants', () => {
    const items = [
      rejected('tt1', reason('抖音', '甲', '乙')),
      rejected('tt2', reason('抖音', '乙', '丙')),
      rejected('tt3', reason('抖音', '丙', '甲'))
    ]
    const keys = (each: readonly RolloutItem[]) => byComplaint(each).map(({ key }) => key)
    expect(keys(items.toReversed())).toEqual(keys(items))
    expect(keys(items)).toHaveLength(2)
  })
})
