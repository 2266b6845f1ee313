import { expect, test, type Page } from '@playwright/test'
import { AccountPages, messageKeys } from './pages/account'
import { KeychainBanner } from './pages/keychain'
import { hasKeyring, keyring } from './support/keyring'
import { startUnconnectedSite, type Site } from './support/site'

test.skip(!hasKeyring, 'needs a keyring that may be locked: run npm test')

let site: Site
let speakAgain: (() => void) | null = null
/** An account is connected, its secrets are in the keyring, its merchants are read. */
test.beforeEach(async ({ page }) => {
  site = await startUnconnectedSite()
  await page.goto(site.url)
  const pages = new AccountPages(page)
  await pages.connect(site.platform, { source: 'paste' })
  await pages.paste(await site.platform.ticket())
  await expect(pages.proof('secret')).toHaveAttribute('data-state', 'right')
})
test.afterEach(async () => {
  speakAgain?.()
  speakAgain = null
  await keyring.unlock()
  await site.stop()
})

/** The program ends and starts again on the same data; the page is opened anew. */
async function restart(page: Page): Promise<void> {
  await site.crash()
  await page.goto('about:blank')
  await page.goto(site.url)
}

async function openAccount(page: Page): Promise<void> {
  await new AccountPages(page).go('账号')
  await page.locator('.account-row', { hasText: '青禾科技' }).click()
}

async function expectWorking(page: Page): Promise<void> {
  await openAccount(page)
  await page.getByTestId('account-probe').click()
  await expect(new AccountPages(page).proof('secret')).toHaveAttribute('data-state', 'right')
}

test('a locked keychain is told, and after unlocking one click brings the account back', async ({ page }) => {
  const banner = new KeychainBanner(page)
  keyring.lock()
  await restart(page)
  await expect(banner.trouble).toContainText('钥匙串已锁定')
  await banner.retry()
  await expect(banner.trouble).toContainText('钥匙串已锁定')
  await keyring.unlock()
  await banner.retry()
  await expect(banner.trouble).toHaveCount(0)
  await expectWorking(page)
  await expect(page.getByText('存在系统钥匙串')).toBeVisible()
})

test('beside a locked keychain the operator goes on in memory, and finds the keychain’s secrets the next time', async ({
  page
}) => {
  const banner = new KeychainBanner(page)
  const pages = new AccountPages(page)
  keyring.lock()
  await restart(page)
  await banner.goOnInMemory()
  await expect(banner.inMemory).toBeVisible()
  await openAccount(page)
  await page.getByTestId('account-edit').click()
  await pages.fill('secret', site.platform.credentials.secret)
  await pages.fill('messageToken', messageKeys.token)
  await pages.fill('messageKey', messageKeys.key)
  await page.getByTestId('account-save').click()
  await pages.paste(await site.platform.ticket())
  await expect(pages.proof('secret')).toHaveAttribute('data-state', 'right')
  await expect(page.getByText('只在内存', { exact: true })).toBeVisible()
  await keyring.unlock()
  await restart(page)
  await openAccount(page)
  await expect(page.getByText('存在系统钥匙串')).toBeVisible()
  await expect(banner.inMemory).toHaveCount(0)
})

test('a keychain that does not answer is told as that, keeps nothing waiting, and is found again', async ({ page }) => {
  const banner = new KeychainBanner(page)
  speakAgain = keyring.silence()
  await restart(page)
  // The program gives it ten seconds. Until then and after, everything else works.
  await new AccountPages(page).go('商家')
  await expect(page.locator('[data-testid="merchant-row"][data-app-id]').first()).toBeVisible()
  await expect(banner.trouble).toContainText('钥匙串没有响应', { timeout: 15_000 })
  speakAgain()
  await banner.retry()
  await expect(banner.trouble).toHaveCount(0)
  await expectWorking(page)
})
