import type { OperationKind } from '@shared/domain/operation'
import type { VersionList } from '@shared/domain/version'

/**
 * The operation that moves this merchant on: the one filled button of the page. What has passed is released, a test
 * version that was never submitted is submitted, and else it begins with an upload (also after a rejection, where the
 * same version can be sent again beside it).
 */
export function nextAction(versions: VersionList | null): OperationKind {
  const audit = versions?.audit
  if (audit?.status === 'passed' && !audit.released && !audit.takenDown) return 'release'
  const waiting = versions?.latest?.submitted === false
  return waiting && audit?.status !== 'in_review' ? 'submit' : 'upload'
}
