import type { ProfileDetail } from '@shared/contract'
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { i18n } from '@/i18n'
import ProfileTab from '@/pages/merchant/profile/ProfileTab.vue'
import { ok } from '../fake-desk'
import { installFileDesk } from '../../upload/files'
import { merchant } from '../samples'

/** The profile tab of a merchant, with a main process behind it that knows `detail`. */
export async function profileTab(detail: ProfileDetail, answers: Parameters<typeof installFileDesk>[0] = {}) {
  setActivePinia(createPinia())
  document.body.replaceChildren()
  const desk = installFileDesk({ 'profile.get': () => ok(detail), 'profile.read': () => ok(detail), ...answers })
  const page = mount(ProfileTab, { attachTo: document.body, props: { merchant }, global: { plugins: [i18n] } })
  await flushPromises()
  const find = (id: string) => page.find(`[data-testid="${id}"]`)
  const get = (id: string) => page.get(`[data-testid="${id}"]`)
  const press = async (id: string): Promise<void> => {
    await get(id).trigger('click')
    await flushPromises()
  }
  const field = (id: string) => {
    const found = get(id)
    return ['INPUT', 'TEXTAREA'].includes(found.element.tagName) ? found : found.get('input, textarea')
  }
  const type = async (id: string, text: string): Promise<void> => {
    await field(id).setValue(text)
    await field(id).trigger('blur')
    await flushPromises()
  }
  return { desk, page, find, get, press, type, reason: () => page.find('.dialog-reason').text() }
}
