import type { MarksChanged } from '@shared/contract'
import { merchantTagsMax, noteMaxLength } from '@shared/domain/lists'
import type { MerchantRef, MerchantRow } from '@shared/domain/merchant'
import type { Store } from '../../store/repositories'
import type { EventHub } from '../event-hub'
import { notFound } from '../merchant-facts'

export type TagChange = { readonly add: readonly string[]; readonly remove: readonly string[] }
export type NoteChange = { readonly note: string; readonly mode: 'replace' | 'append' }

/** What the operator marks merchants with, on this computer alone: notes, and tags of many at once. */
export class MarkService {
  private readonly store: Store
  private readonly events: EventHub

  constructor(parts: { store: Store; events: EventHub }) {
    this.store = parts.store
    this.events = parts.events
  }

  /** Replaces a merchant's note. Throws `DeskFailure` `not_found`. */
  setNote(ref: MerchantRef, note: string): MerchantRow {
    this.row(ref)
    this.store.merchants.setNote(ref, note)
    const row = this.row(ref)
    this.events.merchantChanged(row)
    return row
  }

  /** Merchants that are gone meanwhile are passed over. */
  changeTags(accountId: string, appIds: readonly string[], { add, remove }: TagChange): MarksChanged {
    return this.change(accountId, appIds, (row) => {
      const tags = [...new Set([...row.tags.filter((tag) => !remove.includes(tag)), ...add])]
      if (tags.length > merchantTagsMax) return 'full'
      if (tags.join('\n') === row.tags.join('\n')) return 'same'
      this.store.merchants.setTags(row, tags)
      return { ...row, tags }
    })
  }

  /** Merchants that are gone meanwhile are passed over. */
  changeNotes(accountId: string, appIds: readonly string[], { note, mode }: NoteChange): MarksChanged {
    return this.change(accountId, appIds, (row) => {
      const text = mode === 'append' ? [row.note, note].filter(Boolean).join('\n') : note
      if (text.length > noteMaxLength) return 'full'
      if (text === row.note) return 'same'
      this.store.merchants.setNote(row, text)
      return { ...row, note: text }
    })
  }

  /** All or none; the rows that `work` gives back were changed to that. */
  private change(
    accountId: string,
    appIds: readonly string[],
    work: (row: MerchantRow) => MerchantRow | 'same' | 'full'
  ): MarksChanged {
    const changed: MerchantRow[] = []
    const full: string[] = []
    this.store.transaction(() => {
      for (const appId of new Set(appIds)) {
        const row = this.store.merchants.row({ accountId, appId })
        const outcome = row === null ? 'same' : work(row)
        if (outcome === 'full') full.push(appId)
        else if (outcome !== 'same') changed.push(outcome)
      }
    })
    for (const row of changed) this.events.merchantChanged(row)
    return { changed: changed.length, full }
  }

  private row(ref: MerchantRef): MerchantRow {
    const row = this.store.merchants.row(ref)
    if (!row) throw notFound(ref)
    return row
  }
}
