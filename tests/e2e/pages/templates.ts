import { expect, type Locator, type Page } from '@playwright/test'

type Place = { readonly line: number; readonly column: number }
type NewVariable = { readonly name: string; readonly type: '文本' | '数字' | '布尔'; readonly fallback?: string }

/** 模板: the library and the ext.json studio, in the operator's words. */
export class TemplatesPage {
  readonly page: Page
  readonly count: Locator
  readonly deleteDialog: Locator
  readonly deleteButton: Locator
  readonly defaultEditor: Locator
  readonly saveDefault: Locator

  constructor(page: Page) {
    this.page = page
    this.count = page.getByTestId('template-count')
    this.deleteDialog = page.getByTestId('delete-template')
    this.deleteButton = page.getByTestId('delete-confirm')
    this.defaultEditor = page.getByTestId('ext-default')
    this.saveDefault = page.getByTestId('default-save')
  }

  async go(): Promise<void> {
    await this.page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '模板' }).click()
    await expect(this.count).toBeVisible()
  }

  async refresh(): Promise<void> {
    await this.page.getByTestId('library-refresh').click()
    await expect(this.page.getByTestId('library-refresh')).not.toHaveClass(/is-loading/)
  }

  draft(version: string): Locator {
    return this.page.getByTestId('draft-row').filter({ hasText: version })
  }

  template(version: string): Locator {
    return this.page.getByTestId('template-row').filter({ has: this.page.getByText(version, { exact: true }) })
  }

  /** Makes a template of a draft, after the question that names both. */
  async add(version: string, appName: string): Promise<void> {
    await this.draft(version).getByTestId('draft-add').click()
    const box = this.page.locator('.el-message-box')
    await expect(box).toContainText(`把 ${version} 加入模板库？`)
    await expect(box).toContainText(appName)
    await box.getByRole('button', { name: '加入模板库' }).click()
    await expect(this.template(version)).toHaveCount(1)
  }

  async beginDelete(version: string): Promise<void> {
    await this.template(version).getByTestId('template-delete').click()
    await expect(this.deleteDialog).toBeVisible()
  }

  async cancelDelete(): Promise<void> {
    await this.deleteDialog.getByRole('button', { name: '取消' }).click()
    await expect(this.deleteDialog).toBeHidden()
  }

  async expectAsksForVersion(): Promise<void> {
    await expect(this.deleteButton).toHaveClass(/is-disabled/)
    await expect(this.deleteButton).toHaveAccessibleDescription('请先输入版本号')
  }

  async openStudio(part: 'default' | 'variables' | 'values'): Promise<void> {
    if ((await this.page.getByTestId('ext-studio').count()) === 0) await this.page.getByTestId('tab-ext').click()
    await this.page.getByTestId(`part-${part}`).click()
  }

  /** Takes the default of the chosen template out, after the question that names it. */
  async removeDefault(version: string): Promise<void> {
    await this.page.getByTestId('default-remove').click()
    const box = this.page.locator('.el-message-box')
    await expect(box).toContainText(`移除 ${version} 的默认 ext.json？`)
    await box.getByRole('button', { name: '移除默认' }).click()
    await expect(box).toBeHidden()
  }

  async addVariable({ name, type, fallback }: NewVariable): Promise<void> {
    await this.page.getByTestId('variable-add').click()
    await this.page.getByTestId('variable-name').fill(name)
    const dialog = this.page.getByTestId('variable-dialog')
    await dialog.getByText(type, { exact: true }).click()
    if (fallback === undefined) await dialog.getByText('必填：没有值的商家不能上传').click()
    else await this.page.getByTestId('variable-fallback').fill(fallback)
    await this.page.getByTestId('variable-save').click()
    await expect(dialog).toBeHidden()
    await expect(this.page.getByTestId('variable-row').filter({ hasText: name })).toContainText(type)
  }

  /** A finding in the list below an editor. */
  async expectProblem(list: string, { line, column }: Place, text: string): Promise<void> {
    await expect(this.page.getByTestId(list)).toContainText(`第 ${line} 行第 ${column} 列：${text}`)
  }

  /** Types a merchant's value for the first variable, and keeps it. */
  async giveValue(appId: string, value: string): Promise<void> {
    const row = this.page.locator(`[data-testid="values-row"][data-app-id="${appId}"]`)
    await this.page.getByTestId('values-part').getByLabel('搜索商家').fill(appId)
    await row.getByTestId('value-cell').first().click()
    await this.page.keyboard.press('Enter')
    await this.page.getByTestId('value-edit').fill(value)
    await this.page.keyboard.press('Enter')
    await expect(row.getByTestId('value-cell').first()).toHaveText(value)
    await this.page.getByTestId('values-save').click()
    await expect(this.page.getByTestId('values-save')).toHaveAccessibleDescription('没有改变')
  }

  async previewFor(name: string): Promise<void> {
    await this.page.getByTestId('preview-merchant').fill(name)
    await this.page.getByRole('option', { name }).first().click()
  }
}
