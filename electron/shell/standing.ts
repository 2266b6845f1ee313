import type { HomeItem } from '@shared/domain/home'
import { rolloutItemStates, type Rollout, type RolloutItemState } from '@shared/domain/rollout'

/** What the tray, the taskbar and the badge show. */
export type Standing = {
  /** Rollouts that run, and how many of their merchants are through, of how many. */
  readonly running: number
  readonly done: number
  readonly total: number
  /** Rollouts that do not go on before the operator has decided. */
  readonly held: number
  /** Things on 今日 that wait for the operator. */
  readonly waiting: number
}

export const quiet: Standing = { running: 0, done: 0, total: 0, held: 0, waiting: 0 }

/** States of a merchant in which the rollout has more to do with it. */
const open: ReadonlySet<RolloutItemState> = new Set(['waiting', 'running', 'reviewing', 'approved', 'unknown'])

type Counted = Pick<Rollout, 'state' | 'hold' | 'counts' | 'total'>

export function standingOf(rollouts: readonly Counted[], waiting: number): Standing {
  const running = rollouts.filter(({ state }) => state === 'running')
  return {
    running: running.length,
    done: sum(running.map(throughOf)),
    total: sum(running.map(({ total }) => total)),
    held: rollouts.filter(isHeld).length,
    waiting
  }
}

/** As the rail's 今日 counts them: all but what is only good to know. */
export function waitingOf(items: readonly HomeItem[]): number {
  return sum(items.filter(({ group }) => group !== 'know').map(countOf))
}

function countOf(item: HomeItem): number {
  if ('appIds' in item) return item.appIds.length
  return item.kind === 'links' ? item.count : 1
}

const throughOf = ({ counts }: Counted): number =>
  sum(rolloutItemStates.filter((state) => !open.has(state)).map((state) => counts[state]))

/** A gate that opens by itself needs nobody. */
function isHeld({ state, hold }: Counted): boolean {
  if (state === 'paused') return true
  return state === 'deciding' && !(hold?.by === 'gate' && hold.opensAt !== null)
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)
