import type { TrialCode } from '@shared/domain/code'
import type { MerchantRef } from '@shared/domain/merchant'
import type { CodeStage } from '@shared/domain/version'
import type { DeskError } from '@shared/errors'
import { computed, ref, shallowRef } from 'vue'
import { call } from '@/client'
import { useNow } from '@/composables/now'

/**
 * The trial code (体验码) of one stage and path at a time. Codes that were read stay known while the preview is open, so
 * that going back and forth shows them at once; an answer that was overtaken by another question is kept, not shown.
 */
export function useTrialCode(merchant: MerchantRef) {
  const now = useNow()
  const known = new Map<string, TrialCode>()
  const code = shallowRef<TrialCode | null>(null)
  const error = shallowRef<DeskError | null>(null)
  const loading = ref(false)
  let question = 0

  /** Shows a code; reads it when it is not known, has expired, or is asked for `fresh`. */
  async function show(stage: CodeStage, path: string, fresh = false): Promise<void> {
    const here = ++question
    const key = `${stage}\n${path}`
    const before = known.get(key)
    error.value = null
    loading.value = false
    if (before && !fresh && !hasExpired(before, Date.now())) {
      code.value = before
      return
    }
    // What is on the screen stays only while the same code is read again.
    if (code.value !== before) code.value = null
    loading.value = true
    const { accountId, appId } = merchant
    const answer = await call('codes.trial', { accountId, appId, stage, path })
    if (answer.ok) known.set(key, answer.value)
    if (here !== question) return
    loading.value = false
    if (answer.ok) code.value = answer.value
    else error.value = answer.error
  }

  const expired = computed(() => code.value !== null && hasExpired(code.value, now.value))
  return { code, error, loading, expired, show }
}

function hasExpired({ expiresAt }: TrialCode, now: number): boolean {
  return expiresAt !== null && expiresAt <= now
}
