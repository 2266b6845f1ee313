import { flushPromises, mount, type DOMWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { vi } from 'vitest'
import { i18n } from '@/i18n'
import CategoriesTab from '@/pages/merchant/categories/CategoriesTab.vue'
import { installFileDesk, pngFile, putFiles } from '../../upload/files'
import { ok } from '../fake-desk'
import { merchant, merchantDetail } from '../samples'
import { detail, tree } from './samples'

/** The tab of a merchant as an operator meets it. */
export async function categoriesTab(
  shown: ReturnType<typeof detail> = detail(),
  answers: Parameters<typeof installFileDesk>[0] = {}
) {
  setActivePinia(createPinia())
  const desk = installFileDesk({
    'merchants.get': () => ok(merchantDetail()),
    'categories.get': () => ok(shown),
    'categories.read': () => ok(shown),
    'categories.available': () => ok(tree),
    ...answers
  })
  const page = mount(CategoriesTab, {
    attachTo: document.body,
    props: { merchant },
    global: { plugins: [i18n], stubs: { RouterLink: true } }
  })
  await flushPromises()
  const get = (id: string) => page.get(`[data-testid="${id}"]`)
  const all = (id: string) => page.findAll(`[data-testid="${id}"]`)
  const press = async (id: string): Promise<void> => {
    await get(id).trigger('click')
    await flushPromises()
  }
  /** A category of the tree or of the search's results, by its complete id or the key of its level. */
  const option = (key: string) => page.get(`[data-testid="category-option"][data-category="${key}"]`)
  const key = async (element: Omit<DOMWrapper<Element>, 'exists'>, name: string): Promise<void> => {
    await element.trigger('keydown', { key: name })
    await flushPromises()
  }
  const putFile = async (id: string, name = '执照.png'): Promise<void> => {
    putFiles(get(id).element, [pngFile(10, name)])
    await get(id).trigger('change')
    await vi.waitFor(() => page.get(`[data-testid="${id}-name"]`))
    await vi.waitFor(() => {
      if (page.text().includes('正在准备')) throw new Error('still being staged')
    })
    await flushPromises()
  }
  const chooseBySearch = async (query: string, id: string): Promise<void> => {
    await get('category-search').setValue(query)
    await option(id).trigger('click')
    await flushPromises()
  }
  return { desk, page, get, all, press, option, key, putFile, chooseBySearch }
}
