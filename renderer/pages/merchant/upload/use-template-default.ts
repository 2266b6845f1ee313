import type { MerchantRef } from '@shared/domain/merchant'
import { onScopeDispose, ref } from 'vue'
import { call } from '@/client'

/** The default ext.json of a template as it comes out for one merchant; `problem` says why there is none. */
export function useTemplateDefault({ accountId, appId }: MerchantRef, fill: (text: string) => void) {
  const loading = ref(false)
  const problem = ref<string | null>(null)
  let asked = 0
  onScopeDispose(() => (asked += 1))

  async function take(templateId: string): Promise<void> {
    const here = ++asked
    loading.value = true
    problem.value = null
    const answer = await call('ext.preview', { accountId, templateId, text: null, appIds: [appId] })
    if (here !== asked) return
    loading.value = false
    if (!answer.ok) {
      problem.value = [answer.error.reason ?? answer.error.message, answer.error.nextStep].join('，')
      return
    }
    const preview = answer.value[0]
    if (preview?.text) fill(preview.text)
    else problem.value = `默认填不出来：${preview?.problems.map(({ message }) => message).join('；') ?? '没有这个商家'}`
  }

  /** Drops an answer that is still under way, and what was said of the last one. */
  function clear(): void {
    asked += 1
    loading.value = false
    problem.value = null
  }

  return { loading, problem, take, clear }
}
