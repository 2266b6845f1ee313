import type { ActivityFacts } from '@shared/domain/activity'
import type { AccountSettings } from '@shared/domain/account'
import type { Act } from '../activity-journal'
import type { CallDescriptions } from './description'

/** Accounts, their secrets (only that they were replaced), the keychain and authorisations. */
export const accountDescriptions = {
  'keychain.retry': 'reading',
  'keychain.useMemory': () => (value) => value && { action: 'memory_keychain' },
  'accounts.add':
    ({ name, componentAppId, colour }) =>
    (value): Act | null =>
      value && { action: 'account_add', accountId: value.id, after: { account: name, componentAppId, colour } },
  'accounts.change': ({ accountId, name, colour, settings = {}, secrets = {} }, store) => {
    const known = store.accounts.get(accountId)
    const replaced = Object.keys(secrets).toSorted()
    const before = {
      ...(name === undefined || !known ? {} : { account: known.name }),
      ...(colour === undefined || !known ? {} : { colour: known.colour }),
      ...(known ? settingFacts(known.settings, Object.keys(settings)) : {})
    }
    const after = {
      ...(name === undefined ? {} : { account: name }),
      ...(colour === undefined ? {} : { colour }),
      ...settingFacts(settings, Object.keys(settings))
    }
    const isSecretOnly = replaced.length > 0 && Object.keys(after).length === 0
    return (value) =>
      value && {
        action: isSecretOnly ? 'secrets_replace' : 'account_change',
        ...changed(before, after),
        ...(replaced.length === 0 ? {} : { after: { ...changed(before, after).after, secrets: replaced } })
      }
  },
  'accounts.remove': ({ accountId, data }, store) => {
    const accountName = store.accounts.get(accountId)?.name ?? null
    return (value) => value && { action: 'account_remove', accountName, after: { data } }
  },
  'accounts.pasteTicket': () => () => ({ action: 'ticket_paste' }),
  'accounts.probe': 'reading',
  'accounts.diagnose': 'reading',
  'authorization.link':
    ({ kind, appName, note }) =>
    () => ({
      action: 'authorization_link',
      after: { link: kind, ...(appName === null ? {} : { name: appName }), ...(note === '' ? {} : { note }) }
    }),
  'authorization.links': 'reading',
  // What worked is written where the authorisation is.
  'authorization.accept': () => (value) => (value === null ? { action: 'authorization_accept' } : null),
  'authorization.rescue': () => (value) => (value === null ? { action: 'authorization_rescue' } : null),
  'authorization.keeper': 'reading',
  'authorization.detail': 'reading'
} satisfies CallDescriptions

type Facts = { readonly before: ActivityFacts; readonly after: ActivityFacts }

/** The settings of these names; one that is not set is an empty text. */
function settingFacts(
  settings: { readonly [Key in keyof AccountSettings]?: AccountSettings[Key] | undefined },
  names: readonly string[]
): ActivityFacts {
  const { ticketSource, receiverPort, relayUrl, openUrl, microappUrl, proxyUrl, redirectUrl } = settings
  const texts = {
    ...{ ticketSource, relayUrl, openUrl, microappUrl, proxyUrl, redirectUrl },
    receiverPort: receiverPort === undefined ? undefined : String(receiverPort)
  }
  return Object.fromEntries(
    Object.entries(texts).flatMap(([name, text]) => (names.includes(name) ? [[name, text ?? '']] : []))
  )
}

/** Only what differs: a form sends its fields whether they were touched or not. */
export function changed(before: ActivityFacts, after: ActivityFacts): Facts {
  const names = new Set(
    [...Object.keys(before), ...Object.keys(after)].filter((name) => textOf(before, name) !== textOf(after, name))
  )
  const only = (facts: ActivityFacts): ActivityFacts =>
    Object.fromEntries(Object.entries(facts).filter(([name]) => names.has(name)))
  return { before: only(before), after: only(after) }
}

function textOf(facts: ActivityFacts, name: string): string | undefined {
  const found = Object.entries(facts).find(([fact]) => fact === name)
  return found && JSON.stringify(found[1])
}
