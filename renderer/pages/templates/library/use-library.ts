import type { TemplateLibrary } from '@shared/domain/template'
import type { TemplateUsage } from '@shared/domain/template-usage'
import type { CallResult, DeskError } from '@shared/errors'
import { onScopeDispose, ref, shallowRef } from 'vue'
import { call, listen } from '@/client'

/**
 * The template library of one account and what changes it. One thing at a time; a late answer after the page was left, or
 * after a newer one, is dropped.
 */
export function useLibrary(accountId: string) {
  const library = shallowRef<TemplateLibrary | null>(null)
  const error = shallowRef<DeskError | null>(null)
  const loading = ref(false)
  /** The draft that is being added. */
  const addingId = ref<string | null>(null)
  const usages = shallowRef<ReadonlyMap<string, TemplateUsage | 'loading' | DeskError>>(new Map())
  let visit = 0
  const end = listen('merchants.replaced', (event) => event.accountId === accountId && void load(true))
  onScopeDispose(() => {
    visit += 1
    end()
  })

  function take(answer: CallResult<TemplateLibrary>): boolean {
    error.value = answer.ok ? null : answer.error
    if (answer.ok) library.value = answer.value
    return answer.ok
  }

  async function load(fresh: boolean): Promise<void> {
    if (loading.value || addingId.value !== null) return
    loading.value = true
    const here = ++visit
    const answer = await call('templates.library', { accountId, fresh })
    if (here !== visit) return
    loading.value = false
    usages.value = new Map()
    take(answer)
  }

  /** 加入模板库; answers whether it was done. */
  async function add(draftId: string): Promise<boolean> {
    if (loading.value || addingId.value !== null) return false
    addingId.value = draftId
    const here = ++visit
    const answer = await call('templates.add', { accountId, draftId })
    if (here !== visit) return false
    addingId.value = null
    return take(answer)
  }

  function put(templateId: string, usage: TemplateUsage | 'loading' | DeskError): void {
    usages.value = new Map(usages.value).set(templateId, usage)
  }

  /** Finds out who uses a template, once at a time for each. */
  async function readUsage(templateId: string): Promise<void> {
    if (usages.value.get(templateId) === 'loading') return
    put(templateId, 'loading')
    const here = visit
    const answer = await call('templates.usage', { accountId, templateId })
    if (here === visit) put(templateId, answer.ok ? answer.value : answer.error)
  }

  /** Takes the library that a deletion led to. */
  function adopt(changed: TemplateLibrary): void {
    visit += 1
    loading.value = false
    take({ ok: true, value: changed })
  }

  return { library, error, loading, addingId, usages, load, add, readUsage, adopt }
}
