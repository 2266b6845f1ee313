import type { MerchantRef } from '@shared/domain/merchant'
import type { OperationKind } from '@shared/domain/operation'
import type { LearnedRule } from '@shared/domain/rollout'
import { rollbackIntervalMs, submitIntervalMs } from '@shared/rules/limits'
import type { Clock } from '../../ports'
import type { Store } from '../../store/repositories'
import type { EventHub } from '../event-hub'
import { RuleBook, type FrequencyRule } from './rule-book'

/** Pages "提审代码" and "回退代码版本". */
const rules: readonly FrequencyRule[] = [
  { name: 'submit', kinds: ['submit', 'resubmit'], platformCode: '11301', intervalMs: submitIntervalMs },
  { name: 'rollback', kinds: ['rollback'], platformCode: '11501', intervalMs: rollbackIntervalMs }
]

export type RuleGovernorParts = {
  readonly store: Store
  readonly events: EventHub
  readonly clock: Clock
  /** A rule turned out to count other than was thought. */
  readonly onLearned: (accountId: string, learned: LearnedRule) => void
}

/**
 * Says when submissions and rollbacks may be sent so that the platform takes them: 10 seconds and 10 minutes apart, for
 * each merchant or for all of an account together, whichever the platform turns out to mean. It hears of all operations,
 * those done by hand included. Monthly and daily allowances are not its business.
 */
export class RuleGovernor {
  private readonly parts: RuleGovernorParts
  private readonly books = new Map<string, RuleBook>()

  constructor(parts: RuleGovernorParts) {
    this.parts = parts
    parts.events.onEvent((event) => {
      if (event.name !== 'operation.changed') return
      const { operation } = event.payload
      const rule = ruleOf(operation.kind)
      if (rule) this.book(operation.accountId, rule).heard(operation)
    })
  }

  /**
   * Null: it may be sent now, and nobody else is told so in its place; ask right before sending. Else the time (ms since
   * 1970) before which asking again makes no sense.
   */
  claim({ accountId, appId }: MerchantRef, kind: OperationKind): number | null {
    const rule = ruleOf(kind)
    return rule ? this.book(accountId, rule).claim(appId, this.parts.clock.now()) : null
  }

  private book(accountId: string, rule: FrequencyRule): RuleBook {
    const key = `${rule.name}/${accountId}`
    const book = this.books.get(key) ?? this.openBook(accountId, rule)
    this.books.set(key, book)
    return book
  }

  private openBook(accountId: string, rule: FrequencyRule): RuleBook {
    const { store, clock, onLearned } = this.parts
    return new RuleBook({
      rule,
      learned: store.learnedRules.list(accountId).find((each) => each.rule === rule.name) ?? null,
      lastDoneAt: (appId) => store.operations.lastDoneAt({ accountId, appId }, rule.kinds),
      save: (learned) => store.learnedRules.save(accountId, learned),
      tell: (learned) => onLearned(accountId, learned),
      now: clock.now()
    })
  }
}

const ruleOf = (kind: OperationKind): FrequencyRule | undefined => rules.find(({ kinds }) => kinds.includes(kind))
