import { describe, expect, test } from 'vitest'
import { addUp, failures, playwrightCounts, skipReasons, summaryLine, vitestCounts } from '../../support/counts'

const report = {
  numPassedTests: 5,
  numFailedTests: 1,
  numPendingTests: 2,
  numTodoTests: 1,
  testResults: [] as unknown[]
}
const stats = { expected: 3, unexpected: 1, flaky: 1, skipped: 2 }

describe('the sum of all tests', () => {
  test('counts what passed, failed and was skipped', () => {
    expect(vitestCounts(report, 1)).toEqual({ passed: 5, failed: 1, skipped: 3 })
    expect(playwrightCounts({ stats, errors: [] }, 1)).toEqual({ passed: 4, failed: 1, skipped: 2 })
  })

  test('counts a file that could not be loaded as failed', () => {
    const testResults = [
      { status: 'failed', assertionResults: [] },
      { status: 'passed', assertionResults: [{}] }
    ]
    expect(vitestCounts({ ...report, numFailedTests: 0, testResults }, 1).failed).toBe(1)
    expect(playwrightCounts({ stats: { ...stats, unexpected: 0 }, errors: [{}] }, 1).failed).toBe(1)
  })

  test('counts a run that failed outside of all tests, or left no report, as failed', () => {
    expect(vitestCounts({ ...report, numFailedTests: 0 }, 1).failed).toBe(1)
    expect(vitestCounts(null, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 })
    expect(playwrightCounts({}, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 })
  })

  test('comes with each reason for which tests were skipped', () => {
    const annotations = [{ type: 'skip', description: 'no display' }]
    const suites = [
      {
        specs: [
          { tests: [{ annotations }, { annotations }, { annotations: [{ type: 'measured', description: '3 ms' }] }] }
        ]
      }
    ]
    expect(skipReasons({ suites })).toEqual(['no display'])
    expect(skipReasons(null)).toEqual([])
  })

  test('names what failed: tests with the first line of their message, files that could not be loaded', () => {
    const assertionResults = [
      { status: 'passed', fullName: 'one that holds', failureMessages: [] },
      { status: 'failed', fullName: 'one that does not', failureMessages: ['expected 1\nat a line'] }
    ]
    const testResults = [
      { status: 'failed', name: 'a.test.ts', message: '', assertionResults },
      { status: 'failed', name: 'b.test.ts', message: 'Cannot find module', assertionResults: [] }
    ]
    expect(failures({ testResults })).toEqual(['one that does not: expected 1', 'b.test.ts: Cannot find module'])
    const specs = [
      { ok: true, file: 'c.spec.ts', title: 'fine' },
      { ok: false, file: 'c.spec.ts', title: 'broken' }
    ]
    expect(failures({ suites: [{ specs }] })).toEqual(['c.spec.ts: broken'])
  })

  test('is told in one plain line', () => {
    const one = { passed: 1, failed: 0, skipped: 0 }
    expect(summaryLine(addUp(one, one))).toBe('2 passed, 0 failed')
    expect(summaryLine(addUp(one, { passed: 0, failed: 2, skipped: 3 }))).toBe('1 passed, 2 failed, 3 skipped')
  })
})
