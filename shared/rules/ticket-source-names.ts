import type { TicketState } from '../domain/account'
import { say } from '../texts/say'

/** Where tickets and pushed events come from, in the operator's words. */
export const ticketSourceNames: Readonly<Record<Exclude<TicketState['from'], null>, string>> = {
  get receiver() {
    return say`内置接收`
  },
  get relay() {
    return say`中继`
  },
  get paste() {
    return say`手工粘贴`
  },
  get environment() {
    return say`环境变量`
  }
}
