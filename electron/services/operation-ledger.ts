import type { MerchantRef } from '@shared/domain/merchant'
import type { Operation, OperationKind, TimelineKind } from '@shared/domain/operation'
import type { VersionList } from '@shared/domain/version'
import type { DeskError } from '@shared/errors'
import { z } from 'zod'
import type { Clock } from '../ports'
import type { Store, StoredOperation } from '../store/repositories'
import { operationAct } from './activity/operation-act'
import type { EventHub } from './event-hub'

/** What is about to be sent: enough to settle it later, and to fill the next dialog. */
export type PlannedOperation = {
  readonly ref: MerchantRef
  readonly kind: OperationKind
  /** The version it is about; for a rollback the one it returns to. */
  readonly version: string
  readonly hosts: readonly string[]
  readonly summary: string | null
  /** What is sent, without secrets. */
  readonly request: Readonly<Record<string, unknown>>
  /** The rollout that it is done for; null for what an operator does by hand. */
  readonly rolloutId: string | null
}

const timelineParts = z.object({ hosts: z.array(z.string()), summary: z.string().nullable() })

/** How an accepted operation appears in the timeline. */
export const doneKinds: Readonly<Record<OperationKind, TimelineKind>> = {
  upload: 'uploaded',
  submit: 'submitted',
  resubmit: 'submitted',
  withdraw: 'withdrawn',
  release: 'released',
  rollback: 'rolled_back'
}

/**
 * Writes what we do to merchants: the intent before; after it the outcome with its lines in the
 * timeline and in the activity journal, in one transaction.
 */
export class OperationLedger {
  private readonly store: Store
  private readonly events: EventHub
  private readonly clock: Clock
  private readonly actor: string

  constructor(parts: { store: Store; events: EventHub; clock: Clock; actor: string }) {
    this.store = parts.store
    this.events = parts.events
    this.clock = parts.clock
    this.actor = parts.actor
  }

  /** Durable when it returns: only then may the call be sent. */
  begin({ ref, kind, version, hosts, summary, request, rolloutId }: PlannedOperation, before: VersionList): Operation {
    const operation = this.store.operations.begin({
      ...ref,
      kind,
      version,
      actor: this.actor,
      startedAt: this.clock.now(),
      rolloutId,
      request: { ...request, hosts, summary },
      before
    })
    this.events.send('operation.changed', { operation })
    return operation
  }

  done(operation: Operation, logId: string | null): Operation {
    return this.end(operation, { state: 'done', logId, error: null }, doneKinds[operation.kind])
  }

  failed(operation: Operation, state: 'refused' | 'not_carried_out', error: DeskError): Operation {
    return this.end(operation, { state, logId: error.logId ?? null, error }, state)
  }

  /** Still open: it has no line in the timeline until it is settled. */
  unknown(operation: Operation, error: DeskError): Operation {
    return this.end(operation, { state: 'unknown', logId: error.logId ?? null, error }, null)
  }

  private end(operation: Operation, ending: Ending, kind: TimelineKind | null): Operation {
    const finishedAt = this.clock.now()
    // An outcome that a power cut takes is found out about again: its intent is there.
    const ended = this.store.lightly(() =>
      this.store.transaction(() => {
        const stored = this.store.operations.get(operation.id)
        if (kind) this.addToTimeline(operation, stored, kind, ending)
        const finished = this.store.operations.finish(operation.id, { ...ending, finishedAt })
        this.store.activity.add(operationAct(finished, stored))
        return finished
      })
    )
    this.events.send('operation.changed', { operation: ended })
    return ended
  }

  private addToTimeline(
    operation: Operation,
    stored: StoredOperation | null,
    kind: TimelineKind,
    { logId, error }: Ending
  ): void {
    const parts = timelineParts.safeParse(stored?.request)
    this.store.timeline.add(operation, {
      at: operation.startedAt,
      kind,
      source: 'desk',
      version: operation.version,
      summary: parts.data?.summary ?? null,
      hosts: parts.data?.hosts ?? [],
      reasons: [],
      actor: operation.actor,
      logId,
      operation: operation.kind,
      error
    })
  }
}

type Ending = {
  readonly state: Exclude<Operation['state'], 'intended'>
  readonly logId: string | null
  readonly error: DeskError | null
}
