import { expect, test, type Page } from '@playwright/test'
import { startFresh } from './support/application'
import { settled } from './support/every-route'
import { closeOverlay, openOverlay, overlays } from './support/overlays'
import { furnish, type World } from './support/practice-world'
import { expectEnglish, expectInPlace, photograph, speak, wantsPictures } from './support/seen'
import type { Site } from './support/site'

// So many pictures take as long as the machine needs.
test.describe.configure({ timeout: wantsPictures ? 1_800_000 : 600_000 })

let site: Omit<Site, 'platform'>
let page: Page
let world: World
const complaints: string[] = []
test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000)
  site = await startFresh()
  const viewport = { width: 1280, height: 800 }
  page = await browser.newPage({ viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(site.url)
  world = await furnish(page)
})
test.afterAll(() => site.stop())
test.beforeEach(() => void complaints.splice(0))

for (const language of ['zh', 'en'] as const) {
  test(`every dialog, drawer and menu shows all of itself in ${language === 'zh' ? 'Chinese' : 'English'}`, async () => {
    const heard = await speak(page, site.url, language)
    for (const overlay of overlays) {
      await test.step(overlay.name, async () => {
        await openOverlay(page, world, overlay, 'pointer')
        await settled(page)
        if (wantsPictures) await photograph(page, `dialogs/${language}`, `${overlay.name}.png`)
        await expectInPlace(page, overlay.name)
        if (language === 'en') await expectEnglish(page, heard, overlay.name)
        await closeOverlay(page, overlay)
      })
    }
    expect(complaints).toEqual([])
  })
}
