import { describe, expect, test } from 'vitest'
import { crashedPage, createCrashCounter } from '../../../electron/shell/crash'

describe('a page that crashes', () => {
  test('is loaded again three times in a minute, then no more', () => {
    const count = createCrashCounter()
    expect([0, 1000, 2000, 3000].map(count)).toEqual(['reload', 'reload', 'reload', 'stop'])
  })

  test('is loaded again once the first crash is a minute old', () => {
    const count = createCrashCounter()
    const decisions = [0, 1000, 2000, 59_999, 60_000].map(count)
    expect(decisions).toEqual(['reload', 'reload', 'reload', 'stop', 'reload'])
  })

  test('is replaced by one that needs no script and no style of the application', () => {
    expect(crashedPage()).not.toMatch(/<script|style=|<style|<link/)
  })
})
