import { rolloutPlan } from '@shared/contract/rollouts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  emptyFields,
  fieldsOf,
  numbersOf,
  planOf,
  previewPlanOf,
  type PlanFields
} from '@/pages/rollouts/plan/plan-form'
import { planProblems, type PlanFacts } from '@/pages/rollouts/plan/plan-problems'
import { stepSummary, suggestedTitle } from '@/pages/rollouts/plan/plan-words'
import { newest } from '../templates/samples'

const now = 1_000_000

/** Fields of an upload in which nothing is wrong. */
const shipFields = (change: Partial<PlanFields> = {}): PlanFields => ({
  ...emptyFields(),
  templateId: newest.templateId,
  version: '1.6.0',
  description: '节日主题',
  ...change
})
const problemsOf = (fields: PlanFields, facts: Partial<PlanFacts> = {}) =>
  planProblems(fields, { now, templateIds: new Set([newest.templateId]), extProblem: null, ...facts })
const texts = (...asked: Parameters<typeof problemsOf>) => problemsOf(...asked).map(({ text }) => text)

const word = fc.constantFrom('1.6.0', '节日主题', '2.0.0-beta.1')
const hosts = fc.oneof(
  fc.constant({ by: 'available' as const }),
  fc.constant({ by: 'released' as const }),
  fc.uniqueArray(fc.constantFrom('douyin', 'toutiao', 'elsewhere'), { minLength: 1 }).map((codes) => ({
    by: 'named' as const,
    hosts: codes
  }))
)
const submission = { hosts, note: fc.constantFrom('', '测试账号 1') }
const release = fc.constantFrom('when_approved' as const, 'together' as const)
const ship = fc.record({
  kind: fc.constant('ship' as const),
  templateId: fc.constant(newest.templateId),
  version: word,
  description: word,
  extJson: fc.option(fc.constant('{"extEnable":true}')),
  until: fc.constant('release' as const),
  release,
  ...submission
})
const submit = fc.record({
  kind: fc.constant('submit' as const),
  until: fc.constant('release' as const),
  release,
  ...submission
})
const versioned = fc.record({
  kind: fc.constantFrom('release' as const, 'rollback' as const),
  onlyVersion: fc.option(word)
})
const bare = fc.record({ kind: fc.constantFrom('withdraw' as const, 'refresh' as const) })
const waves = fc.oneof(
  fc.constant({ by: 'none' as const }),
  fc.record({
    by: fc.constant('number' as const),
    sizes: fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 20 })
  }),
  fc.record({
    by: fc.constant('share' as const),
    percents: fc.array(fc.constantFrom(0.5, 1, 5), { minLength: 1, maxLength: 20 })
  }),
  fc.record({ by: fc.constant('tag' as const), tags: fc.uniqueArray(fc.constantFrom('华东', 'VIP'), { minLength: 1 }) })
)
const plans = fc.record({
  title: fc.constant('上传'),
  work: fc.oneof(ship, submit, versioned, bare),
  waves,
  gate: fc.oneof(
    fc.constant({ by: 'operator' as const }),
    fc.record({ by: fc.constant('quiet' as const), minutes: fc.integer({ min: 0, max: 10_080 }) })
  ),
  stop: fc.record({
    failurePercent: fc.option(fc.integer({ min: 1, max: 100 })),
    sameCause: fc.option(fc.integer({ min: 2, max: 1000 }))
  }),
  startAt: fc.option(fc.integer({ min: now + 1, max: now * 10 }))
})

describe('a plan', () => {
  it('that is shown in the form comes out of it as it was, and has no problems', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        fc.pre(plan.waves.by !== 'none' || plan.gate.by === 'operator')
        const fields = fieldsOf(plan, now)
        expect(planOf(fields, '')).toEqual(plan)
        expect(problemsOf(fields)).toEqual([])
      })
    )
  })

  it('of fields without problems is one that the contract takes', () => {
    const typed = fc.constantFrom('', '0', '1', '2.5', '5, 50', '20、30', '101', 'x', '60', '-3')
    const arbitrary = fc.record({
      kind: fc.constantFrom('ship' as const, 'submit' as const, 'rollback' as const, 'refresh' as const),
      version: fc.constantFrom('', '1.6.0', ' 1.6.0 ', 'x'.repeat(65)),
      hostsBy: fc.constantFrom('available' as const, 'named' as const),
      hosts: fc.constantFrom<string[]>([], ['douyin']),
      until: fc.constantFrom('upload' as const, 'release' as const),
      wavesBy: fc.constantFrom('none' as const, 'number' as const, 'share' as const, 'tag' as const),
      sizes: typed,
      percents: typed,
      gateBy: fc.constantFrom('operator' as const, 'quiet' as const),
      quietMinutes: typed,
      failurePercent: typed,
      sameCause: typed
    })
    fc.assert(
      fc.property(arbitrary, (change) => {
        const fields = shipFields(change)
        fc.pre(problemsOf(fields).length === 0)
        expect(rolloutPlan.safeParse(planOf(fields, '建议的名称')).error).toBeUndefined()
      })
    )
  })

  it('begins at once where the time of the plan it was made from has passed', () => {
    const plan = planOf(shipFields({ startsLater: true, startAt: now - 1 }), '上传')
    expect(plan?.startAt).toBe(now - 1)
    expect(plan && fieldsOf(plan, now)).toMatchObject({ startsLater: false, startAt: null })
  })

  it('that only uploads leaves hosts, note and release behind that were typed before', () => {
    const typed = { hostsBy: 'named' as const, hosts: ['douyin'], note: '账号', release: 'together' as const }
    const plan = planOf(shipFields({ ...typed, until: 'upload' }), '上传')
    expect(plan?.work).toMatchObject({ hosts: { by: 'available' }, note: '', release: 'when_approved' })
  })

  it('asks for the same preview whatever its title, note, gate and time are', () => {
    const other = {
      title: '别的',
      note: '账号',
      gateBy: 'quiet' as const,
      quietMinutes: 'x',
      failurePercent: '',
      startsLater: true
    }
    expect(previewPlanOf(shipFields(other))).toEqual(previewPlanOf(shipFields()))
    expect(previewPlanOf(shipFields({ description: '春节' }))).not.toEqual(previewPlanOf(shipFields()))
    expect(previewPlanOf(shipFields({ templateId: null }))).toBeNull()
  })
})

describe('what is wrong with a plan', () => {
  it('is told at the field and in the step that it is about', () => {
    expect(problemsOf(shipFields({ templateId: null, version: ' ' }))).toEqual([
      { step: 'what', field: 'templateId', text: '请先选择模板' },
      { step: 'what', field: 'version', text: '请填写版本号' }
    ])
    expect(problemsOf(shipFields({ extSource: 'own' }), { extProblem: 'ext.json 第 2 行：缺少 extEnable' })).toEqual([
      { step: 'what', field: 'extJson', text: 'ext.json 第 2 行：缺少 extEnable' }
    ])
    expect(texts(shipFields(), { templateIds: new Set(['1']) })).toEqual(['选的模板已不在模板库，请另选一个'])
  })

  it('is not looked for in fields that the kind has no use for', () => {
    const wrong = {
      templateId: null,
      version: '',
      hostsBy: 'named' as const,
      quietMinutes: 'x',
      gateBy: 'quiet' as const
    }
    expect(texts({ ...emptyFields(), ...wrong, kind: 'withdraw' })).toEqual([])
    expect(texts({ ...emptyFields(), ...wrong, kind: 'submit' })).toEqual(['请至少选择一个宿主端'])
  })

  it('are waves that can not be made', () => {
    const of = (change: Partial<PlanFields>) => texts(shipFields(change))
    expect(of({ wavesBy: 'number', sizes: '' })).toEqual(['请填写每一波的商家数'])
    expect(of({ wavesBy: 'number', sizes: '5, 0' })).toEqual(['商家数应是大于 0 的整数，用逗号分开'])
    expect(of({ wavesBy: 'share', percents: '60，50' })).toEqual(['各波合计超过了 100%'])
    expect(of({ wavesBy: 'share', percents: 'abc' })).toEqual(['每一波应是 0.1 到 100 的数字，用逗号分开'])
    expect(of({ wavesBy: 'number', sizes: '1 '.repeat(21) })).toEqual(['最多分 20 波'])
    expect(of({ wavesBy: 'tag' })).toEqual(['请至少选择一个标签'])
  })

  it('is a start in the past, or none', () => {
    expect(texts(shipFields({ startsLater: true, startAt: now }))).toEqual(['开始时间已经过去'])
    expect(texts(shipFields({ startsLater: true }))).toEqual(['请选择开始时间'])
    expect(texts(shipFields({ startsLater: true, startAt: now + 1 }))).toEqual([])
  })

  it('are limits out of range; an empty one is none', () => {
    expect(texts(shipFields({ failurePercent: '0', sameCause: '1' }))).toHaveLength(2)
    expect(texts(shipFields({ failurePercent: '', sameCause: '' }))).toEqual([])
    expect(planOf(shipFields({ failurePercent: '', sameCause: '' }), '')?.stop).toEqual({
      failurePercent: null,
      sameCause: null
    })
  })
})

it('numbers are read however they are separated, with a percent sign or without', () => {
  expect(numbersOf('5，50、100;7')).toEqual([5, 50, 100, 7])
  expect(numbersOf(' 5% 20％ ')).toEqual([5, 20])
  expect(numbersOf('五')).toEqual([NaN])
})

describe('the words of a plan', () => {
  it('suggest a title that says what is done to how many, within the limit', () => {
    expect(suggestedTitle(shipFields({ until: 'upload' }), 1412)).toBe('上传 1.6.0 到 1,412 个商家')
    expect(suggestedTitle({ ...emptyFields(), kind: 'rollback', onlyVersion: '1.5.0' }, 3)).toBe('回退 1.5.0：3 个商家')
    expect(suggestedTitle(shipFields({ version: 'x'.repeat(90) }), 3)).toHaveLength(80)
  })

  it('sum up a folded step', () => {
    expect(stepSummary('what', shipFields(), 3)).toBe('上传并提审 1.6.0')
    expect(stepSummary('how', shipFields({ wavesBy: 'share', percents: '5, 20' }), 3)).toBe(
      '先 5%, 20%，再其余；下一波由你放行；失败到 20%，或同一原因连续 10 个时自动暂停'
    )
    expect(stepSummary('when', shipFields({ startsLater: true, startAt: 0 }), 3)).toBe('1970-01-01 08:00 开始')
  })
})
