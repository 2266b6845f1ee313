import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { followObjectAddresses } from '../../upload/files'
import { ok, refused } from '../fake-desk'
import { categoriesTab } from './page'
import { detail, facts, noodles, rejectedTea } from './samples'

enableAutoUnmount(afterEach)
beforeEach(() => {
  document.body.replaceChildren()
  followObjectAddresses()
})
afterEach(() => vi.restoreAllMocks())

async function dialog(category = rejectedTea, answers: Parameters<typeof categoriesTab>[1] = {}) {
  const tab = await categoriesTab(detail(facts({ configured: [noodles, category] })), {
    'categories.supply': () => ok(detail()),
    ...answers
  })
  await tab.press('supply-category')
  return tab
}

describe('correcting a rejected category', () => {
  it('has the reason on top and the qualifications of the submission before, no others', async () => {
    const { get, all } = await dialog()
    expect(get('supply-reason').text()).toContain('营业执照不清晰')
    expect(all('qualification').map((each) => each.attributes('data-qualification'))).toEqual(['31', '32'])
    expect(get('qualification-earlier').text()).toContain('已上传 2 个文件')
  })

  it('knows the name of a qualification from the tree where the submission does not tell it', async () => {
    const { all } = await dialog()
    expect(all('qualification')[1]?.text()).toContain('食品经营许可证')
  })

  it('keeps the files that are there and adds others', async () => {
    const { desk, get, putFile, press } = await dialog()
    expect(get('submit-supply').attributes('data-hint')).toBe('还缺 「食品经营许可证」')
    await putFile('qualification-32-0')
    await press('submit-supply')
    expect(desk.inputs('categories.supply')).toEqual([
      {
        accountId: 'practice',
        appId: 'tt0001',
        category: '1,2,1',
        name: '餐饮-茶饮-茶馆',
        qualifications: [
          { id: '31', name: '营业执照', files: [{ path: 'developer/a' }, { path: 'developer/b' }] },
          { id: '32', name: '食品经营许可证', files: [{ fileId: 'f1' }] }
        ]
      }
    ])
  })

  it('replaces them where the operator says so, but never by nothing', async () => {
    const { desk, get, putFile, press } = await dialog()
    await putFile('qualification-32-0')
    await press('qualification-keep')
    expect(get('submit-supply').attributes('data-hint')).toBe('还缺 「营业执照」')
    await putFile('qualification-31-0')
    await press('submit-supply')
    expect(desk.inputs('categories.supply')).toMatchObject([
      { qualifications: [{ id: '31', files: [{ fileId: 'f2' }] }, { id: '32' }] }
    ])
  })

  it('is not sent with the same files as before', async () => {
    const complete = { ...rejectedTea, qualifications: rejectedTea.qualifications.slice(0, 1) }
    const { desk, get, press } = await dialog(complete)
    expect(get('submit-supply').attributes('data-hint')).toBe('还没有增加或更换文件')
    await press('submit-supply')
    expect(desk.inputs('categories.supply')).toEqual([])
  })

  it('works without the tree', async () => {
    const { all, putFile, press, desk } = await dialog(rejectedTea, { 'categories.available': () => refused() })
    expect(all('qualification')[1]?.text()).toContain('资质 32')
    await putFile('qualification-32-0')
    await press('submit-supply')
    expect(desk.inputs('categories.supply')).toHaveLength(1)
  })

  it('says what to do where the platform does not tell what was submitted', async () => {
    const { get } = await dialog({ ...rejectedTea, qualifications: [] })
    expect(get('submit-supply').attributes('data-hint')).toContain('请删除这个类目后重新增加')
  })
})
