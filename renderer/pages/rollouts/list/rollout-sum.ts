import type { Rollout } from '@shared/domain/rollout'
import { chinaTime } from '@/composables/china-time'
import { t } from '@/i18n'
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
      return plannedText(plan.startAt, total)
    case 'running':
      return runningText(rollout)
    case 'deciding':
      return runSentence(rollout, null)
    case 'paused':
      return pausedText(countsText(counts), holdText(rollout, now)?.title.replace(/[。.]$/, ''))
    case 'stopped':
    case 'finished':
      return countsText(counts)
  }
}

function plannedText(startAt: number | null, total: number): string {
  const whom = merchantsText(total)
  if (startAt === null) return t('rollouts.sum.planned', { whom })
  return t('rollouts.sum.plannedAt', { whom, time: chinaTime(startAt).slice(0, 16) })
}

function runningText({ wave, waves, counts, total }: Rollout): string {
  const facts = { over: overCount(counts), total, counts: countsText(counts) }
  if (waves.length <= 1) return t('rollouts.sum.running', facts)
  return t('rollouts.sum.runningWave', { ...facts, wave: wave + 1, waves: waves.length })
}

function pausedText(counts: string, why: string | undefined): string {
  return why && counts ? t('rollouts.sum.paused', { why, counts }) : (why ?? counts)
}
