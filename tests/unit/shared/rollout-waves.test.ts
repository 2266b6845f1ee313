import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import type { WaveRule } from '@shared/domain/rollout'
import { cutWaves, waveNameNow } from '@shared/rules/rollout-waves'
import { ruleTexts } from '@shared/texts/en'
import { speak } from '@shared/texts/say'

afterEach(() => speak(null))

const many = (count: number) => Array.from({ length: count }, (_, index) => ({ appId: `tt${index}`, tags: [] }))
const sizesOf = (rule: WaveRule, count: number): string =>
  cutWaves(rule, many(count))
    .map(({ name, appIds }) => `${name}: ${appIds.length}`)
    .join(', ')

describe('waves', () => {
  it.each<readonly [WaveRule, number, string]>([
    [{ by: 'none' }, 5, '全部: 5'],
    [{ by: 'none' }, 0, ''],
    [{ by: 'number', sizes: [5, 50] }, 412, '第 1 波: 5, 第 2 波: 50, 其余: 357'],
    [{ by: 'number', sizes: [5, 50] }, 30, '第 1 波: 5, 第 2 波: 25'],
    [{ by: 'number', sizes: [5, 50] }, 5, '第 1 波: 5'],
    [{ by: 'share', percents: [5, 25] }, 412, '第 1 波: 21, 第 2 波: 103, 其余: 288'],
    [{ by: 'share', percents: [0.1] }, 3, '第 1 波: 1, 其余: 2'],
    [{ by: 'share', percents: [7] }, 300, '第 1 波: 21, 其余: 279'],
    [{ by: 'share', percents: [50, 50] }, 5, '第 1 波: 3, 第 2 波: 2'],
    [{ by: 'share', percents: [100] }, 7, '第 1 波: 7']
  ])('by %o of %i merchants', (rule, count, expected) => {
    expect(sizesOf(rule, count)).toBe(expected)
  })

  it('go by the first of a merchant’s tags that the rule names', () => {
    const merchants = [
      { appId: 'tt1', tags: ['餐饮', '试点'] },
      { appId: 'tt2', tags: ['美业'] },
      { appId: 'tt3', tags: ['餐饮'] },
      { appId: 'tt4', tags: [] },
      { appId: 'tt5', tags: ['试点'] }
    ]
    expect(cutWaves({ by: 'tag', tags: ['试点', '餐饮', '空', '试点'] }, merchants)).toEqual([
      { name: '试点', appIds: ['tt1', 'tt5'] },
      { name: '餐饮', appIds: ['tt3'] },
      { name: '其余', appIds: ['tt2', 'tt4'] }
    ])
  })

  it('hold every merchant once and in order, by any rule', () => {
    const tag = fc.constantFrom('甲', '乙', '丙')
    const rule = fc.oneof(
      fc.constant<WaveRule>({ by: 'none' }),
      fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1 }).map((sizes): WaveRule => ({ by: 'number', sizes })),
      fc
        .array(fc.double({ min: 0.1, max: 100, noNaN: true }), { minLength: 1 })
        .map((percents): WaveRule => ({ by: 'share', percents })),
      fc.array(tag, { minLength: 1 }).map((tags): WaveRule => ({ by: 'tag', tags }))
    )
    const member = fc.record({ appId: fc.integer({ min: 0, max: 80 }).map((id) => `tt${id}`), tags: fc.array(tag) })
    fc.assert(
      fc.property(rule, fc.array(member, { maxLength: 100 }), (wanted, merchants) => {
        const waves = cutWaves(wanted, merchants)
        const once = [...new Set(merchants.map(({ appId }) => appId))]
        expect(waves.flatMap(({ appIds }) => appIds).toSorted()).toEqual(once.toSorted())
        for (const { appIds } of waves) {
          expect(appIds.length).toBeGreaterThan(0)
          expect(appIds).toEqual(once.filter((appId) => appIds.includes(appId)))
        }
      })
    )
  })

  it.each<WaveRule>([
    { by: 'none' },
    { by: 'number', sizes: [5, 50] },
    { by: 'number', sizes: [3, 3, 100] },
    { by: 'share', percents: [5, 25] },
    { by: 'tag', tags: ['试点', '餐饮'] }
  ])('are named anew as they were named when they were cut: %o', (rule) => {
    const merchants = many(12).map((each, index) => ({ ...each, tags: index < 2 ? ['餐饮'] : [] }))
    const names = cutWaves(rule, merchants).map(({ name }) => name)
    expect(names.length).toBeGreaterThan(0)
    expect(names.map((name, wave) => waveNameNow(rule, wave, name))).toEqual(names)
  })

  it('are named in the language that is spoken, but for the operator’s tags', () => {
    speak(ruleTexts)
    expect(waveNameNow({ by: 'none' }, 0, '全部')).toBe('All')
    expect(waveNameNow({ by: 'number', sizes: [5] }, 0, '第 1 波')).toBe('Wave 1')
    expect(waveNameNow({ by: 'number', sizes: [5] }, 1, '其余')).toBe('The rest')
    expect(waveNameNow({ by: 'tag', tags: ['试点'] }, 0, '试点')).toBe('试点')
    expect(waveNameNow({ by: 'tag', tags: ['试点'] }, 1, '其余')).toBe('The rest')
  })
})
