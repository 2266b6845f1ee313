/**
 * `npm run pictures`: photographs the built application on its practice environment, for README.md and docs.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { startProgram } from '../support/program.ts'
import { z } from 'zod'

const pictures = join(import.meta.dirname, '../../docs/pictures')
const size = { width: 1280, height: 800 }

async function merchantList(page: Page): Promise<void> {
  await page.locator('[data-testid="merchant-row"][data-app-id]').nth(10).waitFor()
  await page.waitForTimeout(2_500) // the first reading ends, the icons come
}

async function merchantPage(page: Page): Promise<void> {
  await page.getByTestId('merchant-row').filter({ hasText: '待发布' }).first().dblclick()
  await page.getByTestId('stage-audit').waitFor()
  await page.waitForTimeout(1_000)
}

async function trialCode(page: Page): Promise<void> {
  await page.getByTestId('action-code-latest').click()
  await page.getByTestId('code-image').waitFor()
  await page.waitForTimeout(500)
}

async function photograph(url: string, theme: 'light' | 'dark'): Promise<void> {
  const executablePath = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium'].find((path) => path && existsSync(path))
  const browser = await chromium.launch({ args: ['--no-sandbox'], ...(executablePath ? { executablePath } : {}) })
  const page = await browser.newPage({
    viewport: size,
    colorScheme: theme,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai'
  })
  await page.goto(url)
  for (const [name, step] of Object.entries({ merchants: merchantList, merchant: merchantPage, code: trialCode })) {
    await step(page)
    await page.screenshot({ path: join(pictures, `${name}-${theme}.png`) })
  }
  await browser.close()
}

const data = mkdtempSync(join(tmpdir(), 'merchant-desk-pictures-'))
const program = await startProgram('serve.js', ['--port', '0', '--data', data, '--no-open'])
const { url } = z.object({ url: z.url() }).parse(program.line)
for (const theme of ['light', 'dark'] as const) await photograph(url, theme)
await program.stop()
rmSync(data, { recursive: true })
