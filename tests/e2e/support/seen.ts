import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { listen, type Heard } from './heard'
import { chineseOn, measure } from './measure'
import { chooseLanguage, wear } from './practice-world'

/** With `MERCHANT_DESK_PICTURES=1` what is looked at is photographed, light and dark, into test-results. */
export const wantsPictures = process.env['MERCHANT_DESK_PICTURES'] === '1'

/** Names that stand in an English sentence as the platform's console has them, and the name of the other language. */
const consoleNames = new Set([
  ...['服务商平台', '三方小程序', '开发', '开发设置', '开发配置', '密钥管理', '授权事件接收', '消息与事件接收'],
  ...['消息验证', '消息加密解密', '白名单', '中文']
])

/** The page anew in that language, and what it is told from then on. */
export async function speak(page: Page, url: string, language: 'zh' | 'en'): Promise<Heard> {
  await chooseLanguage(page, language)
  await page.goto('about:blank')
  const heard = listen(page)
  await page.goto(url)
  await page.getByTestId('merchant-row').first().waitFor()
  return heard
}

/** Nothing is cut, nothing lies on another, and nothing scrolls sideways, once what was opened has come to rest. */
export async function expectInPlace(page: Page, scene: string): Promise<void> {
  const soft = expect.configure({ soft: true })
  await soft
    .poll(() => measure(page), { message: scene, timeout: 5_000 })
    .toEqual({ scrolls: 0, cut: [], overlapping: [] })
}

/** Chinese stands on an English page only where it is a name, the platform's own words, or what the operator wrote. */
export async function expectEnglish(page: Page, heard: Heard, scene: string): Promise<void> {
  const strange = (await chineseOn(page)).filter(([text]) => !heard.has(text) && !consoleNames.has(text))
  expect.soft(strange, scene).toEqual([])
}

/** A picture of what is on the screen, light and dark; `file` is below test-results. */
export async function photograph(page: Page, folder: string, file: string): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme)
    const path = join('test-results', `${folder}-${theme}`, file)
    mkdirSync(dirname(path), { recursive: true })
    await page.screenshot({ path })
  }
}
