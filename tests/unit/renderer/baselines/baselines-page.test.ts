import type { CallInput } from '@shared/contract'
import type { MerchantRow } from '@shared/domain/merchant'
import { domainDifference } from '@shared/rules/domain-rules'
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter, RouterView } from 'vue-router'
import { i18n } from '@/i18n'
import BaselinesPage from '@/pages/baselines/BaselinesPage.vue'
import { useMerchantsStore } from '@/stores/merchants'
import { useSessionStore } from '@/stores/session'
import { infoOf, practiceAccount, realAccount } from '../accounts/samples'
import { practiceInfo } from '../common/app-info'
import { rows } from '../list/rows'
import { installDesk, later, ok, refused } from '../merchant/fake-desk'
import { useRolloutDraft } from '@/stores/rollout-draft'
import { baseline, merchants, preview } from './samples'

enableAutoUnmount(afterEach)
beforeEach(() => {
  setActivePinia(createPinia())
  document.body.replaceChildren()
})

const nobody = { template: '<div />' }
const other = baseline({ id: 'b2', name: '餐饮', merchants: 1 })

type Options = {
  readonly answers?: Parameters<typeof installDesk>[0]
  readonly list?: readonly MerchantRow[]
  readonly query?: string
}

async function pageOf({ answers = {}, list = merchants, query = '' }: Options = {}) {
  const desk = installDesk({
    'app.info': () => ok(practiceInfo()),
    'merchants.page': () => ok({ rows: list, total: list.length, next: null }),
    'baselines.list': () => ok([baseline(), other]),
    'domains.application': () => ok({ server: [], webview: [], changedAt: null }),
    ...answers
  })
  await useSessionStore().load()
  await useMerchantsStore().load('practice')
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/baselines', component: BaselinesPage },
      { path: '/merchants/:accountId/:appId', name: 'merchant', component: nobody },
      { path: '/rollouts/new', component: nobody }
    ]
  })
  await router.push(`/baselines${query}`)
  const page = mount(RouterView, { attachTo: document.body, global: { plugins: [i18n, router] } })
  await flushPromises()
  const all = (id: string) => [...document.querySelectorAll<HTMLElement>(`[data-testid="${id}"]`)]
  const has = (id: string): boolean => all(id).length > 0
  const text = (id: string): string => all(id)[0]?.textContent?.replace(/\s+/g, ' ') ?? ''
  const press = async (id: string, place = 0): Promise<void> => {
    all(id)[place]?.click()
    await flushPromises()
  }
  const fill = async (id: string, value: string): Promise<void> => {
    const found = all(id)[0]
    const field = found?.matches('input, textarea') ? found : found?.querySelector('input, textarea')
    if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.value = value
    field?.dispatchEvent(new Event('input'))
    await flushPromises()
  }
  const tick = async (appId: string): Promise<void> => {
    const line = all('picker-row').find((each) => each.dataset['appId'] === appId)
    line?.querySelector('input')?.click()
    await flushPromises()
  }
  const inputOf = (name: string) => desk.asked.filter((each) => each.name === name).map(({ input }) => input)
  return { desk, router, page, all, has, text, press, fill, tick, inputOf }
}

describe('the baselines', () => {
  it('are listed with their merchants and with those that drifted', async () => {
    const { all, text } = await pageOf()
    expect(all('baseline-entry').map((each) => each.textContent?.replace(/\s+/g, ' ').trim())).toEqual([
      '茶饮2 个商家，1 个偏离',
      '餐饮1 个商家，1 个偏离'
    ])
    expect(all('member-row').map((each) => each.dataset['appId'])).toEqual(['drifted', 'same'])
    expect(text('member-row')).toContain('缺 2 个，多 1 个')
  })

  it('open at the one that the address names', async () => {
    const { all } = await pageOf({ query: '?baseline=b2' })
    expect(all('baseline-entry').map((each) => each.getAttribute('aria-current'))).toEqual(['false', 'true'])
    expect(all('member-row').map((each) => each.dataset['appId'])).toEqual(['other'])
  })

  it('begin with one that is named and filled, and goes on as the same form', async () => {
    const save = ({ name }: CallInput<'baselines.save'>) => ok(baseline({ id: 'new', name, merchants: 0 }))
    let list: readonly ReturnType<typeof baseline>[] = []
    const { text, press, fill, inputOf, has } = await pageOf({
      answers: {
        'baselines.list': () => ok(list),
        'baselines.save': (input) => {
          const saved = save(input)
          if (saved.ok) list = [saved.value]
          return saved
        }
      }
    })
    expect(text('baseline-desk')).toContain('还没有域名基线')
    await press('new-baseline')
    expect(text('baseline-save')).toContain('请先填写名称')
    await fill('baseline-name', '烘焙')
    await fill('domains-request-text', 'https://api.shop.cn')
    expect(text('baseline-save')).toContain('有 1 行要先改正')
    await press('domains-fix-all')
    await press('baseline-save')
    expect(inputOf('baselines.save')).toEqual([
      {
        accountId: 'practice',
        id: null,
        name: '烘焙',
        domains: { request: ['api.shop.cn'], socket: [], upload: [], download: [], webview: [] }
      }
    ])
    expect(text('baseline-entry')).toContain('烘焙')
    expect(has('baseline-delete')).toBe(true)
    await fill('domains-socket-text', 'ws.shop.cn')
    await press('baseline-save')
    expect(inputOf('baselines.save')[1]).toMatchObject({ id: 'new' })
  })

  it('show a name that is taken at its field', async () => {
    const taken = () => refused({ code: 'invalid_input', message: '没有保存', fields: { name: '已有同名的基线' } })
    const { fill, press, text, has } = await pageOf({ answers: { 'baselines.save': taken } })
    await fill('baseline-name', '餐饮')
    await press('baseline-save')
    await vi.waitFor(() => expect(text('baseline-form')).toContain('已有同名的基线'))
    expect(has('error-panel')).toBe(false)
  })

  it('are not applied while what is shown is not what was saved', async () => {
    const { fill, press, text, has } = await pageOf()
    await fill('domains-socket-text', 'ws.shop.cn')
    expect(text('apply-baseline')).toContain('请先保存')
    await press('apply-baseline')
    expect(has('apply-dialog')).toBe(false)
  })

  it('ask before another one takes what was typed', async () => {
    const { fill, press, all } = await pageOf()
    await fill('domains-socket-text', 'ws.shop.cn')
    await press('baseline-entry', 1)
    expect(document.querySelector('.el-message-box')?.textContent).toContain('放弃修改')
    expect(all('baseline-entry')[0]?.getAttribute('aria-current')).toBe('true')
  })

  it('are deleted after a question that says what becomes of the merchants', async () => {
    const { press, inputOf, all } = await pageOf({ answers: { 'baselines.delete': () => ok([other]) } })
    await press('baseline-delete')
    const box = document.querySelector('.el-message-box')
    expect(box?.textContent).toContain('2 个商家用这个基线')
    expect(inputOf('baselines.delete')).toHaveLength(0)
    box?.querySelector<HTMLElement>('.el-button--danger')?.click()
    await flushPromises()
    expect(inputOf('baselines.delete')).toEqual([{ accountId: 'practice', id: 'b1' }])
    expect(all('baseline-entry')).toHaveLength(1)
  })

  it('tell why they could not be read, and are read again', async () => {
    let works = false
    const { text, has } = await pageOf({
      answers: { 'baselines.list': () => (works ? ok([baseline()]) : refused({ message: '没有读到基线' })) }
    })
    expect(text('error-panel')).toContain('没有读到基线')
    works = true
    document.querySelector<HTMLElement>('.error-panel .retry')?.click()
    await flushPromises()
    expect(has('baseline-entry')).toBe(true)
    expect(has('error-panel')).toBe(false)
  })
})

describe('the assigning of merchants', () => {
  it('adds and takes out only what was changed', async () => {
    const { press, tick, text, inputOf, has } = await pageOf({
      answers: { 'baselines.assign': () => ok([baseline(), other]) }
    })
    await press('assign-merchants')
    expect(text('merchant-picker')).toContain('已选 2 个')
    expect(text('merchant-picker')).toContain('现用「餐饮」')
    expect(text('assign-save')).toContain('没有改变')
    await tick('none')
    await tick('same')
    expect(text('assign-save')).toContain('分配 1 个，移出 1 个')
    await press('assign-save')
    expect(inputOf('baselines.assign')).toEqual([
      { accountId: 'practice', id: 'b1', appIds: ['none'] },
      { accountId: 'practice', id: null, appIds: ['same'] }
    ])
    expect(has('assign-dialog')).toBe(false)
  })

  it('finds merchants by words and how they stand, and ticks all that are found', async () => {
    const { press, fill, text, all } = await pageOf()
    await press('assign-merchants')
    await fill('picker-search', '华东')
    expect(all('picker-row').map((each) => each.dataset['appId'])).toEqual(['drifted', 'none'])
    await press('picker-all')
    expect(text('merchant-picker')).toContain('已选 3 个')
  })

  it('draws only what is in sight of five thousand, and ticks them all', async () => {
    const { press, text, all } = await pageOf({ list: rows(5_000) })
    await press('assign-merchants')
    expect(all('picker-row').length).toBeLessThan(60)
    await press('picker-all')
    expect(text('assign-save')).toContain('分配 5000 个')
  })
})

describe('the applying of a baseline', () => {
  const blocked = preview({ appId: 'none', name: '没有的', blocked: '授权已失效' })
  const same = preview({ appId: 'same', name: '一致的', difference: domainDifference({}, {}) })

  it('shows what changes, leaves out what can not be done, and hands the baseline as it is to the plan page', async () => {
    const { press, text, all, inputOf, router } = await pageOf({
      answers: { 'baselines.preview': () => ok([same, preview(), blocked]) }
    })
    await press('apply-baseline')
    await press('apply-look')
    expect(inputOf('baselines.preview')).toEqual([
      { accountId: 'practice', id: 'b1', mode: 'add', appIds: ['drifted', 'same'] }
    ])
    expect(text('preview-sum')).toBe('3 个商家：1 个要修改，1 个已一致，1 个不能')
    expect(all('preview-row').map((each) => each.dataset['state'])).toEqual(['blocked', 'change', 'same'])
    expect(text('preview-row')).toContain('授权已失效')
    await press('apply-plan')
    const { id, name, domains } = baseline()
    expect(useRolloutDraft().take('practice')).toEqual({
      ...{ accountId: 'practice', appIds: ['same', 'drifted'] },
      work: { kind: 'domains', baseline: { id, name, domains }, mode: 'add' }
    })
    await vi.waitFor(() => expect(router.currentRoute.value.fullPath).toBe('/rollouts/new'))
  })

  it('compares anew in the other mode, and drops the late answer of the first', async () => {
    const late = later<ReturnType<typeof ok<readonly ReturnType<typeof preview>[]>>>()
    const { press, text, all } = await pageOf({
      answers: { 'baselines.preview': ({ mode }) => (mode === 'add' ? late.promise : ok([preview(), same])) }
    })
    await press('apply-baseline')
    await press('apply-look')
    expect(text('apply-plan')).toContain('正在比较')
    all('mode-exact')[0]?.querySelector('input')?.click()
    await flushPromises()
    expect(text('preview-sum')).toContain('2 个商家')
    late.give(ok([blocked]))
    await flushPromises()
    expect(text('preview-sum')).toContain('2 个商家')
  })

  it('goes no further where nothing would change', async () => {
    const none = await pageOf({ answers: { 'baselines.preview': () => ok([same]) } })
    await none.press('apply-baseline')
    await none.press('apply-look')
    expect(none.text('apply-plan')).toContain('没有要改的')
    await none.press('apply-plan')
    expect(none.router.currentRoute.value.path).toBe('/baselines')
  })
})

describe("the third-party application's own domains", () => {
  it('are kept as they were typed, without a limit of their number', async () => {
    const many = Array.from({ length: 30 }, (_, place) => `a${place}.agency.cn`)
    const { fill, press, text, inputOf } = await pageOf({
      query: '?tab=application',
      answers: { 'domains.setApplication': ({ server, webview }) => ok({ server, webview, changedAt: Date.now() }) }
    })
    await fill('domains-server-text', many.join('\n'))
    await fill('domains-webview-text', 'h5.agency.cn/x')
    expect(text('application-save')).toContain('有 1 行要先改正')
    await press('domains-fix-all')
    await press('application-save')
    expect(inputOf('domains.setApplication')).toEqual([
      { accountId: 'practice', server: many, webview: ['h5.agency.cn'] }
    ])
    expect(text('application-age')).toContain('刚刚')
    expect(text('application-save')).toContain('没有改变')
  })

  it('bound what a baseline may have', async () => {
    const { fill, text } = await pageOf({
      answers: { 'domains.application': () => ok({ server: ['agency.cn'], webview: [], changedAt: 1 }) }
    })
    await fill('domains-request-text', 'api.agency.cn\napi.shop.cn')
    expect(text('domains-request')).toContain('第三方应用自己的域名列表')
  })

  it('need the check file, which is fetched when it is asked for', async () => {
    const file = { name: 'pNWfy.txt', content: '4e056cd5' }
    const { desk, press, text } = await pageOf({
      query: '?tab=application',
      answers: { 'domains.checkFile': () => ok(file) }
    })
    expect(desk.names()).not.toContain('domains.checkFile')
    await press('check-file-read')
    expect(text('check-file-name')).toContain('pNWfy.txt')
    expect(text('check-file-content')).toContain('4e056cd5')
    expect(text('check-file')).toContain('https://域名/pNWfy.txt')
  })
})

it('the page is that of the account that is shown', async () => {
  const { desk, inputOf } = await pageOf()
  desk.send('app.changed', { info: infoOf([practiceAccount(), realAccount({ id: 'second' })]) })
  await useSessionStore().select('second')
  await flushPromises()
  expect(inputOf('baselines.list')).toEqual([{ accountId: 'practice' }, { accountId: 'second' }])
})
