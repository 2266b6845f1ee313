import type { MerchantRef } from '@shared/domain/merchant'
import type { DeskError } from '@shared/errors'
import { computed, ref, shallowRef } from 'vue'
import { call } from '@/client'
import { stageFile } from '@/composables/staged-file'
import { useChange, type ChangeEnding } from '../setup/use-change'
import type { CarryOut } from './use-profile'

/**
 * 修改小程序图标: stages the cropped picture, then sends it. `sendingId` is the staged file while it is on its way to the
 * platform. After a failure the picture is staged anew with the next attempt, so the old one is dropped.
 */
export function useIconChange(merchant: MerchantRef, carryOut: CarryOut, onEnd: (ending: ChangeEnding) => void) {
  const change = useChange(carryOut, onEnd)
  const stagingError = shallowRef<DeskError | null>(null)
  const staging = ref(false)
  const sendingId = ref<string | null>(null)
  const running = computed(() => staging.value || change.running.value)

  async function start(picture: Blob, name: string): Promise<void> {
    if (running.value) return
    staging.value = true
    stagingError.value = null
    const staged = await stageFile(picture, name)
    staging.value = false
    if (!staged.ok) {
      stagingError.value = staged.error
      return
    }
    const { fileId } = staged.value
    const { accountId, appId } = merchant
    sendingId.value = fileId
    await change.start(() => call('profile.changeIcon', { accountId, appId, fileId }))
    sendingId.value = null
    if (change.error.value) void call('files.discard', { fileId })
  }

  return {
    start,
    running,
    sendingId,
    waitReason: change.waitReason,
    error: computed(() => stagingError.value ?? change.error.value)
  }
}
