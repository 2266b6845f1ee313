import type { ItemRequests, RolloutPreview } from '@shared/domain/rollout'
import type { DeskError } from '@shared/errors'
import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import { call } from '@/client'
import type { PlanInput } from './plan-form'

export type PreviewQuestion = { readonly plan: PlanInput; readonly appIds: readonly string[] }

/** A preview with the merchants that it was made for, in their order. */
export type PreviewAnswer = RolloutPreview & { readonly appIds: readonly string[] }

/** Typing is over after so long. */
const settledMs = 300

/**
 * What a plan would do, asked for again a little after the question changed; only the newest answer counts. What was answered
 * before stays in sight meanwhile, and is not current. Null asks nothing. `requests` are what each merchant gets.
 */
export function usePlanPreview(
  accountId: string,
  question: () => PreviewQuestion | null,
  requests: ItemRequests | null = null
) {
  const answer = shallowRef<PreviewAnswer | null>(null)
  const error = shallowRef<DeskError | null>(null)
  const loading = ref(false)
  const key = computed(() => JSON.stringify(question()))
  const answeredKey = ref('')
  const current = computed(() => (answeredKey.value === key.value ? answer.value : null))
  let asked = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  onScopeDispose(drop)

  function drop(): void {
    asked += 1
    clearTimeout(timer)
  }

  async function load(): Promise<void> {
    drop()
    const here = asked
    const now = question()
    const nowKey = key.value
    loading.value = now !== null
    if (now === null) return
    const appIds = [...now.appIds]
    const result = await call('rollouts.preview', { accountId, plan: now.plan, appIds, ...(requests && { requests }) })
    if (here !== asked) return
    loading.value = false
    error.value = result.ok ? null : result.error
    if (!result.ok) return
    answer.value = { ...result.value, appIds }
    answeredKey.value = nowKey
  }

  function loadSoon(): void {
    drop()
    error.value = null
    loading.value = question() !== null
    if (loading.value) timer = setTimeout(() => void load(), settledMs)
    else answer.value = null
  }

  watch(key, loadSoon, { immediate: true })
  return { answer, current, error, loading, load }
}
