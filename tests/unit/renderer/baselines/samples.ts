import type { BaselinePreview, DomainBaseline, DomainDrift } from '@shared/domain/domains'
import type { MerchantRow } from '@shared/domain/merchant'
import { domainDifference } from '@shared/rules/domain-rules'
import { row } from '../list/rows'
import { domainSet } from '../merchant/domains/samples'

/** Builders of what the main process answers about baselines. */
export const baseline = (change: Partial<DomainBaseline> = {}): DomainBaseline => ({
  id: 'b1',
  accountId: 'practice',
  name: '茶饮',
  domains: domainSet({ request: ['api.shop.cn'] }),
  merchants: 2,
  changedAt: 1,
  ...change
})

export const drift = (change: Partial<DomainDrift> = {}): DomainDrift => ({
  baselineId: 'b1',
  baselineName: '茶饮',
  missing: 0,
  extra: 0,
  ...change
})

/** `same` and `drifted` have the baseline b1, `other` has another one, and the rest has none. */
export const merchants: readonly MerchantRow[] = [
  row({ appId: 'same', name: '一致的', drift: drift() }),
  row({ appId: 'drifted', name: '偏离的', tags: ['华东'], drift: drift({ missing: 2, extra: 1 }) }),
  row({ appId: 'other', name: '别家的', drift: drift({ baselineId: 'b2', baselineName: '餐饮', missing: 1 }) }),
  row({ appId: 'none', name: '没有的', tags: ['华东'] })
]

export const preview = (change: Partial<BaselinePreview> = {}): BaselinePreview => ({
  appId: 'drifted',
  name: '偏离的',
  difference: domainDifference({}, { request: ['api.shop.cn'] }),
  readAt: 1,
  blocked: null,
  ...change
})
