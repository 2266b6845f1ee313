import type { ExtPreview } from '@shared/domain/ext-variables'
import type { DeskError } from '@shared/errors'
import { onScopeDispose, ref, shallowRef } from 'vue'
import { call } from '@/client'

export type CheckedAll = {
  readonly checked: number
  readonly total: number
  /** Those that could not be sent what comes out. */
  readonly failing: readonly Pick<ExtPreview, 'appId' | 'name' | 'problems'>[]
  /** How many would be sent something else than what was uploaded last. */
  readonly different: number
}

/** Ours: a page of answers; each may hold a text of many thousand characters. */
const checkedAtOnce = 200

/** Looks through what every merchant would be sent, a page at a time; a newer look, or leaving, ends it. */
export function useCheckAll(accountId: string, templateId: string) {
  const result = shallowRef<CheckedAll | null>(null)
  const error = shallowRef<DeskError | null>(null)
  const running = ref(false)
  let visit = 0
  onScopeDispose(() => (visit += 1))

  async function check(text: string, appIds: readonly string[]): Promise<void> {
    const here = ++visit
    running.value = true
    error.value = null
    result.value = { checked: 0, total: appIds.length, failing: [], different: 0 }
    for (let from = 0; from < appIds.length; from += checkedAtOnce) {
      const page = appIds.slice(from, from + checkedAtOnce)
      const answer = await call('ext.preview', { accountId, templateId, text, appIds: page })
      if (here !== visit) return
      if (!answer.ok) {
        error.value = answer.error
        break
      }
      result.value = joined(result.value, answer.value, page.length)
    }
    running.value = false
  }

  function clear(): void {
    visit += 1
    running.value = false
    result.value = error.value = null
  }

  return { result, error, running, check, clear }
}

function joined(before: CheckedAll, previews: readonly ExtPreview[], count: number): CheckedAll {
  const failing = previews.filter(({ problems, text }) => problems.length > 0 || text === null)
  return {
    ...before,
    checked: before.checked + count,
    failing: [...before.failing, ...failing.map(({ appId, name, problems }) => ({ appId, name, problems }))],
    different:
      before.different + previews.filter(({ text, lastUploaded }) => text !== null && text !== lastUploaded).length
  }
}
