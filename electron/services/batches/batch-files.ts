import type { BatchKind } from '@shared/domain/batch'
import { stagedIn } from '../capabilities/application-answers'
import { applicationRequest, iconRequest } from './batch-requests'

/** The staged files that an item of a batch is done with. */
export function filesOfItem(kind: BatchKind, request: unknown): readonly string[] {
  switch (kind) {
    case 'icon':
      return [iconRequest.parse(request).fileId]
    case 'capability':
      return stagedIn(applicationRequest.parse(request).answers)
    case 'introduction':
    case 'domains':
      return []
  }
}
