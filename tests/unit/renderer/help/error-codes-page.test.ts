import type { CatalogueEntry } from '@shared/domain/help'
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import ErrorCodesPage from '@/pages/help/ErrorCodesPage.vue'
import { installDesk, ok, refused } from '../merchant/fake-desk'

enableAutoUnmount(afterEach)
beforeEach(() => setActivePinia(createPinia()))

const entry = (code: string, more: Partial<CatalogueEntry> = {}): CatalogueEntry => ({
  ...{ code, endpoint: null, reason: `原因 ${code}`, nextStep: '请再试', actor: 'operator', wayOut: null },
  documentation: null,
  ...more
})

const entries = [
  entry('28001003', { actor: 'merchant', reason: '商家的调用凭据无效' }),
  entry('11301', { endpoint: '提审代码', actor: 'nobody', documentation: 'https://developer.open-douyin.com/docs' }),
  entry('10003', { endpoint: '发布代码' }),
  entry('10003', { endpoint: '提审代码' })
]

async function open(path = '/help/codes', answers: Parameters<typeof installDesk>[0] = {}) {
  const desk = installDesk({ 'help.catalogue': () => ok(entries), ...answers })
  const routes = [{ path: '/help/codes', component: ErrorCodesPage }]
  const router = createRouter({ history: createMemoryHistory(), routes })
  await router.push(path)
  const page = mount(ErrorCodesPage, { attachTo: document.body, global: { plugins: [router] } })
  await flushPromises()
  const codes = () => page.findAll('[data-testid="error-code"] th').map((cell) => cell.text())
  const search = async (text: string) => {
    await page.get('[data-testid="error-codes-search"]').setValue(text)
    await flushPromises()
  }
  return { desk, page, router, codes, search }
}

describe('the catalogue', () => {
  it('lists every code by its number, also where one means two things', async () => {
    const { codes, page } = await open()
    expect(codes()).toEqual(['10003', '10003', '11301', '28001003'])
    expect(page.get('.filters > .count').text()).toBe('4 条')
  })

  it('opens at the code that was asked for, and follows when another one is', async () => {
    const { codes, router, page } = await open('/help/codes?code=11301')
    expect(codes()).toEqual(['11301'])
    expect(page.find('tr.is-asked').exists()).toBe(true)
    await router.push('/help/codes?code=10003')
    await flushPromises()
    expect(codes()).toEqual(['10003', '10003'])
  })

  it('finds words in any column, all of them', async () => {
    const { codes, search } = await open()
    await search('提审 10003')
    expect(codes()).toEqual(['10003'])
    await search('调用凭据')
    expect(codes()).toEqual(['28001003'])
  })

  it('narrows to those who must act, and tells how many there are for each', async () => {
    const { codes, page } = await open()
    const chip = page.findAll('.toggle-chip').find((each) => each.text().startsWith('等待即可'))
    expect(chip?.text()).toBe('等待即可 1')
    await chip?.trigger('click')
    expect(codes()).toEqual(['11301'])
    await chip?.trigger('click')
    expect(codes()).toHaveLength(4)
  })

  it('says so where nothing is found, and shows all again', async () => {
    const { codes, page, search } = await open()
    await search('没有这样的')
    expect(page.text()).toContain('没有找到')
    await page.get('.empty-state button').trigger('click')
    await flushPromises()
    expect(codes()).toHaveLength(4)
  })

  it('leads to the page of the documentation where one is known', async () => {
    const { page } = await open()
    const links = page.findAll('td.page a')
    expect(links.map((link) => link.attributes('href'))).toEqual(['https://developer.open-douyin.com/docs'])
    expect(links[0]?.attributes('aria-label')).toBe('打开 11301 的文档')
  })

  it('says what went wrong where it was not read, and tries again', async () => {
    let isBroken = true
    const { page, codes } = await open('/help/codes', {
      'help.catalogue': () => (isBroken ? refused({ message: '没有读到' }) : ok(entries))
    })
    expect(page.text()).toContain('没有读到')
    isBroken = false
    await page.get('.retry').trigger('click')
    await flushPromises()
    expect(codes()).toHaveLength(4)
  })
})
