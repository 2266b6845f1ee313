import type { CallName } from '@shared/contract'
import { firstTaskNames, type FirstTaskName, type FirstTasks } from '@shared/domain/first-tasks'
import type { MerchantRef, MerchantRow } from '@shared/domain/merchant'
import type { OperationKind } from '@shared/domain/operation'
import { z } from 'zod'
import type { Logger } from '../../ports'
import type { Store } from '../../store/repositories'
import type { AccountService } from '../account-service'

/** Enough to find a merchant that suits; the list is in the order of its names. */
const lookedThrough = 200

/** Calls that are a task themselves: nothing else in the database tells of them. */
const tellingCalls: Partial<Readonly<Record<CallName, FirstTaskName>>> = {
  'merchants.get': 'look',
  'codes.trial': 'trial_code'
}

const operationTasks: Readonly<Record<OperationKind, FirstTaskName | null>> = {
  upload: 'upload',
  submit: 'submit',
  resubmit: 'submit',
  withdraw: null,
  release: 'release',
  rollback: null
}

const merchantRef = z.object({ accountId: z.string(), appId: z.string() })

export type FirstTasksParts = {
  readonly store: Pick<Store, 'firstTasks' | 'merchants'>
  readonly accounts: Pick<AccountService, 'get' | 'list'>
  readonly logger: Logger
}

/**
 * The list of first tasks (入门清单): ticks itself from what the journal, the rollouts, the accounts and the calls that were
 * answered show. What was seen done is kept, and not looked for again.
 */
export class FirstTasksService {
  private readonly parts: FirstTasksParts
  private done: readonly FirstTaskName[] | null = null
  private lookedAt: MerchantRef | null = null

  constructor(parts: FirstTasksParts) {
    this.parts = parts
  }

  /** Throws `DeskFailure` `not_found` for an account that is not open. */
  read(accountId: string): FirstTasks {
    this.parts.accounts.get(accountId)
    const missing = firstTaskNames.filter((name) => !this.known().includes(name))
    if (missing.length > 0) this.keep(this.found(missing))
    return {
      done: this.known(),
      merchant: this.known().length < firstTaskNames.length ? this.merchant(accountId) : null
    }
  }

  /** Stands around every call: some are a task themselves, once they are answered with a value. */
  async around<Value>(call: CallName, input: unknown, work: () => Promise<Value>): Promise<Value> {
    const value = await work()
    const task = tellingCalls[call]
    if (task === undefined) return value
    if (task === 'look') this.lookedAt = merchantRef.safeParse(input).data ?? this.lookedAt
    this.keep([task])
    return value
  }

  private known(): readonly FirstTaskName[] {
    this.done ??= this.parts.store.firstTasks.kept()
    return this.done
  }

  private keep(more: readonly FirstTaskName[]): void {
    const known = this.known()
    if (more.every((name) => known.includes(name))) return
    this.done = firstTaskNames.filter((name) => known.includes(name) || more.includes(name))
    try {
      this.parts.store.firstTasks.keep(this.done)
    } catch (error) {
      // What the operator asked for was answered: that its tick is gone after a restart is no reason to say otherwise.
      this.parts.logger.warn('first task not kept', { error: String(error) })
    }
  }

  private found(missing: readonly FirstTaskName[]): readonly FirstTaskName[] {
    const { store, accounts } = this.parts
    const operations = store.firstTasks.doneOperations().map((kind) => operationTasks[kind])
    return missing.filter((name) => {
      if (name === 'rollout') return store.firstTasks.anyRollout()
      if (name !== 'connect') return operations.includes(name)
      return accounts.list().some(({ kind, connection }) => kind === 'platform' && connection.state === 'working')
    })
  }

  private merchant(accountId: string): FirstTasks['merchant'] {
    const { rows } = this.parts.store.merchants.page(accountId, null, lookedThrough)
    const last = this.lookedAt?.accountId === accountId ? this.lookedAt.appId : null
    const suitable = rows.filter(suits)
    const newest = suitable.map(({ online }) => online?.version ?? '').reduce(newerOf, '')
    const found =
      rows.find((row) => row.appId === last && canUpload(row)) ??
      suitable.find(({ online }) => online?.version !== newest) ??
      suitable[0]
    return found ? { accountId, appId: found.appId, name: found.name } : null
  }
}

const canUpload = ({ authorization, unsettled }: MerchantRow): boolean =>
  authorization === 'authorized' && unsettled === null

const newerOf = (a: string, b: string): string => (a.localeCompare(b, 'en', { numeric: true }) < 0 ? b : a)

/** Nothing stands between it and a release: the platform would take its submission, and nothing is under way. */
function suits(row: MerchantRow): boolean {
  const { online, audit, test, readiness } = row
  if (!canUpload(row) || online === null || online.takenDown || readiness === null) return false
  // What was released and is not online is on its way there (灰度).
  const isIdle = audit === null || (audit.released && audit.version === online.version)
  return isIdle && (test === null || test.submitted) && readiness.level !== 'blocking'
}
