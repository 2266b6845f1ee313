import type { ProfileDetail } from '@shared/contract'
import type { CallResult } from '@shared/errors'
import { enableAutoUnmount, flushPromises } from '@vue/test-utils'
import { ElMessage } from 'element-plus'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Cropper } from 'vue-advanced-cropper'
import { stubPictures } from '../../upload/canvas'
import { followObjectAddresses, pngFile, putFiles } from '../../upload/files'
import { later, ok, refused } from '../fake-desk'
import { profileTab } from './profile-page'
import { audit, information, profileDetail } from './samples'

enableAutoUnmount(afterEach)
beforeEach(() => {
  followObjectAddresses()
  stubPictures()
})
afterEach(() => {
  vi.restoreAllMocks()
  ElMessage.closeAll()
})

async function iconTab(answers: Parameters<typeof profileTab>[1] = {}) {
  const after = profileDetail(information({ iconAudit: audit({ value: 'u' }) }))
  const tab = await profileTab(profileDetail(), { 'profile.changeIcon': () => ok(after), ...answers })
  const crop = async (sidePx = 400): Promise<void> => {
    const coordinates = { left: 100, top: 0, width: sidePx, height: sidePx }
    tab.page.getComponent(Cropper).vm.$emit('change', { coordinates })
    await flushPromises()
  }
  const pick = async (file: File): Promise<void> => {
    await tab.press('profile-icon-change')
    putFiles(tab.get('icon-file').element, [file])
    await tab.get('icon-file').trigger('change')
    await flushPromises()
  }
  const submit = async (): Promise<void> => {
    await tab.press('change-submit')
    await vi.waitFor(() => expect(tab.desk.inputs('profile.changeIcon').length).toBeGreaterThan(0))
    await flushPromises()
  }
  return { ...tab, crop, pick, submit }
}

describe('changing the icon', () => {
  it('crops it to the size that the platform advises, and sends that', async () => {
    const { desk, pick, crop, submit, find, get } = await iconTab()
    await pick(pngFile(5000, '门头.png'))
    await crop()
    expect(find('icon-previews').exists()).toBe(true)
    await submit()
    const sent = desk.received.get('f1')
    expect(atob(sent?.pieces.join('') ?? '')).toBe('200x200')
    expect(sent?.file.contentType).toBe('image/png')
    expect(desk.inputs('profile.changeIcon')).toEqual([{ accountId: 'practice', appId: 'tt0001', fileId: 'f1' }])
    expect(find('icon-dialog').exists()).toBe(false)
    expect(get('profile-icon').text()).toContain('审核中')
  })

  it('begins with a picture that is dropped on the section', async () => {
    const { get, find, crop } = await iconTab()
    await get('profile-icon').trigger('drop', { dataTransfer: { files: [pngFile()] } })
    await flushPromises()
    await crop()
    expect(find('icon-previews').exists()).toBe(true)
  })

  it('warns of a small original and lets it be sent', async () => {
    const { pick, crop, get, submit, desk } = await iconTab()
    await pick(pngFile())
    await crop(120)
    expect(get('icon-small').text()).toContain('120×120')
    await submit()
    expect(desk.inputs('profile.changeIcon')).toHaveLength(1)
  })

  it('refuses what is no picture', async () => {
    const { pick, get, reason } = await iconTab()
    await pick(new File(['x'], 'a.gif', { type: 'image/gif' }))
    expect(get('icon-problem').text()).toBe('要 png 或 jpeg 图片')
    expect(reason()).toBe('请先选择图片')
  })

  it('shows the sending, which can be given up: then nothing has changed, and the picture can be sent again', async () => {
    const answer = later<CallResult<ProfileDetail>>()
    const { pick, crop, submit, get, find, press, desk } = await iconTab({
      'profile.changeIcon': () => answer.promise,
      'files.discard': () => {
        answer.give(refused({ code: 'cancelled', message: '图标没有更换' }))
        return ok({ discarded: true })
      }
    })
    await pick(pngFile())
    await crop()
    await submit()
    desk.send('upload.progress', { fileId: 'f1', sentBytes: 1024, totalBytes: 2048 })
    await flushPromises()
    expect(get('sending-bar').text()).toContain('1 KB / 2 KB')
    await press('sending-cancel')
    expect(find('sending-bar').exists()).toBe(false)
    expect(get('icon-unchanged').text()).toContain('已取消发送')
    expect(find('error-panel').exists()).toBe(false)
    await press('change-submit')
    await vi.waitFor(() => expect(desk.inputs('profile.changeIcon')).toHaveLength(2))
    expect(desk.inputs('profile.changeIcon')[1]).toMatchObject({ fileId: 'f2' })
  })

  it('drops the staged picture after a failure', async () => {
    const { pick, crop, submit, desk } = await iconTab({ 'profile.changeIcon': () => refused({ code: 'network' }) })
    await pick(pngFile())
    await crop()
    await submit()
    expect(desk.discarded()).toEqual([{ fileId: 'f1' }])
  })

  it('says when the picture did not get as far as being sent', async () => {
    const { pick, crop, press, get, desk } = await iconTab({
      'files.begin': () => refused({ code: 'storage', message: '磁盘满了' })
    })
    await pick(pngFile())
    await crop()
    await press('change-submit')
    await vi.waitFor(() => expect(get('error-panel').text()).toContain('磁盘满了'))
    expect(desk.inputs('profile.changeIcon')).toEqual([])
  })
})
