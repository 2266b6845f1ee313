import type { Batch, BatchItemState } from '@shared/domain/batch'
import type { SettingChange } from '@shared/domain/setting'
import { DeskFailure, type DeskError } from '@shared/errors'
import type { Clock, Logger } from '../../ports'
import type { Store, StoredBatchItem } from '../../store/repositories'
import type { EventHub } from '../event-hub'
import { storageFailure } from '../failures'
import { merchantName } from '../merchant-facts'
import { isAccountTrouble } from '../setup/account-trouble'
import { batchHeld, internalFailure } from './batch-failures'
import type { BatchProgress } from './batch-progress'
import type { BatchWork } from './batch-work'

export type BatchRunnerParts = {
  readonly store: Store
  readonly events: EventHub
  readonly work: BatchWork
  readonly progress: BatchProgress
  readonly clock: Clock
  readonly logger: Logger
}

type Ending = { readonly state: BatchItemState; readonly error: DeskError | null; readonly finishedAt: number | null }

/** How long `stop` waits for the merchant that is at it; what became of it is found out at the next start. */
const stopPatienceMs = 5_000

/**
 * Does what batches ask for, merchant by merchant: each outcome is durable before the next merchant begins. The database
 * says whether a batch goes on; it is looked at before each merchant. What concerns the account as a whole pauses the batch.
 */
export class BatchRunner {
  private readonly parts: BatchRunnerParts
  private readonly loops = new Map<string, Promise<void>>()
  /** The merchant that each running batch is at. */
  private readonly at = new Map<string, string>()
  private isStopping = false

  constructor(parts: BatchRunnerParts) {
    this.parts = parts
    parts.events.onEvent((event) => {
      if (event.name === 'setting.changed') this.heard(event.payload.change)
    })
  }

  /** Goes on with a batch whose state is `running`; one that goes on already is left to. */
  go({ accountId, id }: Batch): void {
    if (this.isStopping || this.loops.has(id)) return
    this.loops.set(id, this.loop(accountId, id))
  }

  /** Whether something is being done for this batch at this moment. */
  isAtWork(batchId: string): boolean {
    return this.loops.has(batchId)
  }

  /** How many batches are at work. */
  runningCount(): number {
    return this.loops.size
  }

  /** Ends after the merchants that are at it, which it waits for a while; the batches can be resumed at the next start. */
  async stop(): Promise<void> {
    this.isStopping = true
    const patience = new AbortController()
    const ended = Promise.all(this.loops.values()).finally(() => patience.abort())
    await Promise.race([ended, this.parts.clock.wait(stopPatienceMs, patience.signal).catch(() => undefined)])
    this.parts.progress.close()
  }

  private async loop(accountId: string, id: string): Promise<void> {
    // Begins after `go` has put it among the loops.
    await Promise.resolve()
    try {
      for (let turn = this.next(accountId, id); turn; turn = this.next(accountId, id)) await this.take(...turn)
    } catch (error) {
      this.broken(accountId, id, error)
    } finally {
      this.loops.delete(id)
    }
  }

  /** The batch and its next merchant; null where the batch does not go on, or has ended. */
  private next(accountId: string, id: string): readonly [Batch, StoredBatchItem] | null {
    const { batches } = this.parts.store
    const batch = batches.get(accountId, id)
    if (batch?.state !== 'running') return null
    const item = batches.next(id)
    if (item !== null && !this.isStopping) return [batch, item]
    if (item === null) batches.saveState(id, 'finished', this.parts.clock.now())
    else batches.saveState(id, 'interrupted', null)
    this.parts.progress.changed(accountId, id)
    return null
  }

  private async take(batch: Batch, item: StoredBatchItem): Promise<void> {
    this.save(batch, item, { state: 'running', error: null, finishedAt: null, changeId: null })
    this.at.set(batch.id, item.appId)
    try {
      const ending = await this.ending(batch, item)
      this.save(batch, item, ending)
    } finally {
      this.at.delete(batch.id)
    }
  }

  private async ending(batch: Batch, item: StoredBatchItem): Promise<Ending> {
    try {
      const state = await this.parts.work.carryOut(batch, item)
      return { state, error: null, finishedAt: this.parts.clock.now() }
    } catch (thrown) {
      return this.failed(batch, this.explained(batch, item, thrown))
    }
  }

  private failed(batch: Batch, error: DeskError): Ending {
    if (error.code === 'outcome_unknown') return { state: 'unknown', error, finishedAt: null }
    const isHeld = isAccountTrouble(error)
    if (isHeld) this.hold(batch, error)
    if (isHeld || (error.code === 'cancelled' && this.isStopping)) return this.notBegun(batch)
    return { state: 'failed', error, finishedAt: this.parts.clock.now() }
  }

  /** Its turn comes again; not in a batch that was stopped meanwhile. */
  private notBegun({ accountId, id }: Batch): Ending {
    const isStopped = this.parts.store.batches.get(accountId, id)?.state === 'stopped'
    return { state: isStopped ? 'skipped' : 'waiting', error: null, finishedAt: null }
  }

  private hold(batch: Batch, error: DeskError): void {
    const { store, events, progress } = this.parts
    if (store.batches.get(batch.accountId, batch.id)?.state !== 'running') return
    store.batches.saveState(batch.id, 'paused', null)
    progress.changed(batch.accountId, batch.id)
    events.send('notice', { error: batchHeld(batch, error) })
  }

  private explained({ accountId }: Batch, { appId }: StoredBatchItem, thrown: unknown): DeskError {
    if (thrown instanceof DeskFailure) return thrown.error
    const storage = storageFailure(thrown)
    if (storage) return storage
    this.parts.logger.error('batch item failed', {
      appId,
      error: thrown instanceof Error ? thrown.stack : String(thrown)
    })
    return internalFailure(merchantName(this.parts.store, { accountId, appId }))
  }

  /** What became of a merchant could not be written: the batch is gone with its account's records, or the disk refuses. */
  private broken(accountId: string, id: string, error: unknown): void {
    if (error instanceof DeskFailure && error.error.code === 'not_found') return
    this.parts.logger.error('batch ended early', { id, error: error instanceof Error ? error.stack : String(error) })
    try {
      const batch = this.parts.store.batches.get(accountId, id)
      if (batch) this.hold(batch, storageFailure(error) ?? internalFailure({ appId: '', name: batch.title }))
    } catch (second) {
      this.parts.logger.error('batch not paused', { id, error: String(second) })
    }
  }

  private save(
    { accountId, id }: Batch,
    { appId }: StoredBatchItem,
    ending: Ending & { changeId?: string | null }
  ): void {
    const saved = this.parts.store.batches.saveItem(id, appId, ending)
    this.parts.progress.changed(accountId, id, [saved])
  }

  /** A change that a batch made was begun, or one whose outcome was unknown was settled. */
  private heard(change: SettingChange): void {
    if (change.batchId === null || change.state === 'unknown') return
    const isAtIt = this.at.get(change.batchId) === change.appId
    if (isAtIt && change.state === 'intended') this.begun(change, change.batchId)
    if (!isAtIt && change.state !== 'intended') this.settled(change, change.batchId)
  }

  /** Kept before the call is sent, so that a crash leaves what its outcome can be found by. */
  private begun({ id, appId }: SettingChange, batchId: string): void {
    const running = { state: 'running', error: null, finishedAt: null } as const
    this.parts.store.batches.saveItem(batchId, appId, { ...running, changeId: id })
  }

  private settled(change: SettingChange, batchId: string): void {
    const { store, work, clock } = this.parts
    const batch = store.batches.get(change.accountId, batchId)
    if (batch === null || batch.counts.unknown === 0) return
    const item = store.batches.items(batchId).find(({ appId }) => appId === change.appId)
    if (item?.state !== 'unknown' || item.changeId !== change.id) return
    const error = work.whyNotDone(batch, item, change)
    this.save(batch, item, { state: error === null ? 'done' : 'failed', error, finishedAt: clock.now() })
  }
}
