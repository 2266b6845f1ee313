import { useDocumentVisibility } from '@vueuse/core'
import { computed, ref, watch } from 'vue'
import { showNotice } from '@/components/frame/notices'
import { useEventsStore } from '@/stores/events'

/**
 * Tells the main process what the operator has seen: all, as soon as the list is before their eyes and hides nothing that
 * counts; else when they say so (`clear`).
 */
export function useMarkingSeen() {
  const store = useEventsStore()
  const visibility = useDocumentVisibility()
  const clearing = ref(false)

  const isLooking = computed(() => visibility.value === 'visible' && store.status === 'ready' && store.showsAll)
  watch(
    [isLooking, () => store.unseen],
    () => {
      if (isLooking.value && store.unseen > 0) void store.markSeen()
    },
    { immediate: true }
  )

  async function clear(): Promise<void> {
    if (clearing.value) return
    clearing.value = true
    const answer = await store.clearMarks()
    clearing.value = false
    if (answer?.ok === false) showNotice(answer.error)
  }

  return { clearing, clear }
}
