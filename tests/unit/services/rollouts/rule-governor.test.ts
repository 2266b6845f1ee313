import { beforeEach, describe, expect, it } from 'vitest'
import type { Operation, OperationKind } from '@shared/domain/operation'
import type { LearnedRule } from '@shared/domain/rollout'
import type { DeskError } from '@shared/errors'
import { EventHub } from '../../../../electron/services/event-hub'
import { OperationLedger } from '../../../../electron/services/operation-ledger'
import { RuleGovernor } from '../../../../electron/services/rollouts/rule-governor'
import type { Store } from '../../../../electron/store/repositories'
import { discover, newStore, sampleAccount } from '../../store/support'
import { january, versionList } from '../../support'

const second = 1000
const minute = 60 * second
const day = 24 * 60 * minute

const refusal = (platformCode: string): DeskError => ({
  code: platformCode === '11301' || platformCode === '11501' ? 'platform_busy' : 'platform_refused',
  message: '提审没有成功',
  nextStep: '请稍后再试',
  retryable: true,
  platformCode
})

const appIds = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I']

describe('the governor of the documented rules', () => {
  const time = { now: january }
  const clock = { now: () => time.now, wait: () => Promise.resolve() }
  let store: Store
  let ledger: OperationLedger
  let governor: RuleGovernor
  const told: LearnedRule[] = []

  const start = (): void => {
    const events = new EventHub()
    ledger = new OperationLedger({ store, events, clock, actor: '小王' })
    governor = new RuleGovernor({ store, events, clock, onLearned: (_accountId, learned) => told.push(learned) })
  }

  beforeEach(() => {
    time.now = january
    told.length = 0
    store = newStore()
    discover(store, appIds)
    store.accounts.save(sampleAccount('b'))
    discover(store, appIds, 'b')
    start()
  })

  const ref = (appId: string, accountId = 'a') => ({ accountId, appId })
  /** In how many milliseconds it makes sense to ask again; null: go. */
  const claim = (appId: string, kind: OperationKind = 'submit', accountId = 'a'): number | null => {
    const at = governor.claim(ref(appId, accountId), kind)
    return at === null ? null : at - time.now
  }
  const send = (appId: string, kind: OperationKind = 'submit'): Operation => {
    const plan = { ref: ref(appId), kind, version: '1', hosts: [], summary: null, request: {}, rolloutId: null }
    return ledger.begin(plan, versionList(time.now))
  }
  const accepted = (appId: string, kind: OperationKind = 'submit') => ledger.done(send(appId, kind), null)
  const refused = (appId: string, code = '11301', kind: OperationKind = 'submit') =>
    ledger.failed(send(appId, kind), 'refused', refusal(code))
  const width = (rule: 'submit' | 'rollback' = 'submit') =>
    store.learnedRules.list('a').find((each) => each.rule === rule)
  /** The platform counts all merchants together. */
  const learnApplication = (): void => {
    accepted('A')
    refused('B')
    refused('I')
  }

  it('has no say in what no such rule is about', () => {
    learnApplication()
    expect([claim('C', 'upload'), claim('C', 'withdraw'), claim('C', 'release')]).toEqual([null, null, null])
  })

  describe('as long as merchants count apart', () => {
    it('lets all go at once, and each again after the interval', () => {
      accepted('A')
      expect(appIds.map((appId) => claim(appId))).toEqual([10 * second, ...appIds.slice(1).map(() => null)])
      time.now += 10 * second
      expect(claim('A')).toBeNull()
    })

    it('is no news', () => {
      accepted('A')
      accepted('B')
      expect([width()?.width, told]).toEqual(['merchant', []])
    })

    it('counts what was sent again as a submission', () => {
      accepted('A', 'resubmit')
      expect(claim('A')).toBe(10 * second)
    })

    it('learns from a refusal nothing but the wait of one that had submitted itself', () => {
      accepted('A')
      accepted('B')
      time.now += 4 * second
      refused('B')
      expect([claim('B'), claim('C')]).toEqual([10 * second, null])
      expect(width()?.width).toBe('merchant')
    })

    it('learns nothing where nobody else had submitted either', () => {
      refused('B')
      expect([claim('B'), claim('C'), width()]).toEqual([10 * second, null, undefined])
    })

    it('learns nothing from a submission that was refused for another reason', () => {
      accepted('A')
      refused('B', '11305')
      expect([claim('B'), width()]).toEqual([null, undefined])
    })

    it('needs more than one refusal to believe otherwise where it saw two accepted together', () => {
      accepted('A')
      accepted('B')
      expect(width()).toEqual({ rule: 'submit', width: 'merchant', learnedAt: january })
      refused('C')
      refused('D')
      expect(width()?.width).toBe('merchant')
      refused('E')
      expect(width()?.width).toBe('application')
    })

    it('forgets stray refusals when two are accepted together again', () => {
      accepted('A')
      accepted('B')
      refused('C')
      refused('D')
      accepted('E')
      refused('F')
      expect(width()?.width).toBe('merchant')
    })

    it('does not take an answer that was lost as a sign that both were accepted', () => {
      ledger.unknown(send('A'), refusal(''))
      accepted('B')
      expect(width()).toBeUndefined()
    })

    it('does not take two for accepted together whose times may lie an interval apart', () => {
      const early = send('A')
      time.now += 2 * second
      ledger.done(early, null)
      time.now += 9 * second
      accepted('B')
      expect(width()).toBeUndefined()
    })
  })

  describe('after a single refusal that tells that all count together', () => {
    beforeEach(() => {
      accepted('A')
      refused('B')
    })

    it('lets one try, and believes it when that one is refused too', () => {
      expect([claim('C'), claim('D')]).toEqual([null, 10 * second])
      refused('C')
      time.now += 10 * second
      expect([claim('D'), claim('E'), claim('F')]).toEqual([null, 10 * second, 20 * second])
    })

    it('lets one try, and lets all go when that one is accepted', () => {
      expect(claim('C')).toBeNull()
      accepted('C')
      expect([claim('D'), claim('E'), width()?.width]).toEqual([null, null, 'merchant'])
    })
  })

  describe('where all count together', () => {
    beforeEach(learnApplication)

    it('keeps what it learned', () => {
      expect(width()).toEqual({ rule: 'submit', width: 'application', learnedAt: january })
      expect(store.learnedRules.list('b')).toEqual([])
    })

    it('lets one go per interval, and tells each of the others another time', () => {
      expect(['C', 'D', 'E'].map((appId) => claim(appId))).toEqual([10 * second, 20 * second, 30 * second])
      time.now += 10 * second
      expect(['C', 'D', 'E'].map((appId) => claim(appId))).toEqual([null, 10 * second, 20 * second])
    })

    it('never lets two go that ask together', () => {
      time.now += 10 * second
      expect(appIds.slice(2).filter((appId) => claim(appId) === null)).toEqual(['C'])
    })

    it('tells those far back to come within two minutes, and not all at the same time', () => {
      const more = Array.from({ length: 100 }, (_each, index) => `M${index}`)
      discover(store, [...appIds, ...more])
      const waits = more.map((appId) => claim(appId) ?? 0)
      expect(Math.max(...waits)).toBeLessThanOrEqual(2 * minute)
      expect(new Set(waits).size).toBe(12)
    })

    it('sends all in the end, one per interval, each coming when it was told to', () => {
      const sentAt: number[] = []
      const due = new Map(['B', 'C', 'D', 'E', 'F', 'G', 'H', 'I'].map((appId) => [appId, time.now]))
      while (due.size > 0) {
        time.now = Math.min(...due.values())
        for (const [appId, at] of due) {
          if (at > time.now) continue
          const waitMs = claim(appId)
          if (waitMs !== null) due.set(appId, time.now + waitMs)
          else {
            accepted(appId)
            sentAt.push(time.now - january)
            due.delete(appId)
          }
        }
      }
      expect(sentAt).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((count) => count * 10 * second))
    })

    it('waits for none that does not come back', () => {
      expect([claim('C'), claim('D')]).toEqual([10 * second, 20 * second])
      time.now += 20 * second
      expect(claim('D')).toBeNull()
      time.now += 10 * minute
      expect(claim('E')).toBeNull()
      expect(claim('F')).toBe(10 * second)
    })

    it('counts from the end of a submission, since the platform may have counted it then', () => {
      time.now += 10 * second
      const slow = send('C')
      time.now += 3 * second
      ledger.done(slow, null)
      expect(claim('D')).toBe(10 * second)
    })

    it('counts what is done by hand', () => {
      time.now += 10 * second
      accepted('C')
      expect(claim('D')).toBe(10 * second)
    })

    it('sees at once that it was wrong when two are accepted together', () => {
      accepted('C')
      expect(width()?.width).toBe('merchant')
      expect([claim('D'), claim('E')]).toEqual([null, null])
    })

    it('says so once, and once more when it turns out otherwise', () => {
      expect(told.map(({ width: now }) => now)).toEqual(['application'])
      accepted('C')
      accepted('D')
      expect(told.map(({ width: now }) => now)).toEqual(['application', 'merchant'])
    })

    it('is not what other accounts have to wait for', () => {
      expect(claim('A', 'submit', 'b')).toBeNull()
    })

    it('knows it after a restart, and waits for what may have been sent just before', () => {
      time.now += minute
      start()
      expect(claim('C')).toBe(10 * second)
      time.now += 10 * second
      expect(claim('C')).toBeNull()
    })

    it('lets one try after a day, and drops the rule when that is accepted', () => {
      time.now += day
      expect(claim('C')).toBeNull()
      accepted('C')
      expect([claim('D'), claim('E')]).toEqual([null, 10 * second])
      accepted('D')
      expect(width()).toEqual({ rule: 'submit', width: 'merchant', learnedAt: time.now })
      expect(claim('E')).toBeNull()
    })

    it('believes it for another day when the one that tried is refused', () => {
      time.now += day
      expect(claim('C')).toBeNull()
      accepted('C')
      expect(claim('D')).toBeNull()
      refused('D')
      expect(width()).toEqual({ rule: 'submit', width: 'application', learnedAt: time.now })
      time.now += 10 * second
      expect([claim('E'), claim('F')]).toEqual([null, 10 * second])
    })
  })

  describe('for rollbacks', () => {
    it('keeps ten minutes, of each merchant at first', () => {
      accepted('A', 'rollback')
      expect([claim('A', 'rollback'), claim('B', 'rollback')]).toEqual([10 * minute, null])
      expect(claim('A')).toBeNull()
    })

    it('learns on its own that all count together', () => {
      accepted('A', 'rollback')
      time.now += minute
      refused('B', '11501', 'rollback')
      refused('E', '11501', 'rollback')
      expect([width('rollback')?.width, width('submit')]).toEqual(['application', undefined])
      expect([claim('C', 'rollback'), claim('D', 'rollback')]).toEqual([10 * minute, 20 * minute])
      expect(claim('C')).toBeNull()
    })
  })
})
