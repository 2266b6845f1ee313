import type { EventName } from '@shared/contract'
import type { FirstTasks } from '@shared/domain/first-tasks'
import { useThrottleFn } from '@vueuse/core'
import { onScopeDispose, shallowRef, watch } from 'vue'
import { call, listen } from '@/client'
import { useSessionStore } from '@/stores/session'

/** What may tick a task, or change which merchant suits. */
const telling: readonly EventName[] = ['operation.changed', 'rollout.progress', 'account.changed', 'merchants.changed']
const intervalMs = 1_000

/**
 * The first tasks, with a merchant of the account that is shown; null until they were read. That they can not be read is
 * not told: nothing depends on them, and what is wrong shows where the work is.
 */
export function useFirstTasks() {
  const session = useSessionStore()
  const tasks = shallowRef<FirstTasks | null>(null)
  let question = 0

  async function read(): Promise<void> {
    const accountId = session.account?.id
    if (accountId === undefined) return
    const asked = ++question
    const result = await call('firstTasks.read', { accountId })
    if (asked === question && result.ok) tasks.value = result.value
  }

  const readSoon = useThrottleFn(() => void read(), intervalMs, true)
  for (const name of telling) onScopeDispose(listen(name, () => void readSoon()))
  onScopeDispose(() => (question += 1))
  watch(() => session.account?.id, read, { immediate: true })

  return tasks
}
