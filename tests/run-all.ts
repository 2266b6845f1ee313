/**
 * `npm test`: installs what this machine lacks, builds, runs every test, and ends with one plain line:
 * `N passed, N failed`, with `, N skipped` where some were. Exit code 1 where one failed, or none ran.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuild } from '../electron/launch/ensure-build.ts'
import { inProject, run } from '../electron/launch/project.ts'
import { ensureTestParts } from '../electron/launch/system-parts.ts'
import {
  addUp,
  failures,
  playwrightCounts,
  skipReasons,
  summaryLine,
  vitestCounts,
  type Counts
} from './support/counts.ts'

const reports = mkdtempSync(join(tmpdir(), 'merchant-desk-tests-')) // Playwright empties its own output folder

/** What failed, told again at the end. */
const failed: string[] = []

async function vitest(): Promise<Counts> {
  const report = join(reports, 'vitest.json')
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const command = [process.execPath, inProject('node_modules/vitest/vitest.mjs'), ...args]
  const code = await runWithKeyring(command)
  const contents = readReport(report)
  failed.push(...failures(contents))
  if (code !== 0 && failed.length === 0) failed.push('an error outside of all tests: see “Unhandled Errors” above')
  return vitestCounts(contents, code)
}

/** With a throw-away Secret Service where this machine can have one; the keychain's tests skip themselves without. */
function runWithKeyring(
  [program = '', ...args]: readonly string[],
  environment: Readonly<Record<string, string>> = {}
): Promise<number> {
  const options = { stdio: 'inherit', environment } as const
  const tools = ['/usr/bin/dbus-run-session', '/usr/bin/gnome-keyring-daemon']
  if (!tools.every((tool) => existsSync(tool))) return run(program, args, options)
  return run('bash', [inProject('tests/support/with-secret-service.sh'), program, ...args], options)
}

async function playwright(browser: string | null): Promise<Counts> {
  const report = join(reports, 'playwright.json')
  const environment = { PLAYWRIGHT_JSON_OUTPUT_FILE: report, ...(browser ? { CHROMIUM_PATH: browser } : {}) }
  const cli = inProject('node_modules/@playwright/test/cli.js')
  const code = await runWithKeyring([process.execPath, cli, 'test', '--reporter=list,json'], environment)
  const contents = readReport(report)
  failed.push(...failures(contents))
  for (const reason of skipReasons(contents)) console.log(`skipped: ${reason}`)
  return playwrightCounts(contents, code)
}

/** The report's contents, or null where the run ended before it wrote one. */
function readReport(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

/** A build that fails is one failed test: nothing after it would tell anything. */
async function runAll(): Promise<Counts> {
  const browser = await ensureTestParts()
  try {
    await ensureBuild()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return { passed: 0, failed: 1, skipped: 0 }
  }
  return addUp(await vitest(), await playwright(browser))
}

const counts = await runAll()
rmSync(reports, { recursive: true, force: true })
for (const each of failed) console.log(`failed: ${each}`)
console.log(`\n${summaryLine(counts)}`)
process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0
