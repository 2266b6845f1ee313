import { enableAutoUnmount, flushPromises } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fullReason, limitWarning } from '@/pages/templates/library/library-words'
import { later, ok, refused } from '../merchant/fake-desk'
import { pageOf } from './page'
import { library, newest, older, user } from './samples'

enableAutoUnmount(afterEach)
beforeEach(() => {
  setActivePinia(createPinia())
  document.body.replaceChildren()
})

const usage = (users: ReturnType<typeof user>[]) => ok({ templateId: newest.templateId, users })

describe('the template library', () => {
  it('lists drafts and templates, and says of a draft that it is a template already', async () => {
    const { all, text } = await pageOf()
    expect(all('draft-row').map((each) => each.dataset['draftId'])).toEqual(['77', '78'])
    expect(text('draft-row', 0)).not.toContain('相同')
    expect(text('draft-row', 1)).toContain('与模板 1.6.0 相同')
    expect(all('template-row').map((each) => each.dataset['templateId'])).toEqual([newest.templateId, older.templateId])
    expect(text('template-count')).toBe('2 / 200 个模板')
  })

  it('adds a draft after a look, once', async () => {
    const answer = later<ReturnType<typeof ok<ReturnType<typeof library>>>>()
    const { press, confirm, inputOf, all } = await pageOf({ answers: { 'templates.add': () => answer.promise } })
    await press('draft-add')
    expect(document.querySelector('.el-message-box')?.textContent).toContain('把 1.7.0 加入模板库？')
    expect(inputOf('templates.add')).toEqual([])
    await confirm()
    await press('draft-add')
    await press('draft-add', 1)
    answer.give(ok(library({ templates: [{ ...newest, templateId: '5', version: '1.7.0' }, newest, older] })))
    await flushPromises()
    expect(inputOf('templates.add')).toEqual([{ accountId: 'practice', draftId: '77' }])
    expect(all('template-row')).toHaveLength(3)
  })

  it('warns when it is nearly full, and takes no more when it is', () => {
    const many = (count: number) =>
      library({ templates: Array.from({ length: count }, (_, place) => ({ ...newest, templateId: String(place) })) })
    expect(limitWarning(many(179))).toBeNull()
    expect(limitWarning(many(180))).toContain('还能添加 20 个')
    expect(fullReason(many(199))).toBeNull()
    expect(fullReason(many(200))).toContain('最多 200 个')
  })

  it('finds out who uses a template when it is asked', async () => {
    const found = usage([user(), user({ appId: 'tt02', certain: false })])
    const { desk, press, text } = await pageOf({ answers: { 'templates.usage': () => found } })
    expect(desk.names()).not.toContain('templates.usage')
    await press('template-usage-read')
    expect(text('template-usage')).toBe('2 个商家，其中 1 个只按版本判断')
  })

  it('tells why it could not be read, and is read again', async () => {
    let works = false
    const { text, has } = await pageOf({
      answers: { 'templates.library': () => (works ? ok(library()) : refused({ message: '模板库没有读到' })) }
    })
    expect(text('error-panel')).toContain('模板库没有读到')
    works = true
    document.querySelector<HTMLElement>('.error-panel .retry')?.click()
    await flushPromises()
    expect(has('template-row')).toBe(true)
    expect(has('error-panel')).toBe(false)
  })
})

describe('the deletion of a template', () => {
  const users = [user(), user({ appId: 'tt02', name: '老街牛肉面', stages: ['previous'], certain: false })]

  it('names who runs it or could roll back to it, and wants the version typed', async () => {
    const { press, fill, text, inputOf, has, all } = await pageOf({
      answers: {
        'templates.usage': () => usage(users),
        'templates.delete': () => ok(library({ templates: [older] }))
      }
    })
    await press('template-delete')
    expect(text('usage-row', 0)).toBe('云间民宿线上版本按上传记录确定')
    expect(text('usage-row', 1)).toBe('老街牛肉面可回退的版本只按版本号和描述判断')
    await press('delete-confirm')
    await fill('delete-version', '1.4.0')
    await press('delete-confirm')
    expect(inputOf('templates.delete')).toEqual([])
    await fill('delete-version', '1.6.0')
    await press('delete-confirm')
    expect(inputOf('templates.delete')).toEqual([
      { accountId: 'practice', templateId: newest.templateId, acknowledged: ['tt01', 'tt02'] }
    ])
    expect(has('delete-template')).toBe(false)
    expect(all('template-row')).toHaveLength(1)
  })

  it('needs only a click where nobody uses it', async () => {
    const { press, inputOf, has } = await pageOf({
      answers: { 'templates.usage': () => usage([]), 'templates.delete': () => ok(library()) }
    })
    await press('template-delete')
    expect(has('usage-none')).toBe(true)
    await press('delete-confirm')
    expect(inputOf('templates.delete')).toHaveLength(1)
  })

  it('shows the new users where others came meanwhile, and wants the version typed again', async () => {
    let seen = [user()]
    const { press, fill, text, all, inputOf } = await pageOf({
      answers: {
        'templates.usage': () => usage(seen),
        'templates.delete': () => {
          seen = users
          return refused({ code: 'changed_meanwhile', message: '删除模板没有开始' })
        }
      }
    })
    await press('template-delete')
    await fill('delete-version', '1.6.0')
    await press('delete-confirm')
    expect(text('error-panel')).toContain('删除模板没有开始')
    expect(all('usage-row')).toHaveLength(2)
    await press('delete-confirm')
    expect(inputOf('templates.delete')).toHaveLength(1)
  })

  it('is not possible while nobody knows who uses it', async () => {
    const { press, inputOf, text } = await pageOf({ answers: { 'templates.usage': () => refused() } })
    await press('template-delete')
    expect(text('delete-confirm')).toContain('还不知道谁在用它')
    await press('delete-confirm')
    expect(inputOf('templates.delete')).toEqual([])
  })
})
