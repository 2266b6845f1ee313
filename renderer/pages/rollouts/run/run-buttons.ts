import type { Rollout } from '@shared/domain/rollout'
import { rolloutActions, type RolloutAction } from '@shared/rules/rollout-actions'
import { t } from '@/i18n'
import { waveName } from './run-sentence'

/** A button of the head; `reason` says why it can not be pressed, null when it can. */
export type RunButton = {
  readonly action: RolloutAction
  readonly text: string
  readonly isNext: boolean
  readonly reason: string | null
}

/** The next sensible thing to do: the one filled button. Null while everything goes on by itself. */
function nextAction({ state, hold, counts }: Rollout): RolloutAction | null {
  switch (state) {
    case 'planned':
    case 'paused':
      return 'resume'
    case 'deciding':
      return hold?.by === 'train' ? 'releaseTogether' : 'openWave'
    case 'finished':
      return counts.failed > 0 ? 'retry' : null
    case 'running':
    case 'stopped':
      return null
  }
}

function otherActions({ state, hold, counts }: Rollout): readonly RolloutAction[] {
  const isOver = state === 'stopped' || state === 'finished'
  /** A gate that waits for the operator is held already. */
  const isPausable = state === 'running' || (hold?.by === 'gate' && hold.opensAt !== null)
  return [
    ...(counts.approved > 0 && !isOver ? (['releaseTogether'] as const) : []),
    ...(counts.failed > 0 ? (['retry'] as const) : []),
    ...(isPausable ? (['pause'] as const) : []),
    ...(isOver ? [] : (['stop'] as const))
  ]
}

/** `打开第 2 波（205 个）` */
export function openWaveText(rollout: Rollout): string {
  const next = rollout.wave + 1
  const total = rollout.waves[next]?.total
  const wave = waveName(rollout, next)
  return total === undefined
    ? t('rolloutRun.button.openWave', { wave })
    : t('rolloutRun.button.openWaveOf', { wave, total })
}

function buttonText(rollout: Rollout, action: RolloutAction): string {
  switch (action) {
    case 'pause':
      return t('rolloutRun.button.pause')
    case 'resume':
      return t(rollout.state === 'planned' ? 'rolloutRun.button.startNow' : 'rolloutRun.button.resume')
    case 'stop':
      return t('rolloutRun.button.stop')
    case 'openWave':
      return openWaveText(rollout)
    case 'releaseTogether':
      return t('rolloutRun.button.releaseTogether', { n: rollout.counts.approved })
    case 'retry':
      return t('rolloutRun.button.retry', { n: rollout.counts.failed })
  }
}

/** The head's buttons, the next one first. `busy`: why none can be pressed at present. */
export function runButtons(rollout: Rollout, busy: string | null): readonly RunButton[] {
  const possible = rolloutActions(rollout)
  const next = nextAction(rollout)
  const actions = [...(next === null ? [] : [next]), ...otherActions(rollout).filter((action) => action !== next)]
  return actions.map((action) => {
    const answer = possible[action]
    const reason = answer.possible ? busy : answer.why
    return { action, text: buttonText(rollout, action), isNext: action === next, reason }
  })
}
