import type { MerchantRow } from '@shared/domain/merchant'
import type { Store } from '../../store/repositories'
import { inChunks } from '../setup/chunks'

/** The merchants of a plan as the list has them, and those that the account does not have. */
export type PlanRows = { readonly rows: ReadonlyMap<string, MerchantRow>; readonly unknown: readonly string[] }

/** Lets others work in between. */
export async function planRows(store: Store, accountId: string, appIds: readonly string[]): Promise<PlanRows> {
  const rows = new Map<string, MerchantRow>()
  const unknown: string[] = []
  await inChunks(appIds, (chunk) => {
    for (const appId of chunk) {
      const row = store.merchants.row({ accountId, appId })
      if (row) rows.set(appId, row)
      else unknown.push(appId)
    }
  })
  return { rows, unknown }
}
