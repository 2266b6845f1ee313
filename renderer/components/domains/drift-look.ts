import type { DomainDrift } from '@shared/domain/domains'
import type { StateLook } from '@/components/common/words'
import { t } from '@/i18n'

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
      return { kind: 'neutral', text: t('domains.drift.unread'), icon: 'nothing' }
    case 'same':
      return { kind: 'success', text: t('domains.drift.same'), icon: 'done' }
    case 'drifted':
      return { kind: 'warning', text: driftText(drift), icon: 'attention' }
  }
}

function driftText({ missing, extra }: DomainDrift): string {
  if (!missing) return t('domains.drift.extra', { n: extra ?? 0 })
  return extra ? t('domains.drift.both', { missing, extra }) : t('domains.drift.missing', { n: missing })
}
