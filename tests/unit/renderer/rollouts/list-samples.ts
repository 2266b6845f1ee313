import type { RolloutDetail } from '@shared/contract'
import {
  rolloutItemStates,
  type Rollout,
  type RolloutCounts,
  type RolloutItem,
  type RolloutPlan
} from '@shared/domain/rollout'
import type { DeskError } from '@shared/errors'
import { createMemoryHistory, createRouter } from 'vue-router'

export const plan = (change: Partial<RolloutPlan> = {}): RolloutPlan => ({
  title: '上传 1.4.0 到全部商家',
  work: {
    kind: 'ship',
    templateId: '12',
    version: '1.4.0',
    description: '新的首页',
    extJson: null,
    until: 'release',
    hosts: { by: 'available' },
    note: '',
    release: 'when_approved'
  },
  waves: { by: 'number', sizes: [2] },
  gate: { by: 'operator' },
  stop: { failurePercent: 20, sameCause: 10 },
  startAt: null,
  ...change
})

export const refusal = (change: Partial<DeskError> = {}): DeskError => ({
  code: 'platform_refused',
  message: '代码没有上传',
  reason: '模板不存在',
  nextStep: '请换一个模板',
  retryable: false,
  platformCode: '11205',
  logId: 'log-1',
  ...change
})

const bad = ['failed', 'rejected', 'blocked']

export function item(appId: string, state: RolloutItem['state'], change: Partial<RolloutItem> = {}): RolloutItem {
  const error = bad.includes(state) ? refusal() : null
  return {
    appId,
    name: `商家 ${appId}`,
    wave: 0,
    step: state === 'done' ? 'release' : 'upload',
    state,
    fromVersion: '1.3.0',
    toVersion: '1.4.0',
    cause: error ? `platform:${error.platformCode}` : null,
    error,
    attempts: 1,
    notBefore: null,
    reviewSince: null,
    request: null,
    changedAt: 1_000,
    finishedAt: null,
    ...change
  }
}

/** How many items are in each state. */
export function countsOf(items: readonly Pick<RolloutItem, 'state'>[]): RolloutCounts {
  const of = (state: RolloutItem['state']): number => items.filter((each) => each.state === state).length
  return Object.fromEntries(rolloutItemStates.map((state) => [state, of(state)])) as RolloutCounts
}

/** A rollout that counts its items; its waves are those that the items name. */
export function detailOf(items: readonly RolloutItem[], change: Partial<Rollout> = {}): RolloutDetail {
  const waves = [...new Set([0, ...items.map(({ wave }) => wave)])].map((wave) => {
    const members = items.filter((each) => each.wave === wave)
    return { name: `第 ${wave + 1} 波`, total: members.length, counts: countsOf(members) }
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
    createdAt: Date.parse('2026-11-24T08:00:00Z'),
    startedAt: Date.parse('2026-11-24T08:00:00Z'),
    finishedAt: null,
    actor: '小林',
    origin: null,
    ...change
  }
  return { rollout, items, log: [] }
}

export const rolloutOf = (items: readonly RolloutItem[], change: Partial<Rollout> = {}): Rollout =>
  detailOf(items, change).rollout

/** The routes that the rollout pages lead to. */
export function rolloutRouter() {
  const page = { template: '<div />' }
  return createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/rollouts', component: page },
      { path: '/rollouts/new', component: page },
      { path: '/rollouts/:accountId/compare/:first/:second', component: page },
      { path: '/rollouts/:accountId/:rolloutId', name: 'rollout', component: page },
      { path: '/merchants/:accountId/:appId', name: 'merchant', component: page },
      { path: '/:rest(.*)*', component: page }
    ]
  })
}
