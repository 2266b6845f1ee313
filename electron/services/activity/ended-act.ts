import type { ActivityOutcome } from '@shared/domain/activity'
import type { Operation } from '@shared/domain/operation'
import type { SettingChange } from '@shared/domain/setting'
import { errorWords } from './activity-journal'

/** What every entry tells of an operation, or of a change of the set-up, that has ended so far as is known. */
export function endedAct({ kind, state, error, ...ended }: Operation | SettingChange) {
  const { accountId, appId, actor, startedAt, finishedAt, rolloutId, logId } = ended
  return {
    at: finishedAt ?? startedAt,
    actor,
    origin: rolloutId === null ? 'operator' : 'program',
    accountId,
    appId,
    action: kind,
    outcome: outcomeOf(state),
    ...errorWords(error),
    logId
  } as const
}

/** What was only intended is not known. */
function outcomeOf(state: Operation['state']): ActivityOutcome {
  return state === 'intended' ? 'unknown' : state
}
