import type { ColumnChoice, SavedView, ViewContent } from '@shared/domain/lists'

export type NewSavedView = {
  readonly accountId: string
  /** Null for a view that is new. */
  readonly id: string | null
  readonly name: string
  readonly content: ViewContent
  readonly changedAt: number
}

export interface ListViewRepository {
  /** In the operator's order. */
  list(accountId: string): readonly SavedView[]
  /** Throws `DeskFailure`: `invalid_input` where another has the name, `not_found` where it is gone. */
  save(view: NewSavedView): SavedView
  /** Throws `DeskFailure` `not_found`. */
  remove(accountId: string, id: string): void
  /** Puts a view at this place, counted from 0. Throws `DeskFailure` `not_found`. */
  move(accountId: string, id: string, to: number): void
  /** The columns of the account's list; null: the usual ones. */
  columns(accountId: string): readonly ColumnChoice[] | null
  setColumns(accountId: string, columns: readonly ColumnChoice[] | null): void
}
