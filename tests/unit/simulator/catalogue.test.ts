import { describe, expect, it } from 'vitest'
import { fewestFor, fulfils } from '../../../electron/simulator/world/catalogue'

const rule = ['3', '4|5', '6|7&8']

describe('a rule of qualifications', () => {
  it.each([
    [['3', '4', '6'], true],
    [['3', '5', '7', '8'], true],
    [['3', '4', '5', '6', '7', '8', '99'], true],
    [['4', '6'], false],
    [['3', '6'], false],
    [['3', '4', '7'], false],
    [[], false]
  ])('is fulfilled by %j: %o', (ids, expected) => {
    expect(fulfils(rule, new Set(ids))).toBe(expected)
  })

  it('names the fewest that fulfil it, each once', () => {
    expect(fewestFor(rule)).toEqual(['3', '4', '6'])
    expect(fewestFor(['1&2', '2|3'])).toEqual(['1', '2'])
    expect(fulfils(rule, new Set(fewestFor(rule)))).toBe(true)
  })
})
