import type { ExtPreview } from '@shared/domain/ext-variables'
import type { DeskError } from '@shared/errors'
import { onScopeDispose, ref, shallowRef, watch } from 'vue'
import { call } from '@/client'

export type PreviewQuestion = {
  readonly accountId: string
  readonly templateId: string
  readonly text: string
  /** Null: there is no merchant to show. */
  readonly appId: string | null
}

/** Typing is over after so long. */
const settledMs = 300

/** What one merchant would be sent, asked for again a little after the question changed; only the newest answer counts. */
export function usePreview(question: () => PreviewQuestion) {
  const preview = shallowRef<ExtPreview | null>(null)
  const error = shallowRef<DeskError | null>(null)
  const loading = ref(false)
  let asked = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  onScopeDispose(() => {
    asked += 1
    clearTimeout(timer)
  })

  async function load(): Promise<void> {
    const here = ++asked
    const { accountId, templateId, text, appId } = question()
    if (appId === null) return
    loading.value = true
    const answer = await call('ext.preview', { accountId, templateId, text, appIds: [appId] })
    if (here !== asked) return
    loading.value = false
    error.value = answer.ok ? null : answer.error
    preview.value = answer.ok ? (answer.value[0] ?? null) : null
  }

  function loadSoon(delayMs: number): void {
    asked += 1
    clearTimeout(timer)
    timer = setTimeout(() => void load(), delayMs)
  }

  watch(
    () => question().text,
    () => loadSoon(settledMs)
  )
  watch(
    () => question().appId,
    () => void load(),
    { immediate: true }
  )
  return { preview, error, loading, load }
}
