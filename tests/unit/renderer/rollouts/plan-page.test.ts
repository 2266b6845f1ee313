import type { CallValue, CallInput } from '@shared/contract'
import type { MerchantRow } from '@shared/domain/merchant'
import type { RolloutPreview, RolloutPreviewItem } from '@shared/domain/rollout'
import type { CallResult } from '@shared/errors'
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { ElDatePicker } from 'element-plus'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter, RouterView } from 'vue-router'
import { i18n } from '@/i18n'
import NewRolloutPage from '@/pages/rollouts/NewRolloutPage.vue'
import { useMerchantsStore } from '@/stores/merchants'
import { useRolloutDraft, type RolloutDraft } from '@/stores/rollout-draft'
import { useSessionStore } from '@/stores/session'
import { practiceInfo } from '../common/app-info'
import { row, rows } from '../list/rows'
import { installDesk, later, ok, refused } from '../merchant/fake-desk'
import { library, newest, older, preview as extPreview, studio } from '../templates/samples'
import { previewItem, previewOf, startedRollout } from './plan-samples'

// Each mounts the whole page, the list's filters among it.
vi.setConfig({ testTimeout: 30_000 })
enableAutoUnmount(afterEach)
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  setActivePinia(createPinia())
  document.body.replaceChildren()
})
afterEach(() => vi.useRealTimers())

type Asked = CallInput<'rollouts.preview'>
type Answers = Parameters<typeof installDesk>[0]
const few = [
  row({ appId: 'tt01' }),
  row({ appId: 'tt02', name: '木子花艺', tags: ['华东'] }),
  row({ appId: 'tt03', name: '花店' })
]
const idle = { accountId: 'practice', total: 0, done: 0, failed: 0, running: false }

/** Lets what was put off happen: typing that settles, and what the page loads lazily. */
async function settle(): Promise<void> {
  await flushPromises()
  await vi.advanceTimersByTimeAsync(1000)
  await flushPromises()
}

async function pageOf(
  list: readonly MerchantRow[],
  answers: Answers = {},
  draft: Omit<RolloutDraft, 'accountId'> | null = null
) {
  const desk = installDesk({
    'app.info': () => ok(practiceInfo()),
    'merchants.page': () => ok({ rows: list, total: list.length, next: null }),
    'merchants.refreshStatus': () => ok(idle),
    'rollouts.list': () => ok([]),
    'templates.library': () => ok(library()),
    'ext.studio': () => ok(studio()),
    'ext.preview': ({ appIds }) => ok(appIds.map((appId) => extPreview({ appId }))),
    'rollouts.preview': ({ appIds }) => ok(previewOf(appIds.map((appId) => previewItem(appId)))),
    'rollouts.start': ({ plan, appIds }) => ok(startedRollout(plan, appIds.length)),
    ...answers
  })
  const empty = { template: '<div />' }
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/rollouts/new', component: NewRolloutPage },
      { path: '/rollouts/:accountId/:rolloutId', name: 'rollout', component: empty },
      { path: '/merchants/:accountId/:appId', name: 'merchant', component: empty },
      { path: '/:rest(.*)*', component: empty }
    ]
  })
  await useSessionStore().load()
  await useMerchantsStore().load('practice')
  if (draft) useRolloutDraft().draft = { accountId: 'practice', ...draft }
  await router.push('/rollouts/new')
  const page = mount(RouterView, { attachTo: document.body, global: { plugins: [router, i18n] } })
  await settle()
  const get = (id: string) => page.get(`[data-testid="${id}"]`)
  const field = (id: string) => {
    const found = document.querySelector<HTMLElement>(`[data-testid="${id}"]`)
    const inner = found?.querySelector<HTMLInputElement>('input, textarea')
    return inner ?? found
  }
  const type = async (id: string, text: string) => {
    const input = field(id)
    if (!(input instanceof HTMLInputElement) && !(input instanceof HTMLTextAreaElement))
      throw new Error(`no field ${id}`)
    input.value = text
    input.dispatchEvent(new Event('input'))
    await settle()
  }
  const choose = async (id: string) => {
    field(id)?.click()
    await settle()
  }
  const inputs = <Input>(name: string) =>
    desk.asked.filter((each) => each.name === name).map(({ input }) => input as Input)
  return {
    desk,
    page,
    router,
    get,
    type,
    choose,
    has: (id: string) => document.querySelector(`[data-testid="${id}"]`) !== null,
    text: (id: string) => document.querySelector(`[data-testid="${id}"]`)?.textContent?.trim() ?? '',
    press: async (id: string) => {
      document.querySelector<HTMLElement>(`[data-testid="${id}"]`)?.click()
      await settle()
    },
    previewed: () => inputs<Asked>('rollouts.preview'),
    started: () => inputs<CallInput<'rollouts.start'>>('rollouts.start')
  }
}

describe('the plan page', () => {
  it('begins with the newest template for all merchants, and shows what that would do', async () => {
    const page = await pageOf(few, {
      'rollouts.preview': ({ appIds }) =>
        ok(
          previewOf(
            appIds.map((appId, place) =>
              previewItem(appId, place === 0 ? { fate: 'blocked', why: '备案没有完成', fix: 'standing' } : {})
            )
          )
        )
    })
    expect(page.previewed().at(-1)).toMatchObject({
      accountId: 'practice',
      appIds: ['tt01', 'tt02', 'tt03'],
      plan: { work: { kind: 'ship', templateId: newest.templateId, version: newest.version, extJson: null } }
    })
    expect(page.text('plan-sum')).toBe('2 个将上传，1 个现在做不了')
    expect(page.text('plan-preview')).toContain('1.5.0 → 1.6.0')
    expect(page.text('plan-preview')).toContain('备案没有完成')
    expect(page.page.get('[data-fate="blocked"] a').attributes('href')).toBe('/merchants/practice/tt01?tab=standing')
    expect(page.text('plan-start')).toBe('开始：3 个商家')
    expect(page.get('plan-title').element).toHaveProperty('value', '上传并提审 1.6.0 到 3 个商家')
  })

  it('asks once for what was typed in one go, and drops an answer to an older plan', async () => {
    const first = later<CallResult<RolloutPreview>>()
    const second = later<CallResult<RolloutPreview>>()
    const page = await pageOf(few, {
      'rollouts.preview': ({ plan }: Asked) =>
        'version' in plan.work && plan.work.version === '2.0' ? second.promise : first.promise
    })
    expect(page.previewed()).toHaveLength(1)
    expect(page.get('plan-start').attributes('data-hint')).toBe('正在计算会做什么')
    await page.type('plan-version', '2.0')
    expect(page.previewed()).toHaveLength(2)
    const of = (version: string): RolloutPreviewItem => previewItem('tt01', { toVersion: version })
    second.give(ok(previewOf([of('2.0')])))
    await settle()
    first.give(ok(previewOf([of('1.6.0')])))
    await settle()
    expect(page.text('plan-preview')).toContain('2.0')
    expect(page.text('plan-preview')).not.toContain('1.6.0')
  })

  it('does not ask again for a title, a note or a gate', async () => {
    const page = await pageOf(few)
    const before = page.previewed().length
    await page.type('plan-title', '节日')
    await page.type('plan-note', '账号 1')
    await page.type('plan-same-cause', '5')
    expect(page.previewed()).toHaveLength(before)
    expect(page.has('plan-dialog')).toBe(false)
  })

  it('has a name that follows the plan until another is written', async () => {
    const page = await pageOf(few)
    const name = () => page.get('plan-title').element
    await page.get('plan-title').trigger('focus')
    await page.get('plan-title').trigger('blur')
    await page.choose('plan-until-upload')
    expect(name()).toHaveProperty('value', '上传 1.6.0 到 3 个商家')
    await page.get('plan-title').trigger('focus')
    await page.type('plan-title', '节日主题')
    await page.get('plan-title').trigger('blur')
    await page.choose('plan-until-submit')
    expect(name()).toHaveProperty('value', '节日主题')
  })

  it('says what is missing instead of a preview, and can not be started', async () => {
    const page = await pageOf(few)
    await page.type('plan-version', ' ')
    expect(page.text('plan-unclear')).toContain('请填写版本号')
    await page.press('plan-start')
    expect(page.get('plan-start').attributes('data-hint')).toBe('请填写版本号')
    expect(page.has('plan-dialog')).toBe(false)
  })

  it('shows a preview that could not be made, and makes it when asked again', async () => {
    let fails = true
    const page = await pageOf(few, {
      'rollouts.preview': ({ appIds }) =>
        fails ? refused({ message: '没有预览' }) : ok(previewOf(appIds.map((appId) => previewItem(appId))))
    })
    expect(page.page.text()).toContain('没有预览')
    expect(page.get('plan-start').attributes('data-hint')).toBe('没有读到预览')
    fails = false
    await page.page.get('.error-panel .retry').trigger('click')
    await settle()
    expect(page.text('plan-sum')).toBe('3 个将上传')
  })

  it('says that the template has no default ext.json', async () => {
    const page = await pageOf(few, { 'ext.studio': () => ok(studio({ defaults: [] })) })
    expect(page.text('plan-ext-none')).toBe('这个模板还没有默认，会用最小的一份。')
    expect(page.text('plan-sum')).toBe('3 个将上传')
  })

  it('starts with a text of its own only where that could be sent', async () => {
    const page = await pageOf(few, { 'ext.studio': () => ok(studio({ variables: [] })) })
    await page.choose('plan-ext-own')
    expect(page.get('plan-start').attributes('data-hint')).toMatch(/^ext.json 第 4 行：/)
    await page.choose('plan-ext-default')
    expect(page.get('plan-start').attributes('data-hint')).toBeUndefined()
  })

  it('names merchants whose variables have no value, and takes them out', async () => {
    const page = await pageOf(few, {
      'ext.preview': ({ appIds }) =>
        ok(
          appIds.map((appId) =>
            appId === 'tt02'
              ? extPreview({
                  appId,
                  name: '木子花艺',
                  text: null,
                  problems: [{ line: 1, column: 1, message: '缺少 shopId' }]
                })
              : extPreview({ appId })
          )
        )
    })
    expect(page.text('plan-ext-check')).toContain('1 个商家填不出来：木子花艺（缺少 shopId）')
    await page.get('plan-ext-check').get('button').trigger('click')
    await settle()
    expect(page.previewed().at(-1)?.appIds).toEqual(['tt01', 'tt03'])
    expect(page.text('plan-ext-check')).toContain('2 个商家都填得出来')
  })
})

describe('the merchants of a plan', () => {
  it('are taken out one by one, and put back', async () => {
    const page = await pageOf(few)
    await page.press('plan-remove')
    expect(page.previewed().at(-1)?.appIds).toEqual(['tt02', 'tt03'])
    expect(page.text('plan-count')).toContain('移出了 1 个')
    await page.press('plan-restore')
    expect(page.previewed().at(-1)?.appIds).toEqual(['tt01', 'tt02', 'tt03'])
  })

  it('that nothing can be done for are taken out by one button', async () => {
    const page = await pageOf(few, {
      'rollouts.preview': ({ appIds }) =>
        ok(previewOf(appIds.map((appId) => previewItem(appId, appId === 'tt03' ? { fate: 'blocked' } : {}))))
    })
    await page.press('plan-remove-blocked')
    expect(page.previewed().at(-1)?.appIds).toEqual(['tt01', 'tt02'])
    expect(page.has('plan-remove-blocked')).toBe(false)
  })

  it('that are as the plan wants them already are taken out of the waves by one button', async () => {
    const page = await pageOf(few, {
      'rollouts.preview': ({ appIds }) =>
        ok(previewOf(appIds.map((appId) => previewItem(appId, appId === 'tt03' ? { fate: 'unchanged' } : {}))))
    })
    expect(page.text('plan-remove-unchanged')).toBe('移出 1 个已经是这样的')
    await page.press('plan-remove-unchanged')
    expect(page.previewed().at(-1)?.appIds).toEqual(['tt01', 'tt02'])
    expect(page.has('plan-remove-unchanged')).toBe(false)
  })

  it('that are in another rollout have to be taken out before it can start', async () => {
    const busy = { fate: 'blocked', cause: 'blocked:other_rollout' } as const
    const page = await pageOf(few, {
      'rollouts.preview': ({ appIds }) =>
        ok(previewOf(appIds.map((appId) => previewItem(appId, appId === 'tt03' ? busy : {}))))
    })
    expect(page.has('plan-remove-blocked')).toBe(false)
    await page.press('plan-start')
    expect(page.has('plan-dialog')).toBe(false)
    expect(page.text('plan-remove-others')).toBe('移出 1 个在别的批量发布里的')
    await page.press('plan-remove-others')
    expect(page.has('plan-remove-others')).toBe(false)
    await page.press('plan-start')
    await page.press('plan-confirm')
    expect(page.started()).toMatchObject([{ appIds: ['tt01', 'tt02'] }])
  })

  it('are found by a condition', async () => {
    const page = await pageOf(few)
    await page.choose('plan-source-filter')
    await page.type('plan-filter-query', '华东')
    expect(page.previewed().at(-1)?.appIds).toEqual(['tt02'])
  })

  it('are found in a pasted list, whose unknown ones are named', async () => {
    const page = await pageOf(few)
    await page.choose('plan-source-pasted')
    expect(page.text('plan-unclear')).toContain('还没有选商家')
    await page.type('plan-paste', 'tt03\n木子花艺，没有的店')
    expect(page.previewed().at(-1)?.appIds).toEqual(['tt03', 'tt02'])
    expect(page.text('plan-unknown')).toContain('没有的店')
  })

  it('are read again where what is known of them is old, and then previewed again', async () => {
    const page = await pageOf(few, {
      'rollouts.preview': ({ appIds }) =>
        ok(previewOf(appIds.map((appId) => previewItem(appId, appId === 'tt02' ? { readAt: 1 } : {})))),
      'merchants.refresh': () => ok({ ...idle, total: 1, running: true })
    })
    await page.press('plan-refresh-stale')
    expect(page.desk.asked.filter(({ name }) => name === 'merchants.refresh').map(({ input }) => input)).toEqual([
      { accountId: 'practice', appIds: ['tt02'] }
    ])
    expect(page.get('plan-refresh-stale').attributes('data-hint')).toBe('正在读取 0 / 1')
    const before = page.previewed().length
    page.desk.send('refresh.progress', { ...idle, total: 1, done: 1 })
    await settle()
    expect(page.previewed()).toHaveLength(before + 1)
  })

  it('are cut into waves where they are many, a small one first', async () => {
    const page = await pageOf(rows(120))
    expect(page.previewed().at(-1)?.plan.waves).toEqual({ by: 'share', percents: [5] })
    await page.choose('plan-waves-none')
    expect(page.previewed().at(-1)?.plan.waves).toEqual({ by: 'none' })
  })

  it('are cut by tags in the order in which these are pressed', async () => {
    const page = await pageOf([row({ tags: ['华东'] }), row({ appId: 'tt02', tags: ['VIP', '华东'] })])
    await page.choose('plan-waves-tag')
    for (const place of [1, 0]) await page.get('plan-tags').findAll('button')[place]?.trigger('click')
    await settle()
    expect(page.previewed().at(-1)?.plan.waves).toEqual({ by: 'tag', tags: ['VIP', '华东'] })
  })
})

describe('the start', () => {
  it('shows what is done, sends what was seen, and leads to the rollout', async () => {
    const page = await pageOf(few)
    await page.press('plan-remove')
    await page.press('plan-start')
    expect(page.text('plan-changes')).toContain('1.5.0 → 1.6.0')
    expect(page.text('plan-effects')).toContain('2 个将上传。')
    await page.press('plan-confirm')
    expect(page.started()).toMatchObject([
      {
        accountId: 'practice',
        appIds: ['tt02', 'tt03'],
        confirmed: 2,
        origin: null,
        plan: { title: '上传并提审 1.6.0 到 2 个商家' }
      }
    ])
    expect(page.router.currentRoute.value.fullPath).toBe('/rollouts/practice/r1')
  })

  it('for many merchants waits until their number is typed', async () => {
    const page = await pageOf(rows(50))
    await page.press('plan-start')
    await page.press('plan-confirm')
    await page.type('plan-typed', '49')
    await page.press('plan-confirm')
    expect(page.started()).toHaveLength(0)
    await page.type('plan-typed', '50')
    await page.press('plan-confirm')
    expect(page.started()).toHaveLength(1)
  })

  it('is sent once however often it is pressed', async () => {
    const answer = later<CallResult<CallValue<'rollouts.start'>>>()
    const page = await pageOf(few, { 'rollouts.start': () => answer.promise })
    await page.press('plan-start')
    await page.press('plan-confirm')
    await page.press('plan-confirm')
    expect(page.started()).toHaveLength(1)
    answer.give(refused({ message: '没有开始' }))
    const before = page.previewed().length
    await settle()
    expect(page.text('plan-dialog')).toContain('没有开始')
    expect(page.previewed()).toHaveLength(before + 1)
    expect(page.router.currentRoute.value.fullPath).toBe('/rollouts/new')
  })

  it('is put off to a time to come, and not to one that has passed', async () => {
    const page = await pageOf(few)
    await page.choose('plan-later')
    const picker = page.page.getComponent(ElDatePicker)
    picker.vm.$emit('update:modelValue', new Date(1_000))
    await settle()
    expect(page.get('plan-start').attributes('data-hint')).toBe('开始时间已经过去')
    const at = Date.now() + 7200_000
    picker.vm.$emit('update:modelValue', new Date(at))
    await settle()
    await page.press('plan-start')
    await page.press('plan-confirm')
    expect(page.started()).toMatchObject([{ plan: { startAt: at } }])
  })
})

describe('a draft', () => {
  it('brings its merchants in their order, and names how many are gone', async () => {
    const page = await pageOf(few, {}, { appIds: ['tt03', 'tt99', 'tt01'], kind: 'ship', templateId: older.templateId })
    expect(page.previewed().at(-1)).toMatchObject({
      appIds: ['tt03', 'tt01'],
      plan: { work: { templateId: older.templateId, version: older.version } }
    })
    expect(page.text('plan-gone')).toContain('1 个')
  })

  it('with a plan fills everything in, and passes its origin on', async () => {
    const plan = {
      title: '回退 1.6.0',
      work: { kind: 'rollback' as const, onlyVersion: '1.6.0' },
      waves: { by: 'number' as const, sizes: [1] },
      gate: { by: 'quiet' as const, minutes: 30 },
      stop: { failurePercent: null, sameCause: 5 },
      startAt: null
    }
    const page = await pageOf(few, {}, { appIds: ['tt01', 'tt02'], plan, origin: 'r0' })
    await page.press('plan-start')
    expect(page.text('plan-effects')).toContain('每次发布只能回退一次')
    await page.press('plan-confirm')
    expect(page.started()).toEqual([
      { accountId: 'practice', plan, appIds: ['tt01', 'tt02'], confirmed: 2, origin: 'r0' }
    ])
  })
})

describe('a draft for the set-up', () => {
  const baseline = {
    ...{ id: 'b1', name: '茶饮' },
    domains: { request: ['api.shop.cn', 'gw.shop.cn'], socket: [], upload: [], download: [], webview: [] }
  }
  const setupPreview = ({ appIds }: Asked) =>
    ok(
      previewOf(
        appIds.map((appId) =>
          previewItem(appId, { fate: 'setup', fromVersion: null, toVersion: null, why: '增加 1 个域名' })
        )
      )
    )

  it('shows what was filled in before, leaves it as it is, and starts it as it was handed over', async () => {
    const work = { kind: 'domains', baseline, mode: 'exact' } as const
    const page = await pageOf(few, { 'rollouts.preview': setupPreview }, { appIds: ['tt01', 'tt02'], work })
    expect(page.has('plan-kind-ship')).toBe(false)
    expect(page.text('plan-setup')).toContain('茶饮')
    expect(page.text('plan-setup')).toContain('gw.shop.cn')
    expect(page.previewed().at(-1)).toMatchObject({ plan: { work }, appIds: ['tt01', 'tt02'] })
    expect(page.text('plan-sum')).toBe('2 个将设置')
    expect(page.has('plan-refresh-stale')).toBe(false)
    await page.press('plan-start')
    expect(page.text('plan-dialog')).toContain('套用域名基线「茶饮」：2 个商家')
    expect(page.text('plan-effects')).toContain('多出来的域名会删除')
    await page.press('plan-confirm')
    expect(page.started()).toEqual([
      expect.objectContaining({ appIds: ['tt01', 'tt02'], plan: expect.objectContaining({ work }) as unknown })
    ])
    expect(page.started()[0]).not.toHaveProperty('requests')
  })

  it('keeps to the merchants that it has something for, and sends that along', async () => {
    const requests = {
      tt01: { introduction: '新的简介，一共十几个字。' },
      tt02: { introduction: '另一个新的简介，也够长了。' }
    }
    const draft = { appIds: ['tt01', 'tt02'], work: { kind: 'introduction' } as const, requests }
    const page = await pageOf(few, { 'rollouts.preview': setupPreview }, draft)
    expect(['all', 'filter', 'pasted'].some((source) => page.has(`plan-source-${source}`))).toBe(false)
    expect(page.previewed().at(-1)).toMatchObject({ requests })
    expect(page.text('plan-preview')).toContain('新的简介，一共十几个字。')
    await page.press('plan-start')
    await page.press('plan-confirm')
    expect(page.started()).toEqual([expect.objectContaining({ requests })])
  })

  it('that is not started drops the pictures that came with it, after a question', async () => {
    const requests = { tt01: { fileId: 'f1', fileName: '图.png' } }
    const draft = { appIds: ['tt01'], work: { kind: 'icon' } as const, requests, staged: ['f1'] }
    const answers = { 'rollouts.preview': setupPreview, 'files.discard': () => ok({ discarded: true }) }
    const page = await pageOf(few, answers, draft)
    void page.router.push('/merchants')
    await settle()
    expect(document.querySelector('.el-message-box')?.textContent).toContain('放弃这个计划？')
    document.querySelector<HTMLElement>('.el-message-box .el-button--danger')?.click()
    await settle()
    expect(page.desk.asked.filter(({ name }) => name === 'files.discard').map(({ input }) => input)).toEqual([
      { fileId: 'f1' }
    ])
  })

  it('that is started keeps them', async () => {
    const requests = { tt01: { fileId: 'f1', fileName: '图.png' } }
    const draft = { appIds: ['tt01'], work: { kind: 'icon' } as const, requests, staged: ['f1'] }
    const page = await pageOf(few, { 'rollouts.preview': setupPreview }, draft)
    await page.press('plan-start')
    await page.press('plan-confirm')
    expect(page.router.currentRoute.value.name).toBe('rollout')
    expect(page.desk.asked.some(({ name }) => name === 'files.discard')).toBe(false)
  })
})

describe('leaving', () => {
  const box = () => document.querySelector('.el-message-box')

  it('asks first where something was filled in', async () => {
    const page = await pageOf(few)
    await page.type('plan-title', '节日')
    void page.router.push('/merchants')
    await settle()
    expect(box()?.textContent).toContain('放弃这个计划？')
    document.querySelector<HTMLElement>('.el-message-box .el-button--danger')?.click()
    await settle()
    expect(page.router.currentRoute.value.fullPath).toBe('/merchants')
  })

  it('does not ask for what the page filled in by itself', async () => {
    const page = await pageOf(rows(120))
    await page.router.push('/merchants')
    expect(page.router.currentRoute.value.fullPath).toBe('/merchants')
  })

  it('keeps the plan while the list of merchants is read again', async () => {
    const page = await pageOf(few)
    await page.type('plan-title', '节日')
    page.desk.send('merchants.replaced', { accountId: 'practice' })
    await settle()
    expect(page.get('plan-title').element).toHaveProperty('value', '节日')
  })
})
