import type { MerchantRef } from '@shared/domain/merchant'
import type { SettingChange, SettingFacet, SettingKind } from '@shared/domain/setting'
import { DeskFailure } from '@shared/errors'
import { facetKinds, facetOf, settingNames } from '@shared/rules/setting-names'
import { say } from '@shared/texts/say'
import type { MerchantClient, Receipt } from '../../douyin/platform'
import { PlatformError } from '../../douyin/platform-error'
import type { Clock } from '../../ports'
import type { Store } from '../../store/repositories'
import type { AccountService } from '../account-service'
import { merchantName } from '../merchant-facts'
import type { MerchantReader } from '../merchant-reader'
import type { Verdict } from '../settlement'
import { busyWith, notCarriedOut, notStarted, outcomeUnknown, unsettledBefore } from './setting-failures'
import type { PlannedSetting, SettingLedger } from './setting-ledger'
import { settleSetting } from './setting-settlement'

/** One change of a merchant's set-up, step by step. `request` is as {@link settleSetting} needs it. */
export type SettingPlan<Before, Prepared> = PlannedSetting & {
  /** Reads the present state from the platform: before, when a `DeskFailure` means that nothing was sent, and after. */
  readonly read: () => Promise<Before>
  /** Throws `DeskFailure` (`not_possible_now`, `changed_meanwhile`, `invalid_input`) where it must not be sent. */
  readonly check: (before: Before) => void
  /** Uploads files. Given up or failed, nothing was changed: no intent is written before it ends. */
  readonly prepare: (signal: AbortSignal, before: Before) => Promise<Prepared>
  readonly send: (merchant: MerchantClient, prepared: Prepared, before: Before) => Promise<Receipt>
}

export type SettingRunnerParts = {
  readonly store: Store
  readonly accounts: AccountService
  readonly reader: MerchantReader
  readonly ledger: SettingLedger
  readonly clock: Clock
  /** How long to wait before a reading that shows nothing is believed: the lost call may still be at work. */
  readonly settleDelayMs: number
  /** Read the parts from the platform, for changes that an earlier run left open. */
  readonly readings: { readonly [Facet in SettingFacet]: (ref: MerchantRef) => Promise<unknown> }
  /** Ends preparations when the application closes. */
  readonly closing: AbortSignal
}

/**
 * Carries out one change at a time per merchant and part of its set-up, always in the same order: read the part, check,
 * prepare, write the intent, send once, write the outcome, read again. When the answer is lost what is set then tells how
 * it ended; the call is never repeated to find out.
 *
 * Throws `DeskFailure`: what the plan's checks and preparations throw (nothing was sent), the platform's refusals,
 * `not_carried_out` (lost, and nothing happened), `outcome_unknown` (lost, and not known yet).
 */
export class SettingRunner {
  private readonly parts: SettingRunnerParts
  private readonly underWay = new Map<string, SettingKind>()

  constructor(parts: SettingRunnerParts) {
    this.parts = parts
  }

  run<Before, Prepared>(plan: SettingPlan<Before, Prepared>): Promise<SettingChange> {
    return this.alone(plan.ref, plan.kind, async () => {
      this.refuseUnsettled(plan)
      const before = await readBefore(plan)
      plan.check(before)
      const prepared = await plan.prepare(this.parts.closing, before)
      const merchant = this.parts.accounts.platform(plan.ref.accountId).merchant(plan.ref.appId)
      const change = this.parts.ledger.begin(plan, before)
      let receipt: Receipt
      try {
        receipt = await plan.send(merchant, prepared, before)
      } catch (error) {
        return await this.sendFailed(change, plan.read, error)
      }
      const done = this.parts.ledger.done(change, receipt.logId)
      await readBack(plan.read)
      return done
    })
  }

  /** Finds out how a change ended whose answer was lost; one that is settled already is just returned. */
  async settle(ref: MerchantRef, changeId: string): Promise<SettingChange> {
    const change = this.found(ref, changeId)
    if (!isOpen(change)) return change
    const { readings } = this.parts
    return this.alone(ref, change.kind, () => this.settleLost(change, () => readings[facetOf(change.kind)](ref), null))
  }

  /** Whether a change of this part of the merchant is being carried out at this moment. */
  isRunning(ref: MerchantRef, facet: SettingFacet): boolean {
    return this.running(ref, facet) !== null
  }

  /** What is being carried out at this moment. */
  running(ref: MerchantRef, facet: SettingFacet): SettingKind | null {
    return this.underWay.get(key(ref, facet)) ?? null
  }

  /** How many changes are being carried out at this moment. */
  runningCount(): number {
    return this.underWay.size
  }

  private async alone<Value>(ref: MerchantRef, kind: SettingKind, work: () => Promise<Value>): Promise<Value> {
    const facet = facetOf(kind)
    const other = this.running(ref, facet)
    if (other) throw new DeskFailure(busyWith(other, merchantName(this.parts.store, ref)))
    this.underWay.set(key(ref, facet), kind)
    try {
      return await work()
    } finally {
      this.underWay.delete(key(ref, facet))
      this.parts.reader.announce(ref)
    }
  }

  private found({ accountId, appId }: MerchantRef, changeId: string): SettingChange {
    const change = this.parts.store.settingChanges.get(changeId)?.change
    if (change?.accountId === accountId && change.appId === appId) return change
    throw new DeskFailure({
      code: 'not_found',
      message: say`没有找到这次修改`,
      nextStep: say`请刷新商家`,
      retryable: false,
      merchant: merchantName(this.parts.store, { accountId, appId }),
      actor: 'operator'
    })
  }

  /** The present state could not be told from what an open change of the same part may still lead to. */
  private refuseUnsettled({ ref, kind }: PlannedSetting): void {
    const { store } = this.parts
    const [earlier] = store.settingChanges.unsettled(ref, facetKinds[facetOf(kind)])
    if (earlier) throw new DeskFailure(unsettledBefore(kind, earlier.kind, merchantName(store, ref)))
  }

  private async sendFailed(change: SettingChange, read: () => Promise<unknown>, error: unknown) {
    const isCertain = error instanceof PlatformError && error.facts.outcome !== 'unknown'
    if (!isCertain) return this.settleLost(change, read, error)
    const failure = this.parts.reader.failure(change, settingNames[change.kind], error)
    this.parts.ledger.failed(change, 'refused', failure.error)
    await readBack(read)
    throw failure
  }

  /** Compares what is set with what was; a reading that shows nothing is done twice, see `settleDelayMs`. */
  private async settleLost(change: SettingChange, read: () => Promise<unknown>, cause: unknown) {
    let verdict = await this.judge(change, read)
    if (verdict === 'not_done') {
      await this.parts.clock.wait(this.parts.settleDelayMs)
      verdict = await this.judge(change, read)
    }
    const logId = cause instanceof PlatformError ? (cause.facts.logId ?? null) : change.logId
    if (verdict === 'done') return this.parts.ledger.done(change, logId)
    const isLost = verdict === 'undecided'
    const error = (isLost ? outcomeUnknown : notCarriedOut)(change.kind, merchantName(this.parts.store, change), logId)
    this.parts.ledger.failed(change, isLost ? 'unknown' : 'not_carried_out', error)
    throw new DeskFailure(error, { cause })
  }

  private async judge({ id, kind }: SettingChange, read: () => Promise<unknown>): Promise<Verdict> {
    const stored = this.parts.store.settingChanges.get(id)
    const after = await readBack(read)
    if (!stored || after === null) return 'undecided'
    return settleSetting(kind, stored.request, stored.before, after)
  }
}

async function readBefore<Before, Prepared>({ kind, read }: SettingPlan<Before, Prepared>): Promise<Before> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof DeskFailure) throw new DeskFailure(notStarted(kind, error.error), { cause: error })
    throw error
  }
}

/** A reading that fails here is shown as the age of the data: what was written about the change stands. */
async function readBack<Value>(read: () => Promise<Value>): Promise<Value | null> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof DeskFailure) return null
    throw error
  }
}

const key = ({ accountId, appId }: MerchantRef, facet: SettingFacet): string => `${accountId}/${appId}/${facet}`

const isOpen = ({ state }: SettingChange): boolean => state === 'intended' || state === 'unknown'
