import type { MerchantRow } from '@shared/domain/merchant'

/** More than these are not read but searched on. */
const most = 20

/** A merchant that can be picked; `value` is what the field shows. */
export type MerchantSuggestion = { readonly value: string; readonly appId: string; readonly name: string }

/** Merchants whose name or app id has the words in it, in the list's order; at most 20. */
export function merchantSuggestions(rows: readonly MerchantRow[], query: string): MerchantSuggestion[] {
  const wanted = query.trim().toLowerCase()
  const found: MerchantSuggestion[] = []
  for (const { appId, name } of rows) {
    if (`${name}\n${appId}`.toLowerCase().includes(wanted)) found.push({ value: name, appId, name })
    if (found.length === most) break
  }
  return found
}

/**
 * Which merchant was meant by what was typed and not picked: the one of that name or app id, the only one that it fits, or
 * an app id that the list does not know (its events may be older than its authorisation). Null where it is none of these.
 */
export function meantAppId(rows: readonly MerchantRow[], typed: string): string | null {
  const wanted = typed.trim()
  const exact = rows.find(({ appId, name }) => appId === wanted || name === wanted)
  if (exact) return exact.appId
  const [only, ...others] = merchantSuggestions(rows, wanted)
  if (only) return others.length === 0 ? only.appId : null
  return /^tt[0-9a-z]{1,62}$/i.test(wanted) ? wanted : null
}
