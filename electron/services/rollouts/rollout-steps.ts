import type { OperationOutcome } from '@shared/contract'
import type { MerchantRef } from '@shared/domain/merchant'
import type { HostChoice, RolloutItem, RolloutStep, RolloutWork, SetupWork } from '@shared/domain/rollout'
import { blockCause } from '@shared/rules/rollout-blocks'
import { rolloutFate, type Fate } from '@shared/rules/rollout-fate'
import { isSetupWork } from '@shared/rules/rollout-work'
import { say } from '@shared/texts/say'
import type { Clock } from '../../ports'
import type { Store } from '../../store/repositories'
import { merchantName } from '../merchant-facts'
import type { MerchantReader } from '../merchant-reader'
import type { OperationOrigin, VersionOperations } from '../version-operations'
import type { VersionReadings } from '../version-readings'
import type { LiveRollout } from './live-rollout'
import { fateFacts } from './merchant-fate'
import { blockedError, noHosts } from './rollout-failures'
import { afterStep, putOff, type ItemChange } from './rollout-outcomes'
import { judgeReview } from './rollout-review'
import type { RuleGovernor } from './rule-governor'
import type { SetupSteps } from './setup-steps'
import { extJsonTrouble, shippedExtJson, type Ship } from './shipped-ext-json'

export type RolloutStepsParts = {
  readonly store: Store
  readonly reader: Pick<MerchantReader, 'read' | 'readVersions'>
  readonly readings: Pick<VersionReadings, 'auditHosts'>
  readonly operations: Pick<VersionOperations, 'upload' | 'submit' | 'withdraw' | 'release' | 'rollback'>
  readonly governor: Pick<RuleGovernor, 'claim'>
  readonly setup: Pick<SetupSteps, 'preflight' | 'carryOut'>
  readonly clock: Clock
  /** Ends readings; what changes something is finished. */
  readonly closing: AbortSignal
}

/** What is done to one merchant, and what follows. All of it throws `DeskFailure` as the readings and operations do. */
export class RolloutSteps {
  private readonly parts: RolloutStepsParts

  constructor(parts: RolloutStepsParts) {
    this.parts = parts
  }

  carryOut(live: LiveRollout, item: RolloutItem): Promise<ItemChange> {
    switch (item.step) {
      case 'preflight':
      case 'review':
        return this.preflight(live, item)
      case 'upload':
        return this.upload(live, item)
      case 'submit':
        return this.submit(live, item)
      case 'release':
      case 'withdraw':
      case 'rollback':
        return this.plain(live, item, item.step)
      case 'refresh':
        return this.refresh(live, item)
      case 'setup':
        return this.parts.setup.carryOut(live, item, setupOf(live.plan.work))
    }
  }

  /** Reads what is there, and finds the step to go on with. */
  private async preflight(live: LiveRollout, item: RolloutItem): Promise<ItemChange> {
    const { work } = live.plan
    if (isSetupWork(work)) return this.parts.setup.preflight(live, item, work)
    if (work.kind === 'refresh') return { step: 'refresh', state: 'waiting', notBefore: null }
    const ref = refOf(live, item)
    const { readAt } = await this.parts.reader.readVersions(ref, this.parts.closing)
    live.memory(item.appId).readAt = readAt
    const fate = rolloutFate(work, fateFacts(this.parts, ref), this.parts.clock.now())
    const versions = { fromVersion: item.fromVersion ?? fate.fromVersion, toVersion: fate.toVersion ?? item.toVersion }
    return { ...versions, ...this.fated(live, { ...item, ...versions }, fate) }
  }

  private fated(live: LiveRollout, item: RolloutItem, fate: Fate): ItemChange {
    const { step, cause, notBefore } = fate
    if (notBefore !== null) return putOff(notBefore)
    if (step === 'review') return this.followed(live, item)
    if (step !== null) return this.unlessExtJson(live, item, step)
    if (cause !== null) return blocked(cause, fate.why ?? say`平台现在不会接受`, item)
    // What this rollout itself did before the program ended is no merchant that had it already.
    return { state: live.memory(item.appId).isAccepted ? 'done' : 'unchanged', cause: null, error: null }
  }

  /** Someone submitted it already: its audit counts as ours, from when it was made. */
  private followed(live: LiveRollout, item: RolloutItem): ItemChange {
    const since = this.parts.store.merchants.versions(refOf(live, item))?.audit?.createdAt
    const now = this.parts.clock.now()
    const reviewSince = Math.min(since ?? now, now) - 1
    return { step: 'review', state: 'reviewing', cause: null, error: null, attempts: 0, reviewSince }
  }

  private unlessExtJson(live: LiveRollout, item: RolloutItem, step: RolloutStep): ItemChange {
    const { work } = live.plan
    if (step === 'upload' && work.kind === 'ship') {
      const { problems } = this.extJson(live, item, work)
      if (problems.length > 0) return blocked(blockCause('ext_json'), extJsonTrouble(problems), item)
    }
    return { step, state: 'waiting', notBefore: null }
  }

  private async upload(live: LiveRollout, item: RolloutItem): Promise<ItemChange> {
    const { work } = live.plan
    if (work.kind !== 'ship') throw new Error(`a rollout of kind ${work.kind} uploads nothing`)
    const { text, problems } = this.extJson(live, item, work)
    if (text === null || problems.length > 0) return blocked(blockCause('ext_json'), extJsonTrouble(problems), item)
    const { templateId, version, description } = work
    const order = { ...refOf(live, item), templateId, version, description, extJson: text }
    return this.accepted(live, item, await this.parts.operations.upload(order, this.origin(live, item)))
  }

  private extJson(live: LiveRollout, { appId }: RolloutItem, work: Ship) {
    const { store } = this.parts
    const ref = { accountId: live.accountId, appId }
    return shippedExtJson(store, live.accountId, work)(merchantName(store, ref))
  }

  private async submit(live: LiveRollout, item: RolloutItem): Promise<ItemChange> {
    const { work } = live.plan
    if (work.kind !== 'ship' && work.kind !== 'submit')
      throw new Error(`a rollout of kind ${work.kind} submits nothing`)
    const ref = refOf(live, item)
    const hosts = await this.hosts(live, item, work.hosts)
    if (hosts.length === 0 && work.hosts.by !== 'named') {
      const error = noHosts(work.hosts.by, item)
      return { state: 'blocked', cause: 'blocked:no_hosts', error }
    }
    const notBefore = this.parts.governor.claim(ref, 'submit')
    if (notBefore !== null) return { step: 'submit', state: 'waiting', notBefore }
    const order = { ...ref, expectedVersion: expected(item), resubmit: false, hosts, note: work.note }
    return this.accepted(live, item, await this.parts.operations.submit(order, this.origin(live, item)))
  }

  /** Asked for once per merchant, as its turn may come several times. */
  private async hosts(live: LiveRollout, item: RolloutItem, choice: HostChoice): Promise<readonly string[]> {
    if (choice.by === 'named') return choice.hosts
    const memory = live.memory(item.appId)
    memory.hosts ??= (await this.parts.readings.auditHosts(refOf(live, item)))[choice.by]
    return memory.hosts
  }

  private async plain(
    live: LiveRollout,
    item: RolloutItem,
    step: 'release' | 'withdraw' | 'rollback'
  ): Promise<ItemChange> {
    const ref = refOf(live, item)
    const notBefore = this.parts.governor.claim(ref, step)
    if (notBefore !== null) return { step, state: 'waiting', notBefore }
    const order = { ...ref, expectedVersion: expected(item) }
    return this.accepted(live, item, await this.parts.operations[step](order, this.origin(live, item)))
  }

  private async refresh(live: LiveRollout, item: RolloutItem): Promise<ItemChange> {
    await this.parts.reader.read(refOf(live, item), this.parts.closing)
    return afterStep(live.plan.work, 'refresh', this.parts.clock.now())
  }

  /** What was read after the operation is what the next step may rest on; it may have been judged already. */
  private accepted(live: LiveRollout, item: RolloutItem, { operation, detail }: OperationOutcome): ItemChange {
    const { work } = live.plan
    const memory = live.memory(item.appId)
    memory.readAt = detail.versions?.readAt ?? null
    memory.isAccepted = true
    memory.hosts = null
    const change = afterStep(work, item.step, operation.startedAt)
    return { ...change, ...this.judged(work, { ...item, ...change }, detail) }
  }

  private judged(work: RolloutWork, item: RolloutItem, { versions }: OperationOutcome['detail']): ItemChange {
    return item.state === 'reviewing' ? (judgeReview(work, item, versions) ?? {}) : {}
  }

  private origin(live: LiveRollout, { appId }: RolloutItem): OperationOrigin {
    return { rolloutId: live.id, readAt: live.memory(appId).readAt }
  }
}

const refOf = ({ accountId }: LiveRollout, { appId }: RolloutItem): MerchantRef => ({ accountId, appId })

function setupOf(work: RolloutWork): SetupWork {
  if (!isSetupWork(work)) throw new Error(`a rollout of kind ${work.kind} sets nothing up`)
  return work
}

/** The version that the preflight, or the step before, found there. */
function expected({ toVersion, step }: RolloutItem): string {
  if (toVersion === null) throw new Error(`no version to ${step}`)
  return toVersion
}

function blocked(cause: string, why: string, { appId, name }: RolloutItem): ItemChange {
  return { state: 'blocked', cause, error: blockedError(why, cause, { appId, name }), notBefore: null }
}
