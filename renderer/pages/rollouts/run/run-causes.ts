import type { Rollout, RolloutCause, RolloutItem } from '@shared/domain/rollout'
import { canRetryRolloutItem, rolloutActions } from '@shared/rules/rollout-actions'
import { t } from '@/i18n'

/** A cause with those of its merchants that can be retried, and why they can not be. */
export type RunCause = {
  readonly cause: RolloutCause
  readonly retryIds: readonly string[]
  readonly reason: string | null
}

export function runCauses(
  rollout: Rollout,
  items: readonly RolloutItem[],
  causes: readonly RolloutCause[]
): readonly RunCause[] {
  const retryable = new Set(items.filter(canRetryRolloutItem).map(({ appId }) => appId))
  const { retry } = rolloutActions(rollout)
  return causes.map((cause) => {
    const retryIds = cause.appIds.filter((appId) => retryable.has(appId))
    const nobody = retryIds.length === 0 ? t('rolloutRun.cause.unconfirmed') : null
    return { cause, retryIds, reason: retry.possible ? nobody : retry.why }
  })
}
