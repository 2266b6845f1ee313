import type { CallInput } from '@shared/contract'
import { defaultAccountSettings, type Account, type AccountSettings, type TicketSource } from '@shared/domain/account'
import { isAllowedPlatformUrl } from '@shared/rules/platform-url'
import { t } from '@/i18n'

/** The fields of the form of an account, in the order in which they stand there. */
export const accountFieldNames = [
  'name',
  'colour',
  'componentAppId',
  'secret',
  'messageToken',
  'messageKey',
  'ticketSource',
  'receiverPort',
  'relayUrl',
  'relaySecret',
  'openUrl',
  'microappUrl',
  'proxyUrl',
  'redirectUrl'
] as const
export type AccountFieldName = (typeof accountFieldNames)[number]

/** What the operator puts into the form: texts as they are typed. */
export type AccountFields = Record<Exclude<AccountFieldName, 'ticketSource'>, string> & { ticketSource: TicketSource }

/** What stands over each field. */
export const fieldLabels: Readonly<Record<AccountFieldName, string>> = {
  name: t('accounts.fields.name'),
  colour: t('accounts.fields.colour'),
  componentAppId: t('accounts.fields.componentAppId'),
  secret: t('accounts.fields.secret'),
  messageToken: t('accounts.fields.messageToken'),
  messageKey: t('accounts.fields.messageKey'),
  ticketSource: t('accounts.fields.ticketSource'),
  receiverPort: t('accounts.fields.receiverPort'),
  relayUrl: t('accounts.fields.relayUrl'),
  relaySecret: t('accounts.fields.relaySecret'),
  openUrl: t('accounts.fields.openUrl'),
  microappUrl: t('accounts.fields.microappUrl'),
  proxyUrl: t('accounts.fields.proxyUrl'),
  redirectUrl: t('accounts.fields.redirectUrl')
}

/** How a text of the field looks; those that are not here speak for themselves. */
export const fieldExamples = {
  componentAppId: 'tt…',
  relayUrl: 'https://relay.example.com',
  proxyUrl: 'http://127.0.0.1:7890',
  redirectUrl: 'https://…'
} as const satisfies Partial<Record<AccountFieldName, string>>

/** Those that are forgotten when the form closes. */
export const secretFields = ['secret', 'messageToken', 'messageKey', 'relaySecret'] as const

const settingFields = [
  'ticketSource',
  'receiverPort',
  'relayUrl',
  'openUrl',
  'microappUrl',
  'proxyUrl',
  'redirectUrl'
] as const satisfies readonly (keyof AccountSettings)[]

const noSecrets = { secret: '', messageToken: '', messageKey: '', relaySecret: '' }

/** The fields of an account as it is, its secrets empty; with null, of a new one. */
export function fieldsOf(account: Account | null, colour: string): AccountFields {
  const settings = account?.settings ?? defaultAccountSettings
  return {
    name: account?.name ?? '',
    colour: account?.colour ?? colour,
    componentAppId: account?.componentAppId ?? '',
    ...noSecrets,
    ticketSource: settings.ticketSource,
    receiverPort: String(settings.receiverPort),
    relayUrl: settings.relayUrl ?? '',
    openUrl: settings.openUrl,
    microappUrl: settings.microappUrl,
    proxyUrl: settings.proxyUrl ?? '',
    redirectUrl: settings.redirectUrl ?? ''
  }
}

/** The input of `accounts.add`. A relay that is not used is not told. */
export function addInput(fields: AccountFields): CallInput<'accounts.add'> {
  const { name, colour, componentAppId, secret, messageToken, messageKey } = fields
  const relaySecret = fields.ticketSource === 'relay' ? fields.relaySecret.trim() : null
  return {
    name: name.trim(),
    colour,
    componentAppId: componentAppId.trim(),
    secret: secret.trim(),
    messageToken: messageToken.trim(),
    messageKey: messageKey.trim(),
    relaySecret,
    settings: settingsOf(fields)
  }
}

/** The input of `accounts.change`: only what is another than before; an empty secret stays as it is. */
export function changeInput(account: Account, fields: AccountFields): CallInput<'accounts.change'> {
  const before = fieldsOf(account, account.colour)
  const changed = (name: AccountFieldName): boolean => fields[name].trim() !== before[name]
  const secrets = secretFields.filter(changed).map((name) => [name, fields[name].trim()] as const)
  return {
    accountId: account.id,
    ...(changed('name') ? { name: fields.name.trim() } : {}),
    ...(changed('colour') ? { colour: fields.colour } : {}),
    ...(settingFields.some(changed) ? { settings: settingsOf(fields) } : {}),
    ...(secrets.length > 0 ? { secrets: Object.fromEntries(secrets) } : {})
  }
}

/** What is not in sight because another source of tickets is chosen goes back to what is safe, if it is no use. */
function settingsOf(fields: AccountFields): AccountSettings {
  const optional = (text: string): string | null => (text.trim() === '' ? null : text.trim())
  return {
    ticketSource: fields.ticketSource,
    receiverPort: isPort(fields.receiverPort) ? Number(fields.receiverPort) : defaultAccountSettings.receiverPort,
    relayUrl: isAllowedPlatformUrl(fields.relayUrl.trim()) ? fields.relayUrl.trim() : null,
    openUrl: fields.openUrl.trim(),
    microappUrl: fields.microappUrl.trim(),
    proxyUrl: optional(fields.proxyUrl),
    redirectUrl: optional(fields.redirectUrl)
  }
}

/** Whether a text is a port that a tunnel can be led to: a fixed one, and none that needs the administrator. */
export function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text.trim()) && Number(text) >= 1024 && Number(text) <= 65_535
}
