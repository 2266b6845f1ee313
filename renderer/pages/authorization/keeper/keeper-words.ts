import type { KeeperDanger } from '@shared/domain/authorization'
import type { StateIcon } from '@/components/common/state-icons'
import type { Tone } from '@/components/common/words'

const hourMs = 3600_000
const dayMs = 24 * hourMs

type DangerLook = { readonly kind: Tone; readonly text: string; readonly icon: StateIcon; readonly meaning: string }

/** How urgent an authorisation is, in the operator's words; the order is that of the list. */
export const dangerLooks: Readonly<Record<KeeperDanger, DangerLook>> = {
  lost: {
    kind: 'danger',
    text: '授权失效',
    icon: 'failed',
    meaning: '平台说商家没有授权给这个应用，要请商家重新授权'
  },
  ended: { kind: 'danger', text: '令牌失效', icon: 'attention', meaning: '刷新令牌到期或已用掉，可以找回' },
  soon: { kind: 'warning', text: '即将到期', icon: 'attention', meaning: '刷新令牌在 7 天内到期，程序会自动续期' },
  untried: { kind: 'neutral', text: '未取令牌', icon: 'nothing', meaning: '还没有取过令牌，第一次用到时会取' },
  none: { kind: 'success', text: '正常', icon: 'done', meaning: '令牌有效，程序会自动续期' }
}

/** How long a token can still be used: whole days, in its last day hours; `—` where there is none. */
export function remainingLife(expiresAt: number | null, now: number): string {
  if (expiresAt === null) return '—'
  const leftMs = expiresAt - now
  if (leftMs <= 0) return '已到期'
  if (leftMs < hourMs) return '不到 1 小时'
  return leftMs < dayMs ? `${Math.floor(leftMs / hourMs)} 小时` : `${Math.floor(leftMs / dayMs)} 天`
}
