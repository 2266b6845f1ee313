import type { Rollout } from '@shared/domain/rollout'
import { chinaTime } from '@/composables/china-time'
import { holdText } from '../run/hold-text'
import { runSentence } from '../run/run-sentence'
import { countsText, merchantsText, overCount } from './rollout-counts'

/** Whether it waits for somebody: for a decision, or because it was paused. */
export function needsSomebody({ state }: Rollout): boolean {
  return state === 'deciding' || state === 'paused'
}

/** Those that need somebody, then the others, each in the order they had. */
export function parted(rollouts: readonly Rollout[]): {
  readonly waiting: readonly Rollout[]
  readonly others: readonly Rollout[]
} {
  return { waiting: rollouts.filter(needsSomebody), others: rollouts.filter((each) => !needsSomebody(each)) }
}

/**
 * A rollout in one sentence, as short as a list wants it: what it waits for, or how far it is and how it went. Its state is
 * told beside it.
 */
export function rolloutSum(rollout: Rollout, now: number): string {
  const { state, plan, total, counts } = rollout
  switch (state) {
    case 'planned':
      return `${plan.startAt === null ? '还没有开始' : `${chinaTime(plan.startAt).slice(0, 16)} 开始`}，${merchantsText(total)}商家`
    case 'running':
      return `${waveText(rollout)}${overCount(counts)} / ${total} 个结束。${countsText(counts)}`
    case 'deciding':
      return runSentence(rollout, null)
    case 'paused':
      return [holdText(rollout, now)?.title.replace(/。$/, ''), countsText(counts)].filter(Boolean).join('。')
    case 'stopped':
    case 'finished':
      return countsText(counts)
  }
}

function waveText({ wave, waves }: Rollout): string {
  return waves.length > 1 ? `第 ${wave + 1} 波（共 ${waves.length} 波），` : ''
}
