import { onScopeDispose, ref, shallowRef } from 'vue'
import { call } from '@/client'

/** The contract has no list of introductions: each is asked for from the database, so many at once. */
const atOnce = 16

/**
 * The merchants' present introductions, as the database has them; what is known already is not asked for again. A
 * merchant that can not be read is left out.
 */
export function useIntroductions() {
  const introductions = shallowRef<ReadonlyMap<string, string>>(new Map())
  const missing = ref(0)
  let run = 0
  onScopeDispose(() => (run += 1))

  /** Another request takes the place of one that is under way; answers whether it came to its end. */
  async function want(accountId: string, appIds: readonly string[]): Promise<boolean> {
    const here = ++run
    const open = [...new Set(appIds)].filter((appId) => !introductions.value.has(appId))
    const known = new Map(introductions.value)
    for (let at = 0; at < open.length; at += atOnce) {
      missing.value = open.length - at
      const asked = open.slice(at, at + atOnce)
      const answers = await Promise.all(asked.map((appId) => call('merchants.get', { accountId, appId })))
      if (here !== run) return false
      for (const answer of answers)
        if (answer.ok) known.set(answer.value.profile.appId, answer.value.profile.introduction)
    }
    // All at once: what is shown is judged anew with every change.
    introductions.value = known
    missing.value = 0
    return true
  }

  return { introductions, missing, want }
}
