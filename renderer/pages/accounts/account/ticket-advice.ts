import type { Account, TicketSource } from '@shared/domain/account'
import { t } from '@/i18n'

/** What to do where no new ticket comes, by where they should come from. */
export const ticketAdvice: Readonly<Record<TicketSource, string>> = {
  receiver: t('accounts.ticket.adviceReceiver'),
  relay: t('accounts.ticket.adviceRelay'),
  paste: t('accounts.ticket.advicePaste')
}

const refusalWords: Readonly<Record<string, string>> = {
  malformed: t('accounts.refusals.malformed'),
  signature: t('accounts.refusals.signature'),
  stale: t('accounts.refusals.stale'),
  key: t('accounts.refusals.key'),
  recipient: t('accounts.refusals.recipient'),
  protocol: t('accounts.refusals.protocol'),
  connections: t('accounts.refusals.connections'),
  rate: t('accounts.refusals.rate'),
  path: t('accounts.refusals.path'),
  method: t('accounts.refusals.method'),
  media_type: t('accounts.refusals.mediaType'),
  too_large: t('accounts.refusals.tooLarge'),
  broken_off: t('accounts.refusals.brokenOff'),
  no_keys: t('accounts.refusals.noKeys')
}

/** How many messages were refused, and why, the most frequent first; null where none was. */
export function refusalText(refused: Readonly<Record<string, number>>): string | null {
  const counts = Object.entries(refused).filter(([, count]) => count > 0)
  if (counts.length === 0) return null
  const sorted = counts.sort(([, a], [, b]) => b - a)
  return sorted
    .map(([reason, n]) => t('accounts.refusals.counted', { reason: refusalWords[reason] ?? reason, n }))
    .join(t('accounts.refusals.separator'))
}

/** Whether the operator may paste a ticket: not where the account is given by the environment. */
export function canPaste(account: Account): boolean {
  return account.secrets === 'keychain' || account.secrets === 'memory'
}
