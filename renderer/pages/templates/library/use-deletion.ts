import type { TemplateLibrary } from '@shared/domain/template'
import type { TemplateUsage } from '@shared/domain/template-usage'
import type { DeskError } from '@shared/errors'
import { onScopeDispose, ref, shallowRef } from 'vue'
import { call } from '@/client'
import { showNotice } from '@/components/frame/notices'

/**
 * 删除模板: who uses it is read first; only those merchants that were shown are acknowledged. Where others came in the
 * meantime nothing was sent, and who uses it now is read again.
 */
export function useDeletion(accountId: string, templateId: string, onDeleted: (library: TemplateLibrary) => void) {
  const usage = shallowRef<TemplateUsage | null>(null)
  const usageError = shallowRef<DeskError | null>(null)
  const error = shallowRef<DeskError | null>(null)
  const loading = ref(false)
  const running = ref(false)
  let left = false
  onScopeDispose(() => (left = true))

  async function readUsage(): Promise<void> {
    if (loading.value) return
    loading.value = true
    const answer = await call('templates.usage', { accountId, templateId })
    loading.value = false
    usageError.value = answer.ok ? null : answer.error
    usage.value = answer.ok ? answer.value : null
  }

  async function remove(): Promise<void> {
    if (running.value || loading.value || !usage.value) return
    running.value = true
    error.value = null
    const acknowledged = usage.value.users.map(({ appId }) => appId)
    const answer = await call('templates.delete', { accountId, templateId, acknowledged })
    running.value = false
    if (answer.ok) return onDeleted(answer.value)
    if (left) return showNotice(answer.error)
    error.value = answer.error
    if (answer.error.code === 'changed_meanwhile') await readUsage()
  }

  return { usage, usageError, error, loading, running, readUsage, remove }
}
