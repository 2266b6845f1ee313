import type { MerchantRow } from '@shared/domain/merchant'
import { t } from '@/i18n'

/** The merchant that was meant, or why there is none. */
export type MerchantMatch =
  { readonly merchant: MerchantRow; readonly problem: null } | { readonly merchant: null; readonly problem: string }

export type MerchantIndex = {
  readonly find: (by: { readonly appId: string } | { readonly name: string }) => MerchantMatch
  /** By a text that is an app id or else a name. */
  readonly findEither: (text: string) => MerchantMatch
}

/** Finds merchants by app id, or by name where only one has it. */
export function merchantIndex(merchants: readonly MerchantRow[]): MerchantIndex {
  const byAppId = new Map(merchants.map((row) => [row.appId, row]))
  const byName = new Map<string, MerchantRow[]>()
  for (const row of merchants) byName.set(row.name, [...(byName.get(row.name) ?? []), row])

  const named = (name: string): MerchantMatch => {
    const [first, second] = byName.get(name) ?? []
    if (second) return { merchant: null, problem: t('batches.twins', { name }) }
    return first ? { merchant: first, problem: null } : { merchant: null, problem: t('batches.unknown') }
  }
  const identified = (appId: string): MerchantMatch => {
    const merchant = byAppId.get(appId)
    return merchant ? { merchant, problem: null } : { merchant: null, problem: t('batches.unknown') }
  }
  return {
    find: (by) => ('appId' in by ? identified(by.appId) : named(by.name)),
    findEither: (text) => (byAppId.has(text) ? identified(text) : named(text))
  }
}
