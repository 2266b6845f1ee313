import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { ElMessageBox } from 'element-plus'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { practiceSpeeds } from '@/pages/settings/practice-speeds'
import SettingsPage from '@/pages/settings/SettingsPage.vue'
import { useSessionStore } from '@/stores/session'
import { infoOf, practiceAccount } from '../accounts/samples'
import { installDesk, ok } from '../merchant/fake-desk'

enableAutoUnmount(afterEach)
beforeEach(() => {
  setActivePinia(createPinia())
  document.body.replaceChildren()
})
afterEach(() => ElMessageBox.close())

const practice = { url: 'http://127.0.0.1:4000', timeFactor: 3600, merchants: 24 }

async function settingsPage(status: typeof practice | null = practice, address = '/settings') {
  const info = infoOf([practiceAccount()])
  const desk = installDesk({
    'app.info': () => ok(info),
    'practice.status': () => ok(status),
    'practice.reset': () => ok(practice),
    'settings.change': ({ theme, practiceTimeFactor, language, textSize, motion }) =>
      ok({
        ...info.settings,
        theme: theme ?? info.settings.theme,
        language: language ?? info.settings.language,
        textSize: textSize ?? info.settings.textSize,
        motion: motion ?? info.settings.motion,
        practiceTimeFactor: practiceTimeFactor ?? info.settings.practiceTimeFactor
      })
  })
  await useSessionStore().load()
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/settings', component: SettingsPage }]
  })
  await router.push(address)
  const page = mount(SettingsPage, { attachTo: document.body, global: { plugins: [router] } })
  await flushPromises()
  const changes = () => desk.asked.filter((each) => each.name === 'settings.change').map((each) => each.input)
  return { desk, page, changes }
}

it('keeps the colours and the speed of audits as they are chosen', async () => {
  const { page, changes } = await settingsPage()
  await page.get('input[value="dark"]').setValue()
  await page.get('input[value="60"]').setValue()
  await flushPromises()
  expect(changes()).toEqual([{ theme: 'dark' }, { practiceTimeFactor: 60 }])
})

it('keeps language, text size and motion as they are chosen', async () => {
  const { page, changes } = await settingsPage()
  await page.get('[data-testid="appearance-language"] input[value="en"]').setValue()
  await page.get('[data-testid="appearance-text-size"] input[value="larger"]').setValue()
  await page.get('[data-testid="appearance-motion"] input[value="reduced"]').setValue()
  await flushPromises()
  expect(changes()).toEqual([{ language: 'en' }, { textSize: 'larger' }, { motion: 'reduced' }])
})

it('leads to the section that its address names', async () => {
  await settingsPage(practice, '/settings?section=notifications')
  expect(document.activeElement?.querySelector('h2')?.textContent).toBe('通知')
})

describe('resetting the practice environment', () => {
  const dialog = () => document.querySelector('.el-message-box')
  const press = async (name: string): Promise<void> => {
    const buttons = [...(dialog()?.querySelectorAll('button') ?? [])]
    buttons.find((button) => button.textContent.includes(name))?.click()
    await flushPromises()
  }

  it('asks first, naming what is lost', async () => {
    const { desk, page } = await settingsPage()
    await page.get('[data-testid="practice-reset"]').trigger('click')
    await flushPromises()
    expect(dialog()?.textContent).toContain('24 个商家会回到第一天')
    expect(desk.names()).not.toContain('practice.reset')
    await press('重置演练环境')
    expect(desk.names()).toContain('practice.reset')
    expect(page.text()).toContain('已重置')
  })

  it('does nothing when the question is answered no', async () => {
    const { desk, page } = await settingsPage()
    await page.get('[data-testid="practice-reset"]').trigger('click')
    await flushPromises()
    await press('取消')
    expect(desk.names()).not.toContain('practice.reset')
  })

  it('is not offered where another platform stands in', async () => {
    const { page } = await settingsPage(null)
    expect(page.find('[data-testid="practice-reset"]').exists()).toBe(false)
    expect(page.text()).toContain('没有打开')
  })
})

it('shows a speed that was set by other means instead of hiding it', () => {
  expect(practiceSpeeds(100).find((speed) => speed.timeFactor === 100)?.example).toBe('审核一天 ≈ 864 秒')
  expect(practiceSpeeds(3600).every((speed) => speed.text !== '自定')).toBe(true)
})
