import type { Account, TicketSource } from '@shared/domain/account'

/** What to do where no new ticket comes, by where they should come from. */
export const ticketAdvice: Readonly<Record<TicketSource, string>> = {
  receiver:
    '请检查隧道或反向代理是否还通、控制台里的授权事件接收 URL 是否指向它；也可以运行连接诊断，或先粘贴一个票据应急。',
  relay: '请检查中继是否在运行、控制台里的授权事件接收 URL 是否指向它；也可以运行连接诊断，或先粘贴一个票据应急。',
  paste: '请从收到推送的地方复制最新的 component_ticket，粘贴到下面。'
}

const refusalWords: Readonly<Record<string, string>> = {
  malformed: '格式不对',
  signature: '签名不符（消息验证 TOKEN 可能不对）',
  stale: '消息太旧（电脑时间可能不准）',
  key: '解不开（消息加密解密 KEY 可能不对）',
  recipient: '发给别的应用',
  protocol: '不是完整的 HTTP 请求',
  connections: '同时连接太多',
  rate: '请求太频繁',
  path: '路径不对',
  method: '不是 POST 请求',
  media_type: '内容类型不对',
  too_large: '消息太大',
  broken_off: '没有传完就断开',
  no_keys: '这台电脑没有密钥'
}

/** How many messages were refused, and why, the most frequent first; null where none was. */
export function refusalText(refused: Readonly<Record<string, number>>): string | null {
  const counts = Object.entries(refused).filter(([, count]) => count > 0)
  if (counts.length === 0) return null
  const sorted = counts.sort(([, a], [, b]) => b - a)
  return sorted.map(([reason, count]) => `${refusalWords[reason] ?? reason} ${count} 条`).join('，')
}

/** Whether the operator may paste a ticket: not where the account is given by the environment. */
export function canPaste(account: Account): boolean {
  return account.secrets === 'keychain' || account.secrets === 'memory'
}
