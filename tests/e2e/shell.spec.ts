import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, expect, test, type ElectronApplication, type Page } from '@playwright/test'
import { hasDisplay, isLinuxRoot } from '../../electron/launch/browser.ts'
import { installedElectron } from '../../electron/launch/electron-runtime.ts'
import type { DeskBridge } from '@shared/contract'

declare const window: Window & { readonly desk: DeskBridge }

const executablePath = installedElectron()
const root = join(import.meta.dirname, '../..')

test.describe('the application in Electron', () => {
  test.skip(!executablePath, 'Electron’s runtime is not installed on this machine (npx install-electron)')
  test.skip(!hasDisplay(), 'there is no display')

  let dataDir: string
  let application: ElectronApplication
  let page: Page
  test.beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'shell-'))
    application = await _electron.launch({
      ...(executablePath ? { executablePath } : {}),
      args: [...(isLinuxRoot() ? ['--no-sandbox'] : []), root, '--data', dataDir]
    })
    page = await application.firstWindow()
  })
  test.afterAll(async () => {
    await application.close()
    rmSync(dataDir, { recursive: true, force: true })
  })

  test('shows the page from its own scheme and answers calls', async () => {
    expect(page.url()).toMatch(/^app:\/\/desk\//)
    const answer: unknown = await page.evaluate(() => window.desk.call('app.info', {}))
    expect(answer).toMatchObject({ ok: true, value: { host: 'electron' } })
  })

  test('gives the page two functions and nothing of Node or Electron', async () => {
    const seen = await page.evaluate(() => [
      Object.keys(window.desk),
      ['process', 'require', 'module', 'Buffer'].filter((name) => name in window)
    ])
    expect(seen).toEqual([['call', 'on'], []])
  })

  test('stays on its page, and opens no further window', async () => {
    await page.evaluate(() => location.assign('https://example.com/'))
    expect(await page.evaluate(() => window.open('about:blank'))).toBeNull()
    expect(page.url()).toMatch(/^app:\/\/desk\//)
    expect(application.windows()).toHaveLength(1)
  })

  test('attaches no <webview>, and runs no inline script', async () => {
    await page.evaluate(() => {
      const script = Object.assign(document.createElement('script'), { textContent: 'document.title = "ran"' })
      const webview = document.createElement('webview')
      webview.setAttribute('src', 'https://example.com/')
      document.body.append(script, webview)
    })
    expect(await page.title()).not.toBe('ran')
    expect(await application.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1)
  })

  test('refuses permissions', async () => {
    const state = await page.evaluate(async () => (await navigator.permissions.query({ name: 'geolocation' })).state)
    expect(state).toBe('denied')
  })

  test('has a menu whose commands the page carries out', async () => {
    await application.evaluate(({ Menu }) => {
      const find = (items: Electron.MenuItem[]): Electron.MenuItem | undefined =>
        items.map((item) => (item.accelerator === 'CmdOrCtrl+,' ? item : find(item.submenu?.items ?? []))).find(Boolean)
      find(Menu.getApplicationMenu()?.items ?? [])?.click()
    })
    await expect(page).toHaveURL(/#\/settings/)
  })

  test('speaks English in its menu, and is dark there, as the operator chose', async () => {
    await page.evaluate(() => void window.desk.call('settings.change', { language: 'en', theme: 'dark' }))
    const seen = () =>
      application.evaluate(({ Menu, nativeTheme }) => [
        nativeTheme.themeSource,
        Menu.getApplicationMenu()?.items.some(({ label }) => label === 'Help') ?? false
      ])
    await expect.poll(seen).toEqual(['dark', true])
  })

  test('opens the page of a link that a second start hands over, and of nothing else', async () => {
    const start = (link: string) =>
      application.evaluate(({ app }, argument) => void app.emit('second-instance', {}, ['program', argument]), link)
    await start('merchant-desk://today')
    await expect(page).toHaveURL(/#\/today/)
    await start('merchant-desk://settings')
    await start('merchant-desk://rollout/practice/none')
    await expect(page).toHaveURL(/#\/rollouts\/practice\/none/)
  })

  test('keeps its page when a file is dropped beside its place', async () => {
    await page.evaluate(() => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File(['x'], 'x.html'))
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
    })
    expect(page.url()).toMatch(/^app:\/\/desk\//)
  })

  test('says that a program under development looks for no updates', async () => {
    const answer: unknown = await page.evaluate(() => window.desk.call('app.updates.check', {}))
    expect(answer).toEqual({ ok: true, value: { kind: 'off', why: 'development' } })
  })
})
