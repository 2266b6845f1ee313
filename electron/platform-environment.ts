import { createHash } from 'node:crypto'
import type { Settings } from '@shared/domain/settings'
import type { DeskError } from '@shared/errors'
import { isAllowedPlatformUrl } from '@shared/rules/platform-url'
import type { StoredAccount } from './store/repositories'

/** Which platform the application talks to, and as whom. */
export type PlatformChoice =
  | { readonly kind: 'practice'; readonly notice: DeskError | null }
  | {
      readonly kind: 'address'
      readonly url: string
      readonly application: { readonly appId: string; readonly secret: string }
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
 * The platform's address comes from the environment, else from the settings, else it is the built-in practice
 * environment. The credentials for another address come from the environment alone: they are never written to disk. An
 * address from the settings that lacks them is passed over with a notice, so that the operator can still get in.
 * Throws `EnvironmentProblem` when the environment's own address lacks them or would send tokens in the clear.
 */
export function choosePlatform(environment: Environment, settings: Settings): PlatformChoice {
  const fromEnvironment = environment[platformVariables.url]
  if (fromEnvironment) return addressChoice(fromEnvironment, environment)
  if (!settings.platformUrl) return { kind: 'practice', notice: null }
  try {
    return addressChoice(settings.platformUrl, environment)
  } catch (error) {
    if (!(error instanceof EnvironmentProblem)) throw error
    return { kind: 'practice', notice: noCredentials(settings.platformUrl) }
  }
}

function addressChoice(url: string, environment: Environment): PlatformChoice {
  if (!isAllowedPlatformUrl(url)) {
    throw new EnvironmentProblem('the platform address must be https://, or http:// on this machine')
  }
  const appId = required(environment, 'appId')
  const application = { appId, secret: required(environment, 'secret') }
  return { kind: 'address', url, application, ticket: required(environment, 'ticket'), account: account(url, appId) }
}

function noCredentials(url: string): DeskError {
  return {
    code: 'credentials',
    message: '没有连接设置里的平台地址',
    reason: `没有给出 ${url} 的第三方小程序应用凭据，已改为打开演练环境`,
    nextStep: '请清空设置里的平台地址，或用环境变量给出凭据后重新打开',
    retryable: false
  }
}

function required(environment: Environment, name: keyof typeof platformVariables): string {
  const value = environment[platformVariables[name]]
  if (value) return value
  throw new EnvironmentProblem(`a platform address is set, so ${platformVariables[name]} is needed as well`)
}

/** Every address and application has an account of its own, so that merchants of two servers never mix. */
function account(url: string, componentAppId: string): StoredAccount {
  const id = createHash('sha256').update(`${url} ${componentAppId}`).digest('hex').slice(0, 12)
  return { id, kind: 'platform', name: new URL(url).host, colour: '#b45309', componentAppId }
}
