import type { Rollout } from '@shared/domain/rollout'
import type { RolloutFlags } from './flags'
import type { Ended } from './lines'

/** What the command does when it hears how the rollout stands. */
export type Move =
  | { readonly kind: 'wait' }
  | { readonly kind: 'call'; readonly call: 'rollouts.openWave' | 'rollouts.releaseTogether' }
  | { readonly kind: 'end'; readonly ended: Ended }

const wait: Move = { kind: 'wait' }
const end = (ended: Ended): Move => ({ kind: 'end', ended })

/** A gate that opens by itself is waited for; every other decision is the flags', or somebody's. */
export function nextMove(
  { state, hold }: Pick<Rollout, 'state' | 'hold'>,
  { opensGates, releasesTrain }: Pick<RolloutFlags, 'opensGates' | 'releasesTrain'>
): Move {
  if (state === 'finished' || state === 'stopped') return end(state)
  if (state === 'paused') return end('paused')
  if (state !== 'deciding') return wait
  if (hold?.by === 'train') return releasesTrain ? { kind: 'call', call: 'rollouts.releaseTogether' } : end('decision')
  if (hold?.by === 'gate' && hold.opensAt !== null) return wait
  return opensGates ? { kind: 'call', call: 'rollouts.openWave' } : end('decision')
}
