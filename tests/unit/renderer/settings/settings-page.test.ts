import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { ElMessageBox } from 'element-plus'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
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

async function settingsPage(status: typeof practice | null = practice) {
  const info = infoOf([practiceAccount()])
  const desk = installDesk({
    'app.info': () => ok(info),
    'practice.status': () => ok(status),
    'practice.reset': () => ok(practice),
    'settings.change': ({ theme, practiceTimeFactor }) =>
      ok({
        ...info.settings,
        theme: theme ?? info.settings.theme,
        practiceTimeFactor: practiceTimeFactor ?? info.settings.practiceTimeFactor
      })
  })
  await useSessionStore().load()
  const page = mount(SettingsPage, { attachTo: document.body })
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
