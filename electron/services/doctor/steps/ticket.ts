import type { Account, TicketSource } from '@shared/domain/account'
import { ticketLifeMs, ticketWarnAfterMs } from '@shared/rules/limits'
import { ticketSourceNames } from '@shared/rules/ticket-source-names'
import { say } from '@shared/texts/say'
import type { Examination } from '../examination'
import { bad, good, skipped, warning, type Outcome } from '../outcome'
import { heldBy, timeSpan } from '../words'

const howToGet: Readonly<Record<TicketSource, () => string>> = {
  receiver: () => say`请等平台推送（每 10 分钟一次），或先粘贴一个`,
  relay: () => say`请等中继收到平台的推送（每 10 分钟一次），或先粘贴一个`,
  paste: () => say`请粘贴一个新的 component_ticket`
}

/** Whether there is a component_ticket, and how much of its three hours is left. */
export function ticketStep({ account, platform, now }: Examination): Outcome {
  const { ticket, settings, sharing } = account()
  if (!platform) return skipped(say`没有密钥，component_ticket 打不开`)
  if (ticket.receivedAt !== null) return aged(now() - ticket.receivedAt, account())
  if (ticket.from === 'environment') {
    return skipped(say`component_ticket 由启动程序的环境变量给出，不知道是什么时候的；是否有效见下面的接口凭据`)
  }
  if (sharing.role === 'reader') return skipped(say`component_ticket 由${heldBy(sharing.heldBy)}使用，这台电脑不需要`)
  return bad(say`没有 component_ticket`, { nextStep: howToGet[settings.ticketSource](), action: 'paste_ticket' })
}

function aged(ageMs: number, { ticket, settings }: Account): Outcome {
  const help = { nextStep: howToGet[settings.ticketSource](), action: 'paste_ticket' } as const
  const span = timeSpan(Math.max(0, ageMs))
  const age =
    ticket.from === null
      ? say`component_ticket 是 ${span}前的`
      : say`component_ticket 是 ${span}前的，来自${ticketSourceNames[ticket.from]}`
  if (ageMs > ticketLifeMs) return bad(say`${age}，已过期`, help)
  if (ageMs > ticketWarnAfterMs) return warning(say`${age}，${timeSpan(ticketLifeMs - ageMs)}后过期`, help)
  return good(age)
}
