import { isNavigationFailure, NavigationFailureType, useRouter } from 'vue-router'
import { showNotice } from '@/components/frame/notices'
import { useSessionStore } from '@/stores/session'

/**
 * Goes on with another account, at its merchants, once the page that is shown lets the operator go: it may hold something
 * typed, and belongs to the account until then. That the choice was not kept is told in the corner.
 */
export function useSwitchAccount(): (accountId: string) => Promise<void> {
  const session = useSessionStore()
  const router = useRouter()

  return async (accountId) => {
    const failure = await router.push('/merchants')
    // Being there already is no reason to stay with the account.
    if (failure && !isNavigationFailure(failure, NavigationFailureType.duplicated)) return
    const result = await session.select(accountId)
    if (!result.ok) showNotice(result.error)
  }
}
