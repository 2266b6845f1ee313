import { gzipSync } from 'node:zlib'
import type { Browser, Response } from '@playwright/test'
import { newPage, realRow } from './support/browser.ts'
import type { DeskProcess } from './support/desk.ts'
import type { Measurement } from './support/report.ts'

const goalBytes = 250 * 1024

/** What the page loads until its list is useful: each script's size after gzip, whatever the host sends. */
export async function measureScripts(browser: Browser, desk: DeskProcess): Promise<Measurement> {
  const { page, context } = await newPage(browser)
  const responses: Response[] = []
  page.on('response', (response) => responses.push(response))
  await page.goto(desk.listUrl, { waitUntil: 'commit' })
  await page.waitForSelector(realRow)
  const loaded = [...responses]
  const scripts = await bodies(loaded, 'script')
  const styles = await bodies(loaded, 'stylesheet')
  await context.close()
  if (scripts.length === 0) throw new Error('no script was loaded')
  const bytes = gzipped(scripts)
  return {
    name: 'scripts loaded until the list is useful, after gzip',
    unit: 'bytes',
    values: { scripts: bytes, files: scripts.length, uncompressed: total(scripts), styles: gzipped(styles) },
    ratio: null,
    goal: `≤ ${goalBytes} bytes`,
    pass: bytes <= goalBytes
  }
}

function bodies(responses: readonly Response[], type: string): Promise<Buffer[]> {
  const wanted = responses.filter((response) => response.ok() && response.request().resourceType() === type)
  return Promise.all(wanted.map((response) => response.body()))
}

const total = (buffers: readonly Buffer[]): number => buffers.reduce((sum, { length }) => sum + length, 0)

const gzipped = (buffers: readonly Buffer[]): number => total(buffers.map((buffer) => gzipSync(buffer)))
