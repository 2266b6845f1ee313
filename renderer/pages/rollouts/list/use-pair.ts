import type { Rollout } from '@shared/domain/rollout'
import { computed, shallowRef, watch } from 'vue'

/** The two rollouts that are to be compared, in the order of their beginning; more than two can not be chosen. */
export function usePair(rollouts: () => readonly Rollout[]) {
  const chosen = shallowRef<readonly string[]>([])
  const isFull = computed(() => chosen.value.length === 2)
  /** The older one first; null until two are chosen. */
  const pair = computed(() => {
    const [newer, older] = rollouts().filter(({ id }) => chosen.value.includes(id))
    return newer && older ? { first: older, second: newer } : null
  })

  watch(rollouts, (now) => {
    const kept = chosen.value.filter((id) => now.some((each) => each.id === id))
    if (kept.length < chosen.value.length) chosen.value = kept
  })

  function toggle(id: string): void {
    if (chosen.value.includes(id)) chosen.value = chosen.value.filter((each) => each !== id)
    else if (!isFull.value) chosen.value = [...chosen.value, id]
  }

  return { chosen, isFull, pair, toggle }
}
