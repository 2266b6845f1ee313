import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect } from 'vitest'
import { z } from 'zod'
import type { RolloutDetail } from '@shared/contract/rollouts'
import type { RolloutItem, RolloutItemState } from '@shared/domain/rollout'
import type { MerchantSnapshot } from '../../../electron/simulator/control/snapshot'
import { wantedVersion, type RolloutGround } from './rollout-desk'

const journal = z.array(z.object({ appId: z.string(), kind: z.string(), state: z.string() }))

/** The calls behind the operations of a rollout that ships. */
const endpoints = { upload: 'upload', submit: 'audit', release: 'release' } as const

/** `shipped`: online for the users. `rejected`: by the review. `untouched`: nothing of it has come to the platform. */
type Shown = 'shipped' | 'rejected' | 'untouched' | 'half-way'

const statesOf: Readonly<Record<Shown, readonly RolloutItemState[]>> = {
  shipped: ['done', 'unchanged'],
  rejected: ['rejected'],
  untouched: ['blocked', 'failed'],
  'half-way': ['failed']
}

/**
 * Fails the test unless a rollout that is over has lost track of none: each merchant is as the platform shows it, those that
 * nothing stood in the way of got there or were rejected, nothing was done twice, and the journal knows all that was done.
 */
export function proveRollout(
  ground: RolloutGround,
  before: readonly MerchantSnapshot[],
  { items }: RolloutDetail
): void {
  const after = new Map(ground.simulator.control.state().merchants.map((each) => [each.appId, each]))
  const wrong = items.filter((item) => !statesOf[shownOf(after.get(item.appId))].includes(item.state))
  expect(wrong.map(summary)).toEqual([])
  const sound = new Set(before.filter(isSound).map(({ appId }) => appId))
  const stuck = items.filter(({ appId, state }) => sound.has(appId) && ['blocked', 'failed'].includes(state))
  expect(stuck.map(summary)).toEqual([])
  proveJournal(ground)
}

function shownOf(merchant: MerchantSnapshot | undefined): Shown {
  if (merchant?.current?.version === wantedVersion) return 'shipped'
  if (merchant?.audit?.version === wantedVersion) return merchant.audit.status === 'rejected' ? 'rejected' : 'half-way'
  return merchant?.tests.some(({ version }) => version === wantedVersion) === true ? 'half-way' : 'untouched'
}

/** A failure of the test names these alone: a whole item has pages. */
const summary = ({ appId, step, state, cause, error, attempts }: RolloutItem) =>
  `${appId} ${step} ${state} ${cause ?? ''} ${error?.reason ?? error?.message ?? ''} (${attempts})`

/** Nothing that the platform looks at stands in the way. */
const isSound = ({ authorization, standing, subject, audit, ...merchant }: MerchantSnapshot): boolean => {
  const isProper = standing === 'normal' && subject.state === 'approved'
  const isComplete = [merchant.introduction, merchant.icon].every((text) => text !== '')
  const hasCategory = merchant.categories.some(({ state }) => state === 'approved')
  const isOpen = authorization.live && authorization.permissions.includes(1) && audit?.status !== 'in_review'
  return isProper && isComplete && hasCategory && isOpen
}

/** What was carried out for each merchant, at most once each, is what the journal says was done; nothing in it is open. */
function proveJournal({ simulator, dataDir }: RolloutGround): void {
  const operations = operationsIn(dataDir)
  expect(operations.filter(({ state }) => state === 'intended' || state === 'unknown')).toEqual([])
  const done = Map.groupBy(
    operations.filter(({ state }) => state === 'done'),
    ({ appId }) => appId
  )
  const { merchants } = simulator.control.counters()
  const differing = Object.entries(merchants).flatMap(([appId, calls]) =>
    Object.entries(endpoints).flatMap(([kind, endpoint]) => {
      const carriedOut = calls[endpoint]?.carriedOut ?? 0
      const noted = (done.get(appId) ?? []).filter((operation) => operation.kind === kind).length
      return carriedOut === noted && carriedOut <= 1 ? [] : [{ appId, kind, carriedOut, noted }]
    })
  )
  expect(differing).toEqual([])
  const known = operations.every(({ kind }) => Object.hasOwn(endpoints, kind))
  expect(known).toBe(true)
}

function operationsIn(dataDir: string): z.infer<typeof journal> {
  const database = new Database(join(dataDir, 'merchant-desk.sqlite'), { readonly: true })
  try {
    return journal.parse(database.prepare('SELECT app_id AS appId, kind, state FROM operations').all())
  } finally {
    database.close()
  }
}
