import type { CallResult, RefreshProgress } from '@shared/contract'
import type { MerchantRow } from '@shared/domain/merchant'
import { computed, ref, shallowRef, watch } from 'vue'
import { call } from '@/client'
import { showNotice } from '@/components/frame/notices'
import { useMerchantsStore } from '@/stores/merchants'

/** How a reading of many merchants ended. */
export type RefreshOutcome = { readonly total: number; readonly failed: number }

/** Reading merchants from the platform again: one, some, all, or the list of who authorised us. */
export function useRefresh() {
  const store = useMerchantsStore()
  const reading = shallowRef<ReadonlySet<string>>(new Set())
  const importing = ref(false)
  const outcome = shallowRef<RefreshOutcome | null>(null)
  const running = computed(() => (store.progress?.running ? store.progress : null))

  watch(
    () => store.progress,
    (now, before) => {
      if (now?.running) outcome.value = null
      else if (now && before?.running && now.total > 0) outcome.value = { total: now.total, failed: now.failed }
    }
  )

  function mark(appId: string, isReading: boolean): void {
    const next = new Set(reading.value)
    if (isReading) next.add(appId)
    else next.delete(appId)
    reading.value = next
  }

  /** Reads one merchant; the row changes by the main process's event, a failure is shown in the corner. */
  async function readOne({ accountId, appId }: MerchantRow): Promise<void> {
    if (reading.value.has(appId)) return
    mark(appId, true)
    const result = await call('merchants.read', { accountId, appId })
    mark(appId, false)
    if (!result.ok) showNotice(result.error)
  }

  function report(result: CallResult<RefreshProgress> | null): void {
    if (result && !result.ok) showNotice(result.error)
  }

  /** Reads these merchants, or all for null. */
  async function readMany(appIds: readonly string[] | null): Promise<void> {
    report(await store.refresh(appIds))
  }

  async function importAll(): Promise<void> {
    importing.value = true
    report(await store.importAll())
    importing.value = false
  }

  return { reading, importing, running, outcome, readOne, readMany, importAll }
}
