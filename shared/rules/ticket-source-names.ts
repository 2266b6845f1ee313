import type { TicketState } from '../domain/account'

/** Where tickets and pushed events come from, in the operator's words. */
export const ticketSourceNames: Readonly<Record<Exclude<TicketState['from'], null>, string>> = {
  receiver: '内置接收',
  relay: '中继',
  paste: '粘贴',
  environment: '环境变量'
}
