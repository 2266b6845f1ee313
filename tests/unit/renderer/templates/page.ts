import type { MerchantRow } from '@shared/domain/merchant'
import { flushPromises, mount } from '@vue/test-utils'
import { createMemoryHistory, createRouter, RouterView } from 'vue-router'
import { i18n } from '@/i18n'
import TemplatesPage from '@/pages/templates/TemplatesPage.vue'
import { useMerchantsStore } from '@/stores/merchants'
import { useSessionStore } from '@/stores/session'
import { practiceInfo } from '../common/app-info'
import { installDesk, ok } from '../merchant/fake-desk'
import { library, merchants, preview, studio } from './samples'

type Options = {
  readonly answers?: Parameters<typeof installDesk>[0]
  readonly list?: readonly MerchantRow[]
  readonly query?: string
}

/** The page 模板 with a main process that gives these answers, and an operator's hands. */
export async function pageOf({ answers = {}, list = merchants, query = '' }: Options = {}) {
  const desk = installDesk({
    'app.info': () => ok(practiceInfo()),
    'merchants.page': () => ok({ rows: list, total: list.length, next: null }),
    'templates.library': () => ok(library()),
    'ext.studio': () => ok(studio()),
    'ext.values': () => ok([]),
    'ext.preview': ({ appIds }) => ok(appIds.map((appId) => preview({ appId }))),
    ...answers
  })
  await useSessionStore().load()
  await useMerchantsStore().load('practice')
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/templates', component: TemplatesPage },
      { path: '/elsewhere', component: { template: '<div />' } }
    ]
  })
  await router.push(`/templates${query}`)
  mount(RouterView, { attachTo: document.body, global: { plugins: [router, i18n] } })
  await flushPromises()
  const all = (id: string) => [...document.querySelectorAll<HTMLElement>(`[data-testid="${id}"]`)]
  const text = (id: string, place = 0): string => all(id)[place]?.textContent?.replace(/\s+/g, ' ').trim() ?? ''
  const press = async (id: string, place = 0): Promise<void> => {
    all(id)[place]?.click()
    await flushPromises()
  }
  const fill = async (id: string, value: string): Promise<void> => {
    const found = all(id)[0]
    const field = found?.matches('input') ? found : found?.querySelector('input')
    if (field instanceof HTMLInputElement) field.value = value
    field?.dispatchEvent(new Event('input'))
    await flushPromises()
  }
  const confirm = async (): Promise<void> => {
    document.querySelector<HTMLElement>('.el-message-box__btns .el-button:last-child')?.click()
    await flushPromises()
  }
  const inputOf = (name: string) => desk.asked.filter((each) => each.name === name).map(({ input }) => input)
  return { desk, router, all, has: (id: string) => all(id).length > 0, text, press, fill, confirm, inputOf }
}
