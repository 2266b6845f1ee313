import { isIdle, merchantsRead, merchantThat } from '../../../integration/desk/support'
import type { Hunt } from '../hunt'

/** `merchants.…` */
export async function visitMerchants(hunt: Hunt): Promise<void> {
  const { accountId, value } = hunt
  const appId = merchantThat(hunt, isIdle)
  await value('merchants.page', { accountId, cursor: null, limit: 100 })
  await value('merchants.get', { accountId, appId })
  await value('merchants.read', { accountId, appId })
  await value('merchants.setTags', { accountId, appId, tags: ['重点'] })
  await value('merchants.import', { accountId })
  await merchantsRead(hunt, accountId)
  await value('merchants.refresh', { accountId, appIds: null })
  await value('merchants.refreshStatus', { accountId })
  await merchantsRead(hunt, accountId)
}
