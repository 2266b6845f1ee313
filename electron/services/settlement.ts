import type { OperationKind } from '@shared/domain/operation'
import type { AuditVersion, VersionList } from '@shared/domain/version'
import { rollbackEffectMs } from '@shared/rules/limits'

/** How an operation whose answer was lost turned out. */
export type Verdict = 'done' | 'not_done' | 'undecided'

export type LostOperation = {
  readonly kind: OperationKind
  /** The version it was about; for a rollback the one it returns to. */
  readonly version: string | null
  readonly startedAt: number
  /** The version list read just before the operation was sent. */
  readonly before: VersionList
}

/** A rollback that shows no trace after this time was not carried out (the platform says 3 to 5 minutes). */
const rollbackPatienceMs = 2 * rollbackEffectMs.to

/**
 * Tells by comparison whether an operation was carried out whose answer never came. Nothing is ever sent again to find
 * out.
 *
 * An upload or a submission shows at once, as a stage with another time of making (`ctime`) or, for a submission, as a
 * version in review. A rollback takes 3 to 5 minutes to show; the platform's `can_rollback` turning false meanwhile is
 * taken as its acceptance, since it is allowed once per release (page "回退代码版本"; unverified that it turns at once).
 */
export function settle(lost: LostOperation, after: VersionList): Verdict {
  switch (lost.kind) {
    case 'upload':
      return verdict(wasUploaded(lost, after))
    case 'submit':
    case 'resubmit':
      return verdict(wasSubmitted(lost, after))
    case 'withdraw':
      return verdict(wasWithdrawn(lost, after))
    case 'release':
      return verdict(wasReleased(lost, after))
    case 'rollback':
      return rollbackVerdict(lost, after)
  }
}

const verdict = (done: boolean): Verdict => (done ? 'done' : 'not_done')

function wasUploaded({ before, version }: LostOperation, after: VersionList): boolean {
  if (after.latest?.version !== version) return false
  return after.latest.createdAt !== before.latest?.createdAt || before.latest.version !== version
}

/** A submission that was accepted may have been judged already, hence also a new audit version that is not in review. */
function wasSubmitted({ before, version }: LostOperation, after: VersionList): boolean {
  const audit = after.audit
  if (!audit || audit.version !== version) return false
  if (!before.audit || !isSameAudit(before.audit, audit)) return true
  return before.audit.status !== 'in_review' && audit.status !== before.audit.status
}

function wasWithdrawn({ before }: LostOperation, after: VersionList): boolean {
  return after.audit === null ? before.audit !== null : after.audit.status === 'withdrawn'
}

function wasReleased({ before, version }: LostOperation, after: VersionList): boolean {
  if (after.audit?.version === version && after.audit.released) return true
  if (after.current?.version !== version) return false
  return before.current?.version !== version || before.current.createdAt !== after.current.createdAt
}

function rollbackVerdict(lost: LostOperation, after: VersionList): Verdict {
  if (after.current && after.current.version === lost.version) return 'done'
  if (after.current?.version === lost.before.current?.version && after.current?.rollback.possible === false)
    return 'done'
  return after.readAt - lost.startedAt > rollbackPatienceMs ? 'not_done' : 'undecided'
}

function isSameAudit(a: AuditVersion, b: AuditVersion): boolean {
  return a.version === b.version && a.createdAt === b.createdAt
}
