import type { ActivityFacts } from '@shared/domain/activity'
import type { Operation, OperationKind } from '@shared/domain/operation'
import type { VersionList } from '@shared/domain/version'
import { z } from 'zod'
import type { NewActivity, StoredOperation } from '../../store/repositories'
import { endedAct } from './ended-act'

const sent = z.object({ hosts: z.array(z.string()).catch([]), summary: z.string().nullable().catch(null) })

/** How an operation that has ended, so far as is known, stands in the activity journal. */
export function operationAct(ended: Operation, stored: StoredOperation | null): NewActivity {
  return {
    ...endedAct(ended),
    before: stored ? before(ended.kind, stored.before) : {},
    after: after(ended, stored?.request),
    links: { operation: ended.id, rollout: ended.rolloutId }
  }
}

/** The stage that an operation changes, as it was read just before. */
function before(kind: OperationKind, { latest, audit, current }: VersionList): ActivityFacts {
  switch (kind) {
    case 'upload':
      return latest ? { testVersion: latest.version } : {}
    case 'submit':
    case 'resubmit':
    case 'withdraw':
      return audit ? { auditVersion: audit.version } : {}
    case 'release':
    case 'rollback':
      return current ? { onlineVersion: current.version } : {}
  }
}

function after({ kind, version }: Operation, request: unknown): ActivityFacts {
  const { hosts, summary } = sent.safeParse(request).data ?? { hosts: [], summary: null }
  if (version === null) return {}
  switch (kind) {
    case 'upload':
      return { testVersion: version, ...(summary === null ? {} : { description: summary }) }
    case 'submit':
    case 'resubmit':
      return { auditVersion: version, ...(hosts.length === 0 ? {} : { hosts }) }
    case 'withdraw':
      return { auditVersion: '' }
    case 'release':
    case 'rollback':
      return { onlineVersion: version }
  }
}
