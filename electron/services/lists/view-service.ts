import {
  savedViewsMax,
  type ColumnChoice,
  type ListViews,
  type SavedView,
  type ViewContent
} from '@shared/domain/lists'
import { DeskFailure } from '@shared/errors'
import { say } from '@shared/texts/say'
import type { Clock } from '../../ports'
import type { Store } from '../../store/repositories'
import type { EventHub } from '../event-hub'

/** A view to be kept; without an id a new one. */
export type ViewOrder = {
  readonly accountId: string
  readonly id: string | null
  readonly name: string
  readonly content: ViewContent
}

/** The operator's views of the merchant list, by account. Every change is told to all pages. */
export class ViewService {
  private readonly store: Store
  private readonly events: EventHub
  private readonly clock: Clock

  constructor(parts: { store: Store; events: EventHub; clock: Clock }) {
    this.store = parts.store
    this.events = parts.events
    this.clock = parts.clock
  }

  list(accountId: string): ListViews {
    const { listViews } = this.store
    return { accountId, views: listViews.list(accountId), columns: listViews.columns(accountId) }
  }

  /** Throws `DeskFailure`: `invalid_input` for a name that is taken, `not_possible_now` for a view too many, `not_found`. */
  save({ accountId, id, name, content }: ViewOrder): SavedView {
    const { store, clock } = this
    const saved = store.transaction(() => {
      if (id === null && store.listViews.list(accountId).length >= savedViewsMax) throw tooMany()
      return store.listViews.save({ accountId, id, name, content, changedAt: clock.now() })
    })
    this.tell(accountId)
    return saved
  }

  /** Throws `DeskFailure` `not_found`. */
  remove(accountId: string, id: string): ListViews {
    this.store.listViews.remove(accountId, id)
    return this.tell(accountId)
  }

  /** Throws `DeskFailure` `not_found`. */
  move(accountId: string, id: string, to: number): ListViews {
    this.store.listViews.move(accountId, id, to)
    return this.tell(accountId)
  }

  setColumns(accountId: string, columns: readonly ColumnChoice[] | null): ListViews {
    this.store.listViews.setColumns(accountId, columns)
    return this.tell(accountId)
  }

  private tell(accountId: string): ListViews {
    const views = this.list(accountId)
    this.events.send('views.changed', views)
    return views
  }
}

const tooMany = (): DeskFailure =>
  new DeskFailure({
    code: 'not_possible_now',
    message: say`视图没有保存`,
    reason: say`一个账号最多保存 ${savedViewsMax} 个视图`,
    nextStep: say`请先删除不用的视图`,
    retryable: false,
    actor: 'operator'
  })
