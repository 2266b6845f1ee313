import type { Rollout, RolloutHold } from '@shared/domain/rollout'
import type { DeskError } from '@shared/errors'
import { t } from '@/i18n'
import { waitText } from '@/pages/merchant/operations/waiting'
import { openWaveText } from './run-buttons'

/** Why a rollout does not go on, and what to press. `error`: of the account or of an allowance, to be shown in full. */
export type HoldText = { readonly title: string; readonly text: string; readonly error: DeskError | null }

/** Null while it goes on. `now`: for the countdown of a gate that opens by itself. */
export function holdText(rollout: Rollout, now: number): HoldText | null {
  const { state, hold } = rollout
  if (state === 'planned')
    return { title: t('rolloutRun.hold.planned'), text: t('rolloutRun.hold.plannedText'), error: null }
  if (hold === null || (state !== 'deciding' && state !== 'paused')) return null
  return heldBy(hold, rollout, now)
}

function heldBy(hold: RolloutHold, rollout: Rollout, now: number): HoldText {
  switch (hold.by) {
    case 'gate':
      return gateText(hold, rollout, now)
    case 'train':
      return { title: t('rolloutRun.hold.decide'), text: trainText(rollout), error: null }
    case 'operator':
      return { title: t('rolloutRun.hold.operator'), text: t('rolloutRun.hold.operatorText'), error: null }
    case 'stop_rule':
      return { title: hold.text, text: t('rolloutRun.hold.stopRuleText'), error: null }
    case 'account':
      return { title: t('rolloutRun.hold.account'), text: t('rolloutRun.hold.accountText'), error: hold.error }
    case 'quota':
      return { title: t('rolloutRun.hold.quota'), text: t('rolloutRun.hold.quotaText'), error: hold.error }
  }
}

function gateText({ opensAt }: Extract<RolloutHold, { by: 'gate' }>, rollout: Rollout, now: number): HoldText {
  const button = openWaveText(rollout)
  if (opensAt === null)
    return { title: t('rolloutRun.hold.decide'), text: t('rolloutRun.hold.gateText', { button }), error: null }
  const text =
    opensAt > now
      ? t('rolloutRun.hold.gateOpensIn', { wait: waitText(opensAt - now), button })
      : t('rolloutRun.hold.gateOpensNow', { button })
  return { title: t('rolloutRun.hold.gateOpens'), text, error: null }
}

function trainText({ counts }: Rollout): string {
  const trouble = counts.failed + counts.rejected + counts.blocked
  return trouble === 0 ? t('rolloutRun.hold.trainText') : t('rolloutRun.hold.trainTrouble', { n: trouble })
}
