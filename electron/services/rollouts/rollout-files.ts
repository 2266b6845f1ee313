import { canRetryRolloutItem, isRolloutItemOver } from '@shared/rules/rollout-actions'
import type { Store } from '../../store/repositories'
import { stagedIn } from '../capabilities/application-answers'

/** The staged files that rollouts which are not over may still need, those of merchants that can be retried among them. */
export function filesOfRollouts({ rollouts }: Pick<Store, 'rollouts'>): ReadonlySet<string> {
  const open = rollouts.inState(['planned', 'running', 'deciding', 'paused'])
  const files = open.flatMap(({ id, plan: { work } }) => {
    if (work.kind === 'capability') return stagedIn(work.answers)
    if (work.kind !== 'icon') return []
    const left = rollouts.items(id).filter((item) => !isRolloutItemOver(item) || canRetryRolloutItem(item))
    return left.flatMap(({ request }) => (request !== null && 'fileId' in request ? [request.fileId] : []))
  })
  return new Set(files)
}
