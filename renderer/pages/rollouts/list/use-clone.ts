import type { Rollout } from '@shared/domain/rollout'
import { ref } from 'vue'
import { useRouter } from 'vue-router'
import { call } from '@/client'
import { showNotice } from '@/components/frame/notices'
import { useRolloutDraft } from '@/stores/rollout-draft'
import { clone as draftOf } from '../run/follow-ups'

/** Takes a rollout's plan and merchants to the plan page as a new draft that begins at once. One at a time. */
export function useClone() {
  const router = useRouter()
  const drafts = useRolloutDraft()
  /** The rollout that is being read. */
  const cloning = ref<string | null>(null)

  async function clone({ accountId, id }: Rollout): Promise<void> {
    if (cloning.value !== null) return
    cloning.value = id
    const answer = await call('rollouts.get', { accountId, rolloutId: id })
    cloning.value = null
    if (!answer.ok) return showNotice(answer.error)
    drafts.draft = draftOf(answer.value.rollout, answer.value.items)
    await router.push('/rollouts/new')
  }

  return { cloning, clone }
}
