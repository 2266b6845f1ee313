import type { AuthorizationLink, LinkKind } from '@shared/domain/authorization'
import { neededPermissionIds, permissionSetRules } from '@shared/rules/permission-sets'
import type { StateIcon } from '@/components/common/state-icons'
import type { Tone } from '@/components/common/words'
import { t } from '@/i18n'
import { listed } from '@/i18n/list'

const secondMs = 1000
const minuteMs = 60 * secondMs
const hourMs = 60 * minuteMs

export type LinkState = 'waiting' | 'used' | 'expired'

/** `authorize` and `create` in the operator's words. */
export const linkKindNames: Readonly<Record<LinkKind, string>> = {
  authorize: t('authorization.link.authorize'),
  create: t('authorization.link.create')
}

export const linkStateLooks: Readonly<
  Record<LinkState, { readonly kind: Tone; readonly text: string; readonly icon: StateIcon }>
> = {
  waiting: { kind: 'info', text: t('authorization.link.waiting'), icon: 'waiting' },
  used: { kind: 'success', text: t('authorization.link.used'), icon: 'done' },
  expired: { kind: 'neutral', text: t('authorization.link.expired'), icon: 'nothing' }
}

/** What has become of a link. */
export function linkState({ usedBy, expiresAt }: AuthorizationLink, now: number): LinkState {
  if (usedBy !== null) return 'used'
  return expiresAt <= now ? 'expired' : 'waiting'
}

/** How long a link can still be used: `还有 23 小时 12 分`, in its last hour `还有 12 分 05 秒`. */
export function remainingText(expiresAt: number, now: number): string {
  const leftMs = expiresAt - now
  if (leftMs <= 0) return t('authorization.link.expired')
  const minutes = Math.floor((leftMs % hourMs) / minuteMs)
  if (leftMs >= hourMs) return t('authorization.link.leftHours', { hours: Math.floor(leftMs / hourMs), minutes })
  const seconds = Math.floor((leftMs % minuteMs) / secondMs)
  return t('authorization.link.leftMinutes', { minutes, seconds: String(seconds).padStart(2, '0') })
}

/** What a link is called in a list: whom it is for, or what it makes. */
export function linkTitle({ note, appName }: Pick<AuthorizationLink, 'note' | 'appName'>): string {
  return note || appName || t('authorization.link.untitled')
}

/** A ready message to the merchant, with the link at its end. */
export function merchantMessage({ appName, url }: AuthorizationLink, accountName: string): string {
  const needed = permissionSetRules.filter(({ id }) => neededPermissionIds.includes(id))
  const values = { account: accountName, permissions: listed(needed.map(({ name }) => name)), url }
  if (appName === null) return t('authorization.link.message', values)
  return t('authorization.link.createMessage', { ...values, app: appName })
}
