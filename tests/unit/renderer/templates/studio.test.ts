import { enableAutoUnmount, flushPromises } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CallInput } from '@shared/contract'
import { starterDefault } from '@shared/rules/ext-default'
import { renamePlan } from '@/pages/templates/studio/rename-plan'
import { ok, refused } from '../merchant/fake-desk'
import { contentOf, loadTimeoutMs, typeInto, viewOf } from './editor'
import { pageOf } from './page'
import { defaultText, newest, older, preview, studio, variable } from './samples'

enableAutoUnmount(afterEach)
beforeEach(() => {
  setActivePinia(createPinia())
  document.body.replaceChildren()
})

const open = async (options: Parameters<typeof pageOf>[0] = {}) => {
  const page = await pageOf({ query: '?tab=ext', ...options })
  await vi.waitFor(() => expect(page.has('ext-studio')).toBe(true), loadTimeoutMs)
  await vi.waitFor(() => expect(contentOf('ext-default') ?? page.all('variables-part')[0]).toBeTruthy(), loadTimeoutMs)
  return page
}

describe("a template's default", () => {
  it('is checked while it is typed, and saved when it is right', async () => {
    const { text, press, inputOf } = await open({
      answers: {
        'ext.saveDefault': ({ templateId, text }) =>
          ok(studio({ defaults: text === null ? [] : [{ templateId, text, changedAt: 5 }] }))
      }
    })
    expect(text('default-save')).toContain('没有改变')
    typeInto('ext-default', defaultText.replace('shopId', 'shop'))
    await flushPromises()
    expect(text('default-problems')).toBe('第 4 行第 18 列：没有变量 shop')
    await press('default-save')
    expect(inputOf('ext.saveDefault')).toEqual([])
    const right = defaultText.replace('"id"', '"code"')
    typeInto('ext-default', right)
    await flushPromises()
    await press('default-save')
    expect(inputOf('ext.saveDefault')).toEqual([{ accountId: 'practice', templateId: newest.templateId, text: right }])
    expect(text('default-save')).toContain('没有改变')
  })

  it('can be taken over from another template', async () => {
    const { all, text } = await open({ query: `?tab=ext&template=${older.templateId}` })
    expect(text('default-none')).toContain('还没有保存过')
    const field = all('default-copy')[0]
    if (field instanceof HTMLSelectElement) field.value = newest.templateId
    field?.dispatchEvent(new Event('change'))
    await flushPromises()
    expect(contentOf('ext-default')?.textContent).toContain('{{shopId}}')
  })

  it('is taken out after a question, and starts anew', async () => {
    const { text, press, confirm, inputOf, has, router } = await open({
      answers: { 'ext.saveDefault': () => ok(studio({ defaults: [] })) }
    })
    typeInto('ext-default', '{}')
    await flushPromises()
    await press('default-remove')
    const question = document.querySelector('.el-message-box')?.textContent
    expect(question).toContain('移除 1.6.0 的默认 ext.json？')
    expect(question).toContain('还没有保存的修改也会丢失')
    expect(inputOf('ext.saveDefault')).toEqual([])
    await confirm()
    expect(inputOf('ext.saveDefault')).toEqual([{ accountId: 'practice', templateId: newest.templateId, text: null }])
    expect(has('default-remove')).toBe(false)
    expect(text('default-none')).toContain('还没有保存过默认')
    expect(viewOf('ext-default').state.doc.toString()).toBe(starterDefault)
    await router.push('/elsewhere')
    expect(router.currentRoute.value.path).toBe('/elsewhere')
  })

  it('stays as it is where it could not be taken out', async () => {
    const { text, press, confirm, has } = await open({
      answers: { 'ext.saveDefault': () => refused({ message: '没有移除' }) }
    })
    await press('default-remove')
    await confirm()
    expect(text('error-panel')).toContain('没有移除')
    expect(has('default-remove')).toBe(true)
    expect(viewOf('ext-default').state.doc.toString()).toBe(defaultText)
  })

  it('is not lost by going elsewhere without a question', async () => {
    const { router } = await open()
    typeInto('ext-default', '{}')
    await flushPromises()
    const going = router.push('/elsewhere')
    await flushPromises()
    expect(document.querySelector('.el-message-box')?.textContent).toContain('还没有保存')
    document.querySelector<HTMLElement>('.el-message-box__btns .el-button')?.click()
    await going
    expect(router.currentRoute.value.path).toBe('/templates')
  })
})

describe('the preview', () => {
  it('goes through the merchants, and says how each differs from its last upload', async () => {
    const asked = vi.fn(({ appIds }: CallInput<'ext.preview'>) =>
      ok([preview({ appId: appIds[0] ?? '', lastUploaded: appIds[0] === 'tt02' ? '{"extEnable":true}' : null })])
    )
    const { text, press } = await open({ answers: { 'ext.preview': asked } })
    expect(text('preview-state')).toBe('这个商家还没有上传过')
    await press('preview-next')
    expect(text('preview-state')).toBe('与上次上传的相同')
    expect(asked).toHaveBeenLastCalledWith(expect.objectContaining({ text: defaultText, appIds: ['tt02'] }))
    await press('preview-back')
    await press('preview-back')
    expect(asked).toHaveBeenLastCalledWith(expect.objectContaining({ appIds: ['tt03'] }))
  })

  it('finds every merchant that could not be sent it', async () => {
    const lacking = { text: null, problems: [{ line: 4, column: 16, message: '变量 shopId 还没有值' }] }
    const { text, press } = await open({
      answers: {
        'ext.preview': ({ appIds }) =>
          ok(appIds.map((appId) => preview({ appId, ...(appId === 'tt02' ? lacking : {}) })))
      }
    })
    await press('check-all')
    expect(text('all-sum')).toBe('已检查 3 / 3：1 个商家有问题，2 个与上次上传的不同')
    await press('all-failing')
    expect(text('preview-problems')).toBe('第 4 行第 16 列：变量 shopId 还没有值')
  })

  it('tells why there is none', async () => {
    const { text } = await open({ answers: { 'ext.preview': () => refused({ message: '没有可以预览的 ext.json' }) } })
    expect(text('error-panel')).toContain('没有可以预览的 ext.json')
  })
})

describe('the variables', () => {
  const values = [{ appId: 'tt01', values: { shopId: '88', tables: '4' } }]
  const saving = { 'ext.saveVariables': ({ variables }: CallInput<'ext.saveVariables'>) => ok(studio({ variables })) }

  it('are added with a name that can be one', async () => {
    const { press, fill, text, inputOf } = await open({ query: '?tab=ext&part=variables', answers: saving })
    await press('variable-add')
    for (const [name, problem] of [
      ['1a', '以字母或下划线开头'],
      ['appId', '每个商家都有'],
      ['tables', '已有同名']
    ] as const) {
      await fill('variable-name', name)
      expect(text('variable-save')).toContain(problem)
    }
    await fill('variable-name', 'colour')
    await press('variable-save')
    expect(inputOf('ext.saveVariables')).toMatchObject([{ variables: [{}, {}, { name: 'colour', fallback: null }] }])
  })

  it('tell where one is used before it gets another name, which goes everywhere', async () => {
    const { press, fill, text, inputOf, desk } = await open({
      query: '?tab=ext&part=variables',
      answers: {
        ...saving,
        'ext.values': () => ok(values),
        'ext.saveValues': () => ok({ saved: 1 }),
        'ext.saveDefault': () => ok(studio())
      }
    })
    expect(text('variable-row')).toContain('1 个模板，1 个商家有值')
    await press('variable-edit')
    await fill('variable-name', 'storeId')
    expect(text('rename-warning')).toContain('1 个模板的默认（1.6.0）和 1 个商家的值')
    await press('variable-save')
    expect(desk.names().filter((name) => name.startsWith('ext.save'))).toEqual([
      'ext.saveVariables',
      'ext.saveValues',
      'ext.saveDefault',
      'ext.saveVariables'
    ])
    expect(inputOf('ext.saveValues')).toMatchObject([{ merchants: [{ values: { storeId: '88', tables: '4' } }] }])
    expect(inputOf('ext.saveDefault')).toMatchObject([{ text: defaultText.replace('shopId', 'storeId') }])
    expect(inputOf('ext.saveVariables')[1]).toMatchObject({ variables: [{ name: 'storeId' }, { name: 'tables' }] })
  })

  it('that were renamed half way are finished by the same renaming', () => {
    const half = studio({ variables: [variable({ name: 'storeId' }), variable()] })
    const plan = renamePlan({
      studio: half,
      values: new Map(),
      from: 'shopId',
      variable: variable({ name: 'storeId' })
    })
    expect(plan.both.map(({ name }) => name)).toEqual(['storeId', 'shopId'])
    expect(plan.after.map(({ name }) => name)).toEqual(['storeId'])
  })

  it('are taken out after a question that says who uses them', async () => {
    const { press, confirm, inputOf } = await open({ query: '?tab=ext&part=variables', answers: saving })
    await press('variable-delete')
    expect(document.querySelector('.el-message-box')?.textContent).toContain('1 个模板的默认里还在用它')
    expect(inputOf('ext.saveVariables')).toEqual([])
    await confirm()
    expect(inputOf('ext.saveVariables')).toMatchObject([{ variables: [{ name: 'tables' }] }])
  })
})
