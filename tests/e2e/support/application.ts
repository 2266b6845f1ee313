import type { Page } from '@playwright/test'
import { startHost, type Site } from './site.ts'

/** The application alone, with an empty data folder and nothing but its practice environment. */
export function startFresh(): Promise<Omit<Site, 'platform'>> {
  return startHost({})
}

/** How often somebody pressed a button of the mouse on the page, or Enter. Survives that the page is loaded again. */
export async function countClicks(page: Page): Promise<() => number> {
  let clicks = 0
  await page.exposeFunction('noteClick', () => void (clicks += 1))
  await page.addInitScript(() => {
    const note: unknown = Reflect.get(window, 'noteClick')
    addEventListener('pointerdown', () => typeof note === 'function' && void Reflect.apply(note, null, []), true)
  })
  return () => clicks
}
