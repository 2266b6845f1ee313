import { expect, test } from '@playwright/test'
import { DomainFields, DomainsTab } from './pages/domains'
import { openTab, startHost, startSite, type Site } from './support/site'
import { isReady, type SimulatedMerchant } from '../support/simulated-platform.ts'

const own = 'zhanggui.example.com'

let site: Site
test.describe.configure({ timeout: 120_000 })
test.beforeAll(async () => {
  site = await startSite()
})
test.afterAll(() => site.stop())

const used = new Set<string>()

async function ownMerchant(): Promise<SimulatedMerchant> {
  const isUsual = ({ domains }: SimulatedMerchant): boolean =>
    domains.server.request.length === 2 && domains.server.socket.length === 1 && domains.webview.length === 1
  const merchant = await site.platform.find(isReady, isUsual, ({ appId }) => !used.has(appId))
  used.add(merchant.appId)
  return merchant
}

test('server domains: a foreign one is refused by the platform at its line; added, replaced, deleted', async ({
  page
}) => {
  const tab = new DomainsTab(page)
  const merchant = await ownMerchant()
  const { appId } = merchant
  const { request: before } = merchant.domains.server
  await openTab(page, site, merchant, 'domains')
  await expect(page.getByTestId('own-list-empty').first()).toBeVisible()
  await tab.edit('server')
  await tab.expectImpossible(tab.sendButton('server'), /没有要提交的/)

  await test.step('a foreign domain', async () => {
    await tab.fields.type('request', ...before, 'api.other.example.org')
    await expect(tab.sendButton('server')).toHaveText('增加 1 个域名')
    await tab.sendButton('server').click()
    await tab.expectRefusal(tab.editor('server'), '40023', 'log_id')
    await expect(tab.fields.text('request')).toHaveValue([...before, 'api.other.example.org'].join('\n'))
  })

  await test.step('an address, with scheme, port and path: one press puts it right', async () => {
    await tab.fields.type('request', ...before, `https://v2.${own}`, `v3.${own}:8443`)
    await expect(tab.fields.problems('request')).toHaveText(['不要带协议（https://、wss://）', '不能带端口'])
    await tab.expectImpossible(tab.sendButton('server'), '有 2 行要先改正')
    await tab.fields.fixes('request').first().click()
    await expect(tab.fields.problems('request')).toHaveText(['不能带端口'])
    await page.getByTestId('domains-fix-all').click()
    await expect(tab.fields.text('request')).toHaveValue([...before, `v2.${own}`, `v3.${own}`].join('\n'))
    await expect(tab.fields.problems('request')).toHaveCount(0)
  })

  await test.step('a 21st domain', async () => {
    const many = Array.from({ length: 21 }, (_, place) => `a${place}.${own}`)
    await tab.fields.type('upload', ...many)
    await expect(tab.fields.field('upload')).toContainText('最多 20 个域名，现在是 21 个')
    await tab.expectImpossible(tab.sendButton('server'), '最多 20 个域名，现在是 21 个')
    await tab.fields.type('upload', ...merchant.domains.server.upload)
  })

  await test.step('what is added is shown, then added', async () => {
    await expect(tab.difference).toHaveText(/request 合法域名.*v2\.zhanggui\.example\.com.*v3\.zhanggui\.example\.com/s)
    await expect(tab.editor('server')).toContainText('只增加：已有的域名不变')
    await tab.send('server')
    await expect(tab.list('request')).toContainText(`v3.${own}`)
    await tab.expectNewestChange('server_domains', 'done')
  })

  await test.step('replaced, after a look', async () => {
    await tab.edit('server')
    await tab.fields.type('request', ...before, `v2.${own}`, `v4.${own}`)
    await expect(tab.sendButton('server')).toHaveText('整体替换：增加 1 个，删除 1 个…')
    await tab.sendAfterLook('server', merchant.name, `＋v4.${own}`, `－v3.${own}`)
    await expect(tab.list('request')).not.toContainText(`v3.${own}`)
  })

  await test.step('deleted, after a look', async () => {
    await tab.edit('server')
    await tab.fields.type('request', ...before)
    await tab.sendAfterLook('server', `－v2.${own}`, `－v4.${own}`)
    await expect(tab.list('request')).not.toContainText(`v2.${own}`)
    expect((await site.platform.merchant(appId)).domains.server).toEqual(merchant.domains.server)
  })
})

test('with the application’s own lists filled in, a foreign domain is told while it is typed', async ({ page }) => {
  const fields = new DomainFields(page)
  const { server, webview } = await site.platform.applicationDomains()
  await page.goto(site.url)
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '域名' }).click()
  await page.getByTestId('tab-application').click()
  await fields.type('server', ...server)
  await fields.type('webview', ...webview)
  await page.getByTestId('application-save').click()
  await expect(page.getByTestId('application-age')).toBeVisible()

  const tab = new DomainsTab(page)
  const merchant = await ownMerchant()
  await openTab(page, site, merchant, 'domains')
  await expect(page.getByTestId('own-list-empty')).toHaveCount(0)
  await tab.edit('webview')
  await tab.fields.type('webview', ...merchant.domains.webview, 'h5.other.example.org')
  await expect(tab.fields.problems('webview')).toContainText('不在第三方应用自己的域名列表里')
  await tab.expectImpossible(tab.sendButton('webview'), '有 1 行要先改正')
  await tab.fields.type('webview', ...merchant.domains.webview, 'shop.h5.zhanggui.example.com')
  await tab.send('webview')
  await expect(tab.list('webview')).toContainText('shop.h5.zhanggui.example.com')
  await tab.expectNewestChange('webview_domains', 'done')
})

test('a person has no webview domains, and the page says why', async ({ page }) => {
  const person = await site.platform.find(isReady, ({ subject, authorization }) => {
    return subject.type === 'person' && authorization.permissions.includes(2)
  })
  await openTab(page, site, person, 'domains')
  await expect(page.getByTestId('group-webview').getByTestId('group-unavailable')).toContainText('40025')
  await expect(page.getByTestId('change-webview')).toHaveCount(0)
})

test('domains that a colleague changed meanwhile: nothing is sent, the difference is shown, and both go in', async ({
  page,
  browser
}) => {
  const merchant = await ownMerchant()
  const { appId } = merchant
  const { request: before } = merchant.domains.server
  const tab = new DomainsTab(page)
  await openTab(page, site, merchant, 'domains')
  await tab.edit('server')
  await tab.fields.type('request', ...before, `mine.${own}`)

  const colleague = await startHost(site.platform.environment())
  const otherPage = await browser.newPage()
  try {
    const other = new DomainsTab(otherPage)
    await openTab(otherPage, colleague, merchant, 'domains')
    await other.edit('server')
    await other.fields.type('request', ...before, `theirs.${own}`)
    await other.send('server')
  } finally {
    await otherPage.close()
    await colleague.stop()
  }

  const sent = await site.platform.merchant(appId)
  await tab.sendButton('server').click()
  await tab.expectRefusal(tab.editor('server'), '平台上的域名和您看到的不同', `theirs.${own}`)
  expect((await site.platform.merchant(appId)).domains).toEqual(sent.domains)
  await expect(tab.meanwhile).toContainText(`theirs.${own}`)
  await page.getByTestId('merge-meanwhile').click()
  await expect(tab.fields.text('request')).toHaveValue([...before, `mine.${own}`, `theirs.${own}`].join('\n'))
  await tab.send('server')
  const { request } = (await site.platform.merchant(appId)).domains.server
  expect([...request].sort()).toEqual([...before, `mine.${own}`, `theirs.${own}`].sort())
})
