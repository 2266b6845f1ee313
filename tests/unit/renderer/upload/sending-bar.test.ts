import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import SendingBar from '@/components/upload/SendingBar.vue'
import { ok } from '../merchant/fake-desk'
import { installFileDesk } from './files'

enableAutoUnmount(afterEach)

function bar(answers: Parameters<typeof installFileDesk>[0] = {}) {
  const desk = installFileDesk(answers)
  const wrapper = mount(SendingBar, { props: { fileId: 'f1', text: '正在发送' } })
  return { desk, wrapper, cancel: () => wrapper.get('[data-testid="sending-cancel"]') }
}

describe('a file on its way to the platform', () => {
  it('shows how far it is, and that the platform has yet to answer', async () => {
    const { desk, wrapper } = bar()
    expect(wrapper.text()).toContain('等待发送')
    desk.send('upload.progress', { fileId: 'f1', sentBytes: 1024, totalBytes: 4096 })
    await flushPromises()
    expect(wrapper.text()).toContain('1 KB / 4 KB')
    expect(wrapper.get('[role="progressbar"]').attributes('aria-valuenow')).toBe('25')
    desk.send('upload.progress', { fileId: 'f1', sentBytes: 4096, totalBytes: 4096 })
    await flushPromises()
    expect(wrapper.text()).toContain('等平台回答')
  })

  it('is given up by the button, once', async () => {
    const { desk, wrapper, cancel } = bar()
    await cancel().trigger('click')
    await cancel().trigger('click')
    expect(desk.discarded()).toEqual([{ fileId: 'f1' }])
    expect(wrapper.text()).toContain('正在取消')
  })

  it('says when it was too late for that', async () => {
    const { wrapper, cancel } = bar({ 'files.discard': () => ok({ discarded: false }) })
    await cancel().trigger('click')
    await flushPromises()
    expect(wrapper.text()).toContain('不能取消了')
  })

  it('is not shown while nothing is sent', async () => {
    const { wrapper } = bar()
    await wrapper.setProps({ fileId: null })
    expect(wrapper.find('[data-testid="sending-bar"]').exists()).toBe(false)
  })
})
