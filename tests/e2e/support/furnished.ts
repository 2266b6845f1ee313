import type { Browser, Page } from '@playwright/test'
import { startFresh } from './application'
import { furnish, type World } from './practice-world'
import type { Site } from './site'

/** The application with something on every page of it, in one page that is kept for all tests of a file. */
export type Furnished = {
  readonly site: Omit<Site, 'platform'>
  readonly page: Page
  readonly world: World
  /** What the page reported as an error, so far; a test empties it. */
  readonly complaints: string[]
}

/** Starts it and opens it in a window of that size; takes some ten seconds, so it is for `beforeAll`. */
export async function furnished(
  browser: Browser,
  viewport: { readonly width: number; readonly height: number }
): Promise<Furnished> {
  const site = await startFresh()
  // axe opens pages of its own, which `browser.newPage` does not let it.
  const context = await browser.newContext({ viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(site.url)
  return { site, page, world: await furnish(page), complaints }
}
