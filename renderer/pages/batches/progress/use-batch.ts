import type { BatchDetail } from '@shared/contract'
import type { BatchItem } from '@shared/domain/batch'
import type { DeskError } from '@shared/errors'
import { onScopeDispose, ref, shallowRef, watch } from 'vue'
import { call, listen } from '@/client'

export type BatchAction = 'pause' | 'resume' | 'stop' | 'retry'

/**
 * One batch with its items, live. What is told while it is being read is kept and laid over the answer, which may be
 * older. One action at a time; answers about a batch that was left are dropped.
 */
export function useBatch(name: () => { readonly accountId: string; readonly batchId: string }) {
  const detail = shallowRef<BatchDetail | null>(null)
  const loadError = shallowRef<DeskError | null>(null)
  const actionError = shallowRef<DeskError | null>(null)
  const running = ref<BatchAction | null>(null)
  let visit = 0
  let told: BatchDetail[] = []
  let loading = false

  async function load(): Promise<void> {
    const here = visit
    told = []
    loading = true
    const answer = await call('batches.get', name())
    if (here !== visit) return
    loading = false
    loadError.value = answer.ok ? null : answer.error
    if (answer.ok) detail.value = told.reduce(laidOver, answer.value)
  }

  async function act(action: BatchAction): Promise<void> {
    if (running.value !== null) return
    const here = visit
    running.value = action
    actionError.value = null
    const answer = await call(`batches.${action}`, name())
    if (here !== visit) return
    running.value = null
    if (answer.ok) detail.value = answer.value
    else actionError.value = answer.error
  }

  function open(): void {
    visit += 1
    detail.value = loadError.value = actionError.value = running.value = null
    void load()
  }

  const end = listen('batch.progress', (progress) => {
    const { accountId, batchId } = name()
    if (progress.batch.id !== batchId || progress.batch.accountId !== accountId) return
    if (loading) told.push(progress)
    if (detail.value) detail.value = laidOver(detail.value, progress)
  })
  onScopeDispose(() => {
    visit += 1
    end()
  })
  watch(() => `${name().accountId}/${name().batchId}`, open, { immediate: true })
  return { detail, loadError, actionError, running, load, act }
}

/** A batch with what was told of it since; items that are new stand last. */
export function laidOver(known: BatchDetail, { batch, items }: BatchDetail): BatchDetail {
  if (items.length === 0) return { batch, items: known.items }
  const fresh = new Map<string, BatchItem>(items.map((item) => [item.appId, item]))
  const kept = known.items.map((item) => {
    const newer = fresh.get(item.appId)
    fresh.delete(item.appId)
    return newer ?? item
  })
  return { batch, items: [...kept, ...fresh.values()] }
}
