import type { ItemRequest, RolloutWork } from '@shared/domain/rollout'

/** What one merchant gets, for its row; empty where the plan says it for all. */
export function requestText(request: ItemRequest | null | undefined): string {
  if (!request) return ''
  return 'introduction' in request ? request.introduction : request.fileName
}

/** What a merchant of a rollout of the set-up gets; empty for one of versions. */
export function contentText(work: RolloutWork, request: ItemRequest | null): string {
  switch (work.kind) {
    case 'domains':
      return work.baseline.name
    case 'capability':
      return work.name
    default:
      return requestText(request)
  }
}
