import type { ActivityEntry } from '@shared/domain/activity'
import type { MerchantRef } from '@shared/domain/merchant'
import type { DeskError } from '@shared/errors'
import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import { call, listen } from '@/client'
import { everything, filterOf, isNarrowed, type ActivityQuestion } from './activity-filter'

const pageSize = 200

/**
 * The journal's entries, newest first, in pages; of one merchant where it is given. Late answers to old questions are dropped.
 * What is written meanwhile is told by `isStale`: the list does not move beneath the reader.
 */
export function useActivity(merchant: MerchantRef | null) {
  const question = shallowRef<ActivityQuestion>(everything)
  const entries = shallowRef<readonly ActivityEntry[]>([])
  const total = ref(0)
  const status = ref<'loading' | 'ready' | 'failed'>('loading')
  const error = shallowRef<DeskError | null>(null)
  const next = ref<string | null>(null)
  const isStale = ref(false)
  let asked = 0
  /** The next page, while it is on its way: who asks for it meanwhile waits for the same one. */
  let coming: Promise<void> | null = null
  let filter = filterOf(everything, Date.now(), merchant)

  async function load(): Promise<void> {
    const here = ++asked
    if (status.value === 'failed') status.value = 'loading'
    isStale.value = false
    coming = null
    filter = filterOf(question.value, Date.now(), merchant)
    const answer = await call('activity.page', { filter, cursor: null, limit: pageSize })
    if (here !== asked) return
    error.value = answer.ok ? null : answer.error
    status.value = answer.ok ? 'ready' : 'failed'
    entries.value = answer.ok ? answer.value.entries : []
    next.value = answer.ok ? answer.value.next : null
    total.value = answer.ok ? (answer.value.total ?? answer.value.entries.length) : 0
  }

  function more(): Promise<void> {
    if (next.value === null || status.value !== 'ready') return Promise.resolve()
    coming ??= addPage(next.value)
    return coming
  }

  async function addPage(cursor: string): Promise<void> {
    const here = asked
    const answer = await call('activity.page', { filter, cursor, limit: pageSize })
    if (here !== asked) return
    coming = null
    error.value = answer.ok ? null : answer.error
    if (!answer.ok) return
    entries.value = [...entries.value, ...answer.value.entries]
    next.value = answer.value.next
  }

  function ask(change: Partial<ActivityQuestion>): Promise<void> {
    question.value = { ...question.value, ...change }
    return load()
  }

  const noteNew = (): void => void (isStale.value = true)
  const isOurs = (about: MerchantRef): boolean =>
    merchant === null || (about.accountId === merchant.accountId && about.appId === merchant.appId)
  const ends = [
    listen('operation.changed', ({ operation }) => {
      if (operation.state !== 'intended' && isOurs(operation)) noteNew()
    }),
    listen('setting.changed', ({ change }) => {
      if (change.state !== 'intended' && isOurs(change)) noteNew()
    })
  ]
  onScopeDispose(() => {
    asked += 1
    for (const end of ends) end()
  })
  void load()
  return {
    question,
    entries,
    total,
    status,
    error,
    isStale,
    narrowed: computed(() => isNarrowed(question.value)),
    hasMore: computed(() => next.value !== null),
    load,
    more,
    ask,
    clear: () => ask(everything),
    /** Something was written that the list does not have yet. */
    noteNew,
    /** The filter as it was asked last, for an export. */
    filter: () => filter
  }
}

export type Activity = ReturnType<typeof useActivity>
