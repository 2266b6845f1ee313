import type { RolloutItem } from '@shared/domain/rollout'
import { reviewStuckMs } from '@shared/rules/limits'
import type { Clock } from '../../ports'
import type { Store } from '../../store/repositories'
import type { LiveRollout } from './live-rollout'
import type { RolloutBook } from './rollout-book'
import { isStuckText, logTexts } from './rollout-texts'

export type StuckReviewsParts = { readonly store: Store; readonly book: RolloutBook; readonly clock: Clock }

/** So many lines of the log are looked through; the line comes again at worst. */
const linesLookedAt = 2_000

/** Says of each merchant once, whatever runs of the program are in between, that its review takes too long. */
export class StuckReviews {
  private readonly parts: StuckReviewsParts
  private readonly told = new WeakMap<LiveRollout, Set<string>>()

  constructor(parts: StuckReviewsParts) {
    this.parts = parts
  }

  tell(live: LiveRollout): void {
    const { book, clock } = this.parts
    const stuck = stuckAt(live, clock.now())
    if (stuck.length === 0) return
    const told = this.toldOf(live)
    const news = stuck.filter(({ appId }) => !told.has(appId))
    if (news.length === 0) return
    for (const { appId } of news) told.add(appId)
    book.log(live, 'warning', logTexts.stuck(news.map(({ name }) => name)))
  }

  /** Those that were stuck when an earlier run said so last were told of then. */
  private toldOf(live: LiveRollout): Set<string> {
    const known = this.told.get(live)
    if (known) return known
    const line = this.parts.store.rollouts.logEntries(live.id, linesLookedAt).findLast(({ text }) => isStuckText(text))
    const told = new Set((line ? stuckAt(live, line.at) : []).map(({ appId }) => appId))
    this.told.set(live, told)
    return told
  }
}

const stuckAt = (live: LiveRollout, at: number): readonly RolloutItem[] =>
  live.all().filter(({ state, reviewSince }) => state === 'reviewing' && (reviewSince ?? Infinity) < at - reviewStuckMs)
