import type { NameVerdict } from '@shared/contract'
import type { MerchantRef } from '@shared/domain/merchant'
import type { DeskError } from '@shared/errors'
import { computed, ref, shallowRef } from 'vue'
import { call } from '@/client'

type Finding = { readonly name: string; readonly verdict: NameVerdict | null; readonly error: DeskError | null }

/**
 * 小程序名称检测 of the name in the field. What was found stands for the name it was asked about alone; of several
 * questions the newest one counts.
 */
export function useNameCheck({ accountId, appId }: MerchantRef, name: () => string) {
  const found = shallowRef<Finding | null>(null)
  const asked = ref<string | null>(null)
  const present = computed(() => (found.value?.name === name() ? found.value : null))
  const checking = computed(() => asked.value !== null && asked.value === name())

  /** Asks, unless this very name is being asked about. */
  async function check(): Promise<void> {
    const here = name()
    if (asked.value === here) return
    asked.value = here
    const answer = await call('profile.checkName', { accountId, appId, name: here })
    if (asked.value !== here) return
    asked.value = null
    found.value = {
      name: here,
      verdict: answer.ok ? answer.value : null,
      error: answer.ok ? null : answer.error
    }
  }

  return {
    check,
    checking,
    verdict: computed(() => present.value?.verdict ?? null),
    /** Why the check itself did not work; the name may be submitted all the same. */
    error: computed(() => present.value?.error ?? null)
  }
}
