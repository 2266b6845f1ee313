import type { CategoryDetail } from '@shared/contract'
import type { CallResult } from '@shared/errors'
import { computed, onScopeDispose, ref } from 'vue'
import { listen } from '@/client'
import { useCategoryChange, type CarryOut, type ChangeEnding } from '../use-category-change'
import type { QualificationSlots } from './use-qualification-slots'

/**
 * The sending of a category with its files, which go one after the other. The file that is under way can be given up: then
 * nothing was changed, and that file alone is gone from the form. Files are dropped with the form; those that
 * are still being sent when the operator leaves the page, once that has ended.
 */
export function useSubmission(
  carryOut: CarryOut,
  { staged, forget, discardAll }: QualificationSlots,
  onEnd: (ending: ChangeEnding) => void
) {
  const change = useCategoryChange(carryOut, onEnd)
  const toldId = ref<string | null>(null)
  const current = computed(() => {
    if (!change.running.value) return null
    const index = Math.max(
      0,
      staged.value.findIndex(({ fileId }) => fileId === toldId.value)
    )
    const file = staged.value[index]
    return file ? { file, index, count: staged.value.length } : null
  })

  const stopListening = listen('upload.progress', ({ fileId }) => {
    if (staged.value.some((file) => file.fileId === fileId)) toldId.value = fileId
  })
  let left = false
  onScopeDispose(() => {
    left = true
    stopListening()
    if (!change.running.value) discardAll()
  })

  async function start(send: () => Promise<CallResult<CategoryDetail>>): Promise<void> {
    if (change.running.value) return
    toldId.value = null
    await change.start(async () => {
      const answer = await send()
      const given = current.value
      if (!answer.ok && answer.error.code === 'cancelled' && given) forget(given.file.fileId)
      return answer
    })
    if (left) discardAll()
  }

  return { error: change.error, running: change.running, waitReason: change.waitReason, current, start }
}
