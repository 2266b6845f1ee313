import type { DeskError } from '@shared/errors'
import { onScopeDispose, ref, shallowRef } from 'vue'
import { call } from '@/client'
import { stageFile } from '@/composables/staged-file'
import type { PlannedIcon } from './use-icons'

export type StagedIcon = { readonly appId: string; readonly fileId: string; readonly fileName: string }

/**
 * Hands pictures to the main process one after the other. When it is cancelled or one of them does not arrive, all are
 * discarded there, and the answer is null.
 */
export function useStaging() {
  const staged = ref(0)
  const staging = ref(false)
  const error = shallowRef<DeskError | null>(null)
  let control = new AbortController()

  async function stage(icons: readonly PlannedIcon[]): Promise<readonly StagedIcon[] | null> {
    const { signal } = (control = new AbortController())
    const done: StagedIcon[] = []
    error.value = null
    staged.value = 0
    staging.value = true
    for (const { blob, merchant, file } of icons) {
      if (blob === null || merchant === null) continue
      const answer = await stageFile(blob, file.name, { signal })
      if (!answer.ok) {
        if (!signal.aborted) error.value = answer.error
        discard(done)
        staging.value = false
        return null
      }
      done.push({ appId: merchant.appId, fileId: answer.value.fileId, fileName: file.name })
      staged.value = done.length
    }
    staging.value = false
    return done
  }

  const cancel = (): void => control.abort()
  onScopeDispose(cancel)
  return { staged, staging, error, stage, cancel, discard }
}

/** Drops staged pictures that no plan took. */
function discard(icons: readonly StagedIcon[]): void {
  for (const { fileId } of icons) void call('files.discard', { fileId })
}
