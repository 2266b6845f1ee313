import type { CallInput, CallResult, MarksChanged, RefreshProgress } from '@shared/contract'
import type { MerchantRow } from '@shared/domain/merchant'
import type { DeskError } from '@shared/errors'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { call, listen } from '@/client'
import { afterPaint, whenIdle } from '@/composables/scheduling'
import { countWaiting } from './merchant-rows/row-state'
import { mergeRows } from './merchant-rows/row-order'

/** Enough for the tallest window; what follows is read behind the first paint. */
const firstPageLimit = 100
const laterPageLimit = 1000

/** `loading`: nothing to show yet. `filling`: the first page is there, the rest is being read. */
export type ListStatus = 'loading' | 'filling' | 'complete' | 'failed'

/**
 * The merchant list of one account, as the main process has it.
 *
 * Rows are frozen and held shallowly: five thousand of them are too many to be made reactive one by one. Changes that the
 * main process tells are applied once a frame, in the order in which they came. A late answer to an old question (another
 * account, a reload) is dropped.
 */
export const useMerchantsStore = defineStore('merchants', () => {
  const accountId = ref<string | null>(null)
  const rows = shallowRef<readonly MerchantRow[]>([])
  const status = ref<ListStatus>('loading')
  const error = shallowRef<DeskError | null>(null)
  const total = ref(0)
  const progress = shallowRef<RefreshProgress | null>(null)
  const waiting = computed(() => countWaiting(rows.value))
  const refreshing = computed(() => progress.value?.running === true)

  let question = 0
  let changed: MerchantRow[] = []

  function put(fresh: readonly MerchantRow[]): void {
    rows.value = mergeRows(rows.value, fresh)
    total.value = Math.max(total.value, rows.value.length)
  }

  function applyChanges(): void {
    const fresh = changed
    changed = []
    if (fresh.length > 0) put(fresh)
  }

  /** Reads the whole list of an account: a first page to show, then the rest. */
  async function load(id: string): Promise<void> {
    const asked = ++question
    accountId.value = id
    rows.value = []
    changed = []
    total.value = 0
    error.value = null
    status.value = 'loading'
    void readProgress(id, asked)
    await readPages(id, asked)
  }

  async function readPages(id: string, asked: number): Promise<void> {
    let cursor: string | null = null
    do {
      const limit: number = cursor === null ? firstPageLimit : laterPageLimit
      const result: CallResult<{ rows: readonly MerchantRow[]; total: number; next: string | null }> = await call(
        'merchants.page',
        { accountId: id, cursor, limit }
      )
      if (asked !== question) return
      if (!result.ok) {
        error.value = result.error
        status.value = 'failed'
        return
      }
      // Changes told before this answer are older than it.
      applyChanges()
      total.value = result.value.total
      put(result.value.rows)
      cursor = result.value.next
      status.value = cursor === null ? 'complete' : 'filling'
      if (cursor !== null) await whenIdle()
    } while (cursor !== null && asked === question)
  }

  async function readProgress(id: string, asked: number): Promise<void> {
    const result = await call('merchants.refreshStatus', { accountId: id })
    if (asked === question && result.ok && result.value.running) progress.value = result.value
  }

  function keepProgress(result: CallResult<RefreshProgress>): CallResult<RefreshProgress> {
    if (result.ok && result.value.accountId === accountId.value) progress.value = result.value
    return result
  }

  /** Starts reading merchants from the platform again; `null` means all. Answers as soon as it has begun. */
  async function refresh(appIds: readonly string[] | null): Promise<CallResult<RefreshProgress> | null> {
    if (accountId.value === null) return null
    const input = { accountId: accountId.value, appIds: appIds === null ? null : [...appIds] }
    return keepProgress(await call('merchants.refresh', input))
  }

  /** Starts reading the platform's list of authorised merchants, and then each of them. */
  async function importAll(): Promise<CallResult<RefreshProgress> | null> {
    if (accountId.value === null) return null
    return keepProgress(await call('merchants.import', { accountId: accountId.value }))
  }

  async function setTags(input: CallInput<'merchants.setTags'>): Promise<CallResult<MerchantRow>> {
    const result = await call('merchants.setTags', input)
    if (result.ok && input.accountId === accountId.value) put([result.value])
    return result
  }

  async function setNote(input: CallInput<'merchants.setNote'>): Promise<CallResult<MerchantRow>> {
    const result = await call('merchants.setNote', input)
    if (result.ok && input.accountId === accountId.value) put([result.value])
    return result
  }

  /** Changes the tags of many; the rows follow as an event. */
  function changeTags(change: Omit<CallInput<'merchants.changeTags'>, 'accountId'>): Promise<CallResult<MarksChanged>> {
    return call('merchants.changeTags', { accountId: accountId.value ?? '', ...change })
  }

  /** Gives many a note; the rows follow as an event. */
  function changeNotes(
    change: Omit<CallInput<'merchants.changeNotes'>, 'accountId'>
  ): Promise<CallResult<MarksChanged>> {
    return call('merchants.changeNotes', { accountId: accountId.value ?? '', ...change })
  }

  listen('merchants.changed', (event) => {
    if (event.accountId !== accountId.value) return
    if (changed.length === 0) afterPaint(applyChanges)
    changed.push(...event.rows)
  })
  listen('merchants.replaced', (event) => {
    if (event.accountId === accountId.value) void load(event.accountId)
  })
  listen('refresh.progress', (event) => {
    if (event.accountId === accountId.value) progress.value = event
  })

  return {
    accountId,
    rows,
    status,
    error,
    total,
    progress,
    refreshing,
    waiting,
    load,
    refresh,
    importAll,
    setTags,
    setNote,
    changeTags,
    changeNotes
  }
})
