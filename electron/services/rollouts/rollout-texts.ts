import type { DesktopNotification } from '@shared/contract'
import type { Rollout, RolloutCounts, RolloutHold, RolloutItemState } from '@shared/domain/rollout'
import { reviewStuckMs } from '@shared/rules/limits'
import { listed } from '@shared/texts/joined'
import { say } from '@shared/texts/say'

/** What is said of each state in a sum, in the order of what the operator asks first. */
const said: readonly (readonly [RolloutItemState, (count: number) => string])[] = [
  ['done', (count) => say`${count} 个完成`],
  ['approved', (count) => say`${count} 个已通过`],
  ['unchanged', (count) => say`${count} 个无需处理`],
  ['failed', (count) => say`${count} 个失败`],
  ['rejected', (count) => say`${count} 个审核未通过`],
  ['blocked', (count) => say`${count} 个未发送`],
  ['unknown', (count) => say`${count} 个结果待确认`],
  ['reviewing', (count) => say`${count} 个审核中`],
  ['skipped', (count) => say`${count} 个跳过`]
]

/** "18 个完成，1 个失败"; what there is none of is left out. */
export function countsText(counts: RolloutCounts): string {
  const parts = said.filter(([state]) => counts[state] > 0).map(([state, text]) => text(counts[state]))
  return parts.length > 0 ? parts.join(say`，`) : say`没有商家`
}

/** In the language of the time when the rollout was begun. */
const numberedWave = /^第 |^Wave \d+$/

/** Wave names such as 第 1 波 stand as they are, others in quotes. */
export function waveText(rollout: Pick<Rollout, 'waves'>, wave: number): string {
  const name = rollout.waves[wave]?.name ?? ''
  return numberedWave.test(name) ? name : say`「${name}」`
}

const stuckHours = reviewStuckMs / 3600_000
const stuckNamesShown = 5
const stuckLine = /个商家审核超过 \d+ 小时还没有结果|in review for over \d+ hours without a result/

/** Whether a line of a log is `logTexts.stuck`, in whichever language it was written. */
export const isStuckText = (text: string): boolean => stuckLine.test(text)

export const logTexts = {
  begun: (total: number, waves: number, actor: string): string =>
    waves === 1
      ? say`开始：${total} 个商家，不分波（${actor}）`
      : say`开始：${total} 个商家，分 ${waves} 波（${actor}）`,
  planned: (total: number, at: string): string => say`已计划：${total} 个商家，${at} 开始`,
  get begunByTime(): string {
    return say`到了计划的时间，开始`
  },
  get goesOn(): string {
    return say`程序重新打开，从原处继续`
  },
  woke: (sleptMs: number): string =>
    say`电脑休眠了约 ${Math.max(1, Math.round(sleptMs / 60_000))} 分钟，重新读取后接着做`,
  waveOpened: (wave: string, actor: string | null): string =>
    actor === null ? say`安静期过去，自动打开${wave}` : say`打开${wave}（${actor}）`,
  waveEnded: (wave: string, counts: RolloutCounts): string => say`${wave}结束：${countsText(counts)}`,
  get notQuiet(): string {
    return say`安静期里又有失败，等你决定是否打开下一波`
  },
  get nothingDone(): string {
    return say`这一波没有一个成功，等你决定是否打开下一波`
  },
  train: (approved: number): string => say`${approved} 个商家已通过审核，等你一起发布`,
  released: (count: number, actor: string): string => say`一起发布 ${count} 个商家（${actor}）`,
  paused: (actor: string): string => say`暂停（${actor}）：正在发送的会做完`,
  resumed: (actor: string | null): string => (actor === null ? say`账号恢复，自动继续` : say`继续（${actor}）`),
  stopped: (skipped: number, actor: string): string => say`停止（${actor}）：${skipped} 个没有做完的商家已跳过`,
  retried: (count: number, actor: string): string => say`重试 ${count} 个商家（${actor}）`,
  skipped: (count: number, actor: string): string => say`跳过 ${count} 个商家（${actor}）`,
  finished: (counts: RolloutCounts): string => say`结束：${countsText(counts)}`,
  outage: (reason: string): string => say`连不上平台（${reason}），接通后自动继续`,
  get outageOver(): string {
    return say`又连上平台，继续`
  },
  stuck: (names: readonly string[]): string => {
    const shown = listed(names.slice(0, stuckNamesShown))
    return names.length > stuckNamesShown
      ? say`${names.length} 个商家审核超过 ${stuckHours} 小时还没有结果：${shown} 等`
      : say`${names.length} 个商家审核超过 ${stuckHours} 小时还没有结果：${shown}`
  }
} as const

/** Why a rollout paused by itself. */
export function holdText(hold: RolloutHold): string {
  switch (hold.by) {
    case 'stop_rule':
      return say`已自动暂停：${hold.text}`
    case 'account':
      return say`已自动暂停，账号现在不能用：${hold.error.reason ?? hold.error.message}`
    case 'quota':
      return say`已自动暂停，调用额度用完：${hold.error.reason ?? hold.error.message}`
    case 'gate':
    case 'train':
    case 'operator':
      return say`已暂停`
  }
}

/** The notification for a rollout that needs the operator, or has finished. Its page is what it opens. */
export function rolloutNotification({ id, accountId, plan }: Rollout, title: string, body: string) {
  const path = `/rollouts/${encodeURIComponent(accountId)}/${encodeURIComponent(id)}`
  return { title, body: `${plan.title}\n${body}`, path } satisfies DesktopNotification
}
