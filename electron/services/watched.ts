import type { MerchantRef } from '@shared/domain/merchant'
import { facetOf } from '@shared/rules/setting-names'
import type { Store } from '../store/repositories'
import type { AccountService } from './account-service'
import type { MerchantReader } from './merchant-reader'
import type { OperationRunner } from './operation-runner'
import type { RolloutEngine } from './rollouts/rollout-engine'
import type { PendingReviews } from './setup/pending-reviews'
import type { SettingRunner } from './setup/setting-runner'
import type { SetupReadings } from './setup/setup-readings'

/** Something that is looked at again and again until it is over; `look` throws `DeskFailure`. */
export type Watched = {
  readonly id: string
  readonly accountId: string
  readonly look: () => Promise<unknown>
}

export type WatchedParts = {
  readonly store: Store
  readonly accounts: AccountService
  readonly reader: MerchantReader
  readonly readings: Pick<SetupReadings, 'profile' | 'categories' | 'capabilities'>
  readonly reviews: PendingReviews
  readonly runner: OperationRunner
  readonly settings: SettingRunner
  /** What rollouts look after themselves. */
  readonly rollouts: Pick<RolloutEngine, 'watches' | 'settles'>
}

/** Merchants with a version in review that are looked at per account. */
const inReviewMax = 200

/** Everything that waits at this moment: what was lost first, since it blocks the operator; `signal` ends readings. */
export function* watched(parts: WatchedParts, signal: AbortSignal): Iterable<Watched> {
  yield* lostOperations(parts)
  yield* lostChanges(parts)
  for (const accountId of parts.accounts.ids()) {
    yield* versionsInReview(parts, accountId, signal)
    yield* setupsInReview(parts, accountId, signal)
  }
}

function* lostOperations({ store, accounts, runner, rollouts }: WatchedParts): Iterable<Watched> {
  for (const operation of store.operations.allUnsettled()) {
    const { id, accountId } = operation
    if (runner.isRunning(operation) || rollouts.settles(operation) || !accounts.ids().includes(accountId)) continue
    yield { id, accountId, look: () => runner.settle(operation, id) }
  }
}

function* lostChanges({ store, accounts, settings }: WatchedParts): Iterable<Watched> {
  for (const change of store.settingChanges.allUnsettled()) {
    const { id, accountId } = change
    if (settings.isRunning(change, facetOf(change.kind)) || !accounts.ids().includes(accountId)) continue
    yield { id, accountId, look: () => settings.settle(change, id) }
  }
}

function* versionsInReview(parts: WatchedParts, accountId: string, signal: AbortSignal): Iterable<Watched> {
  const { store, reader, runner, rollouts } = parts
  for (const ref of store.merchants.inReview(accountId, inReviewMax)) {
    if (runner.isRunning(ref) || rollouts.watches(ref)) continue
    yield { id: key('versions', ref), accountId, look: () => reader.readVersions(ref, signal) }
  }
}

function* setupsInReview(parts: WatchedParts, accountId: string, signal: AbortSignal): Iterable<Watched> {
  const { readings, reviews, settings } = parts
  for (const { appId, information, categories, capabilities } of reviews.of(accountId)) {
    const ref = { accountId, appId }
    if (information && !settings.isRunning(ref, 'profile')) {
      yield { id: key('profile', ref), accountId, look: () => readings.profile(ref, signal) }
    }
    if (categories && !settings.isRunning(ref, 'categories')) {
      yield { id: key('categories', ref), accountId, look: () => readings.categories(ref, signal) }
    }
    if (capabilities && !settings.isRunning(ref, 'capabilities')) {
      yield { id: key('capabilities', ref), accountId, look: () => readings.capabilities(ref, signal) }
    }
  }
}

const key = (what: string, { accountId, appId }: MerchantRef): string => `${what}/${accountId}/${appId}`
