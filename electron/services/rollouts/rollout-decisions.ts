import type { RolloutCounts, RolloutItem, RolloutWave, StopRule } from '@shared/domain/rollout'
import { singleCauses } from '@shared/rules/rollout-complaints'
import { say } from '@shared/texts/say'

/** What a rollout stands at: its wave works, or has ended and a gate, the train or the end comes next. */
export type Standing = 'work' | 'gate' | 'train' | 'end'

const openIn = (counts: RolloutCounts): number => counts.waiting + counts.running + counts.reviewing + counts.unknown

/**
 * A wave has ended when each merchant of it, and of those before it, is over or held for the release train. Waves whose merchants
 * are all over have no gate.
 */
export function standingOf(waves: readonly Pick<RolloutWave, 'counts'>[], wave: number): Standing {
  const begun = waves.slice(0, wave + 1)
  if (begun.some(({ counts }) => openIn(counts) > 0)) return 'work'
  if (waves.slice(wave + 1).some(({ counts }) => openIn(counts) > 0)) return 'gate'
  return waves.some(({ counts }) => counts.approved > 0) ? 'train' : 'end'
}

/** How the merchants of a wave fared who got so far that it can be told; those nothing was sent to do not count. */
export type Fared = { readonly ended: number; readonly failing: number }

export function faredIn({ done, approved, failed, rejected }: RolloutCounts): Fared {
  return { ended: done + approved + failed + rejected, failing: failed + rejected }
}

/** A share says nothing of fewer merchants than this, unless they are the whole wave. */
const judgedFrom = 10

export type StopFacts = {
  readonly fared: Fared
  readonly isWaveOver: boolean
  readonly streaks: FailureStreaks
}

/** Why the stop rule pauses a rollout now, in the operator's words; null: it does not. */
export function stopReason(rule: StopRule, { fared, isWaveOver, streaks }: StopFacts): string | null {
  const { failurePercent, sameCause } = rule
  const longest = streaks.longest()
  if (sameCause !== null && longest >= sameCause) return say`连续 ${longest} 个商家因为同一个原因没有成功`
  const { ended, failing } = fared
  if (failurePercent === null || failing === 0 || (ended < judgedFrom && !isWaveOver)) return null
  const percent = (failing / ended) * 100
  if (percent < failurePercent) return null
  return say`这一波 ${ended} 个有结果的商家里 ${failing} 个没有成功（${Math.round(percent)}%），到了停止线 ${failurePercent}%`
}

/** `causes`: what all in the row have in common, which may be several complaints of reviewers. */
type Streak = { causes: readonly string[]; length: number }

/** Failures in a row for the same cause; what fails in a step and what fails in review have rows of their own. */
export class FailureStreaks {
  private readonly steps: Streak = { causes: [], length: 0 }
  private readonly reviews: Streak = { causes: [], length: 0 }

  longest(): number {
    return Math.max(this.steps.length, this.reviews.length)
  }

  /** A merchant went from one state to another. */
  note(before: RolloutItem, { state, cause }: RolloutItem): void {
    const wasReviewed = before.state === 'reviewing'
    if (state === 'rejected' || (state === 'failed' && wasReviewed)) lengthen(this.reviews, cause)
    else if (state === 'failed') lengthen(this.steps, cause)
    else if (wasReviewed && (state === 'approved' || state === 'waiting' || state === 'done')) clear(this.reviews)
    else if (state === 'reviewing') clear(this.steps)
    else if (state === 'approved' || state === 'done') this.clear()
  }

  clear(): void {
    clear(this.steps)
    clear(this.reviews)
  }
}

function lengthen(streak: Streak, cause: string | null): void {
  const causes = cause === null ? [] : singleCauses(cause)
  const common = streak.causes.filter((each) => causes.includes(each))
  streak.length = common.length > 0 ? streak.length + 1 : 1
  streak.causes = common.length > 0 ? common : causes
}

function clear(streak: Streak): void {
  streak.causes = []
  streak.length = 0
}
