import type { MerchantRef } from '@shared/domain/merchant'
import type { SavedCode } from '@shared/domain/mini-code'
import type { DeskError } from '@shared/errors'
import { ElMessageBox } from 'element-plus'
import 'element-plus/theme-chalk/el-message-box.css'
import { onScopeDispose, shallowReactive, shallowRef } from 'vue'
import { call } from '@/client'
import { byLabel } from '@/components/code/by-label'
import { t } from '@/i18n'

/** What is under way for one code. */
export type CodeBusy = 'making' | 'forgetting'

/** The saved codes of one merchant, with what can be done to each; a second press while one is under way does nothing. */
export function useSavedList({ accountId, appId }: MerchantRef) {
  const codes = shallowRef<readonly SavedCode[] | null>(null)
  const error = shallowRef<DeskError | null>(null)
  const busy = shallowReactive(new Map<string, CodeBusy>())
  const failures = shallowReactive(new Map<string, DeskError>())
  let question = 0
  onScopeDispose(() => (question += 1))

  async function load(): Promise<void> {
    const here = ++question
    const answer = await call('codes.saved', { accountId, appIds: [appId] })
    if (here !== question) return
    error.value = answer.ok ? null : answer.error
    if (answer.ok) codes.value = byLabel(answer.value)
  }

  /** After one was saved: its picture is made at once. */
  async function loadAndMake(): Promise<void> {
    const before = new Set(codes.value?.map(({ id, changedAt }) => `${id}/${changedAt}`))
    await load()
    const fresh = codes.value?.filter(({ id, changedAt, code }) => !code && !before.has(`${id}/${changedAt}`)) ?? []
    for (const code of fresh) await make(code)
  }

  async function make({ id }: SavedCode): Promise<void> {
    if (busy.has(id)) return
    busy.set(id, 'making')
    failures.delete(id)
    const answer = await call('codes.make', { accountId, id })
    busy.delete(id)
    if (!answer.ok) failures.set(id, answer.error)
    else codes.value = codes.value?.map((each) => (each.id === id ? answer.value : each)) ?? null
  }

  async function forget({ id, label }: SavedCode): Promise<void> {
    if (busy.has(id)) return
    busy.set(id, 'forgetting')
    if (await isConfirmed(label)) {
      const answer = await call('codes.forget', { accountId, ids: [id] })
      if (!answer.ok) failures.set(id, answer.error)
      else codes.value = codes.value?.filter((each) => each.id !== id) ?? null
    }
    busy.delete(id)
  }

  return { codes, error, busy, failures, load, loadAndMake, make, forget }
}

async function isConfirmed(label: string): Promise<boolean> {
  try {
    await ElMessageBox.confirm(t('codes.tab.forgetText', { label }), t('codes.tab.forgetTitle'), {
      confirmButtonText: t('codes.tab.forget'),
      cancelButtonText: t('common.cancel'),
      type: 'warning',
      autofocus: false
    })
    return true
  } catch {
    return false
  }
}
