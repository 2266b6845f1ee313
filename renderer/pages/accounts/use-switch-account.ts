import { useRouter } from 'vue-router'
import { showNotice } from '@/components/frame/notices'
import { useSessionStore } from '@/stores/session'

/** Goes on with another account, at its merchants. That the choice was not kept is told in the corner. */
export function useSwitchAccount(): (accountId: string) => Promise<void> {
  const session = useSessionStore()
  const router = useRouter()

  return async (accountId) => {
    const kept = session.select(accountId)
    await router.push('/merchants')
    const result = await kept
    if (!result.ok) showNotice(result.error)
  }
}
