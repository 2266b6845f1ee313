import { useRouter } from 'vue-router'
import { showNotice } from '@/components/frame/notices'
import { useRolloutDraft } from '@/stores/rollout-draft'
import { useSessionStore } from '@/stores/session'
import type { HomeAction } from './home-actions'

/** Goes where a line leads, with its account where the page there is the account's. */
export function useAction(): (accountId: string, action: HomeAction) => Promise<void> {
  const session = useSessionStore()
  const drafts = useRolloutDraft()
  const router = useRouter()

  return async (accountId, { to, needsAccount, releaseTogether }) => {
    if (needsAccount && session.account?.id !== accountId) {
      const kept = await session.select(accountId)
      if (!kept.ok) showNotice(kept.error)
    }
    if (releaseTogether) drafts.draft = { accountId, appIds: releaseTogether, kind: 'release' }
    await router.push(to)
  }
}
