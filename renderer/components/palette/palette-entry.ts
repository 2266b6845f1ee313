import type { MerchantRef, MerchantRow } from '@shared/domain/merchant'
import type { Component } from 'vue'
import type { RouteLocationRaw } from 'vue-router'

/** What an entry is: a deed with the open merchant, any other deed, a page, a rollout, a merchant of the account. */
export type EntryKind = 'here' | 'action' | 'page' | 'rollout' | 'merchant'

/** Where an entry leads, or what it does. */
export type Deed = { readonly to: RouteLocationRaw } | { readonly run: () => void }

/** Something that can be found and chosen. */
export type PaletteEntry = {
  /** The same in every run of the application, as what was used is remembered by it. */
  readonly id: string
  readonly kind: EntryKind
  readonly title: string
  /** Further words it is found by: a merchant's tags, or other names of a page. */
  readonly words: readonly string[]
  readonly appId: string | null
  /** What is said beside the title: a state, a key. */
  readonly note: string | null
  /** Why it can not be done now; null where it can. */
  readonly reason: string | null
  readonly look: { readonly icon: Component } | { readonly merchant: MerchantRow }
  readonly deed: Deed
}

export type CommandParts = Pick<PaletteEntry, 'id' | 'title' | 'deed'> & {
  readonly icon: Component
  readonly words?: readonly string[]
  readonly note?: string | null
  readonly reason?: string | null
}

/** What a merchant is remembered by. */
export const merchantEntryId = ({ accountId, appId }: MerchantRef): string => `merchant:${accountId}/${appId}`

/** An entry that is no merchant. */
export function commandOf(kind: EntryKind, { icon, words = [], note = null, reason = null, ...parts }: CommandParts) {
  return {
    ...parts,
    kind,
    words: words.filter((word) => word !== parts.title),
    note,
    reason,
    appId: null,
    look: { icon }
  } satisfies PaletteEntry
}
