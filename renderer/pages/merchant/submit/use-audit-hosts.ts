import type { MerchantRef } from '@shared/domain/merchant'
import type { AuditHosts } from '@shared/domain/version'
import type { DeskError } from '@shared/errors'
import { ref, shallowRef } from 'vue'
import { call } from '@/client'

/** The hosts that the next submission can name (page "获取可选审核宿主端列表"). */
export function useAuditHosts({ accountId, appId }: MerchantRef, onRead: (hosts: AuditHosts) => void) {
  const hosts = shallowRef<AuditHosts | null>(null)
  const error = shallowRef<DeskError | null>(null)
  const loading = ref(false)

  async function load(): Promise<void> {
    if (loading.value) return
    loading.value = true
    const answer = await call('versions.auditHosts', { accountId, appId })
    loading.value = false
    error.value = answer.ok ? null : answer.error
    if (!answer.ok) return
    hosts.value = answer.value
    onRead(answer.value)
  }

  return { hosts, error, loading, load }
}
