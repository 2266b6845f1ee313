import type { Capability, CapabilityState } from '@shared/domain/capability'
import { say } from '@shared/texts/say'
import type { PlatformCaller } from './caller'
import { standingCalls } from './standing'

/**
 * 获取手机号 (page `general-capabilities/new-phone-method`): no application any more with base library 3.51.0 or newer, the
 * platform grants it by itself once the trial operation period is over. Its state is unknown where that can not be read.
 * Never rejects.
 */
export async function phoneNumber(
  caller: PlatformCaller,
  appId: string,
  signal: AbortSignal | undefined
): Promise<Capability> {
  return {
    key: 'phone_number',
    name: say`获取手机号`,
    description: say`不用申请：小程序过了试运营期就有，要求基础库 3.51.0 及以上`,
    way: 'automatic',
    state: await stateOf(caller, appId, signal),
    reason: '',
    canApply: null,
    conditions: [],
    fields: [],
    permissionIds: [],
    permitted: null
  }
}

async function stateOf(
  caller: PlatformCaller,
  appId: string,
  signal: AbortSignal | undefined
): Promise<CapabilityState | null> {
  try {
    const { inTrial } = await standingCalls(caller, appId).trialInformation({ signal })
    return inTrial ? 'cannot_apply' : 'granted'
  } catch {
    return null
  }
}
