import type { PlatformEvent } from '@shared/domain/platform-event'
import type { DeskError } from '@shared/errors'
import { ref, shallowRef } from 'vue'
import { useEventsStore } from '@/stores/events'

/** Acts again on one event whose handling failed, once at a time, and holds why it failed again. */
export function useEventRetry(event: () => PlatformEvent) {
  const store = useEventsStore()
  const retrying = ref(false)
  const error = shallowRef<DeskError | null>(null)

  async function retry(): Promise<void> {
    if (retrying.value) return
    retrying.value = true
    error.value = null
    const answer = await store.retry(event())
    retrying.value = false
    error.value = answer.ok ? null : answer.error
  }

  return { retrying, error, retry }
}
