import type { NotificationSettings } from '@shared/domain/settings'
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import NotificationsSection from '@/pages/settings/NotificationsSection.vue'
import { useSessionStore } from '@/stores/session'
import { practiceInfo } from '../common/app-info'
import { installDesk, ok, refused } from '../merchant/fake-desk'

enableAutoUnmount(afterEach)
beforeEach(() => setActivePinia(createPinia()))
afterEach(() => vi.unstubAllGlobals())

const night = { from: '22:00', to: '08:00' }

/** The browser's own answer, and what it answers when it is asked. */
function browser(permission: NotificationPermission, answer: NotificationPermission = 'granted') {
  const asked = { permission, requestPermission: vi.fn(() => Promise.resolve((asked.permission = answer))) }
  vi.stubGlobal('Notification', asked)
  return asked
}

async function section(change: Partial<NotificationSettings> = {}, isRefused = false) {
  const notifications = { enabled: true, quiet: night, ...change }
  const info = practiceInfo({ state: 'working', since: 1 }, { notifications })
  const desk = installDesk({
    'app.info': () => ok(info),
    'settings.change': (input) =>
      isRefused ? refused() : ok({ ...info.settings, notifications: input.notifications ?? notifications })
  })
  const session = useSessionStore()
  await session.load()
  const shown = mount(NotificationsSection, { props: { notifications }, attachTo: document.body })
  session.$subscribe(() => {
    if (session.settings) void shown.setProps({ notifications: session.settings.notifications })
  })
  const changes = () => desk.asked.filter(({ name }) => name === 'settings.change').map(({ input }) => input)
  const field = (name: string) => shown.get(`input[data-testid="${name}"], [data-testid="${name}"] input`)
  const type = async (name: string, time: string): Promise<void> => {
    await field(name).setValue(time)
    await flushPromises()
  }
  return { shown, changes, field, type }
}

describe('desktop notifications', () => {
  beforeEach(() => void browser('granted'))

  it('are switched off with their quiet hours kept', async () => {
    const { shown, changes, field } = await section()
    await field('notifications-enabled').trigger('change')
    await flushPromises()
    expect(changes()).toEqual([{ notifications: { enabled: false, quiet: night } }])
    expect(shown.find('[data-testid="notifications-quiet"]').exists()).toBe(false)
  })

  it('have quiet hours, or none', async () => {
    const { changes, field, type } = await section()
    await type('notifications-quiet-from', '23:30')
    await field('notifications-quiet').trigger('change')
    await flushPromises()
    await field('notifications-quiet').trigger('change')
    await flushPromises()
    expect(changes()).toEqual([
      { notifications: { enabled: true, quiet: { from: '23:30', to: '08:00' } } },
      { notifications: { enabled: true, quiet: null } },
      { notifications: { enabled: true, quiet: night } }
    ])
  })

  it('keep the hours that stand where a time is cleared or both are the same', async () => {
    const { shown, changes, field, type } = await section()
    await type('notifications-quiet-to', '22:00')
    expect(shown.text()).toContain('开始和结束不能相同')
    await type('notifications-quiet-to', '')
    expect(changes()).toEqual([])
    expect(field('notifications-quiet-to').element).toMatchObject({ value: '08:00' })
  })

  it('say why a change was not kept', async () => {
    const { shown, field } = await section({}, true)
    await field('notifications-enabled').trigger('change')
    await flushPromises()
    expect(shown.find('[data-testid="error-panel"]').exists()).toBe(true)
    expect(field('notifications-enabled').element).toMatchObject({ checked: true })
  })
})

describe('the browser', () => {
  it('is asked once the operator wants it, and not again', async () => {
    const asked = browser('default')
    const { shown } = await section()
    expect(asked.requestPermission).not.toHaveBeenCalled()
    await shown.get('[data-testid="notifications-allow"]').trigger('click')
    await flushPromises()
    expect(asked.requestPermission).toHaveBeenCalledOnce()
    expect(shown.find('[data-testid="notifications-allow"]').exists()).toBe(false)
  })

  it('that refuses is explained, until it is seen to allow them', async () => {
    const asked = browser('denied')
    const { shown } = await section()
    expect(shown.get('[data-testid="notifications-hindrance"]').text()).toContain('改成允许')
    asked.permission = 'granted'
    window.dispatchEvent(new Event('focus'))
    await flushPromises()
    expect(shown.find('[data-testid="notifications-hindrance"]').exists()).toBe(false)
  })

  it('is not spoken of while notifications are off', async () => {
    browser('denied')
    const { shown } = await section({ enabled: false })
    expect(shown.find('[data-testid="notifications-hindrance"]').exists()).toBe(false)
  })
})
