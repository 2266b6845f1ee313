import { expect, test } from '@playwright/test'
import { CategoriesTab } from './pages/categories'
import { ProfileTab } from './pages/profile'
import { ReadinessPanel } from './pages/readiness'
import { StandingTab } from './pages/standing'
import { plainPicture } from './support/pictures'
import { openMerchant, openTab, startSite, type Site } from './support/site'
import { isReady } from '../support/simulated-platform.ts'

let site: Site
test.describe.configure({ timeout: 150_000 })
test.beforeAll(async () => {
  site = await startSite()
})
test.afterAll(() => site.stop())

test('a merchant that is not ready says why, leads to the right tabs, and is ready once all is set', async ({
  page
}) => {
  const { platform } = site
  const ready = new ReadinessPanel(page)
  const profile = new ProfileTab(page)
  const categories = new CategoriesTab(page)
  const merchant = await platform.find(({ introduction, categories: set }) => introduction === '' && set.length === 0)
  const { appId } = merchant
  await openMerchant(page, site, merchant)
  await expect(ready.panel).toContainText('平台会拒绝提审，有 3 项要先处理')
  await ready.expectBlocking('introduction', '没有简介', '平台代码 11306')
  await ready.expectBlocking('icon', '没有图标', '平台代码 11306')
  await ready.expectBlocking('category', '没有服务类目', '平台代码 11306')

  await ready.fix('introduction', 'profile')
  await profile.open('introduction')
  await profile.introductionField.fill('全城即时送达的社区便利店')
  await profile.submit('introduction')
  await ready.fix('icon', 'profile')
  await profile.open('icon')
  await profile.pickIcon(plainPicture('图标.png', { width: 300, height: 300 }))
  await profile.submit('icon')
  await page.getByTestId('tab-versions').click()
  await ready.expectBlocking('introduction', '简介还在审核中')
  for (const item of ['introduction', 'icon']) await platform.endProfileAudit(appId, item, { outcome: 'pass' })

  await ready.fix('category', 'categories')
  await categories.choose('问卷', '2201,2202,220202')
  await categories.add()
  await page.getByTestId('tab-profile').click()
  await profile.refresh()
  await page.getByTestId('tab-versions').click()
  await expect(ready.panel).toContainText('就绪检查：可以提审')
  await page.goto(site.url)
  await page.getByTestId('merchant-search').fill(appId)
  await expect(page.getByTestId('merchant-row')).toHaveCount(1)
  await expect(page.getByTestId('merchant-row')).not.toContainText('会被拒绝')
})

test('credit score and trial operation, and how they went', async ({ page }) => {
  const { platform } = site
  const tab = new StandingTab(page)
  const merchant = await platform.find(isReady)
  const { appId } = merchant
  const trial = {
    isTrial: true,
    passScore: 80,
    capabilityLimited: true,
    tasks: [{ name: '完成首单', target: 10, progress: 4 }]
  }
  await platform.changeMerchant(appId, { creditScore: 62, trial })
  await openTab(page, site, merchant, 'standing')
  await tab.refresh()
  await expect(tab.credit).toHaveText('62 分')
  await expect(tab.trial).toContainText('试运营期内')
  await expect(page.getByTestId('trial-score')).toHaveText('现在 62 分，通过需要 80 分，还差 18 分')
  await expect(page.getByTestId('trial-task')).toContainText('4 / 10')
  await expect(page.getByTestId('trial-limits')).toHaveText('高级能力受限')
  await expect(tab.rating).toContainText('平台已停用质量评级')

  for (const creditScore of [71, 84]) {
    await platform.changeMerchant(appId, { creditScore })
    await tab.refresh()
    await expect(tab.credit).toHaveText(`${creditScore} 分`)
  }
  for (const [place, score] of ['84', '71', '62'].entries()) {
    await expect(tab.historyRows.nth(place)).toContainText(score)
  }
  await expect(page.getByTestId('score-chart')).toBeVisible()
  await platform.changeMerchant(appId, { trial: { isTrial: false } })
  await tab.refresh()
  await expect(tab.trial).toContainText('不在试运营期')
  await expect(tab.trial).toContainText('没有试运营的限制')
})
