import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import type { LearnedRule, RolloutItem, RolloutWork } from '@shared/domain/rollout'
import { reviewStuckMs } from '@shared/rules/limits'
import { speak } from '@shared/texts/say'
import { EventHub } from '../../../../electron/services/event-hub'
import type { LiveRollout } from '../../../../electron/services/rollouts/live-rollout'
import { RolloutBook } from '../../../../electron/services/rollouts/rollout-book'
import { RolloutProgress } from '../../../../electron/services/rollouts/rollout-progress'
import { tellRule } from '../../../../electron/services/rollouts/rule-news'
import { StuckReviews } from '../../../../electron/services/rollouts/stuck-reviews'
import type { Store } from '../../../../electron/store/repositories'
import { deskTexts } from '../../../../electron/texts/en'
import { discover, newStore } from '../../store/support'
import { january } from '../../support'
import { plan, shipping } from './rollout-bench'
import { itemOf } from './samples'

const time = { now: january }
const clock = { now: () => time.now, wait: () => Promise.resolve() }
let store: Store

beforeEach(() => {
  time.now = january
  store = newStore()
  discover(store, ['A', 'B', 'C', 'D'])
})

/** A run of the program. */
const run = () => new RolloutBook({ store, progress: new RolloutProgress({ events: new EventHub() }), clock })

async function rolloutWith(
  book: RolloutBook,
  items: Readonly<Record<string, Partial<RolloutItem>>>,
  work: RolloutWork = shipping
): Promise<LiveRollout> {
  const all = Object.keys(items).map((appId) => itemOf(appId))
  const made = {
    accountId: 'a',
    plan: { ...plan, work },
    waveNames: ['第 1 波'],
    actor: '小王',
    origin: null,
    items: all
  }
  const live = await book.add({ ...made, state: 'running', createdAt: january, startedAt: january })
  for (const [appId, change] of Object.entries(items)) book.save(live, itemOf(appId), change)
  return live
}
const linesOf = ({ id }: LiveRollout) => store.rollouts.logEntries(id, 99).map(({ text }) => text)

describe('a rule that turned out to count all together', () => {
  const learned: LearnedRule = { rule: 'submit', width: 'application', learnedAt: january }

  it('is in the log, with how long what is left takes', async () => {
    const book = run()
    const left = { A: {}, B: { state: 'running', step: 'submit' }, C: { state: 'reviewing', step: 'review' } } as const
    const live = await rolloutWith(book, left)
    tellRule(book, 'a', learned)
    expect(linesOf(live)).toEqual(['平台的 10 秒规则对整个应用生效：接下来每 10 秒提审一个，还有 2 个，预计还要 20 秒'])
    tellRule(book, 'a', { ...learned, width: 'merchant' })
    expect(linesOf(live)[1]).toBe('平台的 10 秒规则只按商家计：提审不再一个一个排队')
  })

  it('is said in rollouts that it matters to alone', async () => {
    const book = run()
    const others = [
      await rolloutWith(book, { A: {} }, { ...shipping, until: 'upload' }),
      await rolloutWith(book, { B: { state: 'done', step: 'release' } }),
      await rolloutWith(book, { C: {} }, { kind: 'release', onlyVersion: null })
    ]
    const back = await rolloutWith(book, { D: {} }, { kind: 'rollback', onlyVersion: null })
    tellRule(book, 'a', learned)
    tellRule(book, 'nobody', { ...learned, rule: 'rollback' })
    expect([...others, back].flatMap(linesOf)).toEqual([])
    tellRule(book, 'a', { ...learned, rule: 'rollback' })
    expect(others.flatMap(linesOf)).toEqual([])
    expect(linesOf(back)[0]).toMatch(/^平台的 10 分钟规则对整个应用生效：接下来每 10 分钟回退一个/)
  })
})

describe('reviews that take too long', () => {
  const since = (at: number) => ({ state: 'reviewing', step: 'review', reviewSince: at }) as const

  it('are named once each, also by a later run of the program', async () => {
    const book = run()
    const live = await rolloutWith(book, { A: since(january), B: since(january), C: since(january + 5_000) })
    const stuck = new StuckReviews({ store, book, clock })
    stuck.tell(live)
    expect(linesOf(live)).toEqual([])
    time.now = january + reviewStuckMs + 1
    stuck.tell(live)
    stuck.tell(live)
    const first = '2 个商家审核超过 48 小时还没有结果：商家 A、商家 B'
    expect(linesOf(live)).toEqual([first])
    const later = run()
    const [rollout] = store.rollouts.inState(['running'])
    if (!rollout) throw new Error('the rollout is gone')
    const again = later.load(rollout)
    const next = new StuckReviews({ store, book: later, clock })
    next.tell(again)
    expect(linesOf(live)).toEqual([first])
    time.now += 5_000
    next.tell(again)
    expect(linesOf(live)).toEqual([first, '1 个商家审核超过 48 小时还没有结果：商家 C'])
  })

  it('are not named again by a later run that speaks another language', async () => {
    const book = run()
    const live = await rolloutWith(book, { A: since(january) })
    time.now = january + reviewStuckMs + 1
    new StuckReviews({ store, book, clock }).tell(live)
    speak(deskTexts)
    onTestFinished(() => speak(null))
    const [rollout] = store.rollouts.inState(['running'])
    if (!rollout) throw new Error('the rollout is gone')
    const later = run()
    new StuckReviews({ store, book: later, clock }).tell(later.load(rollout))
    expect(linesOf(live)).toEqual(['1 个商家审核超过 48 小时还没有结果：商家 A'])
  })
})
