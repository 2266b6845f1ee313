import type { DeskError } from '../errors'

/** What can be done over many merchants at once. */
export const batchKinds = ['introduction', 'icon', 'domains', 'capability'] as const
export type BatchKind = (typeof batchKinds)[number]

/**
 * `unchanged`: nothing had to be sent. `unknown`: sent, and the outcome is not known yet. `skipped`: the batch was stopped
 * before its turn.
 */
export type BatchItemState = 'waiting' | 'running' | 'done' | 'unchanged' | 'failed' | 'unknown' | 'skipped'

export type BatchItem = {
  readonly appId: string
  readonly name: string
  /** What is (to be) done to this merchant, in the operator's words. */
  readonly summary: string
  readonly state: BatchItemState
  readonly error: DeskError | null
  readonly finishedAt: number | null
}

/** `interrupted`: the program ended while it ran; it can be resumed. */
export type BatchState = 'running' | 'paused' | 'interrupted' | 'stopped' | 'finished'

/** One thing done over many merchants, merchant by merchant. */
export type Batch = {
  readonly id: string
  readonly accountId: string
  readonly kind: BatchKind
  readonly title: string
  readonly state: BatchState
  readonly counts: Readonly<Record<BatchItemState, number>>
  readonly total: number
  readonly createdAt: number
  readonly finishedAt: number | null
  readonly actor: string
}
