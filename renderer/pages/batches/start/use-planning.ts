import type { ItemRequest } from '@shared/domain/rollout'
import { ref } from 'vue'
import { useRouter } from 'vue-router'
import { useRolloutDraft } from '@/stores/rollout-draft'

/** Hands what each merchant gets to the plan page; a second time while that is under way does nothing. */
export function usePlanning(accountId: string) {
  const router = useRouter()
  const drafts = useRolloutDraft()
  const planning = ref(false)

  /** Answers whether the plan page has it; `staged` are files that only the plan needs. */
  async function plan(
    kind: 'introduction' | 'icon',
    requests: readonly (readonly [appId: string, request: ItemRequest])[],
    staged: readonly string[] = []
  ): Promise<boolean> {
    if (planning.value) return false
    planning.value = true
    const appIds = requests.map(([appId]) => appId)
    drafts.draft = { accountId, appIds, work: { kind }, requests: Object.fromEntries(requests), staged }
    const failure = await router.push('/rollouts/new')
    planning.value = false
    return !failure
  }

  return { planning, plan }
}
