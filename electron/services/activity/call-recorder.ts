import type { CallName } from '@shared/contract'
import type { ActivityOutcome } from '@shared/domain/activity'
import { DeskFailure, type DeskError, type DeskErrorCode } from '@shared/errors'
import { z } from 'zod'
import type { Store } from '../../store/repositories'
import type { Act, ActivityJournal } from './activity-journal'
import { callDescriptions } from './calls'

const subject = z.object({ accountId: z.string().nullable().catch(null), appId: z.string().nullable().catch(null) })

/** Failures of which the platform knows, or may; the others changed nothing, and nobody was asked. */
const toldOutcomes: ReadonlyMap<DeskErrorCode, ActivityOutcome> = new Map([
  ['platform_refused', 'refused'],
  ['platform_busy', 'refused'],
  ['platform_fault', 'unknown'],
  ['platform_unexpected', 'unknown'],
  ['authorization_lost', 'refused'],
  ['credentials', 'refused'],
  ['network', 'unknown'],
  ['timeout', 'unknown'],
  ['outcome_unknown', 'unknown'],
  ['not_carried_out', 'not_carried_out']
])

type Finish = (value: unknown) => Act | null

/** Writes what the calls of the contract change that have no ledger of their own, after each is answered. */
export class CallRecorder {
  private readonly parts: {
    readonly store: Store
    readonly journal: ActivityJournal
    /** An entry was not written; what it tells of was done all the same. */
    readonly onTrouble: (name: CallName, error: unknown) => void
  }

  constructor(parts: CallRecorder['parts']) {
    this.parts = parts
  }

  /** Answers with what `work` does, or throws as it does. */
  async around<Value>(name: CallName, input: unknown, work: () => Promise<Value> | Value): Promise<Value> {
    const description = callDescriptions[name]
    if (typeof description !== 'function') return work()
    // The table's type ties each description to its own call; TypeScript cannot follow that through an index.
    const describe = description as (input: unknown, store: Store) => Finish
    const finish = this.quietly(name, () => describe(input, this.parts.store)) ?? (() => null)
    try {
      const value = await work()
      this.quietly(name, () => this.write(input, finish(value), null))
      return value
    } catch (error) {
      if (error instanceof DeskFailure) this.quietly(name, () => this.write(input, finish(null), error.error))
      throw error
    }
  }

  private write(input: unknown, act: Act | null, error: DeskError | null): void {
    if (act === null) return
    const outcome = error === null ? 'done' : toldOutcomes.get(error.code)
    if (outcome === undefined) return
    const named = subject.safeParse(input).data ?? { accountId: null, appId: null }
    this.parts.journal.record({ ...named, ...act, outcome, error })
  }

  /** What was done stays done: the operator is not told that it failed because its entry did. */
  private quietly<Value>(name: CallName, work: () => Value): Value | null {
    try {
      return work()
    } catch (error) {
      this.parts.onTrouble(name, error)
      return null
    }
  }
}
