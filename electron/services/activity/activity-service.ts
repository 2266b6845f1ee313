import type { ActivityPage, CallInput } from '@shared/contract'
import type { ActivityCheck, ActivityChoices, ActivityEntry } from '@shared/domain/activity'
import type { MerchantReport } from '@shared/domain/merchant-report'
import { linkProblem, noHash } from '../../store/activity-chain'
import type { Clock } from '../../ports'
import type { Store } from '../../store/repositories'
import type { ActivityJournal } from './activity-journal'
import { merchantReport, type ReportOrder } from './merchant-report'

/** So many entries are checked before others have their turn: 1,000 take about 10 ms. */
const checkedAtOnce = 1_000

export type ActivityServiceParts = { readonly store: Store; readonly journal: ActivityJournal; readonly clock: Clock }

/** The activity journal (操作记录) as the operator looks at it, checks it and hands it out. */
export class ActivityService {
  private readonly parts: ActivityServiceParts

  constructor(parts: ActivityServiceParts) {
    this.parts = parts
  }

  /** Throws `DeskFailure` `invalid_input` for a cursor that is none. */
  page({ filter, cursor, limit }: CallInput<'activity.page'>): ActivityPage {
    const { activity } = this.parts.store
    return { ...activity.page(filter, cursor, limit), total: cursor === null ? activity.count(filter) : null }
  }

  choices(): ActivityChoices {
    return this.parts.store.activity.choices()
  }

  /** Calculates every hash again, from the first entry to the first that does not fit. */
  async check(): Promise<ActivityCheck> {
    const { store, clock } = this.parts
    const removals = store.activity.removals()
    let last = { sequence: 0, hash: noHash }
    let emptied = 0
    const found = (broken: ActivityCheck['broken']): ActivityCheck => {
      return { checkedAt: clock.now(), checked: last.sequence, lastHash: last.hash, emptied, broken }
    }
    for (;;) {
      const links = store.activity.links(last.sequence, checkedAtOnce)
      for (const link of links) {
        const what = linkProblem(link, last, removals.get(link.accountId ?? '') ?? 0)
        if (what !== null) return found({ sequence: link.sequence, at: link.at, what })
        if (link.contentText === null) emptied += 1
        last = link
      }
      if (links.length < checkedAtOnce) return found(null)
      await clock.wait(0)
    }
  }

  /** 商家月报. Throws `DeskFailure` `not_found`. */
  report(order: ReportOrder): MerchantReport {
    return merchantReport(this.parts.store, order, this.parts.clock.now())
  }

  noteExport({ accountId, format, entries, lastHash }: CallInput<'activity.noteExport'>): ActivityEntry {
    const after = { format, entries: String(entries), lastHash }
    return this.parts.journal.record({ action: 'journal_export', accountId, after })
  }
}
