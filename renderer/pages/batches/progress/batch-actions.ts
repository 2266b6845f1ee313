import type { Batch } from '@shared/domain/batch'
import { isOpen } from '../batch-words'
import type { BatchAction } from './use-batch'

export const actionNames: Readonly<Record<BatchAction, string>> = {
  pause: '暂停',
  resume: '继续',
  stop: '停止…',
  retry: '重试失败的'
}

/** Why an action can not be done now; null when it can. */
export function actionReason(batch: Batch, action: BatchAction): string | null {
  switch (action) {
    case 'pause':
      return batch.state === 'running' ? null : '现在没有在进行'
    case 'resume':
      if (!isOpen(batch)) return '这个任务已经结束'
      return batch.state === 'running' ? '正在进行' : null
    case 'stop':
      return isOpen(batch) ? null : '这个任务已经结束'
    case 'retry':
      return batch.counts.failed > 0 ? null : '没有失败的商家'
  }
}

/** The actions that are shown: those that fit what the batch is at, and retrying always. */
export function shownActions(batch: Batch): readonly BatchAction[] {
  if (!isOpen(batch)) return ['retry']
  return [batch.state === 'running' ? 'pause' : 'resume', 'stop', 'retry']
}
