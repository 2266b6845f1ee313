import type { MerchantDetail } from '@shared/contract'
import type { OperationKind } from '@shared/domain/operation'
import { rollbackEffectMs } from '@shared/rules/limits'
import { t } from '@/i18n'
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
    title: t('versions.confirm.withdraw.title', { merchant: profile.name }),
    from: t('versions.confirm.withdraw.from'),
    to: t('versions.confirm.withdraw.to'),
    hosts: '',
    effects: [
      t('versions.confirm.withdraw.again', { version: audit.version }),
      t('versions.confirm.withdraw.onlineStays')
    ],
    danger: null,
    button: t('versions.confirm.withdraw.button', { version: audit.version }),
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
    title: t('versions.confirm.release.title', { merchant: profile.name }),
    from: current?.version ?? t('versions.confirm.release.nothingOnline'),
    to: audit.version,
    hosts: hostNames(audit.approvedHosts),
    effects: [t('versions.confirm.release.everybody')],
    danger: lost.length === 0 ? null : t('versions.confirm.release.lost', { hosts: hostNames(lost) }),
    button: t('versions.confirm.release.button', { version: audit.version }),
    dangerous: lost.length > 0,
    expectedVersion: audit.version
  }
}

function rollingBack({ profile, versions }: MerchantDetail): Confirmation | null {
  const current = versions?.current
  const toVersion = current?.rollback.toVersion
  if (!current || !toVersion) return null
  return {
    title: t('versions.confirm.rollback.title', { merchant: profile.name }),
    from: current.version,
    to: toVersion,
    hosts: hostNames(current.approvedHosts),
    effects: [
      t('versions.confirm.rollback.effect', { from: minutes(rollbackEffectMs.from), to: minutes(rollbackEffectMs.to) }),
      t('versions.confirm.rollback.once')
    ],
    danger: null,
    button: t('versions.confirm.rollback.button', { version: toVersion }),
    dangerous: true,
    expectedVersion: toVersion
  }
}
