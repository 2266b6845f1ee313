import type { RolloutDetail } from '@shared/contract'
import {
  rolloutFates,
  rolloutItemStates,
  type Rollout,
  type RolloutCounts,
  type RolloutPlan,
  type RolloutPreview,
  type RolloutPreviewItem
} from '@shared/domain/rollout'

/** A merchant that 1.6.0 would be uploaded to, with what a test wants otherwise. */
export const previewItem = (appId: string, change: Partial<RolloutPreviewItem> = {}): RolloutPreviewItem => ({
  appId,
  name: `商家 ${appId}`,
  wave: 0,
  fromVersion: '1.5.0',
  toVersion: '1.6.0',
  fate: 'upload',
  cause: null,
  why: null,
  fix: null,
  readAt: Date.now(),
  ...change
})

/** A preview that counts its items, in one wave. */
export function previewOf(items: readonly RolloutPreviewItem[]): RolloutPreview {
  const counts = rolloutFates.map((fate) => [fate, items.filter((each) => each.fate === fate).length])
  return {
    items,
    waves: [{ name: '全部', total: items.length }],
    fates: Object.fromEntries(counts) as RolloutPreview['fates']
  }
}

/** A rollout that has just begun. */
export function startedRollout(plan: RolloutPlan, total: number): RolloutDetail {
  const counts = {
    ...Object.fromEntries(rolloutItemStates.map((state) => [state, 0])),
    waiting: total
  } as RolloutCounts
  const rollout: Rollout = {
    id: 'r1',
    accountId: 'practice',
    plan,
    state: 'running',
    hold: null,
    wave: 0,
    waves: [{ name: '全部', total, counts }],
    counts,
    total,
    createdAt: 1,
    startedAt: 1,
    finishedAt: null,
    actor: '小林',
    origin: null
  }
  return { rollout, items: [], log: [] }
}
