import type { Hunt } from '../hunt'
import { isIdle, merchantThat } from '../../../integration/desk/support'

/** `codes.…` */
export async function visitCodes(hunt: Hunt): Promise<void> {
  const { accountId, value } = hunt
  await value('codes.trial', { accountId, appId: merchantThat(hunt, isIdle), stage: 'current', path: '' })
}
