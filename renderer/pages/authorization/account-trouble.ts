import type { Account } from '@shared/domain/account'

/** What keeps an account from asking the platform for authorisations; `blocking`: nothing would come of trying. */
export type AccountTrouble = { readonly title: string; readonly text: string; readonly blocking: boolean }

/**
 * Looks whether an account has what a call for authorisations needs, before anything is sent. An expired ticket does not
 * block, as the component token that it led to may live longer. A reader takes its tokens from the writer and needs none.
 */
export function accountTrouble({ secrets, ticket, sharing }: Account, now: number): AccountTrouble | null {
  if (secrets === 'missing') {
    const text = '没有密钥就不能向平台取授权链接或令牌。请到账号页打开钥匙串，或重新填写密钥。'
    return { title: '没有读到这个账号的密钥', text, blocking: true }
  }
  if (sharing.role === 'reader') return null
  if (ticket.receivedAt === null) {
    const text = '平台每 10 分钟推送一次，收到之前不能取授权链接或令牌。请到账号页检查接收方式，或粘贴一个。'
    return { title: '还没有收到 component_ticket', text, blocking: true }
  }
  if (ticket.expiresAt !== null && ticket.expiresAt <= now) {
    const text = '超过 3 小时没有收到新的，平台可能会拒绝接下来的请求。请到账号页检查接收方式，或粘贴一个。'
    return { title: 'component_ticket 已过期', text, blocking: false }
  }
  return null
}
