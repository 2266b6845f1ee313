import type { HomeFigures } from '@shared/domain/home'
import type { DeskError } from '@shared/errors'
import { onScopeDispose, shallowRef, watch } from 'vue'
import { call } from '@/client'

/** Charts of a month need not move by the second. */
const againAfterMs = 15_000

/**
 * The figures of an account, null before the first answer; read again with what needs the operator (`told` changes), every 15
 * seconds at most. Late answers are dropped.
 */
export function useFigures(accountId: () => string | undefined, told: () => unknown) {
  const figures = shallowRef<HomeFigures | null>(null)
  const error = shallowRef<DeskError | null>(null)
  let question = 0
  let readAt = 0

  async function load(): Promise<void> {
    const id = accountId()
    if (id === undefined) return
    readAt = performance.now()
    const asked = ++question
    const result = await call('home.figures', { accountId: id })
    if (asked !== question) return
    error.value = result.ok ? null : result.error
    if (result.ok) figures.value = result.value
  }

  watch(
    accountId,
    () => {
      figures.value = error.value = null
      void load()
    },
    { immediate: true }
  )
  watch(told, () => {
    if (performance.now() - readAt >= againAfterMs) void load()
  })
  onScopeDispose(() => (question += 1))
  return { figures, error, load }
}
