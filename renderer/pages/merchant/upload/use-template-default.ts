import type { MerchantRef } from '@shared/domain/merchant'
import { onScopeDispose, ref } from 'vue'
import { call } from '@/client'

/** A template's default ext.json as it comes out for one merchant; `problem` says why it can not be filled in. */
export function useTemplateDefault({ accountId, appId }: MerchantRef) {
  const loading = ref(false)
  const problem = ref<string | null>(null)
  let asked = 0
  onScopeDispose(() => (asked += 1))

  /** Null where there is none, and where something else was asked for meanwhile. */
  async function read(templateId: string, isOptional: boolean): Promise<string | null> {
    const here = ++asked
    loading.value = true
    problem.value = null
    const answer = await call('ext.preview', { accountId, templateId, text: null, appIds: [appId] })
    if (here !== asked) return null
    loading.value = false
    if (answer.ok) {
      const preview = answer.value[0]
      if (preview?.text) return preview.text
      problem.value = `默认填不出来：${preview?.problems.map(({ message }) => message).join('；') ?? '没有这个商家'}`
    } else if (!isOptional || answer.error.code !== 'not_found') {
      problem.value = [answer.error.reason ?? answer.error.message, answer.error.nextStep].join('，')
    }
    return null
  }

  /** Drops an answer that is still under way, and what was said of the last one. */
  function clear(): void {
    asked += 1
    loading.value = false
    problem.value = null
  }

  return {
    loading,
    problem,
    take: (templateId: string) => read(templateId, false),
    /** The same, but that a template has no default is nothing to tell. */
    takeIfAny: (templateId: string) => read(templateId, true),
    clear
  }
}
