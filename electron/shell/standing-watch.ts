import type { EventName } from '@shared/contract'
import type { Rollout } from '@shared/domain/rollout'
import type { Desk } from '../desk'
import { deskClient, type DeskClient } from '../desk-client'
import { quiet, standingOf, waitingOf, type Standing } from './standing'

/** What may change the number of things that wait; read again this long after the first of them. */
const telling: ReadonlySet<EventName> = new Set<EventName>([
  'merchants.changed',
  'merchants.replaced',
  'setting.changed',
  'rollout.progress',
  'account.changed',
  'app.changed',
  'platform.event',
  'authorization.changed',
  'home.changed'
])

export type StandingWatchParts = {
  readonly desk: Pick<Desk, 'call' | 'onEvent'>
  readonly onChange: (standing: Standing) => void
  /** How long changes are gathered before 今日 is read again, in milliseconds. */
  readonly gatherMs?: number
}

export type StandingWatch = {
  readonly now: () => Standing
  /** Pauses every rollout that runs; one that has ended meanwhile is left alone. */
  readonly pauseAll: () => Promise<void>
  readonly stop: () => void
}

/** Follows what the rollouts do and what waits for the operator, in all accounts. A failed reading leaves what was known. */
export async function watchStanding({ desk, onChange, gatherMs = 5_000 }: StandingWatchParts): Promise<StandingWatch> {
  const client = deskClient(desk)
  const rollouts = new Map<string, Rollout>()
  let waiting = 0
  let shown = quiet
  let timer: NodeJS.Timeout | null = null

  const tell = (): void => {
    const next = standingOf([...rollouts.values()], waiting)
    if (isSame(next, shown)) return
    shown = next
    onChange(next)
  }
  const count = async (): Promise<void> => {
    timer = null
    waiting = await client.call('home.today', {}).then(
      ({ items }) => waitingOf(items),
      () => waiting
    )
    tell()
  }
  const end = desk.onEvent(({ name, payload }) => {
    if (telling.has(name)) timer ??= setTimeout(() => void count(), gatherMs).unref()
    if (name !== 'rollout.progress') return
    rollouts.set(payload.rollout.id, payload.rollout)
    tell()
  })
  for (const rollout of await standingRollouts(client)) if (!rollouts.has(rollout.id)) rollouts.set(rollout.id, rollout)
  await count()
  return {
    now: () => shown,
    pauseAll: () => pauseAll(client, [...rollouts.values()]),
    stop: () => {
      end()
      if (timer) clearTimeout(timer)
    }
  }
}

async function standingRollouts(client: DeskClient): Promise<readonly Rollout[]> {
  try {
    const { accounts } = await client.call('app.info', {})
    const lists = await Promise.all(accounts.map(({ id: accountId }) => client.call('rollouts.list', { accountId })))
    return lists.flat()
  } catch {
    return []
  }
}

async function pauseAll(client: DeskClient, rollouts: readonly Rollout[]): Promise<void> {
  const running = rollouts.filter(({ state }) => state === 'running')
  await Promise.allSettled(
    running.map(({ accountId, id: rolloutId }) => client.call('rollouts.pause', { accountId, rolloutId }))
  )
}

const keys = Object.keys(quiet) as (keyof Standing)[]
const isSame = (one: Standing, other: Standing): boolean => keys.every((key) => one[key] === other[key])
