import type { MerchantRef } from '@shared/domain/merchant'
import type { MiniCode, MiniCodeRequest } from '@shared/domain/mini-code'
import type { DeskError } from '@shared/errors'
import { onScopeDispose, ref, shallowRef, watch } from 'vue'
import { call } from '@/client'

/** After the last change the platform is asked so much later, in milliseconds. */
const pauseMs = 600

/**
 * The code as the platform makes it, asked for after a pause in typing; a late answer to an older request is dropped.
 * `request` is null while it can not be asked for.
 */
export function useCodePreview(merchant: MerchantRef, request: () => MiniCodeRequest | null) {
  const code = shallowRef<MiniCode | null>(null)
  const error = shallowRef<DeskError | null>(null)
  const loading = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  let question = 0
  const drop = (): void => {
    clearTimeout(timer)
    question += 1
    loading.value = false
  }
  onScopeDispose(drop)

  async function ask(): Promise<void> {
    drop()
    const wanted = request()
    if (wanted === null) return
    const here = question
    loading.value = true
    const { accountId, appId } = merchant
    const answer = await call('codes.mini', { accountId, appId, request: wanted })
    if (here !== question) return
    loading.value = false
    error.value = answer.ok ? null : answer.error
    code.value = answer.ok ? answer.value : null
  }

  // By its text: a request that was put together anew and says the same is no other one.
  watch(
    () => JSON.stringify(request()),
    () => {
      drop()
      code.value = null
      error.value = null
      if (request() !== null) {
        loading.value = true
        timer = setTimeout(() => void ask(), pauseMs)
      }
    },
    { immediate: true }
  )

  return { code, error, loading, ask }
}
