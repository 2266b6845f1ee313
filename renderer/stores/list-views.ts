import type { CallInput } from '@shared/contract'
import type { ColumnChoice, ListViews, SavedView } from '@shared/domain/lists'
import type { CallResult } from '@shared/errors'
import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import { call, listen } from '@/client'
import { showNotice } from '@/components/frame/notices'
import { useSessionStore } from './session'

/**
 * The kept views of the current account's merchant list, and its columns. Another page's changes arrive as events; a late
 * answer about another account is dropped.
 */
export const useListViewsStore = defineStore('list-views', () => {
  const session = useSessionStore()
  const accountId = computed(() => session.account?.id ?? null)
  const kept = shallowRef<ListViews | null>(null)
  const ofAccount = computed(() => (kept.value?.accountId === accountId.value ? kept.value : null))
  const views = computed<readonly SavedView[]>(() => ofAccount.value?.views ?? [])
  const columns = computed<readonly ColumnChoice[] | null>(() => ofAccount.value?.columns ?? null)

  function adopt(told: ListViews): void {
    if (told.accountId === accountId.value) kept.value = told
  }

  async function load(id: string): Promise<void> {
    const answer = await call('views.list', { accountId: id })
    if (answer.ok) adopt(answer.value)
    else if (id === accountId.value) showNotice(answer.error)
  }

  /** Keeps a view: a new one behind the others, or another content or name of one that is there. */
  async function save(order: CallInput<'views.save'>): Promise<CallResult<SavedView>> {
    const answer = await call('views.save', order)
    if (answer.ok && order.accountId === accountId.value) put(answer.value)
    return answer
  }

  function put(saved: SavedView): void {
    const isKnown = views.value.some(({ id }) => id === saved.id)
    const others = views.value.map((each) => (each.id === saved.id ? saved : each))
    kept.value = {
      accountId: accountId.value ?? '',
      views: isKnown ? others : [...others, saved],
      columns: columns.value
    }
  }

  async function take(answer: Promise<CallResult<ListViews>>): Promise<boolean> {
    const result = await answer
    if (result.ok) adopt(result.value)
    else showNotice(result.error)
    return result.ok
  }

  const remove = (input: CallInput<'views.remove'>): Promise<boolean> => take(call('views.remove', input))
  const move = (input: CallInput<'views.move'>): Promise<boolean> => take(call('views.move', input))

  /** Remembers the columns for the account: they stand at once, whatever becomes of keeping them. */
  async function setColumns(chosen: readonly ColumnChoice[] | null): Promise<void> {
    const id = accountId.value
    if (id === null) return
    kept.value = { accountId: id, views: views.value, columns: chosen }
    await take(call('views.setColumns', { accountId: id, columns: chosen }))
  }

  watch(
    accountId,
    (id) => {
      if (id !== null) void load(id)
    },
    { immediate: true }
  )
  listen('views.changed', adopt)
  // A reset of the practice environment takes the views as well.
  listen('merchants.replaced', (replaced) => {
    if (replaced.accountId === accountId.value) void load(replaced.accountId)
  })

  return { accountId, views, columns, save, remove, move, setColumns }
})
