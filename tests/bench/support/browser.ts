import { existsSync } from 'node:fs'
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test'

/** As in playwright.config.ts. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run'
]

export function openBrowser(): Promise<Browser> {
  const executablePath = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium'].find((path) => path && existsSync(path))
  return chromium.launch({ args, ...(executablePath ? { executablePath } : {}) })
}

/** A browser that has not been here before: nothing in its cache. */
export async function newPage(browser: Browser): Promise<{ readonly page: Page; readonly context: BrowserContext }> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai'
  })
  return { context, page: await context.newPage() }
}

/** A row of the list with a merchant in it; a skeleton has no app id. */
export const realRow = '[data-testid="merchant-row"][data-app-id]'
