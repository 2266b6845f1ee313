import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { useAsked, type Asked } from '@/pages/merchant/operations/use-asked'

enableAutoUnmount(afterEach)

/** A page at this address, and what it was asked for. */
async function pageAt(address: string) {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:rest(.*)*', component: { template: '<div />' } }]
  })
  await router.push(address)
  const asked: Asked[] = []
  mount({ setup: () => useAsked((ask) => asked.push(ask)), template: '<div />' }, { global: { plugins: [router] } })
  await flushPromises()
  return { router, asked }
}

describe('what the address of a merchant’s page asks for', () => {
  it('is told once and leaves the address, which keeps the rest', async () => {
    const { router, asked } = await pageAt('/merchants/a/b?ask=upload&from=list')
    expect(asked).toEqual(['upload'])
    expect(router.currentRoute.value.fullPath).toBe('/merchants/a/b?from=list')
  })

  it('is told again when it is asked again', async () => {
    const { router, asked } = await pageAt('/merchants/a/b?ask=codes')
    await router.push('/merchants/a/b?ask=codes')
    await flushPromises()
    expect(asked).toEqual(['codes', 'codes'])
  })

  it('is nothing where the word is none of these', async () => {
    const { router, asked } = await pageAt('/merchants/a/b?ask=delete')
    expect(asked).toEqual([])
    expect(router.currentRoute.value.fullPath).toBe('/merchants/a/b')
  })
})
