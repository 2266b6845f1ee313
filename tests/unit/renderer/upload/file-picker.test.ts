import type { StagedFile } from '@shared/domain/file'
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import FilePicker from '@/components/upload/FilePicker.vue'
import { later, ok } from '../merchant/fake-desk'
import { followObjectAddresses, installFileDesk, pngFile, putFiles } from './files'

enableAutoUnmount(afterEach)
let addresses = new Set<string>()
beforeEach(() => (addresses = followObjectAddresses()))
afterEach(() => vi.restoreAllMocks())

const limit = 2 * 1024 * 1024

async function picker(answers: Parameters<typeof installFileDesk>[0] = {}) {
  const desk = installFileDesk(answers)
  const wrapper = mount(FilePicker, {
    attachTo: document.body,
    props: {
      label: '商标证明',
      maxBytes: limit,
      testid: 'evidence',
      modelValue: null as StagedFile | null,
      'onUpdate:modelValue': (modelValue: StagedFile | null) => void wrapper.setProps({ modelValue })
    }
  })
  const get = (id: string) => wrapper.get(`[data-testid="${id}"]`)
  const pick = async (file: File): Promise<void> => {
    putFiles(get('evidence').element, [file])
    await get('evidence').trigger('change')
    await vi.waitFor(() => expect(wrapper.text()).not.toContain('正在准备'))
    await flushPromises()
  }
  await flushPromises()
  return { desk, wrapper, get, pick, model: () => wrapper.props('modelValue') }
}

describe('picking a picture', () => {
  it('stages it, and shows it with its name and size against the limit', async () => {
    const { pick, model, get, wrapper } = await picker()
    await pick(pngFile(3 * 1024, '证明.png'))
    expect(model()).toMatchObject({ fileId: 'f1', name: '证明.png' })
    expect(get('evidence-name').text()).toBe('证明.png')
    expect(wrapper.text()).toContain('3 KB / 2 MB')
    expect(wrapper.get('img').attributes('src')).toBe([...addresses][0])
  })

  it('takes a dropped one as well', async () => {
    const { wrapper, model } = await picker()
    await wrapper.get('label').trigger('drop', { dataTransfer: { files: [pngFile()] } })
    await vi.waitFor(() => expect(model()?.fileId).toBe('f1'))
  })

  it('says why one is not taken, and stages nothing', async () => {
    const { desk, pick, get, model } = await picker()
    await pick(pngFile(limit + 1))
    expect(get('evidence-problem').text()).toBe('图片 2.1 MB，超过平台的 2 MB')
    await pick(new File(['x'], 'a.gif', { type: 'image/gif' }))
    expect(get('evidence-problem').text()).toBe('要 png 或 jpeg 图片')
    expect(model()).toBeNull()
    expect(desk.asked).toEqual([])
  })

  it('discards one that the browser can not show', async () => {
    const { desk, pick, get, wrapper, model } = await picker()
    await pick(pngFile())
    await wrapper.get('img').trigger('error')
    expect(get('evidence-problem').text()).toContain('不是能打开的图片')
    expect(model()).toBeNull()
    expect(desk.discarded()).toEqual([{ fileId: 'f1' }])
  })

  it('lets the newest of two picks win, and gives the first back', async () => {
    const first = later<ReturnType<typeof ok<{ receivedBytes: number; file: null }>>>()
    let appends = 0
    const { desk, get, model, pick } = await picker({
      'files.append': ({ fileId }) => {
        if (++appends === 1) return first.promise
        return ok({ receivedBytes: 10, file: { fileId, name: '二.png', contentType: 'image/png', bytes: 10 } })
      }
    })
    putFiles(get('evidence').element, [pngFile(10, '一.png')])
    await get('evidence').trigger('change')
    await vi.waitFor(() => expect(appends).toBe(1))
    await pick(pngFile(10, '二.png'))
    expect(model()?.fileId).toBe('f2')
    first.give(ok({ receivedBytes: 5, file: null }))
    await flushPromises()
    expect(model()?.fileId).toBe('f2')
    expect(desk.discarded()).toEqual([{ fileId: 'f1' }])
  })
})

describe('a picked picture', () => {
  it('is discarded by the button, and its address given back', async () => {
    const { desk, pick, get, model } = await picker()
    await pick(pngFile())
    await get('evidence-remove').trigger('click')
    await flushPromises()
    expect(model()).toBeNull()
    expect(desk.discarded()).toEqual([{ fileId: 'f1' }])
    expect(addresses.size).toBe(0)
  })

  it('is discarded when another takes its place', async () => {
    const { desk, pick, model } = await picker()
    await pick(pngFile(10, '一.png'))
    await pick(pngFile(10, '二.png'))
    expect(model()?.name).toBe('二.png')
    expect(desk.discarded()).toEqual([{ fileId: 'f1' }])
  })

  it('belongs to the owner, who may take it away or outlive the picker', async () => {
    const taken = await picker()
    await taken.pick(pngFile())
    await taken.wrapper.setProps({ modelValue: null })
    await flushPromises()
    expect(taken.wrapper.find('img').exists()).toBe(false)
    expect(taken.desk.discarded()).toEqual([])

    const outlived = await picker()
    await outlived.pick(pngFile())
    outlived.wrapper.unmount()
    expect(outlived.desk.discarded()).toEqual([])
    expect(addresses.size).toBe(0)
  })
})
