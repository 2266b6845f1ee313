import type { CategoryDetail } from '@shared/contract'
import type { CallResult } from '@shared/errors'
import { enableAutoUnmount, flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { followObjectAddresses } from '../../upload/files'
import { later, ok, refused } from '../fake-desk'
import { categoriesTab } from './page'
import { detail, tree } from './samples'

enableAutoUnmount(afterEach)
beforeEach(() => {
  document.body.replaceChildren()
  followObjectAddresses()
})
afterEach(() => vi.restoreAllMocks())

async function dialog(answers: Parameters<typeof categoriesTab>[1] = {}) {
  const tab = await categoriesTab(detail(), answers)
  await tab.press('add-category')
  return tab
}

describe('choosing a category', () => {
  it('goes through the levels with the arrows, and chooses with Enter', async () => {
    const { option, key, get } = await dialog()
    option('1').element.dispatchEvent(new FocusEvent('focus'))
    await key(option('1'), 'ArrowRight')
    expect(document.activeElement?.textContent).toContain('正餐')
    await key(option('1,1'), 'ArrowDown')
    expect(document.activeElement?.textContent).toContain('茶饮')
    await key(option('1,2'), 'ArrowRight')
    await key(option('1,2,1'), 'End')
    await key(option('1,2,2'), 'Enter')
    expect(get('chosen-category').text()).toContain('餐饮 › 茶饮 › 奶茶')
    expect(get('submit-category').text()).toBe('提交类目 餐饮-茶饮-奶茶')
  })

  it('marks one that is set already, and does not choose it', async () => {
    const { chooseBySearch, option, all, get } = await dialog()
    await chooseBySearch('面馆', '1,1,1')
    expect(option('1,1,1').attributes('aria-disabled')).toBe('true')
    expect(option('1,1,1').text()).toContain('已设置')
    expect(all('chosen-category')).toEqual([])
    expect(get('submit-category').attributes('data-hint')).toBe('请选择一个类目')
  })

  it('says so when a search finds nothing', async () => {
    const { get, page } = await dialog()
    await get('category-search').setValue('火箭')
    expect(page.text()).toContain('没有名称里有「火箭」的类目')
  })

  it('reads the tree again when told to, and shows why it could not be read', async () => {
    const { desk, get, press, option } = await dialog({
      'categories.available': ({ fresh }) => (fresh ? ok(tree) : refused({ message: '没有读到可选类目' }))
    })
    expect(get('error-panel').text()).toContain('没有读到可选类目')
    await press('category-tree-refresh')
    expect(option('1').text()).toContain('餐饮')
    expect(desk.inputs('categories.available')).toMatchObject([{ fresh: false }, { fresh: true }])
  })
})

describe('adding a category', () => {
  it('sends one that asks for nothing without qualifications', async () => {
    const { desk, chooseBySearch, press, all } = await dialog({ 'categories.add': () => ok(detail()) })
    await chooseBySearch('奶茶', '1,2,2')
    await press('submit-category')
    expect(desk.inputs('categories.add')).toEqual([
      { accountId: 'practice', appId: 'tt0001', category: '1,2,2', name: '餐饮-茶饮-奶茶', qualifications: [] }
    ])
    expect(all('add-category-dialog')).toEqual([])
  })

  it('says line by line what is missing, until one alternative is complete', async () => {
    const { desk, chooseBySearch, get, all, putFile, press } = await dialog({ 'categories.add': () => ok(detail()) })
    await chooseBySearch('茶馆', '1,2,1')
    const met = () => all('requirement').map((line) => line.attributes('data-met'))
    expect(all('requirement')[1]?.text()).toContain('「食品经营许可证」 或 「小餐饮备案」＋「卫生许可证」，任选其一')
    await putFile('qualification-31-0')
    expect(met()).toEqual(['true', 'false'])
    await putFile('qualification-33-0')
    expect(get('missing-qualifications').text()).toContain('还缺：「食品经营许可证」')
    await press('submit-category')
    expect(desk.inputs('categories.add')).toEqual([])
    await putFile('qualification-34-0')
    expect(get('missing-qualifications').text()).toBe('需要的资质已齐')
    await press('qualification-more')
    await putFile('qualification-31-1', '执照背面.png')
    await press('submit-category')
    expect(desk.inputs('categories.add')).toMatchObject([
      {
        category: '1,2,1',
        qualifications: [
          { id: '31', name: '营业执照', files: [{ fileId: 'f1' }, { fileId: 'f4' }] },
          { id: '33', name: '小餐饮备案', files: [{ fileId: 'f2' }] },
          { id: '34', name: '卫生许可证', files: [{ fileId: 'f3' }] }
        ]
      }
    ])
  })

  it('takes what is optional as well, which is folded', async () => {
    const { desk, chooseBySearch, get, putFile, press } = await dialog({ 'categories.add': () => ok(detail()) })
    await chooseBySearch('茶馆', '1,2,1')
    expect(get('optional-qualifications').attributes('open')).toBeUndefined()
    for (const id of ['31', '32', '40']) await putFile(`qualification-${id}-0`)
    await press('submit-category')
    expect(desk.inputs('categories.add')).toMatchObject([
      { qualifications: [{ id: '31' }, { id: '32' }, { id: '40' }] }
    ])
  })

  it('keeps the files while the operator looks at another category', async () => {
    const { desk, chooseBySearch, get, putFile } = await dialog()
    await chooseBySearch('茶馆', '1,2,1')
    await putFile('qualification-31-0', '执照.png')
    await chooseBySearch('奶茶', '1,2,2')
    await chooseBySearch('茶馆', '1,2,1')
    expect(get('qualification-31-0-name').text()).toBe('执照.png')
    expect(desk.discarded()).toEqual([])
  })

  it('shows which file is on its way, sends once, and discards the files when it is done', async () => {
    const answer = later<CallResult<CategoryDetail>>()
    const { desk, chooseBySearch, get, putFile, press } = await dialog({ 'categories.add': () => answer.promise })
    await chooseBySearch('茶馆', '1,2,1')
    await putFile('qualification-31-0', '执照.png')
    await putFile('qualification-32-0', '许可证.png')
    await press('submit-category')
    await press('submit-category')
    expect(get('sending-bar').text()).toContain('正在发送第 1 个文件，共 2 个：执照.png')
    desk.send('upload.progress', { fileId: 'f2', sentBytes: 1, totalBytes: 10 })
    await flushPromises()
    expect(get('sending-bar').text()).toContain('正在发送第 2 个文件，共 2 个：许可证.png')
    answer.give(ok(detail()))
    await flushPromises()
    expect(desk.inputs('categories.add')).toHaveLength(1)
    expect(desk.discarded()).toEqual([{ fileId: 'f1' }, { fileId: 'f2' }])
  })

  it('loses only the file whose sending was given up', async () => {
    const answer = later<CallResult<CategoryDetail>>()
    const { chooseBySearch, get, all, putFile, press } = await dialog({
      'categories.add': () => answer.promise,
      'files.discard': () => {
        answer.give(refused({ code: 'cancelled', message: '已取消' }))
        return ok({ discarded: true })
      }
    })
    await chooseBySearch('茶馆', '1,2,1')
    await putFile('qualification-31-0', '执照.png')
    await putFile('qualification-32-0', '许可证.png')
    await press('submit-category')
    await press('sending-cancel')
    expect(all('qualification-31-0-name')).toEqual([])
    expect(get('qualification-32-0-name').text()).toBe('许可证.png')
    expect(get('submit-category').attributes('data-hint')).toContain('还缺 「营业执照」')
    expect(get('sending-cancelled').text()).toContain('已取消发送，没有任何改动')
    expect(all('error-panel')).toEqual([])
  })

  it('shows what the platform refuses at the field it is about, with everything still there', async () => {
    const { chooseBySearch, get, putFile, press } = await dialog({
      'categories.add': () => refused({ platformCode: '21302', fields: { qualifications: '资质不符合要求' } })
    })
    await chooseBySearch('茶馆', '1,2,1')
    for (const id of ['31', '32']) await putFile(`qualification-${id}-0`)
    await press('submit-category')
    expect(get('chosen-category').get('[role="alert"]').text()).toBe('资质不符合要求')
    expect(get('add-category-dialog').get('[data-testid="error-panel"]').text()).toContain('21302')
    expect(get('qualification-31-0-name').text()).toBe('执照.png')
  })

  it('drops the files when the page is left', async () => {
    const { desk, page, chooseBySearch, putFile } = await dialog()
    await chooseBySearch('茶馆', '1,2,1')
    await putFile('qualification-31-0')
    page.unmount()
    expect(desk.discarded()).toEqual([{ fileId: 'f1' }])
  })

  it('lets a sending go on when the page is left, and drops the files after it', async () => {
    const answer = later<CallResult<CategoryDetail>>()
    const { desk, page, chooseBySearch, putFile, press } = await dialog({ 'categories.add': () => answer.promise })
    await chooseBySearch('茶馆', '1,2,1')
    for (const id of ['31', '32']) await putFile(`qualification-${id}-0`)
    await press('submit-category')
    page.unmount()
    expect(desk.discarded()).toEqual([])
    answer.give(ok(detail()))
    await flushPromises()
    expect(desk.discarded()).toEqual([{ fileId: 'f1' }, { fileId: 'f2' }])
  })
})
