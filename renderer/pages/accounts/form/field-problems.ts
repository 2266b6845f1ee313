import type { Account } from '@shared/domain/account'
import { isAllowedPlatformUrl } from '@shared/rules/platform-url'
import { t } from '@/i18n'
import { accountFieldNames, fieldLabels, isPort, type AccountFieldName, type AccountFields } from './account-fields'

/** The length of a 消息加密解密 KEY in characters: 32 bytes as base64 without its last `=`. */
export const messageKeyLength = 43

export type FieldProblems = Partial<Record<AccountFieldName, string>>

/**
 * What is wrong with the fields that are in sight, in the order of the form. A new account (`account` null) needs all
 * secrets; of one that is there, an empty secret means the one it has, unless this computer has none.
 */
export function fieldProblems(fields: AccountFields, account: Account | null): FieldProblems {
  const found = accountFieldNames.flatMap((name) => {
    if (!isShown(name, fields, account)) return []
    const text = fields[name].trim()
    const problem = text === '' ? emptyProblem(name, account) : textProblem(name, text)
    return problem === null ? [] : [[name, problem] as const]
  })
  return Object.fromEntries(found)
}

/** Whether the form has a place for the field at present. The app id of an account that is there can not be changed. */
export function isShown(name: AccountFieldName, { ticketSource }: AccountFields, account: Account | null): boolean {
  switch (name) {
    case 'componentAppId':
      return account === null
    case 'receiverPort':
      return ticketSource === 'receiver'
    case 'relayUrl':
    case 'relaySecret':
      return ticketSource === 'relay'
    default:
      return true
  }
}

function emptyProblem(name: AccountFieldName, account: Account | null): string | null {
  const hasSecrets = account !== null && account.secrets !== 'missing'
  switch (name) {
    case 'proxyUrl':
    case 'redirectUrl':
      return null
    case 'secret':
    case 'messageToken':
    case 'messageKey':
      return hasSecrets ? null : t('accounts.form.fillIn', { field: fieldLabels[name] })
    case 'relaySecret':
      return hasSecrets && account.settings.ticketSource === 'relay'
        ? null
        : t('accounts.form.fillIn', { field: fieldLabels[name] })
    default:
      return t('accounts.form.fillIn', { field: fieldLabels[name] })
  }
}

function textProblem(name: AccountFieldName, text: string): string | null {
  switch (name) {
    case 'componentAppId':
      return /^tt[A-Za-z0-9]{1,62}$/.test(text) ? null : t('accounts.problems.appId')
    case 'messageKey':
      return messageKeyProblem(text)
    case 'receiverPort':
      return isPort(text) ? null : t('accounts.problems.port')
    case 'openUrl':
    case 'microappUrl':
    case 'redirectUrl':
    case 'relayUrl':
      return isAllowedPlatformUrl(text) ? null : t('accounts.problems.url')
    case 'proxyUrl':
      return isProxy(text) ? null : t('accounts.problems.proxy')
    default:
      return null
  }
}

function messageKeyProblem(text: string): string | null {
  if (/[^A-Za-z0-9+/]/.test(text)) return t('accounts.problems.keyCharacters')
  if (text.length === messageKeyLength) return null
  return t('accounts.problems.keyLength', { length: messageKeyLength, count: text.length })
}

/** A proxy only passes encrypted connections on, so its own address may be in the clear. */
function isProxy(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url?.protocol !== 'http:' || url.username !== '' || url.password !== '') return false
  return url.pathname === '/' && url.search === '' && url.hash === ''
}
