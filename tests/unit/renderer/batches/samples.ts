import type { BatchDetail } from '@shared/contract'
import type { Batch, BatchItem, BatchItemState } from '@shared/domain/batch'
import type { DeskError } from '@shared/errors'
import { createMemoryHistory, createRouter } from 'vue-router'
import { itemStates } from '@/pages/batches/batch-words'

export const failure = (change: Partial<DeskError> = {}): DeskError => ({
  code: 'platform_refused',
  message: '简介没有修改',
  reason: '简介含有敏感词',
  nextStep: '请换一个说法',
  retryable: false,
  platformCode: '21203',
  ...change
})

export const item = (appId: string, state: BatchItemState, change: Partial<BatchItem> = {}): BatchItem => ({
  appId,
  name: `商家 ${appId}`,
  summary: '为本地用户提供到店预约与优惠信息',
  state,
  error: state === 'failed' ? failure() : null,
  finishedAt: state === 'waiting' || state === 'running' ? null : 1_000,
  ...change
})

/** A batch that counts its items. */
export function batchOf(items: readonly BatchItem[], change: Partial<Batch> = {}): BatchDetail {
  const counts = Object.fromEntries(
    itemStates.map((state) => [state, items.filter((each) => each.state === state).length])
  ) as Batch['counts']
  const batch: Batch = {
    id: 'b1',
    accountId: 'practice',
    kind: 'introduction',
    title: `修改 ${items.length} 个商家的简介`,
    state: 'running',
    counts,
    total: items.length,
    createdAt: Date.now() - 60_000,
    finishedAt: null,
    actor: '小林',
    ...change
  }
  return { batch, items }
}

/** The routes that the batch pages lead to. */
export function batchRouter() {
  const page = { template: '<div />' }
  return createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/batches', component: page },
      { path: '/batches/:accountId/:batchId', name: 'batch', component: page },
      { path: '/merchants/:accountId/:appId', name: 'merchant', component: page },
      { path: '/:rest(.*)*', component: page }
    ]
  })
}
