import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { UpdateState } from '@shared/domain/update'
import LicencesField from '@/pages/settings/LicencesField.vue'
import UpdatesField from '@/pages/settings/UpdatesField.vue'
import { installDesk, ok } from '../merchant/fake-desk'

enableAutoUnmount(afterEach)
beforeEach(() => {
  setActivePinia(createPinia())
  document.body.replaceChildren()
})
afterEach(() => vi.unstubAllGlobals())

async function field(state: UpdateState) {
  const desk = installDesk({
    'app.updates.state': () => ok(state),
    'app.updates.check': () => ok({ kind: 'downloading', version: '1.3.0', percent: 0 }),
    'app.updates.install': () => ok(null)
  })
  const page = mount(UpdatesField, { attachTo: document.body })
  await flushPromises()
  const text = () => page.get('[data-testid="updates-text"]').text()
  return { desk, page, text }
}

describe('new versions in the settings', () => {
  it('say in the browser that they come with the code, and offer no button', async () => {
    const { page, text } = await field({ kind: 'off', why: 'checkout' })
    expect(text()).toContain('更新随代码仓库而来')
    expect(page.find('button').exists()).toBe(false)
  })

  it('are looked for on demand, and followed until they are ready to install', async () => {
    const { desk, page, text } = await field({ kind: 'idle', at: null })
    await page.get('[data-testid="updates-check"]').trigger('click')
    await flushPromises()
    expect(text()).toBe('正在下载 1.3.0，0%')
    desk.send('app.updates.changed', { state: { kind: 'ready', version: '1.3.0' } })
    await flushPromises()
    expect(text()).toContain('1.3.0 已下载')
    await page.get('[data-testid="updates-install"]').trigger('click')
    await flushPromises()
    expect(desk.asked.at(-1)?.name).toBe('app.updates.install')
  })

  it('say what went wrong and let it be tried again', async () => {
    const error = { code: 'network', message: '没有查到新版本', nextStep: '请检查网络后再试', retryable: true } as const
    const { page } = await field({ kind: 'failed', error })
    expect(page.text()).toContain('没有查到新版本')
    expect(page.find('[data-testid="updates-check"]').exists()).toBe(true)
  })
})

describe('licences of others', () => {
  const open = async (answer: unknown, isThere = true) => {
    vi.stubGlobal('fetch', () => Promise.resolve({ ok: isThere, json: () => Promise.resolve(answer) }))
    const page = mount(LicencesField, { attachTo: document.body })
    await page.get('[data-testid="licences-open"]').trigger('click')
    await flushPromises()
    return document.body.textContent
  }

  it('are listed with their texts', async () => {
    const list = [{ name: 'vue', version: '3.5.45', identifier: 'MIT', text: 'The MIT License' }]
    const text = await open(list)
    expect(text).toContain('vue 3.5.45')
    expect(text).toContain('The MIT License')
  })

  it('are said to be missing where the program has no list', async () => {
    expect(await open(null, false)).toContain('清单在构建时生成')
  })
})
