import { expect, test } from '@playwright/test'
import { closeOverlay, openOverlay, overlays } from './support/overlays'
import { expectEnglish, expectInPlace, photograph, speak, wantsPictures } from './support/seen'
import { furnished, type Furnished } from './support/furnished'

// So many pictures take as long as the machine needs.
test.describe.configure({ timeout: wantsPictures ? 1_800_000 : 600_000 })

let site: Furnished['site']
let page: Furnished['page']
let world: Furnished['world']
let complaints: Furnished['complaints']
test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000)
  ;({ site, page, world, complaints } = await furnished(browser, { width: 1280, height: 800 }))
})
test.afterAll(() => site.stop())
test.beforeEach(() => void complaints.splice(0))

for (const language of ['zh', 'en'] as const) {
  test(`every dialog, drawer and menu shows all of itself in ${language === 'zh' ? 'Chinese' : 'English'}`, async () => {
    const heard = await speak(page, site.url, language)
    for (const overlay of overlays) {
      await test.step(overlay.name, async () => {
        await openOverlay(page, world, overlay, 'pointer')
        if (wantsPictures) await photograph(page, `dialogs/${language}`, `${overlay.name}.png`)
        await expectInPlace(page, overlay.name)
        if (language === 'en') await expectEnglish(page, heard, overlay.name)
        await closeOverlay(page, overlay)
      })
    }
    expect(complaints).toEqual([])
  })
}
