import type { DesktopNotification } from '@shared/contract'
import type { Rollout, RolloutCounts, RolloutHold, RolloutItemState } from '@shared/domain/rollout'
import { reviewStuckMs } from '@shared/rules/limits'

/** What is said of each state in a sum, in the order of what the operator asks first. */
const said: readonly (readonly [RolloutItemState, string])[] = [
  ['done', '完成'],
  ['approved', '已通过'],
  ['unchanged', '无需处理'],
  ['failed', '失败'],
  ['rejected', '审核未通过'],
  ['blocked', '未发送'],
  ['unknown', '结果待确认'],
  ['reviewing', '审核中'],
  ['skipped', '跳过']
]

/** "18 个完成，1 个失败"; what there is none of is left out. */
export function countsText(counts: RolloutCounts): string {
  const parts = said.filter(([state]) => counts[state] > 0).map(([state, word]) => `${counts[state]} 个${word}`)
  return parts.length > 0 ? parts.join('，') : '没有商家'
}

/** Wave names such as 第 1 波 stand as they are, others in quotes. */
export function waveText(rollout: Pick<Rollout, 'waves'>, wave: number): string {
  const name = rollout.waves[wave]?.name ?? ''
  return name.startsWith('第 ') ? name : `「${name}」`
}

/** They tell the line apart from the others. */
const stuckWords = `个商家审核超过 ${reviewStuckMs / 3600_000} 小时还没有结果`

export const isStuckText = (text: string): boolean => text.includes(stuckWords)

export const logTexts = {
  begun: (total: number, waves: number, actor: string): string =>
    `开始：${total} 个商家，${waves === 1 ? '不分波' : `分 ${waves} 波`}（${actor}）`,
  planned: (total: number, at: string): string => `已计划：${total} 个商家，${at} 开始`,
  begunByTime: '到了计划的时间，开始',
  goesOn: '程序重新打开，从原处继续',
  woke: (sleptMs: number): string => `电脑休眠了约 ${Math.max(1, Math.round(sleptMs / 60_000))} 分钟，重新读取后接着做`,
  waveOpened: (wave: string, actor: string | null): string =>
    actor === null ? `安静期过去，自动打开${wave}` : `打开${wave}（${actor}）`,
  waveEnded: (wave: string, counts: RolloutCounts): string => `${wave}结束：${countsText(counts)}`,
  notQuiet: '安静期里又有失败，等你决定是否打开下一波',
  nothingDone: '这一波没有一个成功，等你决定是否打开下一波',
  train: (approved: number): string => `${approved} 个商家已通过审核，等你一起发布`,
  released: (count: number, actor: string): string => `一起发布 ${count} 个商家（${actor}）`,
  paused: (actor: string): string => `暂停（${actor}）：正在发送的会做完`,
  resumed: (actor: string | null): string => (actor === null ? '账号恢复，自动继续' : `继续（${actor}）`),
  stopped: (skipped: number, actor: string): string => `停止（${actor}）：${skipped} 个没有做完的商家已跳过`,
  retried: (count: number, actor: string): string => `重试 ${count} 个商家（${actor}）`,
  skipped: (count: number, actor: string): string => `跳过 ${count} 个商家（${actor}）`,
  finished: (counts: RolloutCounts): string => `结束：${countsText(counts)}`,
  outage: (reason: string): string => `连不上平台（${reason}），接通后自动继续`,
  outageOver: '又连上平台，继续',
  stuck: (names: readonly string[]): string =>
    `${names.length} ${stuckWords}：${names.slice(0, 5).join('、')}${names.length > 5 ? ' 等' : ''}`
} as const

/** Why a rollout paused by itself. */
export function holdText(hold: RolloutHold): string {
  switch (hold.by) {
    case 'stop_rule':
      return `已自动暂停：${hold.text}`
    case 'account':
      return `已自动暂停，账号现在不能用：${hold.error.reason ?? hold.error.message}`
    case 'quota':
      return `已自动暂停，调用额度用完：${hold.error.reason ?? hold.error.message}`
    case 'gate':
    case 'train':
    case 'operator':
      return '已暂停'
  }
}

/** The notification for a rollout that needs the operator, or has finished. Its page is what it opens. */
export function rolloutNotification({ id, accountId, plan }: Rollout, title: string, body: string) {
  const path = `/rollouts/${encodeURIComponent(accountId)}/${encodeURIComponent(id)}`
  return { title, body: `${plan.title}\n${body}`, path } satisfies DesktopNotification
}
