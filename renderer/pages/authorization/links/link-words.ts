import type { AuthorizationLink, LinkKind } from '@shared/domain/authorization'
import { neededPermissionIds, permissionSetRules } from '@shared/rules/permission-sets'
import type { StateIcon } from '@/components/common/state-icons'
import type { Tone } from '@/components/common/words'

const secondMs = 1000
const minuteMs = 60 * secondMs
const hourMs = 60 * minuteMs

export type LinkState = 'waiting' | 'used' | 'expired'

/** `authorize` and `create` in the operator's words. */
export const linkKindNames: Readonly<Record<LinkKind, string>> = {
  authorize: '授权已有小程序',
  create: '代创建并授权'
}

export const linkStateLooks: Readonly<
  Record<LinkState, { readonly kind: Tone; readonly text: string; readonly icon: StateIcon }>
> = {
  waiting: { kind: 'info', text: '等待授权', icon: 'waiting' },
  used: { kind: 'success', text: '已授权', icon: 'done' },
  expired: { kind: 'neutral', text: '已过期', icon: 'nothing' }
}

/** What has become of a link. */
export function linkState({ usedBy, expiresAt }: AuthorizationLink, now: number): LinkState {
  if (usedBy !== null) return 'used'
  return expiresAt <= now ? 'expired' : 'waiting'
}

/** How long a link can still be used: `还有 23 小时 12 分`, in its last hour `还有 12 分 05 秒`. */
export function remainingText(expiresAt: number, now: number): string {
  const leftMs = expiresAt - now
  if (leftMs <= 0) return '已过期'
  const minutes = Math.floor((leftMs % hourMs) / minuteMs)
  if (leftMs >= hourMs) return `还有 ${Math.floor(leftMs / hourMs)} 小时 ${minutes} 分`
  const seconds = Math.floor((leftMs % minuteMs) / secondMs)
  return `还有 ${minutes} 分 ${String(seconds).padStart(2, '0')} 秒`
}

/** What a link is called in a list: whom it is for, or what it makes. */
export function linkTitle({ note, appName }: Pick<AuthorizationLink, 'note' | 'appName'>): string {
  return note || appName || '授权链接'
}

/** A ready message to the merchant, with the link at its end. */
export function merchantMessage({ appName, url }: AuthorizationLink, accountName: string): string {
  const needed = permissionSetRules.filter(({ id }) => neededPermissionIds.includes(id))
  const what =
    appName === null ? `授权「${accountName}」代管您的小程序` : `创建小程序「${appName}」并授权「${accountName}」代管`
  return [
    `您好，请用抖音扫码或打开链接，${what}。`,
    `授权时请勾选：${needed.map(({ name }) => name).join('、')}。`,
    `链接 24 小时内有效，只能用一次：${url}`
  ].join('\n')
}
