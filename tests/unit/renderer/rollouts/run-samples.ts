import type { RolloutDetail } from '@shared/contract'
import {
  rolloutItemStates,
  type Rollout,
  type RolloutCounts,
  type RolloutItem,
  type RolloutItemState,
  type RolloutLogEntry,
  type RolloutPlan
} from '@shared/domain/rollout'
import type { DeskError } from '@shared/errors'
import { createMemoryHistory, createRouter } from 'vue-router'

/** Builders of a rollout as the main process answers it, with believable values wherever a test does not care. */
export const now = Date.UTC(2026, 10, 24, 8, 0, 0)

export const failure = (change: Partial<DeskError> = {}): DeskError => ({
  code: 'platform_refused',
  message: '没有提交审核',
  reason: '服务类目没有通过审核',
  nextStep: '请先补齐服务类目',
  retryable: false,
  platformCode: '28001',
  logId: '20261124ABC',
  ...change
})

const over: readonly RolloutItemState[] = ['done', 'unchanged', 'blocked', 'rejected', 'failed', 'skipped']

export const item = (appId: string, state: RolloutItemState, change: Partial<RolloutItem> = {}): RolloutItem => ({
  appId,
  name: `商家 ${appId}`,
  wave: 0,
  step: state === 'reviewing' ? 'review' : state === 'waiting' ? 'preflight' : 'upload',
  state,
  fromVersion: '1.3.0',
  toVersion: '1.4.0',
  cause: state === 'failed' ? 'platform:28001' : null,
  error: state === 'failed' ? failure() : null,
  attempts: 0,
  notBefore: null,
  reviewSince: state === 'reviewing' ? now - 3 * 3600_000 : null,
  request: null,
  changedAt: now - 60_000,
  finishedAt: over.includes(state) ? now - 60_000 : null,
  ...change
})

export const plan = (change: Partial<RolloutPlan> = {}): RolloutPlan => ({
  title: '上传 1.4.0',
  work: {
    kind: 'ship',
    templateId: '7001',
    version: '1.4.0',
    description: '修好支付',
    extJson: null,
    until: 'release',
    hosts: { by: 'available' },
    note: '',
    release: 'when_approved'
  },
  waves: { by: 'none' },
  gate: { by: 'operator' },
  stop: { failurePercent: 20, sameCause: 10 },
  startAt: null,
  ...change
})

export function countsOf(items: readonly RolloutItem[]): RolloutCounts {
  const entries = rolloutItemStates.map((state) => [state, items.filter((each) => each.state === state).length])
  return Object.fromEntries(entries) as RolloutCounts
}

export const line = (id: string, change: Partial<RolloutLogEntry> = {}): RolloutLogEntry => ({
  id,
  at: now - 60_000,
  tone: 'info',
  text: `发生了 ${id}`,
  ...change
})

/** A rollout that counts its items, in as many waves as they name. */
export function runOf(
  items: readonly RolloutItem[],
  change: Partial<Rollout> = {},
  log: readonly RolloutLogEntry[] = []
): RolloutDetail {
  const last = Math.max(0, ...items.map(({ wave }) => wave))
  const waves = Array.from({ length: last + 1 }, (_, index) => {
    const members = items.filter(({ wave }) => wave === index)
    return { name: `第 ${index + 1} 波`, total: members.length, counts: countsOf(members) }
  })
  const rollout: Rollout = {
    id: 'r1',
    accountId: 'practice',
    plan: plan(),
    state: 'running',
    hold: null,
    wave: 0,
    waves,
    counts: countsOf(items),
    total: items.length,
    createdAt: now - 3600_000,
    startedAt: now - 3600_000,
    finishedAt: null,
    actor: '小林',
    origin: null,
    ...change
  }
  return { rollout, items, log }
}

/** The routes that the run page leads to. */
export function runRouter() {
  const page = { template: '<div />' }
  return createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/rollouts', component: page },
      { path: '/rollouts/new', component: page },
      { path: '/rollouts/:accountId/:rolloutId/report', name: 'rollout-report', component: page },
      { path: '/accounts/:accountId', name: 'account', component: page },
      { path: '/merchants/:accountId/:appId', name: 'merchant', component: page },
      { path: '/:rest(.*)*', component: page }
    ]
  })
}
