import { execFileSync } from 'node:child_process'
import type { Browser, CDPSession, Page } from '@playwright/test'
import { z } from 'zod'
import { newPage, realRow } from './support/browser.ts'
import type { DeskProcess } from './support/desk.ts'
import { isReady, type SimulatedPlatform } from '../support/simulated-platform.ts'
import type { Measurement } from './support/report.ts'
import { round } from './support/statistics.ts'

const warmUpJobs = 10
const jobs = 100
/** The main side's figure is the operating system's and holds garbage that was not collected yet. */
const goalMain = 1.3
const goalPage = 1.3

const hosts = z.object({ available: z.array(z.string()) })
const released = z.object({
  detail: z.object({ versions: z.object({ current: z.object({ rollback: z.object({ toVersion: z.string() }) }) }) })
})

type Memory = { readonly main: number; readonly page: number }

/**
 * Memory of both sides after the whole job (open the merchant, upload, show the code, submit, approve, release, roll
 * back) was done 100 times, against after 10 times; each time with another merchant.
 */
export async function measureMemory(
  browser: Browser,
  desk: DeskProcess,
  platform: SimulatedPlatform
): Promise<readonly Measurement[]> {
  const { page, context } = await newPage(browser)
  const session = await context.newCDPSession(page)
  const accountId = await desk.accountId()
  const [template] = await platform.templates()
  if (!template) throw new Error('the simulated platform has no template')
  const templateId = template.id
  const merchants = (await platform.merchants()).filter(isReady).slice(0, jobs)
  if (merchants.length < jobs) throw new Error(`only ${merchants.length} merchants can take the job`)
  await page.goto(desk.listUrl)
  await page.waitForSelector(realRow)
  let early: Memory | null = null
  for (const [index, { appId }] of merchants.entries()) {
    await openAndLeave(page, accountId, appId)
    await doJob(desk, platform, { accountId, appId, templateId })
    if (index + 1 === warmUpJobs) early = await measure(session, desk)
  }
  const late = await measure(session, desk)
  await context.close()
  if (!early) throw new Error('too few jobs')
  return [
    measurement('memory of the main side', early.main, late.main, goalMain),
    measurement('memory of the page', early.page, late.page, goalPage)
  ]
}

function measurement(what: string, early: number, late: number, goal: number): Measurement {
  const ratio = late / early
  return {
    name: `${what}, after the job was done ${jobs} times against ${warmUpJobs} times`,
    unit: 'bytes',
    values: { [`after${warmUpJobs}`]: early, [`after${jobs}`]: late },
    ratio: round(ratio, 3),
    goal: `ratio ≤ ${goal}`,
    pass: ratio <= goal
  }
}

async function openAndLeave(page: Page, accountId: string, appId: string): Promise<void> {
  await page.evaluate((hash) => (location.hash = hash), `#/merchants/${accountId}/${appId}`)
  await page.getByTestId('stage-latest').waitFor()
  await page.goBack()
  await page.waitForSelector(realRow)
}

async function doJob(
  desk: DeskProcess,
  platform: SimulatedPlatform,
  { accountId, appId, templateId }: { accountId: string; appId: string; templateId: string }
): Promise<void> {
  const ref = { accountId, appId }
  const version = '99.0.0'
  const extJson = JSON.stringify({ extEnable: true, extAppid: appId, ext: {} })
  await desk.call('versions.upload', { ...ref, templateId, version, description: 'bench', extJson }, z.unknown())
  await desk.call('codes.trial', { ...ref, stage: 'latest', path: '' }, z.unknown())
  const { available } = await desk.call('versions.auditHosts', ref, hosts)
  const submission = { ...ref, expectedVersion: version, resubmit: false, hosts: available, note: '' }
  await desk.call('versions.submit', submission, z.unknown())
  await platform.endAudit(appId, 'pass')
  await desk.call('merchants.read', ref, z.unknown())
  const { detail } = await desk.call('versions.release', { ...ref, expectedVersion: version }, released)
  const target = detail.versions.current.rollback.toVersion
  await desk.call('versions.rollback', { ...ref, expectedVersion: target }, z.unknown())
}

async function measure(session: CDPSession, desk: DeskProcess): Promise<Memory> {
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  return { main: residentBytes(desk.pid), page: usedSize }
}

function residentBytes(pid: number): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) * 1024
}
