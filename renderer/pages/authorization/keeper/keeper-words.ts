import type { KeeperDanger } from '@shared/domain/authorization'
import type { StateIcon } from '@/components/common/state-icons'
import type { Tone } from '@/components/common/words'
import { t } from '@/i18n'

const hourMs = 3600_000
const dayMs = 24 * hourMs

type DangerLook = { readonly kind: Tone; readonly text: string; readonly icon: StateIcon; readonly meaning: string }

/** How urgent an authorisation is, in the operator's words; the order is that of the list. */
export const dangerLooks: Readonly<Record<KeeperDanger, DangerLook>> = {
  lost: {
    kind: 'danger',
    text: t('authorization.danger.lost'),
    icon: 'failed',
    meaning: t('authorization.danger.lostMeaning')
  },
  ended: {
    kind: 'danger',
    text: t('authorization.danger.ended'),
    icon: 'attention',
    meaning: t('authorization.danger.endedMeaning')
  },
  soon: {
    kind: 'warning',
    text: t('authorization.danger.soon'),
    icon: 'attention',
    meaning: t('authorization.danger.soonMeaning')
  },
  untried: {
    kind: 'neutral',
    text: t('authorization.danger.untried'),
    icon: 'nothing',
    meaning: t('authorization.danger.untriedMeaning')
  },
  none: {
    kind: 'success',
    text: t('authorization.danger.none'),
    icon: 'done',
    meaning: t('authorization.danger.noneMeaning')
  }
}

/** How long a token can still be used: whole days, in its last day hours; `—` where there is none. */
export function remainingLife(expiresAt: number | null, now: number): string {
  if (expiresAt === null) return '—'
  const leftMs = expiresAt - now
  if (leftMs <= 0) return t('authorization.life.over')
  if (leftMs < hourMs) return t('authorization.life.underAnHour')
  if (leftMs < dayMs) return t('authorization.life.hours', { n: Math.floor(leftMs / hourMs) })
  return t('authorization.life.days', { n: Math.floor(leftMs / dayMs) })
}
