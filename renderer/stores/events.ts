import { platformEventKinds, type EventFilter, type PlatformEvent } from '@shared/domain/platform-event'
import type { CallResult, DeskError } from '@shared/errors'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { call, listen } from '@/client'
import { useSessionStore } from './session'

const pageSize = 50

/** Kinds that come as a matter of routine; they are shown only where the operator asks for them. */
export const routineKinds = ['ticket', 'code_retrieved'] as const satisfies PlatformEvent['kind'][]

/** All kinds but the routine ones. */
export const standingKinds: readonly PlatformEvent['kind'][] = platformEventKinds.filter((kind) => !isRoutine(kind))

/** What the page shows until the operator narrows it. */
export const standingFilter: EventFilter = { kinds: standingKinds, appId: null, unseenOnly: false }

/**
 * The pushed messages of the current account, newest first, in pages; and how many of them were not seen, which the rail
 * shows before the page was ever opened.
 *
 * `seen` of a listed event means: seen before this visit of the page. The main process is told as soon as the operator
 * looks, and the marks stay until the page is opened again. Late answers to old questions are dropped.
 */
export const useEventsStore = defineStore('events', () => {
  const session = useSessionStore()
  const accountId = computed(() => session.account?.id ?? null)
  const events = shallowRef<readonly PlatformEvent[]>([])
  const status = ref<'loading' | 'ready' | 'failed'>('loading')
  const error = shallowRef<DeskError | null>(null)
  const next = ref<string | null>(null)
  const loadingMore = ref(false)
  const unseen = ref(0)
  const filter = shallowRef<EventFilter>(standingFilter)
  /** The newest of all, whatever the filter hides: up to it everything is marked as seen. */
  const newestId = ref<string | null>(null)
  /** Whether nothing that counts as unseen is hidden by the filter; then looking at the list is having seen all. */
  const showsAll = computed(() => !isNarrowed(filter.value))
  let question = 0
  let isOpen = false
  let newInThisVisit = new Set<string>()

  function asOfThisVisit(event: PlatformEvent): PlatformEvent {
    if (!event.seen) newInThisVisit.add(event.id)
    return event.seen && newInThisVisit.has(event.id) ? { ...event, seen: false } : event
  }

  function noteNewest(id: string | undefined): void {
    if (id !== undefined && (newestId.value === null || isNewer(id, newestId.value))) newestId.value = id
  }

  /** Counts what is new in an account, without showing anything. */
  async function count(id: string): Promise<void> {
    const all = { kinds: null, appId: null, unseenOnly: false }
    const answer = await call('events.page', { accountId: id, cursor: null, limit: 1, filter: all })
    if (id !== accountId.value || !answer.ok) return
    unseen.value = answer.value.unseen
    noteNewest(answer.value.events[0]?.id)
  }

  async function ask(cursor: string | null): Promise<readonly PlatformEvent[] | null> {
    const id = accountId.value
    if (id === null) return null
    const here = ++question
    error.value = null
    loadingMore.value = cursor !== null
    const input = { accountId: id, cursor, limit: pageSize, filter: forCall(filter.value) }
    const answer = await call('events.page', input)
    if (here !== question) return null
    loadingMore.value = false
    error.value = answer.ok ? null : answer.error
    if (!answer.ok) return null
    unseen.value = answer.value.unseen
    next.value = answer.value.next
    const incoming = answer.value.events.map(asOfThisVisit)
    noteNewest(incoming[0]?.id)
    return incoming
  }

  /** Reads the first page anew; `carried` stay listed although the main process may not count them as unseen any more. */
  async function load(carried: readonly PlatformEvent[] = []): Promise<void> {
    if (status.value === 'failed') status.value = 'loading'
    const incoming = await ask(null)
    if (incoming) {
      events.value = merged(carried, incoming)
      status.value = 'ready'
    } else if (error.value) {
      events.value = []
      status.value = 'failed'
    }
  }

  /** Reads the page that follows the last one. */
  async function more(): Promise<void> {
    if (next.value === null || loadingMore.value) return
    const incoming = await ask(next.value)
    if (incoming) events.value = merged(events.value, incoming)
  }

  /** Begins a visit of the page. */
  async function open(): Promise<void> {
    isOpen = true
    newInThisVisit = new Set()
    await load()
  }

  /** Ends the visit. */
  function leave(): void {
    isOpen = false
  }

  /** Shows another choice of events. */
  async function show(change: Partial<EventFilter>): Promise<void> {
    filter.value = { ...filter.value, ...change }
    const wanted = filter.value
    await load(wanted.unseenOnly ? events.value.filter((event) => passes(wanted, event)) : [])
  }

  /** Tells the main process that everything up to the newest was seen; the marks of this visit stay. */
  async function markSeen(): Promise<CallResult<{ unseen: number }> | null> {
    const id = accountId.value
    if (id === null || newestId.value === null) return null
    const answer = await call('events.markSeen', { accountId: id, upTo: newestId.value })
    if (answer.ok && id === accountId.value) unseen.value = answer.value.unseen
    return answer
  }

  /** As {@link markSeen}, at the operator's word: the marks go as well. */
  async function clearMarks(): Promise<CallResult<{ unseen: number }> | null> {
    const answer = await markSeen()
    if (!answer?.ok) return answer
    newInThisVisit = new Set()
    await load()
    return answer
  }

  /** Acts again on an event whose handling failed. */
  async function retry(event: PlatformEvent): Promise<CallResult<PlatformEvent>> {
    const answer = await call('events.retry', { accountId: event.accountId, eventId: event.id })
    if (answer.ok) put(answer.value)
    return answer
  }

  /** Takes a new or changed event into the list, where it belongs there. */
  function put(event: PlatformEvent): void {
    if (event.accountId !== accountId.value || status.value !== 'ready') return
    const oldest = events.value.at(-1)
    const isListed = events.value.some(({ id }) => id === event.id)
    const isBeyond = next.value !== null && oldest !== undefined && isNewer(oldest.id, event.id)
    if (isListed || (passes(filter.value, event) && !isBeyond)) {
      events.value = merged(events.value, [asOfThisVisit(event)])
    }
  }

  function start(id: string | null): void {
    question += 1
    events.value = []
    next.value = newestId.value = error.value = null
    loadingMore.value = false
    unseen.value = 0
    status.value = 'loading'
    filter.value = { ...filter.value, appId: null }
    if (id === null) return
    void count(id)
    if (isOpen) void open()
  }

  watch(accountId, start, { immediate: true, flush: 'sync' })
  listen('platform.event', (told) => {
    if (told.event.accountId !== accountId.value) return
    unseen.value = told.unseen
    noteNewest(told.event.id)
    put(told.event)
  })

  return {
    events,
    status,
    error,
    loadingMore,
    unseen,
    filter,
    hasMore: computed(() => next.value !== null),
    newestId,
    showsAll,
    load: () => load(),
    more,
    open,
    leave,
    show,
    markSeen,
    clearMarks,
    retry
  }
})

/** Whether the filter leaves out something that is shown as a rule. */
export function isNarrowed({ kinds, appId, unseenOnly }: EventFilter): boolean {
  return appId !== null || unseenOnly || !standingKinds.every((kind) => kinds?.includes(kind) ?? true)
}

function isRoutine(kind: PlatformEvent['kind']): boolean {
  return routineKinds.some((each) => each === kind)
}

/** Ids are numbers in the order of arrival. */
function isNewer(id: string, other: string): boolean {
  return BigInt(id) > BigInt(other)
}

function passes({ kinds, appId, unseenOnly }: EventFilter, event: PlatformEvent): boolean {
  const isAbout = appId === null || event.merchant?.appId === appId
  return isAbout && (kinds?.includes(event.kind) ?? true) && !(unseenOnly && event.seen)
}

/** Both lists in one, newest first; of the same event the one in `fresh` stands. */
function merged(known: readonly PlatformEvent[], fresh: readonly PlatformEvent[]): readonly PlatformEvent[] {
  const byId = new Map([...known, ...fresh].map((event) => [event.id, event]))
  return [...byId.values()].sort((one, other) => (isNewer(one.id, other.id) ? -1 : 1))
}

/** The contract's input has no read-only lists. */
function forCall(filter: EventFilter) {
  return { ...filter, kinds: filter.kinds === null ? null : [...filter.kinds] }
}
