import type { Account, Connection, Sharing } from '@shared/domain/account'
import { ticketPushIntervalMs, ticketWarnAfterMs } from '@shared/rules/limits'
import { ticketSourceNames } from '@shared/rules/ticket-source-names'
import type { Tone } from '@/components/common/words'
import { exactTime, relativeTime } from '@/composables/china-time'
import { durationText } from './duration'

/** A state in a word or two, its colour, and what it means in sentences. */
export type Look = { readonly kind: Tone; readonly text: string; readonly hint: string }

const pushMinutes = ticketPushIntervalMs / 60_000

/**
 * The account's component_ticket: its age, how long it still serves, and where it came from. A warning comes two hours
 * before the end.
 */
export function ticketLook({ ticket }: Account, now: number): Look {
  const { receivedAt, expiresAt, from } = ticket
  if (receivedAt === null || expiresAt === null) {
    return { kind: 'danger', text: '没有票据', hint: '还没有收到 component_ticket，现在不能调用平台' }
  }
  const origin = `${exactTime(receivedAt)} 收到，来自${from === null ? '未知来源' : ticketSourceNames[from]}`
  const leftMs = expiresAt - now
  if (leftMs <= 0) {
    return { kind: 'danger', text: '票据已过期', hint: `component_ticket 已过期，不能再换取新的接口凭据\n${origin}` }
  }
  const text = `票据 ${relativeTime(receivedAt, now)}`
  const left = `还能用 ${durationText(leftMs)}`
  if (now - receivedAt < ticketWarnAfterMs)
    return { kind: 'success', text, hint: `component_ticket ${left}\n${origin}` }
  const late = `平台每 ${pushMinutes} 分钟推送一次，已经 ${durationText(now - receivedAt)}没有新票据`
  return { kind: 'warning', text, hint: `${late}；现在的${left}\n${origin}` }
}

/** Whether the platform can be reached with the account, and if not, why. */
export function connectionLook(connection: Connection): Look {
  switch (connection.state) {
    case 'untried':
      return { kind: 'neutral', text: '尚未连接', hint: '启动后还没有调用过开放平台' }
    case 'working':
      return { kind: 'success', text: '平台正常', hint: `最近一次调用成功：${exactTime(connection.since)}` }
    case 'failing':
      return {
        kind: 'danger',
        text: '平台连不上',
        hint: `${connection.trouble}\n自 ${exactTime(connection.since)}`
      }
  }
}

/** How this computer shares the application with others. */
export function sharingLook(sharing: Sharing): Look {
  switch (sharing.role) {
    case 'alone':
      return sharing.rivals ? rivalsLook(sharing.rivals) : aloneLook
    case 'writer':
      return { kind: 'success', text: '本机负责', hint: '这台电脑接收消息并更新令牌，其他电脑通过中继共用' }
    case 'reader':
      return {
        kind: 'info',
        text: '共用中',
        hint: `${sharing.heldBy === null ? '另一台电脑' : `「${sharing.heldBy}」`}接收消息并更新令牌，这台电脑通过中继共用；那台关闭后这台自动接替`
      }
    case 'cut_off':
      return { kind: 'danger', text: '和中继断开', hint: sharing.trouble }
  }
}

const aloneLook: Look = { kind: 'neutral', text: '单机使用', hint: '没有使用中继，这台电脑独自更新令牌' }

function rivalsLook({ count, lastAt }: { readonly count: number; readonly lastAt: number }): Look {
  const hint = `令牌有 ${count} 次没到期就失效，最近一次 ${exactTime(lastAt)}：可能有另一台电脑或程序在用同一个应用`
  return { kind: 'warning', text: '有人同时使用', hint }
}

/** The word that the top bar shows about sharing; null where all is as usual. */
export function sharingNotice(sharing: Sharing): Look | null {
  if (sharing.role === 'writer' || (sharing.role === 'alone' && sharing.rivals === null)) return null
  return sharingLook(sharing)
}

/** What is wrong with an account that is not in sight, the worst first; null where nothing is. */
export function accountTrouble(account: Account, now: number): string | null {
  if (account.secrets === 'missing') return '密钥不在这台电脑上，请重新填写'
  if (account.connection.state === 'failing') return account.connection.trouble
  const ticket = ticketLook(account, now)
  if (ticket && ticket.kind !== 'success') return ticket.hint
  return account.sharing.role === 'cut_off' ? account.sharing.trouble : null
}

/** Where the four credentials are kept. */
export const secretsLooks: Readonly<Record<Account['secrets'], Look>> = {
  keychain: { kind: 'success', text: '存在系统钥匙串', hint: '由操作系统保管，程序重开后仍然可用' },
  memory: { kind: 'warning', text: '只在内存', hint: '程序关闭后就没有了，下次启动要重新填写' },
  environment: { kind: 'neutral', text: '由环境提供', hint: '启动程序时给出的，不能在这里修改' },
  missing: {
    kind: 'danger',
    text: '不在这台电脑上',
    hint: '没有从钥匙串读到密钥：如果它锁着，请先解锁，否则请重新填写'
  }
}
