import type { Rollout } from '@shared/domain/rollout'
import { say } from '@shared/texts/say'
import type { Store } from '../../store/repositories'

/** More lines than a rollout ever has. */
const allLines = 100_000

/** All that is kept of a rollout, for support. Nothing in it is secret: tokens are not part of it. */
export function rolloutJournal(
  { rollouts, settingChanges }: Pick<Store, 'rollouts' | 'settingChanges'>,
  rollout: Rollout,
  now: number
) {
  const journal = {
    format: 'merchant-desk.rollout',
    exportedAt: now,
    rollout,
    items: rollouts.items(rollout.id),
    log: rollouts.logEntries(rollout.id, allLines),
    operations: rollouts.operations(rollout.id),
    changes: settingChanges.ofRollout(rollout.id)
  }
  const day = new Date(now).toISOString().slice(0, 10)
  return { name: say`批量发布-${fileName(rollout.plan.title)}-${day}.json`, json: JSON.stringify(journal, null, 2) }
}

/** What file systems do not take is left out. */
const fileName = (title: string): string =>
  title
    .replace(/[\\/:*?"<>|\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, 60)
