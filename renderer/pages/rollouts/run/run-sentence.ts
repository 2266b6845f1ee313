import type { Rollout, RolloutCounts, RolloutWave } from '@shared/domain/rollout'
import { rolloutStateNames } from '@shared/rules/rollout-names'
import { exactTime } from '@/composables/china-time'
import { t, type TextKey } from '@/i18n'
import { durationText } from '@/pages/accounts/duration'
import { commas } from '../list/rollout-counts'
import type { Pace } from './pace'

type Part = readonly [count: number, words: TextKey]

/** Those that are as the plan wants them. */
const succeeded = ({ done, unchanged }: RolloutCounts): number => done + unchanged

const joined = (parts: readonly Part[]): string =>
  commas(parts.filter(([n]) => n > 0).map(([n, words]) => t(words, { n })))

/** The name of a wave, from 0: the operator's tag, or its number. */
export const waveName = ({ waves }: Rollout, wave: number): string =>
  waves[wave]?.name ?? t('rolloutRun.waveName', { number: wave + 1 })

/** `20 个成功，1 个失败`: how a wave ended. */
export function waveSum({ counts }: RolloutWave): string {
  const parts = joined([
    [succeeded(counts), 'rolloutRun.sentence.succeeded'],
    [counts.approved, 'rolloutRun.sentence.approved'],
    [counts.failed, 'rolloutRun.sentence.failed'],
    [counts.rejected, 'rolloutRun.sentence.rejected'],
    [counts.blocked, 'rolloutRun.sentence.blocked'],
    [counts.skipped, 'rolloutRun.sentence.skipped']
  ])
  return parts === '' ? t('rolloutRun.sentence.noMerchants') : parts
}

function progress(counts: RolloutCounts, total: number): string {
  const parts = joined([
    [succeeded(counts), 'rolloutRun.sentence.finished'],
    [counts.approved, 'rolloutRun.sentence.together'],
    [counts.reviewing, 'rolloutRun.sentence.reviewing'],
    [counts.failed, 'rolloutRun.sentence.failed'],
    [counts.rejected, 'rolloutRun.sentence.rejected'],
    [counts.blocked, 'rolloutRun.sentence.blocked'],
    [counts.unknown, 'rolloutRun.sentence.unknown'],
    [counts.skipped, 'rolloutRun.sentence.skipped']
  ])
  return parts === ''
    ? t('rolloutRun.sentence.noOutcome', { n: total })
    : t('rolloutRun.sentence.outcomes', { total, parts })
}

function deciding(rollout: Rollout): string | null {
  const { hold, waves } = rollout
  if (hold?.by === 'train') return t('rolloutRun.sentence.train', { n: hold.approved })
  if (hold?.by !== 'gate') return null
  const ended = waves[hold.wave]
  const next = { wave: waveName(rollout, hold.wave + 1) }
  const what = t(hold.opensAt === null ? 'rolloutRun.sentence.decideOpen' : 'rolloutRun.sentence.opensItself', next)
  const wave = waveName(rollout, hold.wave)
  if (ended === undefined) return t('rolloutRun.sentence.waveEnded', { wave, what })
  return t('rolloutRun.sentence.waveEndedSum', { wave, sum: waveSum(ended), what })
}

/** All of it in one sentence: what happened, what is left, how long it takes. */
export function runSentence(rollout: Rollout, pace: Pace | null): string {
  const { state, counts, total, plan } = rollout
  const question = state === 'deciding' ? deciding(rollout) : null
  if (question !== null) return question
  if (state === 'planned') {
    const facts = { state: rolloutStateNames.planned, n: total }
    if (plan.startAt === null) return t('rolloutRun.sentence.planned', facts)
    return t('rolloutRun.sentence.plannedAt', { ...facts, time: exactTime(plan.startAt) })
  }
  const sentence = t('rolloutRun.sentence.progress', {
    state: rolloutStateNames[state],
    progress: progress(counts, total)
  })
  return withRemaining(sentence, rollout, pace)
}

/** Nobody knows how long reviews take: where there are some, it is said what the time is for. */
function withRemaining(sentence: string, { plan: { work }, counts }: Rollout, pace: Pace | null): string {
  if (pace === null || counts.waiting + counts.running === 0) return sentence
  const isReviewed = (work.kind === 'ship' || work.kind === 'submit') && work.until === 'release'
  const left = durationText(pace.remainingMs)
  // `不到 1 分钟` is joined otherwise than a number.
  const isNumber = /^\d/.test(left)
  const key = isReviewed ? (isNumber ? 'leftSending' : 'leftSendingLess') : isNumber ? 'left' : 'leftLess'
  return t(`rolloutRun.sentence.${key}`, { sentence, left })
}
