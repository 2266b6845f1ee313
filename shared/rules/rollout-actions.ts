import type { Rollout, RolloutItem, RolloutItemState } from '../domain/rollout'
import { say } from '../texts/say'
import type { Availability } from './version-actions'

const ended: readonly RolloutItemState[] = ['done', 'unchanged', 'blocked', 'rejected', 'failed', 'skipped']
const retryable: readonly RolloutItemState[] = ['failed', 'rejected', 'blocked', 'skipped']
const skippable: readonly RolloutItemState[] = ['waiting', 'reviewing', 'approved']

export const isRolloutItemOver = ({ state }: Pick<RolloutItem, 'state'>): boolean => ended.includes(state)
/** Begins again with a look at what is there when the operator says so. */
export const canRetryRolloutItem = ({ state }: Pick<RolloutItem, 'state'>): boolean => retryable.includes(state)
/** What is being sent, or was sent with an unknown outcome, is finished first. */
export const canSkipRolloutItem = ({ state }: Pick<RolloutItem, 'state'>): boolean => skippable.includes(state)

export type RolloutAction = 'pause' | 'resume' | 'stop' | 'openWave' | 'releaseTogether' | 'retry'

const possible: Availability = { possible: true }
const not = (why: string): Availability => ({ possible: false, why })

/** What can be done to a rollout as a whole now, and why not: for the page's buttons and the service alike. */
export function rolloutActions(rollout: Rollout): Readonly<Record<RolloutAction, Availability>> {
  const { state, counts, wave, waves } = rollout
  const isOver = state === 'stopped' || state === 'finished'
  const over = not(state === 'stopped' ? say`已经停止` : say`已经结束`)
  return {
    pause: state === 'running' || state === 'deciding' ? possible : isOver ? over : not(say`没有在进行`),
    resume: state === 'paused' || state === 'planned' ? possible : isOver ? over : not(say`没有暂停`),
    stop: isOver ? over : possible,
    openWave: openWave(state, wave, waves.length, over),
    releaseTogether:
      counts.approved === 0
        ? not(say`没有等待一起发布的版本`)
        : state === 'running' || state === 'deciding'
          ? possible
          : isOver
            ? over
            : not(say`已暂停，请先继续`),
    retry: state === 'stopped' ? not(say`已经停止，可以复制为新计划`) : possible
  }
}

function openWave(state: Rollout['state'], wave: number, waves: number, over: Availability): Availability {
  if (state === 'stopped' || state === 'finished') return over
  if (wave >= waves - 1) return not(say`已经是最后一波`)
  return state === 'running' || state === 'deciding' ? possible : not(say`没有在进行`)
}
