import type { RolloutItem, RolloutStep } from '@shared/domain/rollout'

/** Those furthest along come first, so that merchants get there one after another and are not all left half-way. */
const ranks: readonly (readonly RolloutStep[])[] = [
  ['release', 'withdraw', 'rollback', 'refresh'],
  ['submit', 'review'],
  ['upload'],
  ['preflight']
]
/** A merchant that was begun and looks again comes before those that were never begun. */
const newcomers = ranks.length

/** The merchants of a rollout whose turn it is, by how far they are; in the order in which they came within that. */
export class ReadyQueue {
  private readonly queues = Array.from({ length: ranks.length + 1 }, () => new Set<string>())
  private readonly placed = new Map<string, Set<string>>()

  add(item: RolloutItem): void {
    this.remove(item.appId)
    const queue = this.queues[rankOf(item)]
    if (!queue) return
    queue.add(item.appId)
    this.placed.set(item.appId, queue)
  }

  remove(appId: string): void {
    this.placed.get(appId)?.delete(appId)
    this.placed.delete(appId)
  }

  /** In the order of their turns; taking one out meanwhile is allowed. */
  *inOrder(): Iterable<string> {
    for (const queue of this.queues) yield* queue
  }
}

function rankOf({ step, attempts, reviewSince, error }: RolloutItem): number {
  const isBegun = attempts > 0 || reviewSince !== null || error !== null
  if (step === 'preflight' && !isBegun) return newcomers
  return ranks.findIndex((steps) => steps.includes(step))
}
