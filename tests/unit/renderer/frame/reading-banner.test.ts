import { RouterLinkStub, mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import ReadingBanner from '@/components/frame/ReadingBanner.vue'

it('says that nothing is kept or sent, what to do, and where the data is', () => {
  const banner = mount(ReadingBanner, { global: { stubs: { RouterLink: RouterLinkStub } } })
  expect(banner.get('[role="status"]').text()).toContain('不保存任何修改')
  expect(banner.text()).toContain('重新打开程序')
  expect(banner.getComponent(RouterLinkStub).props('to')).toBe('/settings?section=data')
})
