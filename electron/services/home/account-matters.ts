import type { Account } from '@shared/domain/account'
import type { AuthorizationLink } from '@shared/domain/authorization'
import type { AccountItem, HomeGroup, HomeItem } from '@shared/domain/home'
import type { Rollout } from '@shared/domain/rollout'
import { ticketWarnAfterMs } from '@shared/rules/limits'
import { dueBefore } from './matters'

/** What is wrong with an account as a whole: the worst alone, as it explains the others; none where nothing is. */
export function accountItems(account: Account, now: number): readonly HomeItem[] {
  const { id: accountId, secrets, connection, sharing } = account
  if (secrets === 'missing') return [{ accountId, group: 'now', kind: 'secrets' }]
  if (connection.state === 'failing') {
    const { trouble, since } = connection
    return [{ accountId, group: 'now', kind: 'connection', trouble, since }]
  }
  if (sharing.role === 'cut_off') {
    return [{ accountId, group: 'now', kind: 'connection', trouble: sharing.trouble, since: null }]
  }
  const ticket = ticketItem(account, now)
  return ticket ? [{ accountId, ...ticket }] : []
}

/** A new ticket comes every 10 minutes; without one for an hour something is wrong, two hours before nothing works. */
function ticketItem({ ticket }: Account, now: number): (AccountItem & { readonly group: HomeGroup }) | null {
  const { receivedAt, expiresAt: until } = ticket
  const item = { kind: 'ticket', receivedAt, until } as const
  if (receivedAt === null || until === null || until <= now) return { ...item, group: 'now' }
  return now - receivedAt < ticketWarnAfterMs ? null : { ...item, group: 'due' }
}

/** The links of an account that nobody has used and that end today, in one item. */
export function linkItems(accountId: string, links: readonly AuthorizationLink[], now: number): readonly HomeItem[] {
  const ending = links
    .filter(({ usedBy, expiresAt }) => usedBy === null && expiresAt > now && expiresAt < dueBefore(now))
    .sort((a, b) => a.expiresAt - b.expiresAt)
  const [first] = ending
  if (!first) return []
  const notes = ending.map(({ note, appName }) => note || appName || '').filter((note) => note !== '')
  return [{ accountId, group: 'due', kind: 'links', count: ending.length, notes, until: first.expiresAt }]
}

/** A rollout that waits; a wave that opens by itself is only to be known. */
export function rolloutItem({ id: rolloutId, accountId, plan, state, hold }: Rollout): readonly HomeItem[] {
  if (state !== 'deciding' && state !== 'paused') return []
  return [{ accountId, group: rolloutGroup(hold), kind: 'rollout', rolloutId, title: plan.title, state, hold }]
}

function rolloutGroup(hold: Rollout['hold']): HomeGroup {
  if (hold?.by === 'train') return 'release'
  return hold?.by === 'gate' && hold.opensAt !== null ? 'know' : 'now'
}
