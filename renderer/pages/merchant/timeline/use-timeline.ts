import type { MerchantRef } from '@shared/domain/merchant'
import type { TimelineEntry } from '@shared/domain/operation'
import type { DeskError } from '@shared/errors'
import { computed, ref, shallowRef, watch } from 'vue'
import { call } from '@/client'

const pageSize = 30
/** The contract's largest page. */
const maxPageSize = 200

/**
 * A merchant's timeline, newest first, in pages. It is read again whenever `revision` changes, as far as it was unrolled,
 * so that nothing jumps; an answer that was overtaken by a newer question is dropped.
 */
export function useTimeline(merchant: () => MerchantRef, revision: () => unknown) {
  const entries = shallowRef<readonly TimelineEntry[]>([])
  const next = ref<string | null>(null)
  const error = shallowRef<DeskError | null>(null)
  const loaded = ref(false)
  const loading = ref(false)
  let question = 0

  async function ask(cursor: string | null, limit: number): Promise<void> {
    const here = ++question
    const { accountId, appId } = merchant()
    loading.value = true
    const answer = await call('versions.timeline', { accountId, appId, cursor, limit })
    if (here !== question) return
    loading.value = false
    error.value = answer.ok ? null : answer.error
    if (!answer.ok) return
    loaded.value = true
    entries.value = cursor === null ? answer.value.entries : [...entries.value, ...answer.value.entries]
    next.value = answer.value.next
  }

  const reload = (): Promise<void> => ask(null, Math.min(maxPageSize, Math.max(pageSize, entries.value.length)))
  const more = (): Promise<void> => (loading.value ? Promise.resolve() : ask(next.value, pageSize))

  watch(
    () => `${merchant().accountId}/${merchant().appId}`,
    () => {
      entries.value = []
      next.value = null
      loaded.value = false
      void reload()
    },
    { immediate: true }
  )
  watch(revision, () => void reload())

  return { entries, error, loaded, loading, hasMore: computed(() => next.value !== null), reload, more }
}
