import type { StagedFile } from '@shared/domain/file'
import type { CallResult } from '@shared/errors'
import { computed, onScopeDispose, ref, type Ref } from 'vue'
import { listen } from '@/client'
import { useChange, type ChangeEnding } from './use-change'
import type { Facet } from './use-facet'

/** The staged files of a form: `forget` takes one out that is gone, `discardAll` drops them all. */
type FormFiles = {
  readonly staged: Readonly<Ref<readonly StagedFile[]>>
  readonly forget: (fileId: string) => void
  readonly discardAll: () => void
}

/**
 * The sending of a form with its files, which go one after the other. The file that is under way can be given up: then
 * nothing was changed, and that file alone is gone from the form. Files are dropped with the form; those that are still
 * being sent when the operator leaves the page, once that has ended.
 */
export function useFilesSending<Detail>(
  carryOut: Facet<Detail>['carryOut'],
  { staged, forget, discardAll }: FormFiles,
  onEnd: (ending: ChangeEnding) => void
) {
  const { error: ending, running, waitReason, start } = useChange<Detail>(carryOut, onEnd)
  const toldId = ref<string | null>(null)
  /** Giving up what one sends oneself is no failure. */
  const cancelled = computed(() => ending.value?.code === 'cancelled')
  const error = computed(() => (cancelled.value ? null : ending.value))
  const current = computed(() => {
    if (!running.value) return null
    const told = staged.value.findIndex(({ fileId }) => fileId === toldId.value)
    const index = Math.max(0, told)
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
    if (!running.value) discardAll()
  })

  async function send(submit: () => Promise<CallResult<Detail>>): Promise<void> {
    if (running.value) return
    toldId.value = null
    await start(async () => {
      const answer = await submit()
      const given = current.value
      if (!answer.ok && answer.error.code === 'cancelled' && given) forget(given.file.fileId)
      return answer
    })
    if (left) discardAll()
  }

  function clearError(): void {
    ending.value = null
  }

  return { error, cancelled, running, waitReason, current, send, clearError }
}
