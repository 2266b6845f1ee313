import { computed, ref, type ComputedRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { useSessionStore } from '@/stores/session'

const beginnings: readonly string[] = ['/', '/today']

/**
 * Leads whoever starts for the first time to the two doors. An address that names a page goes straight there, and whoever
 * has an account knows the program. Until it is `decided` nothing is drawn at the beginning, so that nothing flashes by.
 */
export function useFirstStart(): { isHeld: ComputedRef<boolean>; decide: () => Promise<void> } {
  const session = useSessionStore()
  const route = useRoute()
  const router = useRouter()
  const isDecided = ref(false)
  const isHeld = computed(() => !isDecided.value && beginnings.includes(route.path))

  /** To be called once the session was read, well or not. */
  async function decide(): Promise<void> {
    await router.isReady()
    const isNew = session.settings?.welcomed === false && session.realAccounts.length === 0
    if (isNew && beginnings.includes(route.path)) await router.replace('/welcome')
    isDecided.value = true
  }

  return { isHeld, decide }
}
