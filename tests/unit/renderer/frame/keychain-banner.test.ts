import type { KeychainState } from '@shared/domain/account'
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { ElMessageBox } from 'element-plus'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it } from 'vitest'
import KeychainBanner from '@/components/frame/KeychainBanner.vue'
import { useSessionStore } from '@/stores/session'
import { infoOf, practiceAccount, realAccount } from '../accounts/samples'
import { installDesk, ok, refused } from '../merchant/fake-desk'

enableAutoUnmount(afterEach)
beforeEach(() => {
  setActivePinia(createPinia())
  document.body.replaceChildren()
})
afterEach(() => ElMessageBox.close())

const info = (keychain: KeychainState) => infoOf([practiceAccount()], { keychain })

function banner(keychain: KeychainState, answers: Parameters<typeof installDesk>[0] = {}) {
  const desk = installDesk(answers)
  const shown = mount(KeychainBanner, { props: { keychain }, attachTo: document.body })
  const press = async (id: string): Promise<void> => {
    await shown.get(`[data-testid="${id}"]`).trigger('click')
    await flushPromises()
  }
  const answer = async (name: string): Promise<void> => {
    const buttons = [...document.querySelectorAll<HTMLElement>('.el-message-box button')]
    buttons.find((button) => button.textContent.includes(name))?.click()
    await flushPromises()
  }
  return { desk, shown, press, answer }
}

it.each([
  ['missing', '没有钥匙串服务'],
  ['locked', '已锁定'],
  ['silent', '解锁窗口']
] as const)('says what a keychain that is %s means', (keychain, words) => {
  expect(banner(keychain).shown.get('[data-testid="keychain-banner"]').text()).toContain(words)
})

it.each(['ready', 'unopened'] as const)('is silent where the keychain is %s', (keychain) => {
  expect(banner(keychain).shown.text()).toBe('')
})

it('says in a quiet line that secrets in memory end with this run', () => {
  const { shown } = banner('memory')
  expect(shown.get('[data-testid="keychain-in-memory"]').text()).toContain('程序关闭后要重新填写')
  expect(shown.find('button').exists()).toBe(false)
})

it('looks again when asked, and takes what is open then', async () => {
  const opened = infoOf([realAccount(), practiceAccount()])
  const { press } = banner('locked', { 'keychain.retry': () => ok(opened) })
  await press('keychain-retry')
  expect(useSessionStore().realAccounts).toHaveLength(1)
})

it('says why looking again failed', async () => {
  const { shown, press } = banner('locked', { 'keychain.retry': () => refused({ message: '钥匙串没有打开' }) })
  await press('keychain-retry')
  expect(shown.get('[data-testid="error-panel"]').text()).toContain('钥匙串没有打开')
})

it('goes on in memory only after it said that secrets must be entered again', async () => {
  const { desk, press, answer } = banner('missing', { 'keychain.useMemory': () => ok(info('memory')) })
  await press('keychain-memory')
  expect(document.querySelector('.el-message-box')?.textContent).toContain('重新填写')
  expect(desk.names()).toEqual([])
  await answer('这次先用内存')
  expect(desk.names()).toEqual(['keychain.useMemory'])
  expect(useSessionStore().info?.keychain).toBe('memory')
})

it('does not go on in memory where the answer is no', async () => {
  const { desk, press, answer } = banner('missing')
  await press('keychain-memory')
  await answer('取消')
  expect(desk.names()).toEqual([])
})
