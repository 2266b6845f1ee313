import type { DomainDrift } from '@shared/domain/domains'
import type { StateLook } from '@/components/common/words'

/** `unread`: the merchant's domains were never read, so nothing can be said. */
export type DriftState = 'same' | 'drifted' | 'unread'

/** Whether a merchant has the domains of its baseline. */
export function driftState({ missing, extra }: DomainDrift): DriftState {
  if (missing === null || extra === null) return 'unread'
  return missing + extra > 0 ? 'drifted' : 'same'
}

/** How a merchant stands to its baseline, as `StateTag` takes it. */
export function driftLook(drift: DomainDrift): StateLook {
  switch (driftState(drift)) {
    case 'unread':
      return { kind: 'neutral', text: '还没读过域名', icon: 'nothing' }
    case 'same':
      return { kind: 'success', text: '和基线一致', icon: 'done' }
    case 'drifted':
      return { kind: 'warning', text: driftText(drift), icon: 'attention' }
  }
}

function driftText({ missing, extra }: DomainDrift): string {
  const parts = [missing ? `缺 ${missing} 个` : '', extra ? `多 ${extra} 个` : '']
  return parts.filter((part) => part !== '').join('，')
}
