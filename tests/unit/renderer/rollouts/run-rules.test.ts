import type { Rollout } from '@shared/domain/rollout'
import { rolloutCauses } from '@shared/rules/rollout-causes'
import { describe, expect, it } from 'vitest'
import { auditWait } from '@/pages/rollouts/run/audit-wait'
import { clone, releasePassed, rollBack } from '@/pages/rollouts/run/follow-ups'
import { holdText } from '@/pages/rollouts/run/hold-text'
import { itemText } from '@/pages/rollouts/run/item-text'
import { agrees, answered, laidOver } from '@/pages/rollouts/run/laid-over'
import { paceOf } from '@/pages/rollouts/run/pace'
import { runButtons } from '@/pages/rollouts/run/run-buttons'
import { runCauses } from '@/pages/rollouts/run/run-causes'
import { namesText, stepsText } from '@/pages/rollouts/run/run-facts'
import { runSentence } from '@/pages/rollouts/run/run-sentence'
import { emptyFilter, shownItems, type CauseOfItem } from '@/pages/rollouts/run/shown-items'
import { failure, item, line, now, plan, runOf } from './run-samples'

const ids = (items: readonly { readonly appId: string }[]): readonly string[] => items.map(({ appId }) => appId)

describe('what is told of a rollout', () => {
  const known = runOf([item('a', 'running'), item('b', 'waiting')], {}, [line('1')])

  it('replaces the merchants that changed and adds new lines of the log once', () => {
    const told = { ...runOf([item('a', 'done')]), log: [line('1'), line('2')] }
    const after = laidOver(known, told)
    expect(after.items.map(({ state }) => state)).toEqual(['done', 'waiting'])
    expect(after.items[1]).toBe(known.items[1])
    expect(after.log.map(({ id }) => id)).toEqual(['1', '2'])
  })

  it('does not take back a state that came later', () => {
    const told = runOf([item('a', 'waiting', { changedAt: now - 120_000 })])
    expect(laidOver(known, told).items[0]?.state).toBe('running')
  })

  it('keeps the newest 500 lines', () => {
    const told = { ...known, items: [], log: Array.from({ length: 600 }, (_, place) => line(`n${place}`)) }
    const { log } = laidOver(known, told)
    expect(log).toHaveLength(500)
    expect(log.at(-1)?.id).toBe('n599')
  })

  it('notices when the counts are of other merchants than those shown', () => {
    expect(agrees(known)).toBe(true)
    expect(agrees({ ...known, items: [item('a', 'done'), item('b', 'waiting')] })).toBe(false)
  })

  it('believes an answer that came later than what was told, and not one that was overtaken', () => {
    const later = runOf([item('a', 'done', { changedAt: now }), item('b', 'waiting')], { state: 'paused' })
    expect(answered(later, [known]).rollout.state).toBe('paused')
    const overtaken = answered(known, [later])
    expect(overtaken.items[0]?.state).toBe('done')
    expect(overtaken.rollout.counts.done).toBe(1)
  })
})

describe('the merchants that are shown', () => {
  const items = [
    item('a', 'done'),
    item('b', 'waiting', { wave: 1 }),
    item('c', 'failed'),
    item('d', 'running'),
    item('e', 'failed', { cause: 'desk:timeout', error: failure({ code: 'timeout' }) })
  ]
  const causeOf: CauseOfItem = new Map(
    rolloutCauses(items).flatMap((cause) => cause.appIds.map((appId) => [appId, cause] as const))
  )
  const shown = (change: Partial<typeof emptyFilter>): readonly string[] =>
    ids(shownItems(items, { ...emptyFilter, ...change }, causeOf))

  it('are those that failed first, those that are done last', () => {
    expect(shown({})).toEqual(['c', 'e', 'd', 'b', 'a'])
  })

  it('are narrowed by state, wave, cause and name', () => {
    expect(shown({ states: new Set(['done', 'running']) })).toEqual(['d', 'a'])
    expect(shown({ wave: 1 })).toEqual(['b'])
    expect(shown({ cause: 'desk:network' })).toEqual(['e'])
    expect(shown({ query: ' 商家 A ' })).toEqual(['a'])
  })
})

describe('the sentence', () => {
  const items = [item('a', 'done'), item('b', 'reviewing'), item('c', 'failed'), item('d', 'waiting', { wave: 1 })]

  it('says how far a running rollout is, and how long sending takes', () => {
    const { rollout } = runOf(items)
    expect(runSentence(rollout, null)).toBe('进行中：4 个里 1 个完成，1 个审核中，1 个失败')
    expect(runSentence(rollout, { perMinute: 30, remainingMs: 14 * 60_000 })).toContain('，发送预计还要 14 分钟')
  })

  it('says which wave ended, how, and what is to be decided', () => {
    const held: Partial<Rollout> = { state: 'deciding', hold: { by: 'gate', wave: 0, opensAt: null } }
    expect(runSentence(runOf(items, held).rollout, null)).toBe(
      '第 1 波结束，1 个成功，1 个失败；等你决定是否打开第 2 波'
    )
  })

  it('says what waits to be released together, what is planned and how it ended', () => {
    const train = runOf([item('a', 'approved')], { state: 'deciding', hold: { by: 'train', approved: 1 } })
    expect(runSentence(train.rollout, null)).toBe('1 个已通过审核；等你决定一起发布')
    const planned = runOf([item('a', 'waiting')], { state: 'planned', plan: plan({ startAt: now }) })
    expect(runSentence(planned.rollout, null)).toContain('等待开始：1 个商家，2026-11-24 16:00:00')
    expect(runSentence(runOf([item('a', 'done')], { state: 'finished' }).rollout, null)).toBe('已结束：1 个里 1 个完成')
  })
})

describe('the buttons', () => {
  const shown = (change: Partial<Rollout>, items = [item('a', 'done')], busy: string | null = null) =>
    runButtons(runOf(items, change).rollout, busy)
  const next = (...asked: Parameters<typeof shown>) => shown(...asked).find(({ isNext }) => isNext)?.text

  it('fill the one that is next', () => {
    const two = [item('a', 'done'), item('b', 'waiting', { wave: 1 })]
    expect(next({ state: 'deciding', hold: { by: 'gate', wave: 0, opensAt: null } }, two)).toBe('打开第 2 波（1 个）')
    expect(next({ state: 'deciding', hold: { by: 'train', approved: 1 } }, [item('a', 'approved')])).toBe(
      '一起发布 1 个…'
    )
    expect(next({ state: 'paused' })).toBe('继续')
    expect(next({ state: 'planned' })).toBe('现在开始')
    expect(next({ state: 'finished' }, [item('a', 'failed')])).toBe('重试失败的 1 个')
    expect(next({ state: 'running' })).toBeUndefined()
  })

  it('leave out what makes no sense, and say why something can not be done', () => {
    expect(shown({ state: 'finished' })).toEqual([])
    expect(shown({}).map(({ action }) => action)).toEqual(['pause', 'stop'])
    expect(shown({ state: 'stopped' }, [item('a', 'failed')])[0]?.reason).toBe('已经停止，可以复制为新计划')
    expect(shown({}, undefined, '忙')[0]?.reason).toBe('忙')
  })
})

describe('what holds a rollout', () => {
  const two = [item('a', 'done'), item('b', 'waiting', { wave: 1 })]

  it('says when a quiet gate opens by itself, and which button opens it now', () => {
    const held = runOf(two, { state: 'deciding', hold: { by: 'gate', wave: 0, opensAt: now + 90_000 } })
    expect(holdText(held.rollout, now)?.text).toBe(
      '不再出错的话会在 1 分 30 秒后打开。不用等就按「打开第 2 波（1 个）」，要它等就按「暂停」。'
    )
  })

  it('shows the stop rule in its own words, and the error of an account in full', () => {
    const rule = runOf(two, { state: 'paused', hold: { by: 'stop_rule', text: '连续 10 个同一原因' } })
    expect(holdText(rule.rollout, now)?.title).toBe('连续 10 个同一原因')
    const error = failure({ code: 'credentials' })
    expect(holdText(runOf(two, { state: 'paused', hold: { by: 'account', error } }).rollout, now)?.error).toBe(error)
    expect(holdText(runOf(two).rollout, now)).toBeNull()
  })
})

describe('the pace', () => {
  const handled = Array.from({ length: 11 }, (_, place) =>
    item(`d${place}`, 'done', { finishedAt: now - 60_000 + place * 1_000 })
  )
  const left = [item('w', 'waiting'), item('x', 'running'), item('y', 'waiting', { wave: 1 })]

  it('is told by the last five minutes, and reckons with the opened waves only', () => {
    const { rollout, items } = runOf([...handled, ...left])
    const pace = paceOf(rollout, items, now)
    expect(pace?.perMinute).toBeCloseTo(10)
    expect(pace?.remainingMs).toBeCloseTo(12_000)
  })

  it('is not told where there is too little, or nothing goes on', () => {
    const few = runOf([...handled.slice(0, 3), ...left])
    expect(paceOf(few.rollout, few.items, now)).toBeNull()
    const held = runOf([...handled, ...left], { state: 'paused' })
    expect(paceOf(held.rollout, held.items, now)).toBeNull()
    const old = runOf([...handled.map((each) => ({ ...each, finishedAt: now - 3600_000 })), ...left])
    expect(paceOf(old.rollout, old.items, now)).toBeNull()
  })

  it('counts what was sent and is in review now', () => {
    const sent = handled.map((each) => ({
      ...each,
      state: 'reviewing' as const,
      finishedAt: null,
      reviewSince: now - 60_000
    }))
    const { rollout, items } = runOf([...sent, ...left])
    expect(paceOf(rollout, items, now)?.perMinute).toBeCloseTo(10)
  })
})

describe('what is on its way', () => {
  it('is counted by step, without those whose turn has not come', () => {
    const items = [item('a', 'running'), item('b', 'reviewing'), item('c', 'waiting'), item('d', 'done')]
    expect(stepsText(items)).toBe('上传 1，审核 1')
  })

  it('is nothing that is held for the release train', () => {
    expect(stepsText([item('a', 'approved', { step: 'release' }), item('b', 'running')])).toBe('上传 1')
  })

  it('names the reviews that are stuck', () => {
    const items = [item('a', 'reviewing', { reviewSince: now - 49 * 3600_000 }), item('b', 'reviewing')]
    const wait = auditWait(items, now)
    expect(wait).toMatchObject({ count: 2, longestSince: now - 49 * 3600_000 })
    expect(ids(wait?.stuck ?? [])).toEqual(['a'])
    expect(auditWait([item('c', 'done')], now)).toBeNull()
    expect(namesText([item('a', 'done'), item('b', 'done')], 1)).toBe('商家 a 等 2 个')
  })
})

describe('the reason of a merchant', () => {
  const facts = { causeTitle: null, isOpen: true, now }

  it('is the platform’s, short in the row and in full on hover', () => {
    expect(itemText(item('a', 'failed'), facts)).toEqual({
      text: '服务类目没有通过审核 · 28001',
      hint: '没有提交审核\n服务类目没有通过审核\n请先补齐服务类目',
      isBad: true
    })
  })

  it('says when it is tried again, and that its wave is not open', () => {
    const again = item('a', 'waiting', { attempts: 2, notBefore: now + 180_000, error: failure() })
    expect(itemText(again, facts)?.text).toBe('3 分钟后再试：服务类目没有通过审核 · 28001')
    expect(itemText(item('a', 'waiting'), { ...facts, isOpen: false })?.text).toBe('等这一波打开')
    expect(itemText(item('a', 'waiting'), facts)).toBeNull()
  })

  it('falls back to the words of its cause', () => {
    expect(itemText(item('a', 'blocked'), { ...facts, causeTitle: '已有版本在审核中' })?.text).toBe('已有版本在审核中')
  })
})

describe('the causes', () => {
  it('know which merchants can be retried, and that a stopped rollout has none', () => {
    const items = [item('a', 'failed'), item('b', 'failed'), item('c', 'unknown')]
    const { rollout } = runOf(items)
    const causes = runCauses(rollout, items, rolloutCauses(items))
    expect(causes.map(({ retryIds }) => retryIds)).toEqual([['a', 'b'], []])
    expect(causes[1]?.reason).toBe('结果确认之后才能重试')
    expect(runCauses({ ...rollout, state: 'stopped' }, items, rolloutCauses(items))[0]?.reason).toBe(
      '已经停止，可以复制为新计划'
    )
  })
})

describe('the plans that follow a rollout', () => {
  const items = [item('a', 'done'), item('b', 'failed'), item('c', 'reviewing')]
  const { rollout } = runOf(items, { plan: plan({ startAt: now }) })

  it('repeat it for the same merchants, at once', () => {
    const draft = clone(rollout, items)
    expect(draft).toMatchObject({ accountId: 'practice', origin: 'r1', appIds: ['a', 'b', 'c'] })
    expect(draft.plan).toEqual(plan())
  })

  it('roll back what it has released, and only that version', () => {
    const { draft } = rollBack(rollout, items)
    expect(draft?.appIds).toEqual(['a'])
    expect(draft?.plan?.work).toEqual({ kind: 'rollback', onlyVersion: '1.4.0' })
    expect(draft?.plan?.startAt).toBeNull()
    expect(rollBack(rollout, [item('b', 'failed')]).why).toBe('还没有发布成功的商家')
    expect(rollBack({ ...rollout, plan: plan({ work: { kind: 'refresh' } }) }, items).why).toBe('这次没有发布到线上')
  })

  it('release what was submitted, once it does so no more itself', () => {
    expect(releasePassed(rollout, items).why).toBe('还在进行，通过的会按计划发布')
    const left = [...items, item('d', 'skipped', { step: 'release' })]
    const { draft } = releasePassed({ ...rollout, state: 'stopped' }, left)
    expect(draft?.appIds).toEqual(['c', 'd'])
    expect(draft?.plan?.work).toEqual({ kind: 'release', onlyVersion: '1.4.0' })
  })
})
