import { describe, expect, it } from 'vitest'
import type { Capability } from '@shared/domain/capability'
import { applicationProblems, capabilityAction } from '@shared/rules/capability-rules'

const field = { key: 'scene', name: '场景', description: '', required: true, kind: 'text', maxLength: 5 } as const
const pictures = { ...field, key: 'images', kind: 'pictures', required: false, maxLength: null } as const
const capability: Capability = {
  ...{ key: 'live', name: '直播', description: '', way: 'general', state: 'can_apply', reason: '', canApply: true },
  ...{ conditions: [], fields: [field, pictures], permissionIds: [3], permitted: true }
}
const why = (change: Partial<Capability>) => {
  const availability = capabilityAction({ ...capability, ...change })
  return availability.possible ? null : availability.why
}

describe('applying', () => {
  it.each(['can_apply', 'rejected', 'closed', null] as const)('is possible from %s', (state) => {
    expect(why({ state })).toBeNull()
    expect(why({ state, canApply: null, permitted: null })).toBeNull()
  })

  it.each([
    [{ way: 'automatic' }, /自动开通/],
    [{ permitted: false }, /^商家没有授予「运营管理权限」$/],
    [{ permitted: false, permissionIds: [] }, /^商家没有授予申请它的权限$/],
    [{ state: 'applying' }, /审核中/],
    [{ state: 'granted' }, /已经开通/],
    [{ state: 'banned', reason: '违规' }, /违规/],
    [{ state: 'cannot_apply' }, /不允许/],
    [{ state: 'cannot_apply', reason: '主体不符' }, /^主体不符$/],
    [{ canApply: false }, /不允许/]
  ] as const)('is not possible with %j', (change, expected) => {
    expect(why(change)).toMatch(expected)
  })

  it('names the conditions that are not fulfilled, group by group', () => {
    const condition = (name: string, satisfied: boolean) => ({ name, description: '', satisfied })
    const conditions = [[condition('上线', false), condition('企业', true)], [condition('信用分', false)]]
    expect(why({ canApply: false, conditions })).toBe('条件还没有满足：上线；或 信用分')
  })
})

describe('an application', () => {
  const problems = (reason: string, ...answers: [string, string[], string[]][]) =>
    applicationProblems(capability, { reason, answers: answers.map(([key, texts, files]) => ({ key, texts, files })) })

  it('is right with what is required, within its lengths', () => {
    expect(problems('理由', ['scene', [' 12345 '], []])).toEqual({})
    expect(problems('理由', ['scene', ['𠮷𠮷𠮷𠮷𠮷'], []], ['images', [], ['a', 'b']])).toEqual({})
  })

  it('is wrong by its fields', () => {
    expect(problems(' ')).toEqual({ reason: '请填写申请理由', 'answers.scene': '请填写' })
    expect(problems('理由', ['scene', ['123456'], []])).toEqual({ 'answers.scene': '最多 5 个字，现在 6 个' })
    // What the types of the general list mean is not documented: either kind may be right.
    expect(problems('理由', ['scene', [], ['a']], ['images', ['x'], []])).toEqual({})
    expect(problems('理由', ['scene', ['1'], []], ['scene', ['2'], []])).toEqual({ 'answers.scene': '填了两次' })
  })
})
