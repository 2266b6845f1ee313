import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { startFresh } from './support/application'
import { routeNames, scenes, visit } from './support/every-route'
import { listen, type Heard } from './support/heard'
import { chineseOn, measure } from './support/measure'
import { chooseLanguage, furnish, wear, type World } from './support/practice-world'
import type { Site } from './support/site'

const sizes = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 }
] as const
/** With `MERCHANT_DESK_PICTURES=1` each page is photographed, light and dark, into test-results/pages. */
const wantsPictures = process.env['MERCHANT_DESK_PICTURES'] === '1'

/** Names that stand in an English sentence as the platform's console has them, and the name of the other language. */
const consoleNames = new Set([
  ...['服务商平台', '三方小程序', '开发', '开发设置', '开发配置', '密钥管理', '授权事件接收', '消息与事件接收'],
  ...['消息验证', '消息加密解密', '白名单', '中文']
])

// So many pictures take as long as the machine needs.
test.describe.configure({ timeout: wantsPictures ? 1_800_000 : 600_000 })

let site: Omit<Site, 'platform'>
let page: Page
let world: World
let heard: Heard
const complaints: string[] = []
test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000)
  site = await startFresh()
  page = await browser.newPage({ viewport: sizes[0], locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(site.url)
  world = await furnish(page)
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
      await speak(language)
      for (const scene of scenes) {
        await test.step(scene.name, async () => {
          await visit(page, scene, world)
          if (wantsPictures) await photograph(`${scene.name}.png`, language, size.width)
          expect.soft(await measure(page), scene.name).toEqual({ scrolls: 0, cut: [], overlapping: [] })
          if (language === 'en' && size === sizes[0]) await expectEnglish(scene.name)
        })
      }
      expect(complaints).toEqual([])
    })
  }
}

/** The page anew in that language. */
async function speak(language: 'zh' | 'en'): Promise<void> {
  await chooseLanguage(page, language)
  await page.goto('about:blank')
  heard = listen(page)
  await page.goto(site.url)
  await page.getByTestId('merchant-row').first().waitFor()
}

/** Chinese stands on an English page only where it is a name, the platform's own words, or what the operator wrote. */
async function expectEnglish(scene: string): Promise<void> {
  const strange = (await chineseOn(page)).filter(([text]) => !heard.has(text) && !consoleNames.has(text))
  expect.soft(strange, scene).toEqual([])
}

async function photograph(file: string, language: string, width: number): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme)
    const path = join('test-results/pages', `${language}-${theme}-${width}`, file)
    mkdirSync(dirname(path), { recursive: true })
    await page.screenshot({ path })
  }
}
