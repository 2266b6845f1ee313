import { expect, test } from '@playwright/test'
import { AccountPages, freePort, messageKeys } from './pages/account'
import { Frame } from './pages/frame'
import { WelcomePages } from './pages/welcome'
import { startUnconnectedSite, type Site } from './support/site'

let site: Site
test.beforeEach(async () => {
  site = await startUnconnectedSite()
})
test.afterEach(() => site.stop())

test('the first start shows two doors without the frame; the one to practise opens today, and is passed once', async ({
  page
}) => {
  const welcome = new WelcomePages(page)
  await welcome.opened(site.url)
  await expect(page.getByRole('navigation', { name: '主导航' })).toHaveCount(0)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(welcome.door('practise')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#\/today$/)
  await expect(new Frame(page).accountName).toContainText('演练环境')
  await page.goto('about:blank')
  await page.goto(new URL('#/', site.url).href)
  await expect(page.getByTestId('home-page')).toBeVisible()
  await expect(page).toHaveURL(/#\/today$/)
})

test('an address of a page goes straight on, and the start page is found again from the accounts and the settings', async ({
  page
}) => {
  const welcome = new WelcomePages(page)
  await page.goto(site.url)
  await expect(page.getByTestId('merchant-search')).toBeVisible()
  await new AccountPages(page).go('账号')
  await page.getByTestId('accounts-welcome').click()
  await expect(welcome.start).toBeVisible()
  await welcome.door('practise').click()
  await new Frame(page).goTo('设置')
  await page.getByTestId('start-again').click()
  await expect(welcome.start).toBeVisible()
})

test('speaks English from its corner on', async ({ page }) => {
  const welcome = new WelcomePages(page)
  await welcome.opened(site.url)
  await welcome.speak('en')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(welcome.door('practise')).toContainText('Practise first')
  await welcome.door('practise').click()
  await expect(page.getByRole('navigation', { name: 'Main navigation' })).toContainText('Today')
  await expect(welcome.tasks).toContainText('Look at a merchant')
})

test('the list of first tasks ticks itself, can be put away and brought back', async ({ page }) => {
  const welcome = new WelcomePages(page)
  const frame = new Frame(page)
  await welcome.opened(site.url)
  await welcome.door('practise').click()
  await expect(welcome.task('look')).toHaveAttribute('data-state', 'next')
  await expect(page.getByTestId('first-tasks-hint')).not.toContainText('任一商家')
  await welcome.task('look').click()
  await expect(page.getByTestId('merchant-page')).toBeVisible()
  await frame.goTo('今日')
  await expect(welcome.task('look')).toHaveAttribute('data-state', 'done')
  await expect(welcome.task('upload')).toHaveAttribute('data-state', 'next')
  await page.getByTestId('first-tasks-hide').click()
  await expect(welcome.tasks).toHaveCount(0)
  await frame.goTo('设置')
  await page.getByTestId('start-tasks').click()
  await frame.goTo('今日')
  await expect(welcome.tasks).toBeVisible()
})

test('the guided connection leads from an empty application to the platform’s merchants in the list', async ({
  page
}) => {
  const welcome = new WelcomePages(page)
  const { credentials } = site.platform
  await welcome.opened(site.url)
  await welcome.door('connect').click()

  await test.step('says what is needed, and asks for the application', async () => {
    await expect(welcome.step('needs')).toContainText('密钥管理')
    await welcome.next()
    await expect(page.getByTestId('connect-next')).toHaveAccessibleDescription('请填写名称')
    await welcome.fill('name', '青禾科技')
    await welcome.fill('componentAppId', credentials.appId)
    await welcome.fill('secret', credentials.secret)
    await page.getByTestId('account-advanced').locator('summary').click()
    await welcome.fill('openUrl', credentials.url)
    await welcome.fill('microappUrl', credentials.url)
    await welcome.next()
  })

  await test.step('keeps what was typed while one is away, but no secret', async () => {
    await expect(welcome.step('messages')).toBeVisible()
    await page.getByTestId('connect-leave').click()
    await welcome.task('connect').click()
    await expect(page.getByTestId('connect-lost-secrets')).toBeVisible()
    await expect(page.getByTestId('account-componentAppId')).toHaveValue(credentials.appId)
    await expect(page.getByTestId('account-secret')).toHaveValue('')
    await welcome.fill('secret', credentials.secret)
    await welcome.next()
    await welcome.fill('messageToken', messageKeys.token)
    await welcome.fill('messageKey', messageKeys.key)
    await expect(welcome.step('messages')).toContainText('43 / 43')
    await welcome.next()
  })

  const pages = new AccountPages(page)
  await test.step('saves, shows where the tunnel has to lead, and waits for the ticket', async () => {
    await welcome.fill('receiverPort', String(await freePort()))
    await welcome.next()
    await pages.goOnWithoutKeychain(welcome.step('ticket'), page.getByTestId('receiver-url'), () => welcome.next())
    const receiverUrl = await pages.receiverUrl()
    await page.getByTestId('connect-leave').click()
    await welcome.task('connect').click()
    await expect(page.getByTestId('receiver-url')).toContainText(receiverUrl)
    await site.platform.pushTo(receiverUrl, messageKeys)
    await expect(page.getByTestId('connect-arrived')).toBeVisible()
    await welcome.next()
  })

  await test.step('tries everything, and says that it is well', async () => {
    await expect(page.getByTestId('connect-summary')).toHaveAttribute('data-outcome', /success|warning/)
    await expect(pages.step('component_token')).toHaveAttribute('data-state', 'good')
    await welcome.next()
  })

  await test.step('has the merchants that had authorised, and a link for another', async () => {
    await page.getByTestId('import-all').click()
    await expect(page.getByTestId('connect-found')).toContainText('已有')
    await page.getByTestId('make-link').click()
    const link = ((await page.getByTestId('link-url').textContent()) ?? '').trim()
    const { appId } = await site.platform.authorize(link)
    await expect(page.getByTestId('link-plate')).toHaveAttribute('data-state', 'used')
    await welcome.next()
    await page.getByTestId('merchant-search').fill(appId)
    await expect(page.locator(`[data-testid="merchant-row"][data-app-id="${appId}"]`)).toBeVisible()
    await expect(new Frame(page).accountName).toContainText('青禾科技')
  })
})

test('the guided connection says at the check what is wrong, and goes on once it is mended', async ({ page }) => {
  const welcome = new WelcomePages(page)
  const pages = new AccountPages(page)
  const { credentials } = site.platform
  await page.goto(new URL('#/connect', site.url).href)
  await welcome.next()
  await welcome.fill('name', '青禾科技')
  await welcome.fill('componentAppId', credentials.appId)
  await welcome.fill('secret', credentials.secret)
  await page.getByTestId('account-advanced').locator('summary').click()
  await welcome.fill('openUrl', credentials.url)
  await welcome.fill('microappUrl', credentials.url)
  await welcome.next()
  await welcome.fill('messageToken', messageKeys.token)
  await welcome.fill('messageKey', messageKeys.key)
  await welcome.next()
  await page.getByTestId('account-source-paste').check({ force: true })
  await expect(page.getByTestId('connect-way')).toContainText('component_ticket')
  await welcome.next()
  await pages.goOnWithoutKeychain(welcome.step('ticket'), page.getByTestId('ticket-text'), () => welcome.next())
  await welcome.next()
  await expect(page.getByTestId('connect-summary')).toHaveAttribute('data-outcome', 'danger')
  await expect(pages.step('ticket')).toHaveAttribute('data-state', 'bad')
  await expect(page.getByTestId('connect-next')).toHaveText('先不管，去找商家')
  await page.getByTestId('connect-back').click()
  await pages.paste(await site.platform.ticket())
  await expect(page.getByTestId('connect-arrived')).toBeVisible()
  await welcome.next()
  await expect(pages.step('ticket')).toHaveAttribute('data-state', 'good')
})
