import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import type { ShellCommand } from '@shared/domain/shell-command'
import { helpRequests } from '@/composables/help-request'
import { paletteRequests } from '@/composables/palette-request'
import { searchRequests } from '@/composables/search-focus'
import { useShellCommands } from '@/composables/shell-commands'
import { useStrayDrops } from '@/composables/stray-drops'
import { useSessionStore } from '@/stores/session'
import { infoOf, practiceAccount } from '../accounts/samples'
import { installDesk, ok } from '../merchant/fake-desk'

enableAutoUnmount(afterEach)
beforeEach(() => {
  setActivePinia(createPinia())
  document.body.replaceChildren()
})

async function frame() {
  const info = infoOf([practiceAccount()])
  const progress = { accountId: info.currentAccountId, running: true, done: 0, total: 3, failed: 0 }
  const desk = installDesk({ 'app.info': () => ok(info), 'merchants.refresh': () => ok(progress) })
  await useSessionStore().load()
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:rest(.*)*', component: { render: () => null } }]
  })
  await router.push('/today')
  const setup = () => {
    useShellCommands(['/today', '/merchants', '/rollouts'])
    useStrayDrops()
    return () => null
  }
  mount({ setup }, { attachTo: document.body, global: { plugins: [router] } })
  const command = async (asked: ShellCommand) => {
    desk.send('shell.command', { command: asked })
    await flushPromises()
  }
  const press = async (key: string, held: KeyboardEventInit = {}) => {
    window.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true, ...held }))
    await flushPromises()
  }
  return { desk, command, press, path: () => router.currentRoute.value.fullPath }
}

describe('what the desktop program asks of the page', () => {
  it('opens the pages that it names', async () => {
    const { command, path } = await frame()
    await command({ name: 'settings' })
    expect(path()).toBe('/settings')
    await command({ name: 'page', number: 2 })
    expect(path()).toBe('/merchants')
    await command({ name: 'page', number: 9 })
    expect(path()).toBe('/merchants')
    await command({ name: 'new_rollout' })
    expect(path()).toBe('/rollouts/new')
    await command({ name: 'open', path: '/merchants/1/tt2?tab=codes' })
    expect(path()).toBe('/merchants/1/tt2?tab=codes')
  })

  it('searches, opens the palette, prints, and reads all merchants anew', async () => {
    const { desk, command, path } = await frame()
    const print = vi.fn()
    vi.stubGlobal('print', print)
    const before = { searches: searchRequests.value, palettes: paletteRequests.value, helps: helpRequests.value }
    await command({ name: 'search' })
    expect([path(), searchRequests.value]).toEqual(['/merchants', before.searches + 1])
    await command({ name: 'palette' })
    await command({ name: 'help' })
    expect([paletteRequests.value, helpRequests.value]).toEqual([before.palettes + 1, before.helps + 1])
    await command({ name: 'print' })
    expect(print).toHaveBeenCalledOnce()
    await command({ name: 'refresh' })
    expect(desk.asked.at(-1)).toMatchObject({ name: 'merchants.refresh', input: { appIds: null } })
  })

  it('leaves the page behind a dialog alone, except for what was clicked elsewhere', async () => {
    const { command, path } = await frame()
    const dialog = document.createElement('dialog')
    document.body.append(dialog)
    dialog.setAttribute('open', '')
    dialog.checkVisibility = () => true
    await command({ name: 'settings' })
    expect(path()).toBe('/today')
    await command({ name: 'open', path: '/rollouts/1/2' })
    expect(path()).toBe('/rollouts/1/2')
  })

  it('has the same keys in the browser', async () => {
    const { press, path } = await frame()
    await press(',', { ctrlKey: true })
    expect(path()).toBe('/settings')
    await press('3', { ctrlKey: true })
    expect(path()).toBe('/rollouts')
    await press('N', { ctrlKey: true, shiftKey: true })
    expect(path()).toBe('/rollouts/new')
    await press('f', { ctrlKey: true })
    expect(path()).toBe('/merchants')
  })
})

describe('something that is dropped beside its place', () => {
  const drop = (target: EventTarget, type: string, take = false) => {
    const event = Object.assign(new Event('drop', { bubbles: true, cancelable: true }), {
      dataTransfer: { types: [type], dropEffect: 'copy' }
    })
    const listener = (dropped: Event): void => dropped.preventDefault()
    if (take) target.addEventListener('drop', listener)
    target.dispatchEvent(event)
    return { isPrevented: event.defaultPrevented, effect: event.dataTransfer.dropEffect }
  }

  it('does not open in the place of the page: a file, a link', async () => {
    await frame()
    expect(drop(document.body, 'Files')).toEqual({ isPrevented: true, effect: 'none' })
    expect(drop(document.body, 'text/uri-list')).toEqual({ isPrevented: true, effect: 'none' })
  })

  it('is left to what takes it, and to fields for texts', async () => {
    await frame()
    const place = document.body.appendChild(document.createElement('div'))
    expect(drop(place, 'Files', true).effect).toBe('copy')
    const field = document.body.appendChild(document.createElement('input'))
    expect(drop(field, 'text/plain')).toEqual({ isPrevented: false, effect: 'copy' })
  })
})
