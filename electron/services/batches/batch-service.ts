import type { BatchDetail } from '@shared/contract'
import type { Batch } from '@shared/domain/batch'
import type { Clock } from '../../ports'
import type { Store } from '../../store/repositories'
import type { AccountService } from '../account-service'
import type { BaselineService } from '../setup/baseline-service'
import type { StagedFiles } from '../setup/staged-files'
import { batchGone, batchNotPossible, otherRuns } from './batch-failures'
import { filesOfItem } from './batch-files'
import {
  plannedCapability,
  plannedDomains,
  plannedIcons,
  plannedIntroductions,
  type BatchOrder,
  type PlannedBatch
} from './batch-orders'
import { shownItem, type BatchProgress } from './batch-progress'
import type { BatchRunner } from './batch-runner'

export type BatchServiceParts = {
  readonly store: Store
  readonly accounts: AccountService
  readonly files: Pick<StagedFiles, 'get'>
  readonly baselines: Pick<BaselineService, 'get' | 'assign'>
  readonly runner: BatchRunner
  readonly progress: BatchProgress
  readonly clock: Clock
  /** The operating system's user. */
  readonly actor: string
}

type BatchName = { readonly accountId: string; readonly batchId: string }

const batchesShown = 100

/** One thing done over many merchants: started, watched, paused, resumed, stopped, retried. One runs at a time per account. */
export class BatchService {
  private readonly parts: BatchServiceParts

  constructor(parts: BatchServiceParts) {
    this.parts = parts
  }

  /**
   * Begins it and answers at once. Throws `DeskFailure`: `invalid_input` by line, `not_possible_now` while another runs,
   * `not_found`, and `credentials` for an account that can not be used.
   */
  async start(accountId: string, order: BatchOrder): Promise<BatchDetail> {
    const { store, runner, clock, actor } = this.parts
    this.parts.accounts.platform(accountId)
    this.refuseSecond(accountId)
    const planned = this.planned(accountId, order)
    if (order.kind === 'domains') await this.assign(accountId, order.baselineId, order.appIds)
    this.refuseSecond(accountId)
    const batch = store.batches.add({ ...planned, accountId, createdAt: clock.now(), actor })
    runner.go(batch)
    return this.told(batch)
  }

  list(accountId: string): readonly Batch[] {
    return this.parts.store.batches.list(accountId, batchesShown)
  }

  /** Throws `DeskFailure` `not_found`. */
  get(name: BatchName): BatchDetail {
    const batch = this.found(name)
    return { batch, items: this.parts.store.batches.items(batch.id).map(shownItem) }
  }

  /** The merchant that is at it is finished first. Throws `DeskFailure`: `not_found`, `not_possible_now`. */
  pause(name: BatchName): BatchDetail {
    const batch = this.found(name)
    if (batch.state !== 'running') throw batchNotPossible('批量任务没有暂停', '它现在没有在进行')
    return this.told(this.parts.store.batches.saveState(batch.id, 'paused', null))
  }

  /** Throws `DeskFailure`: `not_found`, `not_possible_now` while another runs, `credentials`. */
  resume(name: BatchName): BatchDetail {
    const batch = this.found(name)
    if (batch.state === 'stopped' || batch.state === 'finished') {
      throw batchNotPossible('批量任务没有继续', '它已经结束')
    }
    if (batch.state === 'running' && this.parts.runner.isAtWork(batch.id)) {
      throw batchNotPossible('批量任务没有继续', '它正在进行')
    }
    return this.goOn(batch)
  }

  /** What waits is skipped for good. Throws `DeskFailure`: `not_found`, `not_possible_now`. */
  stop(name: BatchName): BatchDetail {
    const { store, clock } = this.parts
    const batch = this.found(name)
    if (batch.state === 'stopped' || batch.state === 'finished') {
      throw batchNotPossible('批量任务没有停止', '它已经结束')
    }
    const stopped = store.transaction(() => {
      store.batches.turn(batch.id, 'waiting', 'skipped')
      return store.batches.saveState(batch.id, 'stopped', clock.now())
    })
    return this.told(stopped, 'items')
  }

  /** Those that failed, and no others, wait again. Throws `DeskFailure` as `resume` does. */
  retry(name: BatchName): BatchDetail {
    const { store } = this.parts
    const batch = this.found(name)
    if (batch.counts.failed === 0) throw batchNotPossible('没有重试', '没有失败的商家')
    this.parts.accounts.platform(batch.accountId)
    this.refuseSecond(batch.accountId, batch.id)
    const failed = store.batches.items(batch.id).filter(({ state }) => state === 'failed')
    store.transaction(() => {
      const waiting = { state: 'waiting', error: null, finishedAt: null, changeId: null } as const
      for (const { appId } of failed) store.batches.saveItem(batch.id, appId, waiting)
    })
    return this.goOn(batch, 'items')
  }

  private planned(accountId: string, order: BatchOrder): PlannedBatch {
    const { files, baselines } = this.parts
    switch (order.kind) {
      case 'introduction':
        return plannedIntroductions(order)
      case 'icon':
        return plannedIcons(order, (fileId) => files.get(fileId).file.name)
      case 'domains':
        return plannedDomains(order.appIds, baselines.get(accountId, order.baselineId), order.mode)
      case 'capability':
        return plannedCapability(order, this.capabilityName(accountId, order), (fileId) => files.get(fileId))
    }
  }

  /** As one of these merchants' lists has it; the platform's key where none was read. */
  private capabilityName(accountId: string, { key, appIds }: { key: string; appIds: readonly string[] }): string {
    for (const appId of appIds) {
      const { value } = this.parts.store.capabilities.read({ accountId, appId })
      const known = value?.find((each) => each.key === key)
      if (known) return known.name
    }
    return key
  }

  /** A merchant that is gone meanwhile fails when its turn comes. */
  private assign(accountId: string, baselineId: string, appIds: readonly string[]): Promise<unknown> {
    const known = new Set(this.parts.store.merchants.appIds(accountId))
    const present = appIds.filter((appId) => known.has(appId))
    return this.parts.baselines.assign(accountId, baselineId, present)
  }

  private goOn({ accountId, id }: Batch, changed: 'batch' | 'items' = 'batch'): BatchDetail {
    this.parts.accounts.platform(accountId)
    this.refuseSecond(accountId, id)
    const running = this.parts.store.batches.saveState(id, 'running', null)
    this.parts.runner.go(running)
    return this.told(running, changed)
  }

  private refuseSecond(accountId: string, except?: string): void {
    const running = this.parts.store.batches.inState(['running'])
    const other = running.find((each) => each.accountId === accountId && each.id !== except)
    if (other) throw otherRuns(other)
  }

  private found({ accountId, batchId }: BatchName): Batch {
    const batch = this.parts.store.batches.get(accountId, batchId)
    if (batch === null) throw batchGone()
    return batch
  }

  /** Answers the caller, and tells every other page; `changed` where items were turned too. */
  private told(batch: Batch, changed: 'batch' | 'items' = 'batch'): BatchDetail {
    const items = this.parts.store.batches.items(batch.id)
    this.parts.progress.changed(batch.accountId, batch.id, changed === 'items' ? items : [])
    return { batch, items: items.map(shownItem) }
  }
}

/** The staged files that batches which are not over still need. */
export function filesOfBatches({ batches }: Pick<Store, 'batches'>): ReadonlySet<string> {
  const open = batches.inState(['running', 'paused', 'interrupted'])
  return new Set(open.flatMap(({ id, kind }) => batches.items(id).flatMap(({ request }) => filesOfItem(kind, request))))
}
