import { expect, test } from '@playwright/test'
import { routeNames, scenes, visit } from './support/every-route'
import { expectEnglish, expectInPlace, photograph, speak, wantsPictures } from './support/seen'
import { furnished, type Furnished } from './support/furnished'

const sizes = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 }
] as const

// So many pictures take as long as the machine needs.
test.describe.configure({ timeout: wantsPictures ? 1_800_000 : 600_000 })

let site: Furnished['site']
let page: Furnished['page']
let world: Furnished['world']
let complaints: Furnished['complaints']
test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000)
  ;({ site, page, world, complaints } = await furnished(browser, sizes[0]))
})
test.afterAll(() => site.stop())
test.beforeEach(() => void complaints.splice(0))

test('every route of the application has its scene here', () => {
  expect(new Set(scenes.map(({ route }) => route))).toEqual(new Set(routeNames))
})

for (const language of ['zh', 'en'] as const) {
  for (const size of sizes) {
    test(`every page fits into ${size.width} × ${size.height} in ${language === 'zh' ? 'Chinese' : 'English'}`, async () => {
      await page.setViewportSize(size)
      const heard = await speak(page, site.url, language)
      for (const scene of scenes) {
        await test.step(scene.name, async () => {
          await visit(page, scene, world)
          if (wantsPictures) await photograph(page, `pages/${language}-${size.width}`, `${scene.name}.png`)
          await expectInPlace(page, scene.name)
          if (language === 'en' && size === sizes[0]) await expectEnglish(page, heard, scene.name)
        })
      }
      expect(complaints).toEqual([])
    })
  }
}
