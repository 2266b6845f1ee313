import type { RolloutItem, SetupWork } from '@shared/domain/rollout'
import type { SettingChange } from '@shared/domain/setting'
import { isRolloutItemOver } from '@shared/rules/rollout-actions'
import { afterFailure, afterStep, putOff, type FailureFacts, type ItemChange } from './rollout-outcomes'

/**
 * What an earlier run left of a merchant whose set-up is changed; `changes` are those that the rollout made, oldest first. Null
 * leaves it as it is.
 */
export function recoveredSetup(
  work: SetupWork,
  item: RolloutItem,
  changes: readonly SettingChange[]
): ItemChange | null {
  if (isRolloutItemOver(item)) return null
  const open = changes.find(isOpen)
  if (open) return item.state === 'unknown' ? null : { step: 'setup', state: 'unknown', error: open.error }
  const done = changes.findLast(({ state }) => state === 'done')
  if (done && isAllOf(work)) return afterStep(work, 'setup', done.startedAt)
  const isBegun = item.state !== 'waiting' || item.step !== 'preflight'
  return isBegun ? { ...putOff(0), notBefore: null } : null
}

/** What follows when a change turned out whose outcome was not known. */
export function afterSettledSetup(
  work: SetupWork,
  item: RolloutItem,
  { state, startedAt, error }: SettingChange,
  facts: FailureFacts
): ItemChange {
  if (state === 'done') return isAllOf(work) ? afterStep(work, 'setup', startedAt) : putOff(facts.now)
  return error ? afterFailure(item, error, facts) : putOff(facts.now)
}

export const isOpen = ({ state }: Pick<SettingChange, 'state'>): boolean => state === 'intended' || state === 'unknown'

/** Domains may need two changes; they are compared before they are sent, so that only what is missing is sent once more. */
const isAllOf = ({ kind }: SetupWork): boolean => kind !== 'domains'
