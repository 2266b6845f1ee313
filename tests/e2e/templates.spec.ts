import { expect, test } from '@playwright/test'
import { MerchantPage } from './pages/merchant'
import { MerchantListPage } from './pages/merchant-list'
import { TemplatesPage } from './pages/templates'
import { openMerchant, startSite, type Site } from './support/site'
import { isReady } from '../support/simulated-platform.ts'

let site: Site
test.describe.configure({ timeout: 150_000 })
test.beforeAll(async () => {
  site = await startSite()
})
test.afterAll(() => site.stop())

test('library: a draft becomes a template; one in use is not deleted by accident, an unused one is', async ({
  page
}) => {
  const templates = new TemplatesPage(page)
  const { platform } = site
  const hasTemplate = async (version: string) => (await platform.templates()).some((each) => each.version === version)
  await new MerchantListPage(page).opened(site.url, 24)

  await test.step('a new draft becomes a template', async () => {
    await templates.go()
    const appName = await platform.newDraft('9.9.0', '新增桌码点单')
    await templates.refresh()
    const before = (await platform.templates()).length
    await expect(templates.count).toHaveText(`${before} / 200 个模板`)
    await templates.add('9.9.0', appName)
    await expect(templates.count).toHaveText(`${before + 1} / 200 个模板`)
    await expect(templates.draft('9.9.0')).toContainText('与模板 9.9.0 相同')
    expect(await hasTemplate('9.9.0')).toBe(true)
  })

  await test.step('one in use names who uses it, and wants its version typed', async () => {
    const user = await platform.find(isReady, ({ tests }) => tests.at(-1)?.version === '2.4.0')
    await templates.beginDelete('2.4.0')
    await expect(page.getByTestId('usage-list')).toContainText(user.name)
    await templates.expectAsksForVersion()
    await page.getByTestId('delete-version').fill('2.4')
    await templates.expectAsksForVersion()
    await templates.cancelDelete()
    expect((await platform.total('del_tpl')).received).toBe(0)
  })

  await test.step('one that came into use meanwhile is not deleted before that was seen', async () => {
    await templates.beginDelete('9.9.0')
    await expect(page.getByTestId('usage-none')).toBeVisible()
    const merchant = await platform.find(isReady)
    const other = await page.context().newPage()
    const view = new MerchantPage(other)
    await openMerchant(other, site, merchant)
    const template = (await platform.templates()).find(({ version }) => version === '9.9.0')
    await view.chooseTemplate(template?.id ?? '')
    await view.upload()
    await expect(view.uploadDialog).toBeHidden()
    await other.close()

    await templates.deleteButton.click()
    await expect(templates.deleteDialog.getByTestId('error-panel')).toHaveAttribute(
      'data-error-code',
      'changed_meanwhile'
    )
    await expect(page.getByTestId('usage-row')).toContainText([merchant.name])
    await expect(page.getByTestId('usage-row')).toContainText(['按上传记录确定'])
    await templates.expectAsksForVersion()
    expect((await platform.total('del_tpl')).received).toBe(0)
    await page.getByTestId('delete-version').fill('9.9.0')
    await templates.deleteButton.click()
    await expect(templates.deleteDialog).toBeHidden()
    await expect(templates.template('9.9.0')).toHaveCount(0)
    expect(await hasTemplate('9.9.0')).toBe(false)
  })

  await test.step('an unused one is deleted after one look', async () => {
    const appName = await platform.newDraft('9.9.1', '只试一下')
    await templates.refresh()
    await templates.add('9.9.1', appName)
    await templates.beginDelete('9.9.1')
    await expect(page.getByTestId('usage-none')).toContainText('没有商家在用这个模板')
    await templates.deleteButton.click()
    await expect(templates.template('9.9.1')).toHaveCount(0)
    expect(await hasTemplate('9.9.1')).toBe(false)
  })
})

test('ext.json: checked before it is sent, a default with variables, a value per merchant, and its upload', async ({
  page
}) => {
  const templates = new TemplatesPage(page)
  const view = new MerchantPage(page)
  const { platform } = site
  // The test before this one has uploaded to the first.
  const [, merchant, without] = (await platform.merchants()).filter(isReady)
  const template = (await platform.templates()).find(({ version }) => version === '2.4.0')
  if (!merchant || !without || !template) throw new Error('no merchants or no template')
  await platform.resetCounters()
  const text = (shop: string, enabled = 'true') =>
    [
      '{',
      `  "extEnable": ${enabled},`,
      '  "extAppid": "{{appId}}",',
      `  "ext": { "shop": "${shop}", "seats": "{{seats}}" }`,
      '}'
    ].join('\n')

  await test.step('a wrong type is shown at its place, and nothing is uploaded', async () => {
    await openMerchant(page, site, merchant)
    await view.chooseTemplate(template.id)
    const wrong = text('{{nobody}}', '"yes"').replace('{{appId}}', merchant.appId)
    await page.getByTestId('ext-json').fill(wrong)
    await templates.expectProblem('ext-json-problems', { line: 2, column: 16 }, 'extEnable 应是布尔值 true 或 false')
    await templates.expectProblem('ext-json-problems', { line: 4, column: 21 }, '变量 {{nobody}} 还没有换成商家的值')
    await expect(page.getByTestId('upload-confirm')).toHaveClass(/is-disabled/)
    await expect(page.getByTestId('upload-confirm')).toHaveAccessibleDescription(/第 2 行：extEnable 应是布尔值/)
    await page.getByTestId('upload-confirm').click({ force: true })
    expect((await platform.tally(merchant.appId, 'upload')).received).toBe(0)
    await page.goto(site.url)
  })

  await test.step('variables: one that every merchant must have, one with a value for all others', async () => {
    await templates.go()
    await templates.openStudio('variables')
    await templates.addVariable({ name: 'shopId', type: '文本' })
    await templates.addVariable({ name: 'seats', type: '数字', fallback: '3' })
  })

  await test.step('a default that names an unknown variable is not kept', async () => {
    await templates.openStudio('default')
    await page.getByTestId('studio-template').selectOption(template.id)
    await templates.defaultEditor.fill(text('{{nobody}}', '"yes"'))
    await templates.expectProblem('default-problems', { line: 2, column: 16 }, 'extEnable 应是布尔值 true 或 false')
    await templates.expectProblem('default-problems', { line: 4, column: 20 }, '没有变量 nobody')
    await expect(templates.saveDefault).toHaveClass(/is-disabled/)
    await templates.defaultEditor.fill(text('{{shopId}}'))
    await expect(page.getByTestId('default-problems')).toHaveText('没有问题')
    await templates.saveDefault.click()
    await expect(templates.saveDefault).toHaveAccessibleDescription('没有改变')
    await templates.previewFor(merchant.name)
    await expect(page.getByTestId('preview-problems')).toContainText('变量 shopId 还没有值')
  })

  await test.step('with its own value the merchant has its own ext.json', async () => {
    await templates.openStudio('values')
    await templates.giveValue(merchant.appId, 'S-0021')
    await templates.openStudio('default')
    await templates.previewFor(merchant.name)
    await expect(page.getByTestId('preview-pane')).toContainText('S-0021')
    await expect(page.getByTestId('preview-problems')).toHaveCount(0)
  })

  await test.step('the upload takes the default with the merchant’s values', async () => {
    await openMerchant(page, site, merchant)
    await view.chooseTemplate(template.id)
    await expect(page.getByTestId('ext-json')).toContainText('S-0021')
    await expect(page.getByTestId('ext-json-problems')).toHaveText('可以上传')
    await view.upload()
    await expect(view.uploadDialog).toBeHidden()
    const sent = (await platform.merchant(merchant.appId)).tests.at(-1)?.extJson ?? ''
    const ext = { shop: 'S-0021', seats: 3 }
    expect(JSON.parse(sent)).toEqual({ extEnable: true, extAppid: merchant.appId, ext })
  })

  await test.step('with another value since, the next upload starts from the default with that', async () => {
    await templates.go()
    await templates.openStudio('values')
    await templates.giveValue(merchant.appId, 'S-0022')
    await openMerchant(page, site, merchant)
    await view.action('upload').click()
    await expect(page.locator('[data-template-id].is-chosen')).toHaveAttribute('data-template-id', template.id)
    await expect(page.getByTestId('ext-json')).toContainText('S-0022')
  })

  await test.step('one without a value is told so, and gets nothing filled in', async () => {
    await openMerchant(page, site, without)
    await view.chooseTemplate(template.id)
    await expect(page.getByTestId('template-default-problem')).toContainText('变量 shopId 还没有值')
    await expect(page.getByTestId('ext-json')).not.toContainText('shop')
    await page.goto(site.url)
  })

  await test.step('a default that is removed, after a question, is filled in nowhere any more', async () => {
    await templates.go()
    await templates.openStudio('default')
    await page.getByTestId('studio-template').selectOption(template.id)
    await templates.removeDefault('2.4.0')
    await expect(page.getByTestId('default-none')).toBeVisible()
    await expect(templates.defaultEditor).not.toContainText('shopId')
    await openMerchant(page, site, without)
    await view.chooseTemplate(template.id)
    await expect(page.getByTestId('ext-json-problems')).toHaveText('可以上传')
    await expect(page.getByTestId('template-default-problem')).toHaveCount(0)
  })
})
