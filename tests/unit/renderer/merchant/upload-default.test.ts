import type { CallInput } from '@shared/contract'
import { defaultExtJson } from '@shared/rules/ext-json'
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { i18n } from '@/i18n'
import UploadDialog from '@/pages/merchant/upload/UploadDialog.vue'
import { contentOf, loadTimeoutMs, typeInto, viewOf } from '../templates/editor'
import { preview } from '../templates/samples'
import { installDesk, later, ok, refused } from './fake-desk'
import { merchantDetail } from './samples'

enableAutoUnmount(afterEach)
beforeEach(() => setActivePinia(createPinia()))

const { profile } = merchantDetail()
const smallest = defaultExtJson(profile.appId)
const template = (templateId: string, version: string, createdAt: number) => ({
  ...{ templateId, version, createdAt },
  description: `说明 ${version}`
})
const library = {
  templates: [template('1602', '1.6.0', 3), template('1502', '1.5.0', 2), template('1402', '1.4.0', 1)],
  templateApps: [],
  readAt: 1
}
const neverUploaded = { templateId: null, version: '', description: '', extJson: smallest }
const noDefault = refused({
  code: 'not_found',
  message: '没有可以预览的 ext.json',
  reason: '这个模板还没有默认',
  wayOut: 'templates'
})
const defaultOf = (templateId: string) =>
  JSON.stringify({ extEnable: true, extAppid: profile.appId, ext: { from: templateId } })

/** The newest template and 1.5.0 have a default, 1.4.0 has none. */
const previewOf = ({ templateId }: CallInput<'ext.preview'>) =>
  templateId === '1402' ? noDefault : ok([preview({ appId: profile.appId, text: defaultOf(templateId) })])

describe('the ext.json of an upload', () => {
  const open = async (answers: Parameters<typeof installDesk>[0] = {}) => {
    const desk = installDesk({
      'templates.library': () => ok(library),
      'versions.uploadDefaults': () => ok(neverUploaded),
      'ext.preview': previewOf,
      ...answers
    })
    const router = createRouter({
      history: createMemoryHistory(),
      routes: [{ path: '/:rest(.*)', component: { template: '<i />' } }]
    })
    const props = { merchant: profile, draft: null, blocked: null }
    const dialog = mount(UploadDialog, { props, attachTo: document.body, global: { plugins: [i18n, router] } })
    await vi.waitFor(() => expect(contentOf('ext-json')).not.toBeNull(), loadTimeoutMs)
    await flushPromises()
    const choose = async (templateId: string) => {
      await dialog.get(`[data-template-id="${templateId}"]`).trigger('click')
      await flushPromises()
    }
    const problem = () => dialog.find('[data-testid="template-default-problem"]')
    return { desk, router, dialog, choose, problem, text: () => viewOf('ext-json').state.doc.toString() }
  }

  it('starts from the default of the template, and follows the choice of another', async () => {
    const { choose, problem, text } = await open()
    expect(text()).toBe(defaultOf('1602'))
    await choose('1502')
    expect(text()).toBe(defaultOf('1502'))
    await choose('1402')
    expect(text()).toBe(smallest)
    expect(problem().exists()).toBe(false)
    await choose('1502')
    expect(text()).toBe(defaultOf('1502'))
  })

  it('is left alone once it was written', async () => {
    const { choose, desk, text } = await open()
    typeInto('ext-json', '{}')
    await flushPromises()
    const asked = desk.asked.length
    await choose('1502')
    expect(text()).toBe('{}')
    expect(desk.asked).toHaveLength(asked)
  })

  it('is not replaced by a default that comes after the operator has begun to write', async () => {
    const answer = later<ReturnType<typeof previewOf>>()
    const { dialog, text } = await open({ 'ext.preview': () => answer.promise })
    expect(dialog.get('[data-testid="upload-confirm"]').text()).toContain('上传 1.6.0')
    expect(dialog.text()).toContain('正在填入模板的默认 ext.json')
    typeInto('ext-json', '{"extEnable":false}')
    await flushPromises()
    expect(dialog.text()).not.toContain('正在填入模板的默认 ext.json')
    answer.give(ok([preview({ text: defaultOf('1602') })]))
    await flushPromises()
    expect(text()).toBe('{"extEnable":false}')
  })

  it('stays that of the last upload, where there was one, until the default is asked for', async () => {
    const last = { templateId: '1402', version: '1.4.0', description: '上次', extJson: defaultOf('last') }
    const { choose, desk, dialog, text } = await open({ 'versions.uploadDefaults': () => ok(last) })
    await choose('1502')
    expect(text()).toBe(defaultOf('last'))
    expect(desk.names()).not.toContain('ext.preview')
    await dialog.get('[data-testid="fill-template-default"]').trigger('click')
    await flushPromises()
    expect(text()).toBe(defaultOf('1502'))
  })

  it('says why a default can not be filled in for this merchant', async () => {
    const lacking = preview({ text: null, problems: [{ line: 4, column: 9, message: '变量 shopId 还没有值' }] })
    const { choose, problem, text } = await open({
      'ext.preview': ({ templateId }) => (templateId === '1602' ? ok([lacking]) : noDefault)
    })
    expect(problem().text()).toBe('默认填不出来：变量 shopId 还没有值')
    expect(text()).toBe(smallest)
    await choose('1402')
    expect(problem().exists()).toBe(false)
  })

  it('tells that there is no default only where it was asked for', async () => {
    const { dialog, problem, router } = await open({ 'ext.preview': () => noDefault })
    expect(problem().exists()).toBe(false)
    await dialog.get('[data-testid="fill-template-default"]').trigger('click')
    await flushPromises()
    expect(problem().text()).toContain('这个模板还没有默认')
    await problem().get('[data-testid="error-way-out"]').trigger('click')
    await flushPromises()
    expect(router.currentRoute.value.fullPath).toBe('/templates')
  })
})
