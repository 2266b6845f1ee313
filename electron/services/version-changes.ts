import type { TimelineKind } from '@shared/domain/operation'
import type { AuditVersion, HostReason, OnlineVersion, TestVersion, VersionList } from '@shared/domain/version'

/** Something that happened to a merchant's versions, told by comparing two readings. */
export type VersionChange = {
  readonly kind: Extract<
    TimelineKind,
    'uploaded' | 'submitted' | 'approved' | 'rejected' | 'withdrawn' | 'released' | 'rolled_back' | 'taken_down'
  >
  readonly at: number
  readonly version: string
  readonly summary: string
  readonly hosts: readonly string[]
  readonly reasons: readonly HostReason[]
}

type Moment = (createdAt: number | null) => number

/**
 * What happened on the platform between two readings of a merchant's versions, oldest first.
 *
 * A first reading (`before` null) tells what must have happened to get there. The platform dates only the making of a
 * version; where that is not the moment meant, or lies before the last reading, the time of the present reading stands.
 */
export function versionChanges(before: VersionList | null, after: VersionList): readonly VersionChange[] {
  const moment: Moment = (createdAt) => {
    const created = createdAt ?? after.readAt
    return before === null || created > before.readAt ? Math.min(created, after.readAt) : after.readAt
  }
  return [
    ...onlineChanges(before, after.current, moment, after.readAt),
    ...auditChanges(before, after.audit, moment, after.readAt),
    ...testChanges(before?.latest ?? null, after.latest, moment)
  ].sort((a, b) => a.at - b.at)
}

function change(
  kind: VersionChange['kind'],
  at: number,
  { version, summary }: { version: string; summary: string },
  hosts: readonly string[] = [],
  reasons: readonly HostReason[] = []
): VersionChange {
  return { kind, at, version, summary, hosts, reasons }
}

function testChanges(before: TestVersion | null, after: TestVersion | null, moment: Moment): VersionChange[] {
  if (!after || (before && sameVersion(before, after))) return []
  return [change('uploaded', moment(after.createdAt), after)]
}

function auditChanges(
  earlier: VersionList | null,
  after: AuditVersion | null,
  moment: Moment,
  readAt: number
): VersionChange[] {
  if (!after) return []
  const before = earlier?.audit ?? null
  const again = before !== null && sameVersion(before, after)
  if (again && before.status === after.status) return []
  const submittedAgain = !again || (before.status !== 'in_review' && after.status === 'in_review')
  const submitted = submittedAgain ? [change('submitted', moment(after.createdAt), after)] : []
  return [...submitted, ...auditResult(after, earlier === null ? moment(after.createdAt) : readAt)]
}

function auditResult(audit: AuditVersion, at: number): VersionChange[] {
  switch (audit.status) {
    case 'in_review':
      return []
    case 'passed':
      return [change('approved', at, audit, audit.approvedHosts, audit.reasons)]
    case 'rejected':
      return [change('rejected', at, audit, audit.approvedHosts, audit.reasons)]
    case 'withdrawn':
      return [change('withdrawn', at, audit)]
  }
}

function onlineChanges(
  earlier: VersionList | null,
  after: OnlineVersion | null,
  moment: Moment,
  readAt: number
): VersionChange[] {
  if (!after) return []
  const before = earlier?.current ?? null
  const down = after.takenDown && !before?.takenDown ? [change('taken_down', readAt, after)] : []
  if (before && sameVersion(before, after)) return down
  const rolledBack = before !== null && before.rollback.toVersion === after.version && !after.rollback.possible
  const kind = rolledBack ? 'rolled_back' : 'released'
  return [change(kind, moment(after.createdAt), after, after.approvedHosts, after.reasons), ...down]
}

function sameVersion(a: VersionIdentity, b: VersionIdentity): boolean {
  return a.version === b.version && a.createdAt === b.createdAt && a.channel === b.channel
}
type VersionIdentity = Pick<TestVersion, 'version' | 'createdAt' | 'channel'>
