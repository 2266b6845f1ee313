import type { ActivityFacts } from '@shared/domain/activity'
import type { RolloutWork } from '@shared/domain/rollout'
import type { Store } from '../../../store/repositories'
import type { CallDescriptions } from './description'

type Name = { readonly accountId: string; readonly rolloutId: string }
type Some = Name & { readonly appIds: readonly string[] | null }

/** What the operator does to a rollout as a whole; what it does to each merchant is in the ledgers. */
export const rolloutDescriptions = {
  'rollouts.preview': 'reading',
  'rollouts.start':
    ({ plan, appIds }) =>
    (value) =>
      value && {
        action: 'rollout_start',
        links: { rollout: value.rollout.id },
        after: {
          ...{ title: plan.title, work: plan.work.kind, ...workFacts(plan.work) },
          merchants: String(appIds.length)
        }
      },
  'rollouts.list': 'reading',
  'rollouts.get': 'reading',
  'rollouts.pause': (input, store) => whole('rollout_pause', input, store),
  'rollouts.resume': (input, store) => whole('rollout_resume', input, store),
  'rollouts.stop': (input, store) => whole('rollout_stop', input, store),
  'rollouts.openWave': (input, store) => whole('rollout_open_wave', input, store),
  'rollouts.releaseTogether': (input, store) => whole('rollout_release_together', input, store),
  'rollouts.retry': (input, store) => part('rollout_retry', input, store),
  'rollouts.skip': (input, store) => part('rollout_skip', input, store),
  'rollouts.journal': 'reading',
  'rollouts.drift': 'reading'
} satisfies CallDescriptions

type WholeAction = `rollout_${'pause' | 'resume' | 'stop' | 'open_wave' | 'release_together' | 'retry' | 'skip'}`

function whole(action: WholeAction, { accountId, rolloutId }: Name, store: Store, more: ActivityFacts = {}) {
  const title = store.rollouts.get(accountId, rolloutId)?.plan.title ?? rolloutId
  return (value: unknown) => (value ? { action, links: { rollout: rolloutId }, after: { title, ...more } } : null)
}

function part(action: WholeAction, { appIds, ...name }: Some, store: Store) {
  return whole(action, name, store, appIds === null ? {} : { merchants: appIds })
}

function workFacts(work: RolloutWork): ActivityFacts {
  switch (work.kind) {
    case 'ship':
      return { template: work.templateId, version: work.version, description: work.description }
    case 'domains':
      return { baseline: work.baseline.name }
    case 'capability':
      return { capability: work.name }
    case 'release':
    case 'rollback':
      return work.onlyVersion === null ? {} : { version: work.onlyVersion }
    case 'submit':
    case 'withdraw':
    case 'refresh':
    case 'introduction':
    case 'icon':
      return {}
  }
}
