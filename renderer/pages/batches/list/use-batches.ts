import type { Batch } from '@shared/domain/batch'
import type { DeskError } from '@shared/errors'
import { onScopeDispose, shallowRef, watch } from 'vue'
import { call, listen } from '@/client'

/** The batches of an account, newest first, live; null until they were read. Late answers to old questions are dropped. */
export function useBatches(accountId: () => string | null) {
  const batches = shallowRef<readonly Batch[] | null>(null)
  const error = shallowRef<DeskError | null>(null)
  let question = 0

  async function load(): Promise<void> {
    const id = accountId()
    const here = ++question
    if (id === null) return
    const answer = await call('batches.list', { accountId: id })
    if (here !== question) return
    error.value = answer.ok ? null : answer.error
    if (answer.ok) batches.value = answer.value
  }

  function put(batch: Batch): void {
    if (batch.accountId !== accountId() || batches.value === null) return
    const isKnown = batches.value.some(({ id }) => id === batch.id)
    batches.value = isKnown
      ? batches.value.map((each) => (each.id === batch.id ? batch : each))
      : [batch, ...batches.value]
  }

  watch(
    accountId,
    () => {
      batches.value = error.value = null
      void load()
    },
    { immediate: true }
  )
  onScopeDispose(listen('batch.progress', ({ batch }) => put(batch)))
  return { batches, error, load }
}
