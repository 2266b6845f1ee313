import type { Account, SourceState } from '@shared/domain/account'
import { say } from '@shared/texts/say'
import type { Examination } from '../examination'
import { bad, good, skipped, warning, type Outcome } from '../outcome'
import { heldBy } from '../words'
import { receiverOutcome } from './receiver'

/** Whether tickets and pushed messages can arrive, and what kept those out that came. */
export function sourceStep({ account, platform, now }: Examination): Outcome {
  const { ticket, sharing } = account()
  if (!platform) return skipped(say`没有密钥，没有接收消息`)
  if (ticket.source.state === 'listening') return receiverOutcome(ticket.source, ticket.receivedAt, now())
  if (sharing.role === 'reader') return skipped(say`消息由${heldBy(sharing.heldBy)}接收，这台电脑不取`)
  return outcomeOf(ticket.source, account())
}

function outcomeOf(source: Exclude<SourceState, { state: 'listening' }>, account: Account): Outcome {
  switch (source.state) {
    case 'failing':
      return bad(source.trouble, { nextStep: source.nextStep, action: 'account_settings' })
    case 'waiting':
      return good(say`component_ticket 靠人粘贴`, say`请至少每 3 小时粘贴一次新的；也收不到授权和审核的消息`)
    case 'connected':
      return connected(source.dropped)
    case 'off':
      return off(account)
  }
}

function connected(dropped: number): Outcome {
  if (dropped === 0) return good(say`已连上中继`)
  return warning(say`已连上中继；因为太久没有来取，中继丢弃过 ${dropped} 条消息`, {
    nextStep: say`请刷新商家列表，补上错过的授权和审核结果`,
    action: 'merchant_list'
  })
}

function off({ secrets, settings }: Account): Outcome {
  if (secrets === 'environment') return good(say`component_ticket 由启动程序的环境变量给出，不接收消息`)
  if (settings.ticketSource === 'relay') {
    return bad(say`还没有连上中继，没有接收消息`, {
      nextStep: say`请检查中继的地址、密钥和网络`,
      action: 'account_settings'
    })
  }
  return bad(say`没有在接收消息`, {
    nextStep: say`请在账号设置里选择 component_ticket 的来源`,
    action: 'account_settings'
  })
}
