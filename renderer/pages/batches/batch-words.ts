import type { Batch, BatchItemState, BatchKind, BatchState } from '@shared/domain/batch'
import type { StateLook } from '@/components/common/words'

export const batchKindNames: Readonly<Record<BatchKind, string>> = {
  introduction: '批量改简介',
  icon: '批量换图标',
  domains: '套用域名基线',
  capability: '批量申请能力'
}

/** The tab of the merchant page where a batch's change shows. */
export const batchKindTabs: Readonly<Record<BatchKind, string>> = {
  introduction: 'profile',
  icon: 'profile',
  domains: 'domains',
  capability: 'capabilities'
}

export const batchStateLooks: Readonly<Record<BatchState, StateLook>> = {
  running: { kind: 'info', text: '进行中', icon: 'waiting' },
  paused: { kind: 'warning', text: '已暂停', icon: 'attention' },
  interrupted: { kind: 'warning', text: '中断了', icon: 'attention' },
  stopped: { kind: 'neutral', text: '已停止', icon: 'takenBack' },
  finished: { kind: 'success', text: '已结束', icon: 'done' }
}

/** In the order in which the operator looks at them: what failed first. */
export const itemStates: readonly BatchItemState[] = [
  'failed',
  'unknown',
  'running',
  'waiting',
  'done',
  'unchanged',
  'skipped'
]

export const itemStateLooks: Readonly<Record<BatchItemState, StateLook>> = {
  failed: { kind: 'danger', text: '失败', icon: 'failed' },
  unknown: { kind: 'warning', text: '结果未确认', icon: 'attention' },
  running: { kind: 'info', text: '进行中', icon: 'waiting' },
  waiting: { kind: 'neutral', text: '等待', icon: 'nothing' },
  done: { kind: 'success', text: '完成', icon: 'done' },
  unchanged: { kind: 'neutral', text: '不用改', icon: 'done' },
  skipped: { kind: 'neutral', text: '已跳过', icon: 'takenBack' }
}

/** What there is of each state, in words: `3 失败，409 完成`. */
export function countsText({ counts }: Batch): string {
  return itemStates
    .filter((state) => counts[state] > 0)
    .map((state) => `${counts[state]} ${itemStateLooks[state].text}`)
    .join('，')
}

/** How many merchants are over with, whatever came of them. */
export function doneCount({ counts }: Batch): number {
  return counts.done + counts.unchanged + counts.failed + counts.unknown + counts.skipped
}

/** Whether it may still go on. */
export function isOpen({ state }: Batch): boolean {
  return state === 'running' || state === 'paused' || state === 'interrupted'
}
