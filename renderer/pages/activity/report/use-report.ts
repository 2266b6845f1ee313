import type { MerchantReport } from '@shared/domain/merchant-report'
import type { MerchantRef } from '@shared/domain/merchant'
import type { DeskError } from '@shared/errors'
import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import { call } from '@/client'
import { periods, type Period } from './period'

/** A merchant's report over the chosen period. Late answers to old questions are dropped. */
export function useReport(merchant: () => MerchantRef) {
  const choices = periods(Date.now())
  const periodKey = ref('last30')
  const period = computed<Period | null>(() => choices.find(({ key }) => key === periodKey.value) ?? choices[0] ?? null)
  const report = shallowRef<MerchantReport | null>(null)
  const error = shallowRef<DeskError | null>(null)
  let asked = 0

  async function load(): Promise<void> {
    const here = ++asked
    if (period.value === null) return
    const { from, to } = period.value
    const { accountId, appId } = merchant()
    const answer = await call('activity.report', { accountId, appId, from, to })
    if (here !== asked) return
    error.value = answer.ok ? null : answer.error
    report.value = answer.ok ? answer.value : null
  }

  watch([periodKey, () => Object.values(merchant()).join('/')], load, { immediate: true })
  onScopeDispose(() => (asked += 1))
  return { choices, periodKey, period, report, error, load }
}
