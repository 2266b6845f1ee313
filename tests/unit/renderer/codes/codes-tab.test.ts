import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { SavedCode } from '@shared/domain/mini-code'
import { effectScope, shallowRef } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { i18n } from '@/i18n'
import { useMaking } from '@/pages/merchant/codes/bulk/use-making'
import CodesTab from '@/pages/merchant/codes/CodesTab.vue'
import { useCodePreview } from '@/pages/merchant/codes/mini/use-code-preview'
import { installDesk, later, ok, refused } from '../merchant/fake-desk'
import { miniCode, request, savedCode } from './samples'

enableAutoUnmount(afterEach)
beforeEach(() => document.body.replaceChildren())
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

const merchant = { accountId: 'practice', appId: 'tt01' }

async function tabOf(answers: Parameters<typeof installDesk>[0] = {}) {
  const desk = installDesk({
    'codes.saved': () => ok([savedCode()]),
    'codes.paths': () => ok(['pages/table/index?id=1']),
    'codes.mini': ({ request: asked }) => ok(miniCode({ request: asked })),
    ...answers
  })
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:rest(.*)*', component: { template: '<div />' } }]
  })
  mount(CodesTab, { attachTo: document.body, props: { merchant }, global: { plugins: [router, i18n] } })
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
    if (!(field instanceof HTMLInputElement)) return expect.fail(id)
    field.value = value
    field.dispatchEvent(new Event('input'))
    await flushPromises()
  }
  const inputOf = (name: string) => desk.asked.filter((each) => each.name === name).map(({ input }) => input)
  return { desk, all, text, press, fill, inputOf }
}

describe('the saved codes', () => {
  it('are listed with where they lead and how they look', async () => {
    const { text } = await tabOf()
    expect(text('saved-code')).toMatch(/桌号 1首页抖音 · 方形码 · 430 像素 · 带图标/)
  })

  it('say that there are none, and what they are for', async () => {
    const { text } = await tabOf({ 'codes.saved': () => ok([]) })
    expect(text('codes-tab')).toContain('还没有小程序码')
  })

  it('are shown large one after the other, and made when they were not', async () => {
    const second = savedCode({ id: 's2', label: '桌号 2', code: null })
    const { press, text, all, desk } = await tabOf({
      'codes.saved': () => ok([savedCode(), second]),
      'codes.make': () => ok({ ...second, code: miniCode() })
    })
    await press('saved-code-show', 1)
    expect(desk.names()).toContain('codes.make')
    expect(text('code-show-place')).toBe('2 / 2')
    expect(all('code-image')).toHaveLength(1)
  })

  it('are saved under their label alone, from the list and from the large view', async () => {
    const names: string[] = []
    vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:code')
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      names.push(this.download)
    })
    const { press } = await tabOf()
    document.querySelector<HTMLElement>('[aria-label="保存 桌号 1 的图片"]')?.click()
    await press('saved-code-show')
    await press('code-show-save')
    expect(names).toEqual(['桌号 1.png', '桌号 1.png'])
  })
})

describe('a new code', () => {
  const opened = async (answers: Parameters<typeof installDesk>[0] = {}) => {
    const tab = await tabOf(answers)
    await tab.press('codes-new')
    await vi.waitFor(() => expect(tab.all('mini-dialog')).toHaveLength(1))
    await flushPromises()
    return tab
  }

  it('is kept with its label, page and parameters, and made', async () => {
    const { fill, press, all, inputOf } = await opened({ 'codes.save': () => ok([savedCode()]) })
    await fill('mini-label', '桌号 3')
    await fill('mini-page', 'pages/table/index')
    await press('mini-add-parameter')
    const [name, value] = [...(all('mini-parameter')[0]?.querySelectorAll('input') ?? [])]
    if (!name || !value) return expect.fail()
    name.value = 'id'
    name.dispatchEvent(new Event('input'))
    await flushPromises()
    value.value = '三号'
    value.dispatchEvent(new Event('input'))
    await flushPromises()
    await press('mini-save')
    expect(inputOf('codes.save')).toEqual([
      {
        accountId: 'practice',
        codes: [
          {
            id: null,
            appId: 'tt01',
            label: '桌号 3',
            request: request({ path: 'pages/table/index?id=%E4%B8%89%E5%8F%B7' })
          }
        ]
      }
    ])
    expect(all('mini-dialog')).toHaveLength(0)
  })

  it('is not kept while its path or its colours are wrong, and says why', async () => {
    const { fill, press, text, inputOf } = await opened()
    await fill('mini-label', '门口')
    await fill('mini-page', '/pages/a')
    await press('mini-save')
    expect(text('mini-dialog')).toContain('开头不要斜杠')
    await fill('mini-page', 'pages/a')
    await fill('mini-line-colour', '#cccccc')
    await press('mini-save')
    expect(text('mini-dialog')).toContain('线条和背景的对比只有')
    expect(inputOf('codes.save')).toEqual([])
  })

  it('shows the platform’s refusal at its field', async () => {
    const { fill, press, text } = await opened({
      'codes.save': () => refused({ fields: { 'codes.0.request.path': '线上版本没有这个页面' } })
    })
    await fill('mini-label', '门口')
    await press('mini-save')
    await vi.waitFor(() => expect(text('mini-dialog')).toContain('线上版本没有这个页面'))
  })
})

describe('the preview', () => {
  it('asks after a pause, once for all changes, and drops a late answer', async () => {
    vi.useFakeTimers()
    const slow = later<ReturnType<typeof ok<ReturnType<typeof miniCode>>>>()
    const desk = installDesk({
      'codes.mini': ({ request: asked }) =>
        asked.path === 'old' ? slow.promise : ok(miniCode({ text: asked.path, request: asked }))
    })
    const wanted = shallowRef(request({ path: 'first' }))
    const scope = effectScope()
    const { code } = scope.run(() => useCodePreview(merchant, () => wanted.value)) ?? expect.fail()
    await vi.advanceTimersByTimeAsync(300)
    wanted.value = request({ path: 'old' })
    await vi.advanceTimersByTimeAsync(1_000)
    expect(desk.asked).toHaveLength(1)
    wanted.value = request({ path: 'new' })
    await vi.advanceTimersByTimeAsync(1_000)
    slow.give(ok(miniCode({ text: 'old' })))
    await vi.advanceTimersByTimeAsync(0)
    expect(code.value?.text).toBe('new')
    scope.stop()
  })
})

describe('a series', () => {
  const codes = Array.from({ length: 6 }, (_, place) => ({
    appId: 'tt01',
    label: `桌号 ${place + 1}`,
    request: request()
  }))
  const kept: readonly SavedCode[] = codes.map((code, place) => savedCode({ ...code, id: `s${place}`, code: null }))
  const making = () => effectScope().run(() => useMaking('practice')) ?? expect.fail()

  it('is kept first and made then; what failed is gone on with', async () => {
    let refuses = true
    const desk = installDesk({
      'codes.save': () => ok(kept),
      'codes.make': ({ id }) => (refuses && id === 's2' ? refused() : ok(savedCode({ id })))
    })
    const series = making()
    await series.start(codes)
    expect(desk.names().slice(0, 2)).toEqual(['codes.save', 'codes.make'])
    expect(series.counts.value).toEqual({ done: 5, failed: 1, left: 0 })
    refuses = false
    await series.goOn()
    expect(series.counts.value).toEqual({ done: 6, failed: 0, left: 0 })
    expect(desk.names().filter((name) => name === 'codes.make')).toHaveLength(7)
  })

  it('can be stopped: nothing more is begun, and it says what is left', async () => {
    const first = later<ReturnType<typeof ok<SavedCode>>>()
    const desk = installDesk({ 'codes.save': () => ok(kept), 'codes.make': () => first.promise })
    const series = making()
    const end = series.start(codes)
    await flushPromises()
    series.cancel()
    first.give(ok(savedCode()))
    await end
    expect(desk.names().filter((name) => name === 'codes.make')).toHaveLength(4)
    expect(series.counts.value).toEqual({ done: 4, failed: 0, left: 2 })
  })

  it('makes nothing when it could not be kept', async () => {
    const desk = installDesk({ 'codes.save': () => refused({ message: '没有保存' }) })
    const series = making()
    await series.start(codes)
    expect(desk.names()).toEqual(['codes.save'])
    expect(series.error.value?.message).toBe('没有保存')
    expect(series.running.value).toBe(false)
  })
})
