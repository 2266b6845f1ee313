import { defaultAccountSettings } from '@shared/domain/account'
import { isAllowedPlatformUrl } from '@shared/rules/platform-url'
import { environmentPrefix } from './services/accounts/account-admin'
import { accountIdOf } from './services/accounts/account-rules'
import type { StoredAccount } from './store/repositories'

/** A platform address that the environment names, and as whom to talk to it. */
export type EnvironmentAccount = {
  readonly secret: string
  readonly ticket: string
  readonly account: StoredAccount
}

type Environment = Readonly<Record<string, string | undefined>>

/** The names of the environment's variables; described in docs/automation.md and kept stable. */
export const platformVariables = {
  url: 'MERCHANT_DESK_PLATFORM_URL',
  appId: 'MERCHANT_DESK_COMPONENT_APPID',
  secret: 'MERCHANT_DESK_COMPONENT_SECRET',
  ticket: 'MERCHANT_DESK_COMPONENT_TICKET'
} as const

/** Why the application can not start with this environment; one line for the terminal. */
export class EnvironmentProblem extends Error {
  override readonly name = 'EnvironmentProblem'
}

/**
 * The account that the environment gives, in place of the practice environment; null where it names no address. Its
 * credentials are never written to disk in the clear. Throws `EnvironmentProblem` when it lacks them or would send tokens in
 * the clear.
 */
export function environmentAccount(environment: Environment): EnvironmentAccount | null {
  const url = environment[platformVariables.url]
  if (!url) return null
  if (!isAllowedPlatformUrl(url)) {
    throw new EnvironmentProblem('the platform address must be https://, or http:// on this machine')
  }
  const appId = required(environment, 'appId')
  const [secret, ticket] = [required(environment, 'secret'), required(environment, 'ticket')]
  return { secret, ticket, account: account(url, appId) }
}

function required(environment: Environment, name: keyof typeof platformVariables): string {
  const value = environment[platformVariables[name]]
  if (value) return value
  throw new EnvironmentProblem(`a platform address is set, so ${platformVariables[name]} is needed as well`)
}

/** Every address and application has an account of its own, so that merchants of two servers never mix. */
function account(url: string, componentAppId: string): StoredAccount {
  return {
    id: environmentPrefix + accountIdOf(componentAppId, url),
    kind: 'platform',
    name: new URL(url).host,
    colour: '#b45309',
    componentAppId,
    settings: { ...defaultAccountSettings, ticketSource: 'paste', openUrl: url, microappUrl: url }
  }
}
