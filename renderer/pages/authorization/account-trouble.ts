import type { Account } from '@shared/domain/account'
import { t } from '@/i18n'

/** What keeps an account from asking the platform for authorisations; `blocking`: nothing would come of trying. */
export type AccountTrouble = { readonly title: string; readonly text: string; readonly blocking: boolean }

/**
 * Looks whether an account has what a call for authorisations needs, before anything is sent. An expired ticket does not
 * block, as the component token that it led to may live longer. A reader takes its tokens from the writer and needs none.
 */
export function accountTrouble({ secrets, ticket, sharing }: Account, now: number): AccountTrouble | null {
  if (secrets === 'missing') {
    const text = t('authorization.trouble.secretsText')
    return { title: t('authorization.trouble.secrets'), text, blocking: true }
  }
  if (sharing.role === 'reader') return null
  if (ticket.receivedAt === null) {
    const text = t('authorization.trouble.noTicketText')
    return { title: t('authorization.trouble.noTicket'), text, blocking: true }
  }
  if (ticket.expiresAt !== null && ticket.expiresAt <= now) {
    const text = t('authorization.trouble.oldTicketText')
    return { title: t('authorization.trouble.oldTicket'), text, blocking: false }
  }
  return null
}
