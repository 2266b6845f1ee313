import type { Rollout } from '@shared/domain/rollout'
import type { DeskError } from '@shared/errors'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { call, listen } from '@/client'

/** Rollouts that need somebody: they wait for a decision, or paused. */
const isWaiting = ({ state }: Rollout): boolean => state === 'deciding' || state === 'paused'

/** The rollouts of one account, newest first, as the main process tells them. */
export const useRolloutsStore = defineStore('rollouts', () => {
  const accountId = ref<string | null>(null)
  const rollouts = shallowRef<readonly Rollout[]>([])
  const status = ref<'loading' | 'complete' | 'failed'>('loading')
  const error = shallowRef<DeskError | null>(null)
  const running = computed(() => rollouts.value.filter(({ state }) => state === 'running'))
  const waiting = computed(() => rollouts.value.filter(isWaiting).length)
  let question = 0

  async function load(id: string): Promise<void> {
    const asked = ++question
    if (accountId.value !== id) rollouts.value = []
    accountId.value = id
    status.value = 'loading'
    error.value = null
    const result = await call('rollouts.list', { accountId: id })
    if (asked !== question) return
    if (result.ok) rollouts.value = result.value
    else error.value = result.error
    status.value = result.ok ? 'complete' : 'failed'
  }

  /** Puts one that the main process has answered or told. */
  function put(rollout: Rollout): void {
    if (rollout.accountId !== accountId.value) return
    const others = rollouts.value.filter(({ id }) => id !== rollout.id)
    rollouts.value = [...others, rollout].sort((a, b) => b.createdAt - a.createdAt)
  }

  listen('rollout.progress', ({ rollout }) => put(rollout))

  return { accountId, rollouts, status, error, running, waiting, load, put }
})
