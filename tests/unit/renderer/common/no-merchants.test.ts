import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import NoMerchants from '@/components/common/NoMerchants.vue'

enableAutoUnmount(afterEach)

describe('a page without merchants', () => {
  it('says why it is empty and leads to where merchants authorise', async () => {
    const page = { template: '<div />' }
    const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:rest(.*)*', component: page }] })
    const empty = mount(NoMerchants, {
      props: { title: '还没有商家', text: '授权后才能发布。' },
      global: { plugins: [router] }
    })
    expect(empty.text()).toContain('还没有商家')
    expect(empty.text()).toContain('授权后才能发布。')
    await empty.get('a').trigger('click')
    await flushPromises()
    expect(router.currentRoute.value.path).toBe('/authorization')
  })
})
