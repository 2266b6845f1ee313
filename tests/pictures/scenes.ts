import type { Page } from '@playwright/test'
import * as guide from './guide-scenes.ts'
import { rolloutPlan, rolloutRun, versionDrift } from './rollout-scenes.ts'

/** A picture, and how the page comes to look so; each goes on from the one before. */
export type Scene = {
  readonly name: string
  readonly theme: 'light' | 'dark'
  readonly prepare: (page: Page) => Promise<void>
}

export const scenes: readonly Scene[] = [
  { name: 'merchants', theme: 'light', prepare: merchantList },
  { name: 'merchant', theme: 'dark', prepare: merchantPage },
  { name: 'code', theme: 'light', prepare: trialCode },
  { name: 'profile', theme: 'light', prepare: tab('profile') },
  { name: 'categories', theme: 'light', prepare: tab('categories') },
  { name: 'domains', theme: 'light', prepare: tab('domains') },
  { name: 'authorization', theme: 'light', prepare: authorizationLink },
  { name: 'keeper', theme: 'light', prepare: tokenKeeper },
  { name: 'diagnosis', theme: 'light', prepare: diagnosis },
  { name: 'codes', theme: 'light', prepare: codeWall },
  { name: 'capabilities', theme: 'dark', prepare: capabilityMatrix },
  { name: 'ext-json', theme: 'light', prepare: extJsonStudio },
  // Before the rollout, which fills the list with reviews.
  { name: 'events', theme: 'light', prepare: guide.events },
  { name: 'rollout-plan', theme: 'light', prepare: rolloutPlan },
  { name: 'rollout', theme: 'dark', prepare: rolloutRun },
  { name: 'drift', theme: 'light', prepare: versionDrift },
  { name: 'today', theme: 'light', prepare: guide.today },
  { name: 'readiness', theme: 'light', prepare: guide.readiness },
  { name: 'upload', theme: 'light', prepare: guide.upload },
  { name: 'submit', theme: 'light', prepare: guide.submission },
  { name: 'standing', theme: 'light', prepare: guide.standing },
  { name: 'mini-code', theme: 'light', prepare: guide.miniCode },
  { name: 'baseline', theme: 'light', prepare: guide.baseline },
  { name: 'templates', theme: 'light', prepare: guide.templateLibrary },
  { name: 'activity', theme: 'light', prepare: guide.activity },
  { name: 'merchant-report', theme: 'light', prepare: guide.merchantReport },
  { name: 'account', theme: 'light', prepare: guide.account },
  { name: 'settings', theme: 'light', prepare: guide.settings },
  { name: 'data-safety', theme: 'light', prepare: guide.dataSafety },
  { name: 'help', theme: 'light', prepare: guide.help },
  { name: 'error-codes', theme: 'light', prepare: guide.errorCodes },
  { name: 'palette', theme: 'light', prepare: guide.palette },
  { name: 'connect', theme: 'light', prepare: guide.connect },
  { name: 'welcome', theme: 'light', prepare: guide.welcome }
]

async function merchantList(page: Page): Promise<void> {
  await page.locator('[data-testid="merchant-row"][data-app-id]').nth(10).waitFor()
  await page.waitForTimeout(2_500) // the first reading ends, the icons come
}

async function merchantPage(page: Page): Promise<void> {
  await page.getByTestId('merchant-row').filter({ hasText: '待发布' }).first().click()
  await page.getByTestId('stage-audit').waitFor()
  await page.waitForTimeout(1_000)
}

async function trialCode(page: Page): Promise<void> {
  await page.getByTestId('action-code-latest').click()
  await page.getByTestId('code-image').waitFor()
  await page.waitForTimeout(500)
}

/** A tab of the merchant that is open. */
function tab(name: 'profile' | 'categories' | 'domains'): Scene['prepare'] {
  return async (page) => {
    await page.keyboard.press('Escape')
    await page.getByTestId('code-preview').waitFor({ state: 'hidden' })
    await page.getByTestId(`tab-${name}`).click()
    await page.mouse.move(0, 0) // no hint over what lies where the tab was
    await page.waitForTimeout(2_000)
  }
}

async function authorizationLink(page: Page): Promise<void> {
  await go(page, '授权')
  await page.getByTestId('link-note').fill('朝阳路店')
  await page.getByTestId('make-link').click()
  await page.getByTestId('qr-picture').waitFor()
  await page.waitForTimeout(500)
}

/** The merchant of the link that was just made authorises, so that there is somebody new in what follows. */
async function tokenKeeper(page: Page): Promise<void> {
  const link = (await page.getByTestId('link-url').textContent())?.trim() ?? ''
  const merchant = await page.context().newPage()
  await merchant.goto(link)
  await merchant.getByRole('button', { name: '确认授权' }).click()
  await merchant.close()
  await go(page, '令牌')
  await page.getByTestId('keeper-row').first().waitFor()
  await page.waitForTimeout(1_500)
}

async function diagnosis(page: Page): Promise<void> {
  await go(page, '账号')
  await page.locator('.account-row').first().click()
  await page.getByTestId('account-diagnose').click()
  await page.locator('[data-testid="diagnosis-summary"]:not([data-outcome="running"])').waitFor()
  await page.waitForTimeout(500)
}

async function codeWall(page: Page): Promise<void> {
  await go(page, '码墙')
  await page.getByTestId('card-image').nth(4).waitFor()
  await page.waitForTimeout(1_500)
}

async function capabilityMatrix(page: Page): Promise<void> {
  await go(page, '能力')
  await page.getByTestId('matrix-row').nth(8).waitFor()
  const read = page.getByTestId('matrix-read-unread')
  if (await read.isEnabled()) await read.click()
  await page.mouse.move(0, 0)
  await page.waitForTimeout(6_000)
}

/** The template's default with a variable, and what the second merchant gets from it. */
async function extJsonStudio(page: Page): Promise<void> {
  await go(page, '模板')
  await page.getByTestId('tab-ext').click()
  await page.getByTestId('part-variables').click()
  await addVariable(page, 'shopPhone', '0571-8800 1234')
  await page.getByTestId('part-default').click()
  await page
    .locator('.cm-content')
    .first()
    .fill(JSON.stringify(studioDefault, null, 2))
  await page.getByTestId('preview-next').click()
  await page.waitForTimeout(1_500)
}

const studioDefault = {
  extEnable: true,
  extAppid: '{{appId}}',
  ext: { phone: '{{shopPhone}}', theme: '#1f6feb' },
  window: { navigationBarTitleText: '{{merchantName}}' }
}

async function addVariable(page: Page, name: string, fallback: string): Promise<void> {
  await page.getByTestId('variable-add').waitFor()
  if ((await page.getByTestId('variable-row').filter({ hasText: name }).count()) > 0) return
  await page.getByTestId('variable-add').click()
  await page.getByTestId('variable-name').fill(name)
  await page.getByTestId('variable-fallback').fill(fallback)
  await page.getByTestId('variable-save').click()
  await page.getByTestId('variable-row').filter({ hasText: name }).waitFor()
}

type Place = '授权' | '令牌' | '账号' | '码墙' | '能力' | '模板'

async function go(page: Page, place: Place): Promise<void> {
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: place }).click()
}
