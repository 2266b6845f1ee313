import type { MerchantRef } from '@shared/domain/merchant'
import type { DeskError } from '@shared/errors'
import { onScopeDispose, ref, shallowRef } from 'vue'
import { call } from '@/client'

/** Reads one reviewer's picture through the main process, as a data address. */
export function useAttachment(merchant: MerchantRef, url: string) {
  const image = ref<string | null>(null)
  const error = shallowRef<DeskError | null>(null)
  const loading = ref(false)
  let left = false
  onScopeDispose(() => (left = true))

  async function load(): Promise<void> {
    if (loading.value) return
    loading.value = true
    const answer = await call('versions.attachment', { accountId: merchant.accountId, appId: merchant.appId, url })
    if (left) return
    loading.value = false
    error.value = answer.ok ? null : answer.error
    if (answer.ok) image.value = answer.value.image
  }

  return { image, error, loading, load }
}
