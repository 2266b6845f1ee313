import { expect, test } from '@playwright/test'
import { scenes, visit } from './support/every-route'
import { scrolledSideways } from './support/measure'
import { ask } from './support/practice-world'
import { expectInPlace, photograph, speak, wantsPictures } from './support/seen'
import { furnished, type Furnished } from './support/furnished'

/** The smallest window with the largest type leaves a page the room of 819 pixels, its menu among them. */
const smallest = { width: 1024, height: 700 } as const

/** Merchants × capabilities has as many columns as the platform has capabilities: it is what one scrolls. */
const widerOnPurpose = new Set(['capabilities'])

test.describe.configure({ timeout: wantsPictures ? 1_800_000 : 600_000 })

let site: Furnished['site']
let page: Furnished['page']
let world: Furnished['world']
test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000)
  ;({ site, page, world } = await furnished(browser, smallest))
  await ask(page, 'settings.change', { textSize: 'larger' })
})
test.afterAll(() => site.stop())

for (const language of ['zh', 'en'] as const) {
  test(`every page fits into the smallest window in the largest type in ${language === 'zh' ? 'Chinese' : 'English'}`, async () => {
    await speak(page, site.url, language)
    await expect(page.locator('html')).toHaveAttribute('data-text-size', 'larger')
    for (const scene of scenes) {
      await test.step(scene.name, async () => {
        await visit(page, scene, world)
        if (wantsPictures) await photograph(page, `large-type/${language}`, `${scene.name}.png`)
        await expectInPlace(page, scene.name)
        if (widerOnPurpose.has(scene.name)) return
        await expect.soft.poll(() => scrolledSideways(page), { message: scene.name }).toEqual([])
      })
    }
  })
}
