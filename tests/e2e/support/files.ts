import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'

/** A file that the page handed to the browser to keep. */
export type Download = { readonly name: string; readonly bytes: Buffer }

/** Does what makes the page hand over a file, and answers it. */
export async function downloaded(page: Page, act: () => Promise<void>): Promise<Download> {
  const downloading = page.waitForEvent('download')
  await act()
  const download = await downloading
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}

/** The bytes of a picture whose address holds them (`data:image/png;base64,…`). */
export async function bytesOf(image: Locator): Promise<Buffer> {
  const address = (await image.getAttribute('src')) ?? ''
  return Buffer.from(address.slice(address.indexOf(',') + 1), 'base64')
}
