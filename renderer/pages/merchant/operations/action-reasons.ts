import type { MerchantDetail } from '@shared/contract'
import type { OperationKind } from '@shared/domain/operation'
import { versionActions, type Availability } from '@shared/rules/version-actions'
import { operationWords } from '@/components/common/words'
import { t } from '@/i18n'
import { waitText } from './waiting'

/** For each operation why it can not be done now; null where it can. */
export type ActionReasons = Readonly<Record<OperationKind, string | null>>

/**
 * What can be done to a merchant now, by the rules that also guard the service. An operation that runs at this moment
 * holds all of them back.
 */
export function actionStates(detail: MerchantDetail | null, running: OperationKind | null, now: number): ActionReasons {
  if (detail === null) return reasons(() => t('versions.operations.reading'))
  if (running !== null)
    return reasons(() => t('versions.operations.running', { operation: operationWords[running].noun }))
  const { profile, versions, unsettled, lastSubmittedAt, lastRolledBackAt } = detail
  const { state: authorization, permissions } = profile.authorization
  const facts = { versions, authorization, permissions, lastSubmittedAt, lastRolledBackAt }
  // The page's clock ticks once a second; what was just done may lie ahead of it.
  const at = Math.max(now, lastSubmittedAt ?? 0, lastRolledBackAt ?? 0)
  const actions = versionActions({ ...facts, unsettled: unsettled?.kind ?? null }, at)
  const states = reasons((kind) => reasonText(actions[kind], at))
  const nowhere = states.rollback === null && !versions?.current?.rollback.toVersion
  return nowhere ? { ...states, rollback: t('versions.operations.noRollbackTarget') } : states
}

function reasons(reasonOf: (kind: OperationKind) => string | null): ActionReasons {
  return {
    upload: reasonOf('upload'),
    submit: reasonOf('submit'),
    resubmit: reasonOf('resubmit'),
    withdraw: reasonOf('withdraw'),
    release: reasonOf('release'),
    rollback: reasonOf('rollback')
  }
}

function reasonText(availability: Availability, now: number): string | null {
  if (availability.possible) return null
  const { why, notBefore } = availability
  if (notBefore === undefined) return why
  return t('versions.operations.leftToWait', { why, left: waitText(notBefore - now) })
}
