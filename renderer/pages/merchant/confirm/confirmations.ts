import type { MerchantDetail } from '@shared/contract'
import type { OperationKind } from '@shared/domain/operation'
import { rollbackEffectMs } from '@shared/rules/limits'
import { hostNames, hostsMissing } from '../pipeline/host-results'

export type ConfirmedKind = Extract<OperationKind, 'withdraw' | 'release' | 'rollback'>

/** What an operator is told before a version is withdrawn, released or rolled back. */
export type Confirmation = {
  readonly title: string
  /** The change, from → to; null where nothing takes another's place. */
  readonly from: string | null
  readonly to: string
  readonly hosts: string
  readonly effects: readonly string[]
  /** What users lose; shown as a danger. */
  readonly danger: string | null
  readonly button: string
  readonly dangerous: boolean
  /** What the platform must still show for the operation to be sent. */
  readonly expectedVersion: string
}

const minutes = (ms: number): number => Math.round(ms / 60_000)

/** Builds the confirmation from what the page shows; null when the version it is about is not there (any more). */
export function confirmation(kind: ConfirmedKind, detail: MerchantDetail): Confirmation | null {
  switch (kind) {
    case 'withdraw':
      return withdrawal(detail)
    case 'release':
      return releasing(detail)
    case 'rollback':
      return rollingBack(detail)
  }
}

function withdrawal({ profile, versions }: MerchantDetail): Confirmation | null {
  const audit = versions?.audit
  if (!audit) return null
  return {
    title: `撤回审核：${profile.name}`,
    from: '审核中',
    to: '已撤回',
    hosts: '',
    effects: [`${audit.version} 不再审核；要上线需要重新提审，重新排队。`, '线上版本不受影响。'],
    danger: null,
    button: `撤回 ${audit.version} 的审核`,
    dangerous: false,
    expectedVersion: audit.version
  }
}

function releasing({ profile, versions }: MerchantDetail): Confirmation | null {
  const audit = versions?.audit
  if (!audit) return null
  const current = versions.current
  const lost = hostsMissing(current?.approvedHosts ?? [], audit.approvedHosts)
  return {
    title: `发布：${profile.name}`,
    from: current?.version ?? '没有线上版本',
    to: audit.version,
    hosts: hostNames(audit.approvedHosts),
    effects: ['发布后对所有用户生效。'],
    danger:
      lost.length === 0
        ? null
        : `${hostNames(lost)} 现在有线上版本，新版本没有通过它的审核。发布后，它的用户就打不开小程序了。`,
    button: `发布 ${audit.version}`,
    dangerous: lost.length > 0,
    expectedVersion: audit.version
  }
}

function rollingBack({ profile, versions }: MerchantDetail): Confirmation | null {
  const current = versions?.current
  const toVersion = current?.rollback.toVersion
  if (!current || !toVersion) return null
  return {
    title: `版本回退：${profile.name}`,
    from: current.version,
    to: toVersion,
    hosts: hostNames(current.approvedHosts),
    effects: [
      `约 ${minutes(rollbackEffectMs.from)} 到 ${minutes(rollbackEffectMs.to)} 分钟后生效。`,
      '每次发布只能回退一次，回退后不能再回退。'
    ],
    danger: null,
    button: `回退到 ${toVersion}`,
    dangerous: true,
    expectedVersion: toVersion
  }
}
