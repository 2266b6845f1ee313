import type { ItemRequests, Rollout, RolloutItem, RolloutPlan, RolloutWork } from '@shared/domain/rollout'
import { t } from '@/i18n'
import type { RolloutDraft } from '@/stores/rollout-draft'

/** The plans that can be made from a rollout: the draft, or why there is none. */
export type FollowUp =
  { readonly draft: RolloutDraft; readonly why: null } | { readonly draft: null; readonly why: string }

const titleMaxLength = 80

/** The same once more, for the same merchants. */
export function clone({ id, accountId, plan }: Rollout, items: readonly RolloutItem[]): RolloutDraft {
  const requests = requestsOf(items)
  const same = { accountId, origin: id, plan: { ...plan, startAt: null }, appIds: items.map(({ appId }) => appId) }
  return requests === null ? same : { ...same, requests }
}

function requestsOf(items: readonly RolloutItem[]): ItemRequests | null {
  const found = items.flatMap(({ appId, request }) => (request === null ? [] : [[appId, request] as const]))
  return found.length > 0 ? Object.fromEntries(found) : null
}

/** Takes back what this rollout has put online. */
export function rollBack(rollout: Rollout, items: readonly RolloutItem[]): FollowUp {
  if (!endsOnline(rollout.plan.work)) return { draft: null, why: t('rolloutRun.followUp.notOnline') }
  const released = items.filter(({ state }) => state === 'done')
  if (released.length === 0) return { draft: null, why: t('rolloutRun.followUp.noneReleased') }
  return { draft: follow(rollout, 'rollback', released), why: null }
}

/** Releases what was submitted by a rollout that does not release any more itself; the preview tells who has passed. */
export function releasePassed(rollout: Rollout, items: readonly RolloutItem[]): FollowUp {
  const { state, plan } = rollout
  if (plan.work.kind !== 'ship' && plan.work.kind !== 'submit')
    return { draft: null, why: t('rolloutRun.followUp.notSubmitted') }
  if (state !== 'stopped' && state !== 'finished') return { draft: null, why: t('rolloutRun.followUp.stillRunning') }
  const isSubmitted = submittedBy(plan.work)
  const submitted = items.filter(isSubmitted)
  if (submitted.length === 0) return { draft: null, why: t('rolloutRun.followUp.nothingWaits') }
  return { draft: follow(rollout, 'release', submitted), why: null }
}

const submittedBy =
  (work: RolloutWork) =>
  ({ state, step }: RolloutItem): boolean => {
    if (state === 'approved' || state === 'reviewing') return true
    if (state === 'skipped' || state === 'failed') return step === 'review' || step === 'release'
    return state === 'done' && 'until' in work && work.until === 'submit'
  }

function endsOnline(work: RolloutWork): boolean {
  return work.kind === 'release' || ('until' in work && work.until === 'release')
}

function follow(
  { id, accountId, plan }: Rollout,
  kind: 'release' | 'rollback',
  items: readonly RolloutItem[]
): RolloutDraft {
  const followed: RolloutPlan = {
    title: t(`rolloutRun.followUp.${kind}Title`, { title: plan.title }).slice(0, titleMaxLength),
    work: { kind, onlyVersion: commonVersion(items) },
    waves: { by: 'none' },
    gate: { by: 'operator' },
    stop: plan.stop,
    startAt: null
  }
  return { accountId, origin: id, plan: followed, appIds: items.map(({ appId }) => appId) }
}

/** Null where merchants have different ones. */
function commonVersion(items: readonly RolloutItem[]): string | null {
  const [first, ...others] = new Set(items.map(({ toVersion }) => toVersion))
  return others.length === 0 ? (first ?? null) : null
}
