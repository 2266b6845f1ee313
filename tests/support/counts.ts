import { z } from 'zod'

export type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number }

const count = z.number().int().min(0)

const vitestReport = z.object({
  numPassedTests: count,
  numFailedTests: count,
  numPendingTests: count,
  numTodoTests: count,
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) }))
})

const playwrightReport = z.object({
  stats: z.object({ expected: count, unexpected: count, flaky: count, skipped: count }),
  errors: z.array(z.unknown())
})

const failedTest = z.object({ status: z.literal('failed'), fullName: z.string(), failureMessages: z.array(z.string()) })
const failedFile = z.object({ status: z.literal('failed'), name: z.string(), message: z.string() })
const failedSpec = z.object({ ok: z.literal(false), file: z.string(), title: z.string() })

const skipAnnotation = z.object({ type: z.literal('skip'), description: z.string() })

/** The numbers of Vitest's JSON report. A file that could not be loaded counts as one failed test. */
export function vitestCounts(report: unknown, exitCode: number): Counts {
  const parsed = vitestReport.safeParse(report)
  if (!parsed.success) return lost
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = parsed.data
  const unloaded = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length
  const counts = {
    passed: numPassedTests,
    failed: numFailedTests + unloaded,
    skipped: numPendingTests + numTodoTests
  }
  return withExitCode(counts, exitCode)
}

/** The numbers of Playwright's JSON report. A test that passed at a second try counts as passed; the list names it. */
export function playwrightCounts(report: unknown, exitCode: number): Counts {
  const parsed = playwrightReport.safeParse(report)
  if (!parsed.success) return lost
  const { stats, errors } = parsed.data
  const counts = {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped
  }
  return withExitCode(counts, exitCode)
}

/** Why tests were skipped, each reason once. */
export function skipReasons(report: unknown): string[] {
  const found = new Set<string>()
  JSON.stringify(report, (_key, value: unknown) => {
    const annotation = skipAnnotation.safeParse(value)
    if (annotation.success) found.add(annotation.data.description)
    return value
  })
  return [...found]
}

/** Each test or file that failed, with the first line of what it said: a long log's end is often all that one sees. */
export function failures(report: unknown): string[] {
  const found: string[] = []
  JSON.stringify(report, (_key, value: unknown) => {
    const test = failedTest.safeParse(value).data
    const file = failedFile.safeParse(value).data
    const spec = failedSpec.safeParse(value).data
    if (test) found.push(`${test.fullName}: ${firstLine(test.failureMessages[0])}`)
    else if (file?.message) found.push(`${file.name}: ${firstLine(file.message)}`)
    else if (spec) found.push(`${spec.file}: ${spec.title}`)
    return value
  })
  return found
}

function firstLine(text = ''): string {
  return text.split('\n', 1)[0] ?? ''
}

export function addUp(...all: readonly Counts[]): Counts {
  return all.reduce((sum, { passed, failed, skipped }) => ({
    passed: sum.passed + passed,
    failed: sum.failed + failed,
    skipped: sum.skipped + skipped
  }))
}

export function summaryLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/** A run without a report. */
const lost: Counts = { passed: 0, failed: 1, skipped: 0 }

/** A run that says that it failed has failed, whatever its report counts (an error outside of all tests). */
function withExitCode(counts: Counts, exitCode: number): Counts {
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}
