import { expect, type Locator, type Page } from '@playwright/test'
import { bytesOf, downloaded, type Download } from '../support/files'
import { scanScreen } from '../support/scan'

export type WallSource = 'latest' | 'audit' | 'current' | 'saved'

/** 码墙, in the operator's words. */
export class CodeWallPage {
  readonly page: Page
  readonly cards: Locator
  readonly count: Locator
  readonly show: Locator
  readonly place: Locator
  /** The same while it fills the screen. */
  readonly fullScreen: Locator
  readonly exportDialog: Locator
  /** The codes on the sheet that was handed to the printer. */
  readonly sheetPictures: Locator

  constructor(page: Page) {
    this.page = page
    this.cards = page.getByTestId('wall-card')
    this.count = page.getByTestId('wall-count')
    this.show = page.getByTestId('code-show')
    this.place = page.getByTestId('code-show-place')
    this.fullScreen = page.locator('.code-show.is-fullscreen')
    this.exportDialog = page.getByTestId('export-dialog')
    this.sheetPictures = page.locator('.print-sheet img')
  }

  async go(): Promise<void> {
    await this.page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '码墙' }).click()
    await expect(this.page.getByTestId('codes-page')).toBeVisible()
  }

  async choose(source: WallSource): Promise<void> {
    await this.page.getByTestId(`wall-source-${source}`).click()
  }

  card(appId: string): Locator {
    return this.page.locator(`[data-testid="wall-card"][data-app-id="${appId}"]`)
  }

  /** Finds each merchant, ticks it, and leaves only these on the wall. */
  async showOnly(appIds: readonly string[]): Promise<void> {
    const search = this.page.getByTestId('wall-search')
    for (const appId of appIds) {
      await search.fill(appId)
      await expect(this.cards).toHaveCount(1)
      await this.card(appId).getByTestId('card-tick').check()
    }
    await search.clear()
    await this.page.getByTestId('wall-only').click()
    await expect(this.count).toHaveText(`${appIds.length} 个码`)
  }

  /** App ids of the cards, from the first on. */
  order(): Promise<string[]> {
    return this.cards.evaluateAll((cards) => cards.map((card) => card.getAttribute('data-app-id') ?? ''))
  }

  /** What a phone reads from each card that shows a code, off one photograph of the screen, by app id. */
  async scanAll(): Promise<ReadonlyMap<string, string | null>> {
    const appIds = await Promise.all((await this.withCode()).map((card) => card.getAttribute('data-app-id')))
    const texts = await this.scanInOrder()
    return new Map(appIds.map((appId, place) => [appId ?? '', texts[place] ?? null]))
  }

  /** The same, card by card. */
  async scanInOrder(): Promise<readonly (string | null)[]> {
    return scanScreen(this.page, await this.withCode())
  }

  private withCode(): Promise<Locator[]> {
    return this.page.locator('[data-testid="wall-card"]:has([data-testid="card-image"])').all()
  }

  /** Waits until every card shows its code or says why it has none. */
  async expectRead(): Promise<void> {
    const waiting = this.page.locator('.wall-card:not([data-state="ready"], [data-state="missing"])')
    await expect(waiting).toHaveCount(0, { timeout: 20_000 })
  }

  /** What a phone reads from the code that is shown large, once it stands still. */
  async expectShownText(text: string): Promise<void> {
    const image = this.show.getByTestId('code-image')
    await expect(image).toBeVisible()
    await expect.poll(() => scanScreen(this.page, [image])).toEqual([text])
  }

  /** That this merchant is shown large; `text` is what a phone reads, null where there is no code. */
  async expectShown(appId: string, text: string | null): Promise<void> {
    const name = await this.card(appId).locator('.name').textContent()
    await expect(this.page.getByTestId('code-show-title')).toHaveText(name ?? '')
    if (text === null) await expect(this.page.getByTestId('code-show-missing')).toBeVisible()
    else await this.expectShownText(text)
  }

  /** The picture that is shown large, as it came. */
  async shownPng(): Promise<Buffer> {
    return bytesOf(this.show.getByTestId('code-image'))
  }

  /** Saves what is shown large with its key. */
  saveShown(): Promise<Download> {
    return downloaded(this.page, () => this.page.keyboard.press('s'))
  }

  async openExport(kind: 'print' | 'pdf' | 'pictures'): Promise<void> {
    await this.page.getByTestId('wall-export').click()
    await this.page.getByTestId(`wall-export-${kind}`).click()
    await expect(this.exportDialog).toBeVisible()
  }

  /** Makes the file that the open dialog is about. */
  async download(): Promise<Download> {
    const download = await downloaded(this.page, () => this.page.getByTestId('export-start').click())
    await expect(this.page.getByTestId('export-state')).toHaveAttribute('data-state', 'done')
    return download
  }

  /** Has the window keep a copy of what it prints: the sheet itself is only there while the printer is asked. */
  async keepPrintSheet(): Promise<void> {
    await this.page.addInitScript(() => {
      window.print = () => {
        const sheets = [...document.querySelectorAll('.print-sheet')]
        const printed = sheets.pop()?.cloneNode(true)
        for (const earlier of sheets) earlier.remove()
        if (printed) document.body.append(printed)
      }
    })
  }

  /** Prints the wall from the open dialog. */
  async print(columns: number): Promise<void> {
    await this.page.getByRole('spinbutton', { name: '每行几个' }).fill(String(columns))
    await this.page.getByTestId('export-start').click()
    await expect(this.page.getByTestId('export-state')).toContainText('个码已交给打印')
    await expect(this.page.locator('.print-sheet')).toHaveCount(1)
    await expect(this.page.locator('.print-sheet')).toHaveCSS('--print-columns', String(columns))
    await this.sheetPictures.evaluateAll((pictures: HTMLImageElement[]) =>
      Promise.all(pictures.map((picture) => picture.decode()))
    )
  }

  /** Answers the window's question for a folder, which no test can, with one of the browser's own file system. */
  async giveFolder(name: string): Promise<void> {
    await this.page.addInitScript((folder) => {
      const value = async () => (await navigator.storage.getDirectory()).getDirectoryHandle(folder, { create: true })
      Object.defineProperty(window, 'showDirectoryPicker', { value })
    }, name)
  }

  /** What has been written into that folder, by name. */
  async folderFiles(name: string): Promise<ReadonlyMap<string, Buffer>> {
    const files = await this.page.evaluate(async (folder) => {
      const directory = await (await navigator.storage.getDirectory()).getDirectoryHandle(folder)
      const handles: FileSystemHandle[] = []
      for await (const handle of directory.values()) handles.push(handle)
      return Promise.all(
        handles.map(async ({ name: file }) => {
          const content = await (await directory.getFileHandle(file)).getFile()
          return [file, [...new Uint8Array(await content.arrayBuffer())]] as const
        })
      )
    }, name)
    return new Map(files.map(([file, bytes]) => [file, Buffer.from(bytes)]))
  }

  async closeExport(): Promise<void> {
    await this.page.getByTestId('export-cancel').click()
    await expect(this.exportDialog).toBeHidden()
  }
}
