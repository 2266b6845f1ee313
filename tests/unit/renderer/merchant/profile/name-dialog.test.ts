import type { NameVerdict } from '@shared/contract'
import type { CallResult } from '@shared/errors'
import { enableAutoUnmount, flushPromises } from '@vue/test-utils'
import { ElMessage } from 'element-plus'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { pngFile, putFiles } from '../../upload/files'
import { later, ok, refused } from '../fake-desk'
import { profileTab } from './profile-page'
import { audit, information, profileDetail } from './samples'

enableAutoUnmount(afterEach)
afterEach(() => ElMessage.closeAll())

const verdict = (kind: NameVerdict['verdict'], name = '山野茶铺', platformCode = '21003'): NameVerdict => {
  const error = { message: '名称不能用', reason: '已被占用', nextStep: '请换一个', retryable: false, platformCode }
  return { name, verdict: kind, error: kind === 'usable' ? null : { code: 'platform_refused', ...error } }
}

async function nameDialog(answers: Parameters<typeof profileTab>[1] = {}, detail = profileDetail()) {
  const tab = await profileTab(detail, {
    'profile.checkName': () => ok(verdict('usable')),
    'profile.changeName': () => ok(profileDetail(information({ nameAudit: audit() }))),
    ...answers
  })
  await tab.press('profile-name-change')
  const upload = async (): Promise<void> => {
    putFiles(tab.get('evidence-file').element, [pngFile()])
    await tab.get('evidence-file').trigger('change')
    await vi.waitFor(() => expect(tab.find('evidence-file-remove').exists()).toBe(true))
    await vi.waitFor(() => expect(tab.page.text()).not.toContain('正在准备'))
    await flushPromises()
  }
  return { ...tab, upload }
}

describe('changing the name', () => {
  it('counts a Chinese character as two, and says what is wrong when the field is left', async () => {
    const { get, type, desk } = await nameDialog()
    await type('name-input', '茶')
    expect(get('name-count').text()).toBe('2 / 20')
    expect(get('name-problem').text()).toContain('名称太短')
    expect(desk.inputs('profile.checkName')).toEqual([])
  })

  it('checks the name when the field is left, once for each name', async () => {
    const { get, type, desk } = await nameDialog()
    await type('name-input', '山野茶铺 ')
    await type('name-input', '山野茶铺')
    expect(desk.inputs('profile.checkName')).toEqual([{ accountId: 'practice', appId: 'tt0001', name: '山野茶铺' }])
    expect(get('name-verdict').text()).toContain('可以使用')
  })

  it('may be submitted without a check, with a button that names it', async () => {
    const { get, press, type, desk, find } = await nameDialog({ 'profile.checkName': () => refused() })
    await type('name-input', '山野茶铺')
    expect(get('change-submit').text()).toBe('提交名称「山野茶铺」')
    await press('change-submit')
    expect(desk.inputs('profile.changeName')).toEqual([
      { accountId: 'practice', appId: 'tt0001', name: '山野茶铺', evidence: null }
    ])
    expect(find('name-dialog').exists()).toBe(false)
    expect(get('profile-name').text()).toContain('审核中')
    expect(document.body.textContent).toContain('名称「山野茶铺」已提交')
  })

  it('is held back by a refusing verdict on this very name, and freed by another name', async () => {
    const { get, type, press, desk, reason } = await nameDialog({
      'profile.checkName': ({ name }) => ok(verdict(name === '山野茶铺' ? 'refused' : 'usable', name))
    })
    await type('name-input', '山野茶铺')
    expect(get('name-verdict').text()).toMatch(/不能使用.*已被占用；请换一个.*21003/)
    expect(reason()).toContain('检测没有通过')
    await press('change-submit')
    expect(desk.inputs('profile.changeName')).toEqual([])
    await type('name-input', '山野茶坊')
    expect(get('name-verdict').attributes('data-verdict')).toBe('usable')
    await press('change-submit')
    expect(desk.inputs('profile.changeName')).toHaveLength(1)
  })

  it('drops the late verdict on a name that was changed since', async () => {
    const slow = later<CallResult<NameVerdict>>()
    const { get, type } = await nameDialog({
      'profile.checkName': ({ name }) => (name === '山野茶铺' ? slow.promise : ok(verdict('usable', name)))
    })
    await type('name-input', '山野茶铺')
    await type('name-input', '山野茶坊')
    slow.give(ok(verdict('refused')))
    await flushPromises()
    expect(get('name-verdict').attributes('data-verdict')).toBe('usable')
  })

  it('asks for the stamped certificate where the check does, and sends it along', async () => {
    const { type, press, desk, upload, reason } = await nameDialog({
      'profile.checkName': () => ok(verdict('evidence', '山野茶铺', '21006'))
    })
    await type('name-input', '山野茶铺')
    expect(reason()).toContain('商标证明')
    await upload()
    await press('change-submit')
    expect(desk.inputs('profile.changeName')).toMatchObject([{ name: '山野茶铺', evidence: 'f1' }])
  })

  it('asks for the certificate as well when only the submission says so', async () => {
    const { type, press, find, reason } = await nameDialog({
      'profile.changeName': () => refused({ platformCode: '21006' })
    })
    await type('name-input', '山野茶铺')
    expect(find('evidence-file').exists()).toBe(false)
    await press('change-submit')
    expect(find('evidence-file').exists()).toBe(true)
    expect(reason()).toContain('商标证明')
  })

  it('asks before what was typed is lost', async () => {
    const { type, press, find } = await nameDialog()
    await type('name-input', '山野茶铺')
    await press('change-cancel')
    expect(document.body.textContent).toContain('放弃填写？')
    expect(find('name-dialog').exists()).toBe(true)
  })
})
