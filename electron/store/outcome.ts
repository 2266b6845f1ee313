import type { OperationState } from '@shared/domain/operation'
import type { DeskError } from '@shared/errors'

/** How a call ended whose intent was written before it. */
export type Outcome = {
  readonly state: Exclude<OperationState, 'intended'>
  readonly finishedAt: number
  readonly logId: string | null
  readonly error: DeskError | null
}
