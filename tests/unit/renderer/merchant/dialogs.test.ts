import type { OperationOutcome } from '@shared/contract'
import type { CallResult } from '@shared/errors'
import { enableAutoUnmount, flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { i18n } from '@/i18n'
import { confirmation } from '@/pages/merchant/confirm/confirmations'
import ConfirmDialog from '@/pages/merchant/confirm/ConfirmDialog.vue'
import SubmitDialog from '@/pages/merchant/submit/SubmitDialog.vue'
import UploadDialog from '@/pages/merchant/upload/UploadDialog.vue'
import { contentOf, loadTimeoutMs, typeInto, viewOf } from '../templates/editor'
import { installDesk, later, ok, refused } from './fake-desk'
import { auditVersion, merchantDetail, onlineVersion, operation, testVersion, versionList } from './samples'

enableAutoUnmount(afterEach)
beforeEach(() => setActivePinia(createPinia()))

const outcome = ok<OperationOutcome>({ operation: operation(), detail: merchantDetail() })
const button = (dialog: VueWrapper, id: string) => dialog.get(`[data-testid="${id}"]`)
const uploadDefaults = {
  templateId: null,
  version: '',
  description: '',
  extJson: '{"extEnable":true,"extAppid":"tt0001"}'
}
const library = {
  templates: [{ templateId: '9133504853504535288', version: '1.6.0', description: '节日主题', createdAt: 1 }],
  templateApps: [],
  readAt: 1
}

describe('the upload dialog', () => {
  const open = async (upload: () => CallResult<OperationOutcome> | Promise<CallResult<OperationOutcome>>) => {
    const desk = installDesk({
      'templates.library': () => ok(library),
      'versions.uploadDefaults': () => ok(uploadDefaults),
      'versions.upload': upload,
      'merchants.get': () => ok(merchantDetail())
    })
    const props = { merchant: merchantDetail().profile, draft: null, blocked: null }
    const dialog = mount(UploadDialog, { props, attachTo: document.body, global: { plugins: [i18n] } })
    await flushPromises()
    const uploads = () => desk.asked.filter(({ name }) => name === 'versions.upload')
    return { dialog, uploads }
  }

  it('says on its button what happens, and sends the id of the template unharmed', async () => {
    const { dialog, uploads } = await open(() => outcome)
    expect(button(dialog, 'upload-confirm').text()).toBe('上传 1.6.0 到 山野茶事')
    await button(dialog, 'upload-confirm').trigger('click')
    await flushPromises()
    expect(uploads()[0]?.input).toMatchObject({ templateId: '9133504853504535288', version: '1.6.0' })
    expect(dialog.emitted('end')?.[0]?.[0]).toMatchObject({ state: 'done' })
  })

  it('sends once however often the button is pressed while it runs', async () => {
    const answer = later<CallResult<OperationOutcome>>()
    const { dialog, uploads } = await open(() => answer.promise)
    await button(dialog, 'upload-confirm').trigger('click')
    await button(dialog, 'upload-confirm').trigger('click')
    answer.give(outcome)
    await flushPromises()
    expect(uploads()).toHaveLength(1)
  })

  it('shows a refusal inside and keeps what was typed', async () => {
    const { dialog } = await open(() => refused({ message: '上传没有成功', platformCode: '40029' }))
    await dialog.get('[data-testid="upload-description"]').setValue('只给老客户')
    await button(dialog, 'upload-confirm').trigger('click')
    await flushPromises()
    expect(dialog.get('[data-testid="error-panel"]').text()).toContain('40029')
    expect(dialog.get<HTMLTextAreaElement>('[data-testid="upload-description"]').element.value).toBe('只给老客户')
    expect(dialog.emitted('end')).toBeUndefined()
  })

  it('hands what was typed back when the answer is lost, so that nothing has to be typed again', async () => {
    const { dialog } = await open(() => refused({ code: 'outcome_unknown' }))
    await dialog.get('[data-testid="upload-version"]').setValue('2.0.0')
    await button(dialog, 'upload-confirm').trigger('click')
    await flushPromises()
    expect(dialog.emitted('end')?.[0]).toMatchObject([{ state: 'unknown' }, { version: '2.0.0' }])
  })

  it('does not send an ext.json of another merchant, and says where it is wrong', async () => {
    const { dialog, uploads } = await open(() => outcome)
    await vi.waitFor(() => expect(contentOf('ext-json')).not.toBeNull(), loadTimeoutMs)
    typeInto('ext-json', '{"extEnable":true,"extAppid":"tt0002"}')
    await flushPromises()
    expect(button(dialog, 'upload-confirm').attributes('aria-disabled')).toBe('true')
    await button(dialog, 'upload-confirm').trigger('click')
    expect(uploads()).toEqual([])
    const problem = dialog.get('[data-testid="ext-json-problems"] button')
    expect(problem.text()).toContain('第 1 行第 30 列')
    await problem.trigger('click')
    expect(viewOf('ext-json').state.selection.main.from).toBe(29)
  })
})

describe('the submit dialog', () => {
  const versions = versionList({
    latest: testVersion('2.0'),
    audit: auditVersion('1.9', {
      status: 'rejected',
      reasons: [{ host: '抖音', reasons: ['打不开'], attachmentUrl: null }]
    }),
    current: onlineVersion('1.0', { approvedHosts: ['今日头条'] })
  })
  const open = async (resubmit: boolean) => {
    const desk = installDesk({
      'versions.auditHosts': () => ok({ available: ['toutiao', 'douyin'], released: ['douyin'] }),
      'versions.submit': () => outcome
    })
    const dialog = mount(SubmitDialog, { props: { detail: merchantDetail({ versions }), resubmit, blocked: null } })
    await flushPromises()
    return { dialog, desk }
  }

  it('warns about a host that has the online version and is left out', async () => {
    const { dialog } = await open(false)
    expect(dialog.find('[data-testid="hosts-lost"]').exists()).toBe(false)
    await dialog.get('[data-host="toutiao"] input').setValue(false)
    expect(dialog.get('[data-testid="hosts-lost"]').text()).toContain('今日头条 的用户将失去这个小程序')
    expect(button(dialog, 'submit-confirm').text()).toBe('提审 2.0 到 抖音')
  })

  it('needs at least one host', async () => {
    const { dialog, desk } = await open(false)
    for (const host of ['toutiao', 'douyin']) await dialog.get(`[data-host="${host}"] input`).setValue(false)
    await button(dialog, 'submit-confirm').trigger('click')
    expect(desk.names()).not.toContain('versions.submit')
    expect(dialog.text()).toContain('请至少选择一个宿主端')
  })

  it('submits the version that was rejected again, with its reasons in sight', async () => {
    const { dialog, desk } = await open(true)
    expect(dialog.text()).toContain('打不开')
    await button(dialog, 'submit-confirm').trigger('click')
    await flushPromises()
    const sent = desk.asked.find(({ name }) => name === 'versions.submit')
    expect(sent?.input).toMatchObject({ resubmit: true, expectedVersion: '1.9', hosts: ['toutiao', 'douyin'] })
  })
})

describe('a confirmation', () => {
  const detail = merchantDetail({ versions: versionList({ audit: auditVersion('2.0', { status: 'passed' }) }) })
  const open = async (release: () => CallResult<OperationOutcome> | Promise<CallResult<OperationOutcome>>) => {
    const desk = installDesk({ 'versions.release': release, 'merchants.get': () => ok(detail) })
    const shown = confirmation('release', detail) ?? expect.fail()
    const props = { kind: 'release', merchant: detail.profile, confirmation: shown, blocked: null } as const
    const dialog = mount(ConfirmDialog, { props, attachTo: document.body })
    await flushPromises()
    return { desk, dialog }
  }

  it('is not given by the Enter that opened it', async () => {
    const { desk, dialog } = await open(() => outcome)
    expect(document.activeElement?.tagName).not.toBe('BUTTON')
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
    await flushPromises()
    expect(desk.names()).not.toContain('versions.release')
    expect(dialog.emitted('end')).toBeUndefined()
  })

  it('sends what the operator saw, and stays open with the refusal', async () => {
    const { desk, dialog } = await open(() => refused({ code: 'changed_meanwhile', reason: '平台上现在是 2.1' }))
    await button(dialog, 'confirm-button').trigger('click')
    await flushPromises()
    expect(desk.asked[0]?.input).toMatchObject({ expectedVersion: '2.0' })
    expect(dialog.get('[data-testid="error-panel"]').text()).toContain('平台上现在是 2.1')
  })

  it('waits as long as the platform asks before it can be sent again', async () => {
    const { desk, dialog } = await open(() => refused({ retryAfterMs: 10_000 }))
    await button(dialog, 'confirm-button').trigger('click')
    await flushPromises()
    await button(dialog, 'confirm-button').trigger('click')
    expect(desk.names().filter((name) => name === 'versions.release')).toHaveLength(1)
    expect(dialog.text()).toContain('还剩 10 秒')
  })
})
