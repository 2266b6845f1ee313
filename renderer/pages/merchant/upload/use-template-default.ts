import type { MerchantRef } from '@shared/domain/merchant'
import type { DeskError } from '@shared/errors'
import { onScopeDispose, ref, shallowRef } from 'vue'
import { call } from '@/client'
import { t } from '@/i18n'
import { clauses } from '@/i18n/list'

/** A template's default ext.json as it comes out for one merchant; `problem` says why it can not be filled in. */
export function useTemplateDefault({ accountId, appId }: MerchantRef) {
  const loading = ref(false)
  const problem = ref<string | null>(null)
  const failure = shallowRef<DeskError | null>(null)
  let asked = 0
  onScopeDispose(() => (asked += 1))

  /** Null where there is none, and where something else was asked for meanwhile. */
  async function read(templateId: string, isOptional: boolean): Promise<string | null> {
    const here = ++asked
    loading.value = true
    problem.value = failure.value = null
    const answer = await call('ext.preview', { accountId, templateId, text: null, appIds: [appId] })
    if (here !== asked) return null
    loading.value = false
    if (answer.ok) {
      const preview = answer.value[0]
      if (preview?.text) return preview.text
      const problems = preview
        ? clauses(preview.problems.map(({ message }) => message))
        : t('versions.upload.noSuchMerchant')
      problem.value = t('versions.upload.defaultFails', { problems })
    } else if (!isOptional || answer.error.code !== 'not_found') {
      failure.value = answer.error
      const { message, reason, nextStep } = answer.error
      problem.value = t('versions.upload.reasonAndNext', { reason: reason ?? message, next: nextStep })
    }
    return null
  }

  /** Drops an answer that is still under way, and what was said of the last one. */
  function clear(): void {
    asked += 1
    loading.value = false
    problem.value = failure.value = null
  }

  return {
    loading,
    problem,
    /** The failure that `problem` tells of, where it is one. */
    failure,
    take: (templateId: string) => read(templateId, false),
    /** The same, but that a template has no default is nothing to tell. */
    takeIfAny: (templateId: string) => read(templateId, true),
    clear
  }
}
