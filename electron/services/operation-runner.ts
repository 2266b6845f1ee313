import type { OperationOutcome } from '@shared/contract'
import type { MerchantRef } from '@shared/domain/merchant'
import type { Operation, OperationKind } from '@shared/domain/operation'
import type { VersionList } from '@shared/domain/version'
import { DeskFailure } from '@shared/errors'
import { operationNames } from '@shared/rules/operation-names'
import { versionActions } from '@shared/rules/version-actions'
import { say } from '@shared/texts/say'
import type { MerchantClient, Receipt } from '../douyin/platform'
import { PlatformError } from '../douyin/platform-error'
import type { Clock } from '../ports'
import type { Store } from '../store/repositories'
import type { AccountService } from './account-service'
import { merchantDetail, merchantName, versionFacts } from './merchant-facts'
import type { MerchantReader } from './merchant-reader'
import {
  busyWith,
  changedMeanwhile,
  notCarriedOut,
  notPossible,
  notStarted,
  outcomeUnknown
} from './operation-failures'
import type { OperationLedger, PlannedOperation } from './operation-ledger'
import { settle, type Verdict } from './settlement'

export type OperationPlan = PlannedOperation & {
  /** What the operator saw and meant; null where nothing needs to have been seen (an upload). */
  readonly expectedVersion: string | null
  /**
   * When the reading was made that a rollout's step before ended with: the list is not read again where that was just now and no
   * operation came in between. Null for what is done by hand.
   */
  readonly readAt: number | null
  readonly send: (merchant: MerchantClient) => Promise<Receipt>
}

/** A reading older than this is made again before anything is sent. */
const freshMs = 30_000

export type OperationRunnerParts = {
  readonly store: Store
  readonly accounts: AccountService
  readonly reader: MerchantReader
  readonly ledger: OperationLedger
  readonly clock: Clock
  /** How long to wait before a version list that shows nothing is believed: the lost call may still be at work. */
  readonly settleDelayMs: number
}

/**
 * Carries out one operation at a time per merchant, always in the same order: read the version list, check the rules and
 * what the operator confirmed against it, write the intent, send once, write the outcome, read again. When the answer is
 * lost the version list tells how it ended; the call is never repeated to find out.
 *
 * Throws `DeskFailure`: `not_possible_now` and `changed_meanwhile` (nothing was sent), the platform's refusals,
 * `not_carried_out` (lost, and nothing happened), `outcome_unknown` (lost, and not known yet).
 */
export class OperationRunner {
  private readonly parts: OperationRunnerParts
  private readonly running = new Map<string, OperationKind>()
  /** Merchants whose version list could not be read after their last operation. */
  private readonly unread = new Set<string>()

  constructor(parts: OperationRunnerParts) {
    this.parts = parts
  }

  run(plan: OperationPlan): Promise<OperationOutcome> {
    return this.alone(plan.ref, plan.kind, async () => {
      const before = await this.readBefore(plan)
      this.check(plan, before)
      const operation = this.parts.ledger.begin(plan, before)
      let receipt: Receipt
      try {
        receipt = await plan.send(this.parts.accounts.platform(plan.ref.accountId).merchant(plan.ref.appId))
      } catch (error) {
        return await this.sendFailed(operation, error)
      }
      const done = this.parts.ledger.done(operation, receipt.logId)
      await this.readBack(plan.ref)
      return this.outcome(done)
    })
  }

  /** Finds out how an operation ended whose answer was lost; one that is settled already is just returned. */
  settle(ref: MerchantRef, operationId: string): Promise<OperationOutcome> {
    const operation = this.parts.store.operations.get(operationId)?.operation
    if (operation?.appId !== ref.appId || operation.accountId !== ref.accountId) {
      throw new DeskFailure({
        code: 'not_found',
        message: say`没有找到这次操作`,
        nextStep: say`请刷新商家`,
        retryable: false,
        merchant: merchantName(this.parts.store, ref),
        actor: 'operator',
        wayOut: 'merchant_versions'
      })
    }
    if (!isOpen(operation)) return Promise.resolve(this.outcome(operation))
    return this.alone(ref, operation.kind, () => this.settleLost(operation, null))
  }

  /** Whether an operation of this merchant is being carried out at this moment. */
  isRunning(ref: MerchantRef): boolean {
    return this.running.has(key(ref))
  }

  /** How many operations are being carried out at this moment. */
  runningCount(): number {
    return this.running.size
  }

  private async alone<Value>(ref: MerchantRef, kind: OperationKind, work: () => Promise<Value>): Promise<Value> {
    const other = this.running.get(key(ref))
    if (other) throw new DeskFailure(busyWith(other, merchantName(this.parts.store, ref)))
    this.running.set(key(ref), kind)
    try {
      return await work()
    } finally {
      this.running.delete(key(ref))
      this.parts.reader.announce(ref)
    }
  }

  private async readBefore(plan: OperationPlan): Promise<VersionList> {
    const known = this.justRead(plan)
    if (known) return known
    try {
      const versions = await this.parts.reader.readVersions(plan.ref)
      this.unread.delete(key(plan.ref))
      return versions
    } catch (error) {
      if (error instanceof DeskFailure) throw new DeskFailure(notStarted(plan.kind, error.error), { cause: error })
      throw error
    }
  }

  /** What was read last, where the plan rests on it or on an older reading, and it is not old. */
  private justRead({ ref, readAt }: OperationPlan): VersionList | null {
    if (readAt === null || this.unread.has(key(ref))) return null
    const { store, clock } = this.parts
    const known = store.merchants.versions(ref)
    return known && known.readAt >= readAt && clock.now() - known.readAt < freshMs ? known : null
  }

  private check({ ref, kind, expectedVersion }: OperationPlan, before: VersionList): void {
    const { store, clock } = this.parts
    const now = clock.now()
    const availability = versionActions({ ...versionFacts(store, ref), versions: before }, now)[kind]
    if (!availability.possible) {
      const { notBefore } = availability
      const waitMs = notBefore === undefined ? undefined : notBefore - now
      throw new DeskFailure(notPossible(kind, availability, merchantName(store, ref), waitMs))
    }
    const present = presentVersion(kind, before)
    if (expectedVersion !== null && present !== expectedVersion) {
      throw new DeskFailure(changedMeanwhile(kind, expectedVersion, present, merchantName(store, ref)))
    }
  }

  private async sendFailed(operation: Operation, error: unknown): Promise<OperationOutcome> {
    const certain = error instanceof PlatformError && error.facts.outcome !== 'unknown'
    if (!certain) return this.settleLost(operation, error)
    const failure = this.parts.reader.failure(operation, operationNames[operation.kind], error)
    this.parts.ledger.failed(operation, 'refused', failure.error)
    await this.readBack(operation)
    throw failure
  }

  /** Compares the version list with the one before; one that shows nothing is read twice, see `settleDelayMs`. */
  private async settleLost(operation: Operation, cause: unknown): Promise<OperationOutcome> {
    let verdict = await this.judge(operation)
    if (verdict === 'not_done') {
      await this.parts.clock.wait(this.parts.settleDelayMs)
      verdict = await this.judge(operation)
    }
    const name = merchantName(this.parts.store, operation)
    const logId = cause instanceof PlatformError ? (cause.facts.logId ?? null) : operation.logId
    switch (verdict) {
      case 'done': {
        const done = this.parts.ledger.done(operation, logId)
        // The reading that settled it came before its outcome, by which a version's template is told.
        this.parts.reader.judge(operation)
        return this.outcome(done)
      }
      case 'not_done': {
        const error = notCarriedOut(operation.kind, name, logId)
        this.parts.ledger.failed(operation, 'not_carried_out', error)
        throw new DeskFailure(error, { cause })
      }
      case 'undecided': {
        const error = outcomeUnknown(operation.kind, name, logId)
        this.parts.ledger.unknown(operation, error)
        throw new DeskFailure(error, { cause })
      }
    }
  }

  private async judge(operation: Operation): Promise<Verdict> {
    const stored = this.parts.store.operations.get(operation.id)
    if (!stored) return 'undecided'
    const after = await this.readBack(operation)
    return after ? settle({ ...operation, before: stored.before }, after) : 'undecided'
  }

  /** A reading that fails here is shown as the age of the data: what was written about the operation stands. */
  private async readBack(ref: MerchantRef): Promise<VersionList | null> {
    this.unread.add(key(ref))
    try {
      const versions = await this.parts.reader.readVersions(ref)
      this.unread.delete(key(ref))
      return versions
    } catch (error) {
      if (error instanceof DeskFailure) return null
      throw error
    }
  }

  private outcome(operation: Operation): OperationOutcome {
    return { operation, detail: merchantDetail(this.parts.store, operation) }
  }
}

const key = ({ accountId, appId }: MerchantRef): string => `${accountId}/${appId}`

const isOpen = ({ state }: Operation): boolean => state === 'intended' || state === 'unknown'

/** The version an operation would act on now, to be compared with what the operator confirmed. */
function presentVersion(kind: OperationKind, versions: VersionList): string | null {
  switch (kind) {
    case 'upload':
      return null
    case 'submit':
      return versions.latest?.version ?? null
    case 'resubmit':
    case 'withdraw':
    case 'release':
      return versions.audit?.version ?? null
    case 'rollback':
      return versions.current?.rollback.toVersion ?? null
  }
}
