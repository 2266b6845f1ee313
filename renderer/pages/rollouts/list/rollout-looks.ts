import type { RolloutItemState, RolloutState } from '@shared/domain/rollout'
import { rolloutItemStateNames, rolloutStateNames } from '@shared/rules/rollout-names'
import type { StateLook } from '@/components/common/words'

const stateLooks: Readonly<Record<RolloutState, Omit<StateLook, 'text'>>> = {
  planned: { kind: 'neutral', icon: 'waiting' },
  running: { kind: 'info', icon: 'waiting' },
  deciding: { kind: 'warning', icon: 'attention' },
  paused: { kind: 'warning', icon: 'attention' },
  stopped: { kind: 'neutral', icon: 'takenBack' },
  finished: { kind: 'success', icon: 'done' }
}

const itemLooks: Readonly<Record<RolloutItemState, Omit<StateLook, 'text'>>> = {
  failed: { kind: 'danger', icon: 'failed' },
  rejected: { kind: 'danger', icon: 'failed' },
  unknown: { kind: 'warning', icon: 'attention' },
  blocked: { kind: 'warning', icon: 'attention' },
  running: { kind: 'info', icon: 'toSend' },
  reviewing: { kind: 'info', icon: 'waiting' },
  approved: { kind: 'info', icon: 'done' },
  waiting: { kind: 'neutral', icon: 'nothing' },
  done: { kind: 'success', icon: 'done' },
  unchanged: { kind: 'neutral', icon: 'done' },
  skipped: { kind: 'neutral', icon: 'takenBack' }
}

/** A rollout's state as `StateTag` takes it. */
export function rolloutLook(state: RolloutState): StateLook {
  return { ...stateLooks[state], text: rolloutStateNames[state] }
}

/** The state of one of its merchants as `StateTag` takes it. */
export function rolloutItemLook(state: RolloutItemState): StateLook {
  return { ...itemLooks[state], text: rolloutItemStateNames[state] }
}
