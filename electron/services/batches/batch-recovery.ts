import type { Batch, BatchItemState } from '@shared/domain/batch'
import type { MerchantRef } from '@shared/domain/merchant'
import type { SettingChange, SettingKind } from '@shared/domain/setting'
import type { Clock } from '../../ports'
import type { Store, StoredBatchItem } from '../../store/repositories'
import type { BatchWork } from './batch-work'

const kinds: Readonly<Record<Batch['kind'], readonly SettingKind[]>> = {
  introduction: ['introduction'],
  icon: ['icon'],
  domains: ['server_domains', 'webview_domains'],
  capability: ['capability_apply']
}

/**
 * Puts in order what an earlier run left: batches that ran are interrupted, and can be resumed; a merchant that was at it
 * has the outcome of its change, waits for that to be settled, or waits again where none was begun. To be called once,
 * before anything else is done with batches.
 */
export function recoverBatches(parts: { store: Store; work: BatchWork; clock: Clock }): void {
  const { batches } = parts.store
  const left = batches.inState(['running', 'paused', 'interrupted', 'stopped', 'finished'])
  for (const batch of left) {
    if (batch.state === 'running') batches.saveState(batch.id, 'interrupted', null)
    if (batch.counts.running + batch.counts.unknown > 0) recoverItems(parts, batch)
  }
}

function recoverItems({ store, work, clock }: Parameters<typeof recoverBatches>[0], batch: Batch): void {
  const open = store.batches.items(batch.id).filter(({ state }) => state === 'running' || state === 'unknown')
  store.transaction(() => {
    for (const item of open) recoverItem({ store, work, clock }, batch, item)
  })
}

function recoverItem(
  { store, work, clock }: Parameters<typeof recoverBatches>[0],
  batch: Batch,
  item: StoredBatchItem
) {
  const { accountId, id, kind } = batch
  const save = (state: BatchItemState, error: StoredBatchItem['error'], changeId: string | null) =>
    store.batches.saveItem(id, item.appId, {
      state,
      error,
      changeId,
      finishedAt: state === 'done' || state === 'failed' ? clock.now() : null
    })
  const change = changeOf(store, batch, item)
  if (change === null && item.state === 'unknown') return
  // Domains are compared before they are sent, so that doing them again sends what is still missing and no more.
  const again = kind === 'domains' && item.state === 'running' && change !== null && !isOpen(change)
  if (change === null || again) return void save(batch.state === 'stopped' ? 'skipped' : 'waiting', null, null)
  if (isOpen(change)) return void save('unknown', change.error, change.id)
  const ref: MerchantRef = { accountId, appId: item.appId }
  const error = work.whyNotDone(batch, item, { ...change, ...ref })
  save(error === null ? 'done' : 'failed', error, change.id)
}

/** The change that was begun for an item; one that the program's end left unnoted is the one that is open. */
function changeOf(
  store: Store,
  { accountId, id, kind }: Batch,
  { appId, changeId }: StoredBatchItem
): SettingChange | null {
  if (changeId !== null) return store.settingChanges.get(changeId)?.change ?? null
  const open = store.settingChanges.unsettled({ accountId, appId }, kinds[kind])
  return open.find(({ batchId }) => batchId === id) ?? null
}

const isOpen = ({ state }: SettingChange): boolean => state === 'intended' || state === 'unknown'
