import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { useNotifications } from '@/composables/notifications'
import { installDesk } from '../merchant/fake-desk'

enableAutoUnmount(afterEach)

/** What the browser would show; `permission` is what the operator answered it. */
class ShownNotification {
  static permission: NotificationPermission = 'granted'
  static shown: ShownNotification[] = []
  readonly close = vi.fn()
  readonly title: string
  readonly options: NotificationOptions
  onclick: (() => void) | null = null

  constructor(title: string, options: NotificationOptions) {
    this.title = title
    this.options = options
    ShownNotification.shown.push(this)
  }
}

beforeEach(() => {
  ShownNotification.permission = 'granted'
  ShownNotification.shown = []
  vi.stubGlobal('Notification', ShownNotification)
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const told = { title: '3 个商家审核未通过', body: '云间民宿、老街牛肉面、木子花艺', path: '/events' }

function frame() {
  const desk = installDesk({})
  const routes = [{ path: '/:rest(.*)*', component: { template: '<div />' } }]
  const router = createRouter({ history: createMemoryHistory(), routes })
  const component = { template: '<div />', setup: () => useNotifications() }
  const app = mount(component, { global: { plugins: [createPinia(), router] } })
  return { desk, router, app }
}
const look = (isFocused: boolean) => vi.spyOn(document, 'hasFocus').mockReturnValue(isFocused)

describe('a notification', () => {
  it('is shown while nobody looks, and the same one again takes its place', () => {
    look(false)
    const { desk } = frame()
    desk.send('desktop.notification', told)
    desk.send('desktop.notification', told)
    desk.send('desktop.notification', { ...told, title: '票据中断' })
    const [first, again, other] = ShownNotification.shown
    expect([first?.title, first?.options.body]).toEqual([told.title, told.body])
    expect(again?.options.tag).toBe(first?.options.tag)
    expect(other?.options.tag).not.toBe(first?.options.tag)
  })

  it('opens its page and brings the window to the front when it is clicked', async () => {
    look(false)
    const focus = vi.spyOn(window, 'focus').mockReturnValue()
    const { desk, router } = frame()
    desk.send('desktop.notification', told)
    ShownNotification.shown[0]?.onclick?.()
    await flushPromises()
    expect(router.currentRoute.value.path).toBe('/events')
    expect(focus).toHaveBeenCalledOnce()
  })

  it('is not shown to someone who looks at the page', () => {
    look(true)
    frame().desk.send('desktop.notification', told)
    expect(ShownNotification.shown).toEqual([])
  })

  it.each(['default', 'denied'] as const)('is not shown where the browser says %s', (permission) => {
    look(false)
    ShownNotification.permission = permission
    frame().desk.send('desktop.notification', told)
    expect(ShownNotification.shown).toEqual([])
  })

  it('is nobody’s any more when the frame is gone', () => {
    look(false)
    const { desk, app } = frame()
    app.unmount()
    desk.send('desktop.notification', told)
    expect(ShownNotification.shown).toEqual([])
  })
})
