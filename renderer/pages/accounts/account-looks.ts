import type { Account, Connection, Sharing } from '@shared/domain/account'
import { ticketPushIntervalMs, ticketWarnAfterMs } from '@shared/rules/limits'
import { ticketSourceNames } from '@shared/rules/ticket-source-names'
import type { Tone } from '@/components/common/words'
import { exactTime, relativeTime } from '@/composables/china-time'
import { t } from '@/i18n'
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
    return { kind: 'danger', text: t('accounts.ticket.none'), hint: t('accounts.ticket.noneHint') }
  }
  const time = exactTime(receivedAt)
  const origin =
    from === null
      ? t('accounts.ticket.unknownOrigin', { time })
      : t('accounts.ticket.origin', { time, source: ticketSourceNames[from] })
  const leftMs = expiresAt - now
  if (leftMs <= 0) {
    return { kind: 'danger', text: t('accounts.ticket.over'), hint: `${t('accounts.ticket.overHint')}\n${origin}` }
  }
  const text = t('accounts.ticket.age', { age: relativeTime(receivedAt, now) })
  const left = durationText(leftMs)
  if (now - receivedAt < ticketWarnAfterMs)
    return { kind: 'success', text, hint: `${t('accounts.ticket.left', { left })}\n${origin}` }
  const late = t('accounts.ticket.late', { minutes: pushMinutes, late: durationText(now - receivedAt), left })
  return { kind: 'warning', text, hint: `${late}\n${origin}` }
}

/** Whether the platform can be reached with the account, and if not, why. */
export function connectionLook(connection: Connection): Look {
  switch (connection.state) {
    case 'untried':
      return { kind: 'neutral', text: t('accounts.connection.untried'), hint: t('accounts.connection.untriedHint') }
    case 'working':
      return {
        kind: 'success',
        text: t('accounts.connection.working'),
        hint: t('accounts.connection.workingHint', { time: exactTime(connection.since) })
      }
    case 'failing':
      return {
        kind: 'danger',
        text: t('accounts.connection.failing'),
        hint: `${connection.trouble}\n${t('accounts.connection.failingSince', { time: exactTime(connection.since) })}`
      }
  }
}

/** How this computer shares the application with others. */
export function sharingLook(sharing: Sharing): Look {
  switch (sharing.role) {
    case 'alone':
      return sharing.rivals ? rivalsLook(sharing.rivals) : aloneLook
    case 'writer':
      return { kind: 'success', text: t('accounts.sharing.writer'), hint: t('accounts.sharing.writerHint') }
    case 'reader':
      return {
        kind: 'info',
        text: t('accounts.sharing.reader'),
        hint:
          sharing.heldBy === null
            ? t('accounts.sharing.readerOfUnknownHint')
            : t('accounts.sharing.readerHint', { name: sharing.heldBy })
      }
    case 'cut_off':
      return { kind: 'danger', text: t('accounts.sharing.cutOff'), hint: sharing.trouble }
  }
}

const aloneLook: Look = { kind: 'neutral', text: t('accounts.sharing.alone'), hint: t('accounts.sharing.aloneHint') }

function rivalsLook({ count, lastAt }: { readonly count: number; readonly lastAt: number }): Look {
  const hint = t('accounts.sharing.rivalsHint', { n: count, time: exactTime(lastAt) })
  return { kind: 'warning', text: t('accounts.sharing.rivals'), hint }
}

/** The word that the top bar shows about sharing; null where all is as usual. */
export function sharingNotice(sharing: Sharing): Look | null {
  if (sharing.role === 'writer' || (sharing.role === 'alone' && sharing.rivals === null)) return null
  return sharingLook(sharing)
}

/** What is wrong with an account that is not in sight, the worst first; null where nothing is. */
export function accountTrouble(account: Account, now: number): string | null {
  if (account.secrets === 'missing') return t('accounts.secrets.missingTrouble')
  if (account.connection.state === 'failing') return account.connection.trouble
  const ticket = ticketLook(account, now)
  if (ticket && ticket.kind !== 'success') return ticket.hint
  return account.sharing.role === 'cut_off' ? account.sharing.trouble : null
}

/** What the account is called; the practice environment in the language of the page. */
export function accountName({ kind, name }: Pick<Account, 'kind' | 'name'>): string {
  return kind === 'practice' ? t('frame.practice.environment') : name
}

/** Where the four credentials are kept. */
export const secretsLooks: Readonly<Record<Account['secrets'], Look>> = {
  keychain: { kind: 'success', text: t('accounts.secrets.keychain'), hint: t('accounts.secrets.keychainHint') },
  memory: { kind: 'warning', text: t('accounts.secrets.memory'), hint: t('accounts.secrets.memoryHint') },
  environment: {
    kind: 'neutral',
    text: t('accounts.secrets.environment'),
    hint: t('accounts.secrets.environmentHint')
  },
  missing: {
    kind: 'danger',
    text: t('accounts.secrets.missing'),
    hint: t('accounts.secrets.missingHint')
  }
}
