import type { DomainDrift } from '@shared/domain/domains'
import type { ReadinessLevel } from '@shared/domain/readiness'
import type { MerchantRow } from '@shared/domain/merchant'
import { driftState } from '@/components/domains/drift-look'
import { levelOrder } from '@/components/readiness/readiness-look'
import { t } from '@/i18n'

/** How ready a merchant is for a submission; one that nothing was judged of counts as not read. */
export function readinessLevel(row: MerchantRow): ReadinessLevel {
  return row.readiness?.level ?? 'unknown'
}

/** 就绪有问题: the platform would refuse a submission, or something is amiss. */
export function hasReadinessTrouble(row: MerchantRow): boolean {
  const level = readinessLevel(row)
  return level === 'blocking' || level === 'warning'
}

/** 域名有偏差: its domains were read and are not those of its baseline. */
export function isDrifted(row: MerchantRow): boolean {
  return row.drift !== null && driftState(row.drift) === 'drifted'
}

/** Sorting by readiness puts the worst first. */
export function readinessOrder(row: MerchantRow): number {
  return levelOrder.indexOf(readinessLevel(row))
}

/** Sorting by drift puts the farthest from its baseline first; null where there is nothing to compare. */
export function driftOrder({ drift }: MerchantRow): number | null {
  if (drift === null || driftState(drift) === 'unread') return null
  return -((drift.missing ?? 0) + (drift.extra ?? 0))
}

const unreadText = t('merchants.drift.unread')
const sameText = t('merchants.drift.same')

/** The drift in a cell of the list: `缺 2 多 1`, `一致`, `未读`. */
export function driftText(drift: DomainDrift): string {
  switch (driftState(drift)) {
    case 'unread':
      return unreadText
    case 'same':
      return sameText
    case 'drifted':
      return t(driftedKey(drift), countsOf(drift))
  }
}

function driftedKey({ missing, extra }: DomainDrift) {
  if (!extra) return 'merchants.drift.missing'
  return missing ? 'merchants.drift.both' : 'merchants.drift.extra'
}

/** What the cell means, for the hint. */
export function driftHint(drift: DomainDrift): string {
  const baseline = drift.baselineName
  switch (driftState(drift)) {
    case 'unread':
      return t('merchants.drift.unreadHint', { baseline })
    case 'same':
      return t('merchants.drift.sameHint', { baseline })
    case 'drifted':
      return t('merchants.drift.driftedHint', { baseline, ...countsOf(drift) })
  }
}

const countsOf = ({ missing, extra }: DomainDrift) => ({ missing: missing ?? 0, extra: extra ?? 0 })
