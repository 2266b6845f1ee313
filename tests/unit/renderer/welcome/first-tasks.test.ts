import { firstTaskNames, type FirstTasks as Tasks } from '@shared/domain/first-tasks'
import { defaultSettings, type Settings } from '@shared/domain/settings'
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { firstTaskList } from '@/pages/welcome/tasks/first-task-list'
import FirstTasks from '@/pages/welcome/tasks/FirstTasks.vue'
import { useSessionStore } from '@/stores/session'
import { infoOf, practiceAccount } from '../accounts/samples'
import { installDesk, ok, refused } from '../merchant/fake-desk'

enableAutoUnmount(afterEach)
beforeEach(() => setActivePinia(createPinia()))

const merchant = { accountId: 'practice', appId: 'tt01', name: '山茶与海' }

describe('the list of first tasks', () => {
  it('names the first that is not done as the next one, with its merchant', () => {
    const list = firstTaskList({ done: ['look', 'submit'], merchant })
    expect(list.map(({ state }) => state)).toEqual(['done', 'next', 'todo', 'done', 'todo', 'todo', 'todo'])
    expect(list[1]).toMatchObject({ name: 'upload', to: { name: 'merchant', params: { appId: 'tt01' } } })
    expect(list[1]?.hint).toContain('「山茶与海」')
  })

  it('leads to the list of merchants while none suits', () => {
    const [look, upload] = firstTaskList({ done: [], merchant: null })
    expect([look?.to, upload?.to]).toEqual(['/merchants', '/merchants'])
    expect(upload?.hint).toContain('任一商家')
  })
})

describe('the panel of first tasks', () => {
  async function panel(tasks: Tasks | null, settings: Partial<Settings> = {}) {
    const all = { ...defaultSettings, ...settings }
    const desk = installDesk({
      'app.info': () => ok(infoOf([practiceAccount()], { settings: all })),
      'firstTasks.read': () => (tasks ? ok(tasks) : refused()),
      'settings.change': (change) => ok({ ...all, firstTasksHidden: change.firstTasksHidden ?? false })
    })
    await useSessionStore().load()
    const paths = ['/', '/merchants', '/rollouts/new', '/connect']
    const routes = [...paths.map((path) => ({ path, component: { template: '<p />' } }))]
    const pages = createRouter({
      history: createMemoryHistory(),
      routes: [...routes, { path: '/merchants/:accountId/:appId', name: 'merchant', component: { template: '<p />' } }]
    })
    const shown = mount(FirstTasks, { global: { plugins: [pages] } })
    await flushPromises()
    return { desk, shown, section: () => shown.find('[data-testid="first-tasks"]') }
  }

  it('counts what is done, says each state in words, and how the next one goes', async () => {
    const { shown } = await panel({ done: ['look'], merchant })
    expect(shown.get('[data-testid="first-tasks-count"]').text()).toBe('1 / 7 已完成')
    expect(shown.get('[data-testid="first-task-look"]').text()).toContain('已完成')
    expect(shown.get('[data-testid="first-task-upload"]').text()).toContain('下一步')
    expect(shown.get('[data-testid="first-task-upload"]').attributes('href')).toBe('/merchants/practice/tt01')
    expect(shown.get('[data-testid="first-tasks-hint"]').text()).toContain('上传新版本')
  })

  it('is gone once all are done, and while they can not be read', async () => {
    expect((await panel({ done: firstTaskNames, merchant: null })).section().exists()).toBe(false)
    setActivePinia(createPinia())
    expect((await panel(null)).section().exists()).toBe(false)
  })

  it('is put away for good, and not there where it was', async () => {
    const { desk, shown, section } = await panel({ done: [], merchant })
    await shown.get('[data-testid="first-tasks-hide"]').trigger('click')
    await flushPromises()
    expect(desk.asked.at(-1)?.input).toEqual({ firstTasksHidden: true })
    expect(section().exists()).toBe(false)
    setActivePinia(createPinia())
    expect((await panel({ done: [], merchant }, { firstTasksHidden: true })).section().exists()).toBe(false)
  })

  it('reads again after an operation', async () => {
    const { desk } = await panel({ done: [], merchant })
    const before = desk.names().filter((name) => name === 'firstTasks.read').length
    desk.send('merchants.changed', { accountId: 'practice', rows: [] })
    await flushPromises()
    expect(desk.names().filter((name) => name === 'firstTasks.read').length).toBeGreaterThan(before)
  })
})
