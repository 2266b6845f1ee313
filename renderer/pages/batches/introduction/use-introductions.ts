import { onScopeDispose, ref, shallowRef } from 'vue'
import { call } from '@/client'
import { showNotice } from '@/components/frame/notices'

/** The merchants' present introductions, as the database has them. */
export function useIntroductions() {
  const introductions = shallowRef<ReadonlyMap<string, string>>(new Map())
  const reading = ref(false)
  let run = 0
  onScopeDispose(() => (run += 1))

  /** Another request takes the place of one that is under way; answers whether they are there now. */
  async function want(accountId: string): Promise<boolean> {
    const here = ++run
    reading.value = true
    const answer = await call('profile.introductions', { accountId })
    if (here !== run) return false
    reading.value = false
    if (answer.ok) introductions.value = new Map(answer.value.map(({ appId, introduction }) => [appId, introduction]))
    else showNotice(answer.error)
    return answer.ok
  }

  return { introductions, reading, want }
}
