import type { MerchantName } from '@shared/errors'
import type { PlatformClient } from '../../douyin/platform'
import type { AccountService } from '../account-service'
import { explainFailure, type FailureContext } from '../failures'

export type Question = {
  readonly accountId: string
  /** What did not happen if it fails, in the operator's words. */
  readonly message: string
  readonly merchant?: MerchantName
}

/**
 * Asks the platform something for an account and notes how its connection fares. Throws `DeskFailure` for what the platform
 * client throws.
 */
export async function askPlatform<Value>(
  accounts: AccountService,
  { accountId, message, merchant }: Question,
  ask: (platform: PlatformClient) => Promise<Value>
): Promise<Value> {
  const context: FailureContext = { message, ...(merchant ? { merchant } : {}) }
  try {
    const value = await ask(accounts.platform(accountId))
    accounts.worked(accountId)
    return value
  } catch (error) {
    const failure = explainFailure(error, context)
    const { code, reason } = failure.error
    if (code === 'credentials' || code === 'network' || code === 'timeout') {
      accounts.failed(accountId, reason ?? failure.error.message)
    }
    throw failure
  }
}
