import type { MerchantRef } from '@shared/domain/merchant'
import type { SettingChange, SettingKind } from '@shared/domain/setting'
import type { DeskError } from '@shared/errors'
import type { Clock } from '../../ports'
import type { Outcome, Store } from '../../store/repositories'
import { settingAct } from '../activity/setting-act'
import type { EventHub } from '../event-hub'

/** What is about to be sent: enough to settle it later. */
export type PlannedSetting = {
  readonly ref: MerchantRef
  readonly kind: SettingKind
  /** What is to be set, in the operator's words. */
  readonly summary: string
  /** What is sent, without secrets; JSON. */
  readonly request: Readonly<Record<string, unknown>>
  /** The rollout that it is done for. */
  readonly rolloutId?: string | null
}

/**
 * Writes what we change of merchants' set-up: the intent before a call; after it the outcome with its line in the activity
 * journal, in one transaction. The page hears of both.
 */
export class SettingLedger {
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
  begin({ ref, kind, summary, request, rolloutId = null }: PlannedSetting, before: unknown): SettingChange {
    const { accountId, appId } = ref
    const startedAt = this.clock.now()
    const intent = { accountId, appId, kind, summary, actor: this.actor, startedAt, rolloutId, request, before }
    return this.told(this.store.settingChanges.begin(intent))
  }

  done(change: SettingChange, logId: string | null): SettingChange {
    return this.end(change, { state: 'done', logId, error: null })
  }

  failed(change: SettingChange, state: 'refused' | 'not_carried_out' | 'unknown', error: DeskError): SettingChange {
    return this.end(change, { state, logId: error.logId ?? null, error })
  }

  private end({ id }: SettingChange, ending: Omit<Outcome, 'finishedAt'>): SettingChange {
    const finishedAt = this.clock.now()
    const ended = this.store.transaction(() => {
      const finished = this.store.settingChanges.finish(id, { ...ending, finishedAt })
      this.store.activity.add(settingAct(finished, this.store.settingChanges.get(id)))
      return finished
    })
    return this.told(ended)
  }

  private told(change: SettingChange): SettingChange {
    this.events.send('setting.changed', { change })
    return change
  }
}
