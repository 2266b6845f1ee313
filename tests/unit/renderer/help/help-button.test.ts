import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import '@/components/help/HelpDrawer.vue' // loaded before, so that the drawer is there at once
import HelpButton from '@/components/help/HelpButton.vue'
import { requestHelp } from '@/composables/help-request'

enableAutoUnmount(afterEach)

const page = { template: '<div />' }
const routes = [
  { path: '/merchants/:accountId/:appId', name: 'merchant', component: page },
  { path: '/help/codes', name: 'error-codes', component: page }
]

async function open(path: string) {
  const router = createRouter({ history: createMemoryHistory(), routes })
  await router.push(path)
  const button = mount(HelpButton, { attachTo: document.body, global: { plugins: [router] } })
  const settle = async () => {
    await vi.dynamicImportSettled()
    await flushPromises()
  }
  const drawer = () => document.querySelector('[data-testid="help-drawer"]')
  return { button, router, settle, drawer }
}

describe('the help of a page', () => {
  it('opens by its button, with what matters on that page', async () => {
    const { button, settle, drawer } = await open('/merchants/a/tt1?tab=domains')
    expect(drawer()).toBeNull()
    await button.get('[data-testid="open-help"]').trigger('click')
    await settle()
    expect(drawer()?.textContent).toContain('帮助：域名')
    expect(drawer()?.textContent).toContain('每类最多 20 个域名')
  })

  it('opens when it is asked for from elsewhere, and follows the page', async () => {
    const { router, settle, drawer } = await open('/merchants/a/tt1')
    requestHelp()
    await settle()
    expect(drawer()?.textContent).toContain('帮助：版本')
    await router.push('/help/codes')
    await settle()
    expect(drawer()?.textContent).toContain('帮助：错误码')
  })

  it('leads to the error codes', async () => {
    const { settle } = await open('/merchants/a/tt1')
    requestHelp()
    await settle()
    expect(document.querySelector('[data-testid="help-codes"]')?.getAttribute('href')).toBe('/help/codes')
  })
})
