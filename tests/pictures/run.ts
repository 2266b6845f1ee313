/**
 * `npm run pictures`: photographs the built application on its practice environment, for README.md and docs.
 */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { PNG } from 'pngjs'
import { startProgram } from '../support/program.ts'
import { z } from 'zod'
import { scenes, type Scene } from './scenes.ts'

const pictures = join(import.meta.dirname, '../../docs/pictures')
const size = { width: 1280, height: 800 }

async function photograph(url: string, theme: 'light' | 'dark'): Promise<void> {
  const executablePath = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium'].find((path) => path && existsSync(path))
  const browser = await chromium.launch({ args: ['--no-sandbox'], ...(executablePath ? { executablePath } : {}) })
  const place = { locale: 'zh-CN', timezoneId: 'Asia/Shanghai' }
  const context = await browser.newContext({ viewport: size, colorScheme: theme, ...place })
  const page = await context.newPage()
  await page.goto(new URL('#/merchants', url).href)
  for (const scene of scenesUntilLast(theme)) {
    try {
      await scene.prepare(page)
      if (scene.theme === theme) {
        writeFileSync(join(pictures, `${scene.name}-${theme}.png`), smaller(await page.screenshot()))
      }
    } catch (error) {
      process.exitCode = 1
      console.error(`${scene.name} (${theme}): ${String(error)}`)
    }
  }
  await browser.close()
}

/** The same pixels in fewer bytes: the browser packs for speed, and filters help photographs, not plain surfaces. */
function smaller(picture: Buffer): Buffer {
  const packed = PNG.sync.write(PNG.sync.read(picture), {
    colorType: 2,
    deflateLevel: 9,
    deflateStrategy: 0,
    filterType: 0
  })
  return packed.length < picture.length ? packed : picture
}

/** What comes after the last picture of a theme needs no preparing. */
function scenesUntilLast(theme: 'light' | 'dark'): readonly Scene[] {
  return scenes.slice(0, scenes.findLastIndex((scene) => scene.theme === theme) + 1)
}

const data = mkdtempSync(join(tmpdir(), 'merchant-desk-pictures-'))
const program = await startProgram('serve.js', ['--port', '0', '--data', data, '--no-open'])
const { url } = z.object({ url: z.url() }).parse(program.line)
for (const theme of ['light', 'dark'] as const) await photograph(url, theme)
await program.stop()
rmSync(data, { recursive: true })
