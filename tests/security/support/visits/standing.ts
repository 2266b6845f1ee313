import { isIdle, merchantThat } from '../../../integration/desk/support'
import type { Hunt } from '../hunt'

/** `standing.…` */
export async function visitStanding(hunt: Hunt): Promise<void> {
  const ref = { accountId: hunt.accountId, appId: merchantThat(hunt, isIdle) }
  await hunt.value('standing.get', ref)
  await hunt.value('standing.read', ref)
}
