import type { EventName } from '@shared/contract'
import type { HomeItem, HomeToday } from '@shared/domain/home'
import type { DeskError } from '@shared/errors'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { call, listen } from '@/client'
import { whenIdle } from '@/composables/scheduling'

/** Between two readings at least: before the operator's eyes, and where only the rail's badge shows it. */
const intervalMs = { watched: 1_000, unwatched: 15_000 } as const

/** What may change something of it. */
const telling: readonly EventName[] = [
  'merchants.changed',
  'merchants.replaced',
  'setting.changed',
  'rollout.progress',
  'account.changed',
  'app.changed',
  'platform.event',
  'authorization.changed',
  'authorization.linkChanged',
  'home.changed'
]

/**
 * What needs the operator today, over all accounts. Read again after events that may have changed it, merged: once a second at
 * most while the page is open, else every 15 seconds. A late answer to an old question is dropped.
 */
export const useHomeStore = defineStore('home', () => {
  const today = shallowRef<HomeToday | null>(null)
  const error = shallowRef<DeskError | null>(null)
  const isWatched = ref(false)
  const waiting = computed(() => sumOf((today.value?.items ?? []).filter(({ group }) => group !== 'know')))
  let question = 0
  let readAt = 0
  let timer: ReturnType<typeof setTimeout> | null = null

  async function load(): Promise<void> {
    if (timer !== null) clearTimeout(timer)
    timer = null
    readAt = performance.now()
    const asked = ++question
    const result = await call('home.today', {})
    if (asked !== question) return
    error.value = result.ok ? null : result.error
    if (result.ok) today.value = result.value
  }

  function loadSoon(): void {
    if (timer !== null) return
    const leftMs = readAt + intervalMs[isWatched.value ? 'watched' : 'unwatched'] - performance.now()
    timer = setTimeout(() => void load(), Math.max(0, leftMs))
  }

  /** The page is open: reads at once. */
  function watch(): void {
    isWatched.value = true
    void load()
  }

  function leave(): void {
    isWatched.value = false
  }

  for (const name of telling) listen(name, loadSoon)
  void whenIdle().then(() => {
    if (question === 0) void load()
  })

  return { today, error, waiting, load, watch, leave }
})

/** How many things an item stands for. */
export function countOf(item: HomeItem): number {
  if ('appIds' in item) return item.appIds.length
  return item.kind === 'links' ? item.count : 1
}

const sumOf = (items: readonly HomeItem[]): number => items.reduce((sum, item) => sum + countOf(item), 0)
