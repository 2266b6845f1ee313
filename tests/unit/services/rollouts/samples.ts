import type { Rollout, RolloutCounts, RolloutItem, RolloutItemState } from '@shared/domain/rollout'
import type { DeskError, DeskErrorCode } from '@shared/errors'
import { plan } from './rollout-bench'

export function itemOf(appId: string, change: Partial<RolloutItem> = {}): RolloutItem {
  const nothing = { cause: null, error: null, notBefore: null, reviewSince: null, finishedAt: null } as const
  const item: RolloutItem = {
    ...{ appId, name: `商家 ${appId}`, wave: 0, step: 'preflight', state: 'waiting', ...nothing },
    ...{ fromVersion: '1.0.0', toVersion: '9.9.1', request: null, attempts: 0, changedAt: 0 }
  }
  return { ...item, ...change }
}

export function countsOf(change: Partial<RolloutCounts> = {}): RolloutCounts {
  const none: RolloutCounts = {
    ...{ waiting: 0, running: 0, reviewing: 0, approved: 0, done: 0, unchanged: 0, blocked: 0 },
    ...{ rejected: 0, failed: 0, unknown: 0, skipped: 0 }
  }
  return { ...none, ...change }
}

/** As the database would give it for these items. */
export function rolloutOf(items: readonly RolloutItem[], change: Partial<Rollout> = {}): Rollout {
  const count = (members: readonly RolloutItem[]): RolloutCounts => {
    const sums = Map.groupBy(members, ({ state }) => state)
    return countsOf(Object.fromEntries([...sums].map(([state, each]) => [state, each.length])))
  }
  const numbers = [...new Set(items.map(({ wave }) => wave))].sort((a, b) => a - b)
  const waves = numbers.map((wave) => {
    const members = items.filter((item) => item.wave === wave)
    return { name: `第 ${wave + 1} 波`, total: members.length, counts: count(members) }
  })
  return {
    ...{ id: 'r1', accountId: 'a', plan, state: 'running', hold: null, wave: 0, waves, counts: count(items) },
    ...{ total: items.length, createdAt: 0, startedAt: 0, finishedAt: null, actor: '小王', origin: null },
    ...change
  }
}

export function errorWith(code: DeskErrorCode, change: Partial<DeskError> = {}): DeskError {
  return { code, message: '没有成功', nextStep: '再试一次', retryable: false, ...change }
}

export const states = (items: readonly RolloutItem[]): Record<string, RolloutItemState> =>
  Object.fromEntries(items.map(({ appId, state }) => [appId, state]))
