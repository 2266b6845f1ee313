import type { Rollout, RolloutCounts, RolloutWave } from '@shared/domain/rollout'
import { rolloutStateNames } from '@shared/rules/rollout-names'
import { exactTime } from '@/composables/china-time'
import { durationText } from '@/pages/accounts/duration'
import type { Pace } from './pace'

type Part = readonly [number, string]

/** Those that are as the plan wants them. */
const succeeded = ({ done, unchanged }: RolloutCounts): number => done + unchanged

const joined = (parts: readonly Part[]): string =>
  parts
    .filter(([count]) => count > 0)
    .map(([count, words]) => `${count} 个${words}`)
    .join('，')

/** The name of a wave, from 0: the operator's tag, or its number. */
export const waveName = ({ waves }: Rollout, wave: number): string => waves[wave]?.name ?? `第 ${wave + 1} 波`

/** `20 个成功，1 个失败`: how a wave ended. */
export function waveSum({ counts }: RolloutWave): string {
  const parts = joined([
    [succeeded(counts), '成功'],
    [counts.approved, '已通过审核'],
    [counts.failed, '失败'],
    [counts.rejected, '审核未通过'],
    [counts.blocked, '没有发送'],
    [counts.skipped, '跳过']
  ])
  return parts === '' ? '没有商家' : parts
}

function progress(counts: RolloutCounts, total: number): string {
  const parts = joined([
    [succeeded(counts), '完成'],
    [counts.approved, '待一起发布'],
    [counts.reviewing, '审核中'],
    [counts.failed, '失败'],
    [counts.rejected, '审核未通过'],
    [counts.blocked, '没有发送'],
    [counts.unknown, '结果待确认'],
    [counts.skipped, '跳过']
  ])
  return parts === '' ? `${total} 个商家，还没有结果` : `${total} 个里 ${parts}`
}

function deciding(rollout: Rollout): string | null {
  const { hold, waves } = rollout
  if (hold?.by === 'train') return `${hold.approved} 个已通过审核；等你决定一起发布`
  if (hold?.by !== 'gate') return null
  const ended = waves[hold.wave]
  const sum = ended ? `，${waveSum(ended)}` : ''
  const next = waveName(rollout, hold.wave + 1)
  const what = hold.opensAt === null ? `等你决定是否打开${next}` : `${next}会自动打开`
  return `${waveName(rollout, hold.wave)}结束${sum}；${what}`
}

/** All of it in one sentence: what happened, what is left, how long it takes. */
export function runSentence(rollout: Rollout, pace: Pace | null): string {
  const { state, counts, total, plan } = rollout
  const question = state === 'deciding' ? deciding(rollout) : null
  if (question !== null) return question
  if (state === 'planned') {
    const when = plan.startAt === null ? '' : `，${exactTime(plan.startAt)} 开始`
    return `${rolloutStateNames.planned}：${total} 个商家${when}`
  }
  return `${rolloutStateNames[state]}：${progress(counts, total)}${remaining(rollout, pace)}`
}

/** Nobody knows how long reviews take: where there are some, it is said what the time is for. */
function remaining({ plan: { work }, counts }: Rollout, pace: Pace | null): string {
  if (pace === null || counts.waiting + counts.running === 0) return ''
  const isReviewed = (work.kind === 'ship' || work.kind === 'submit') && work.until === 'release'
  const left = durationText(pace.remainingMs)
  return `，${isReviewed ? '发送' : ''}预计还要${/^\d/.test(left) ? ' ' : ''}${left}`
}
