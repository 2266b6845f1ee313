import { describe, expect, it } from 'vitest'
import { hostCode, hostName } from '@shared/rules/hosts'

describe('host names', () => {
  it.each([
    ['douyin', 'douyin', '抖音'],
    ['抖音', 'douyin', '抖音'],
    ['今日头条lite', 'tt_lite', '今日头条极速版'],
    ['抖音极速版', 'douyin_lite', '抖音极速版'],
    ['a_new_host', 'a_new_host', 'a_new_host'],
    ['constructor', 'constructor', 'constructor']
  ])('knows %s by code and by name', (given, code, name) => {
    expect(hostCode(given)).toBe(code)
    expect(hostName(given)).toBe(name)
  })
})
