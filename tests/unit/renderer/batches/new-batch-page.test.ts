import type { MerchantRow } from '@shared/domain/merchant'
import type { Introduction } from '@shared/domain/profile'
import type { CallResult } from '@shared/errors'
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import NewBatchPage from '@/pages/batches/NewBatchPage.vue'
import { useMerchantsStore } from '@/stores/merchants'
import { useRolloutDraft } from '@/stores/rollout-draft'
import { useSessionStore } from '@/stores/session'
import { practiceInfo } from '../common/app-info'
import { row, rows } from '../list/rows'
import { later, ok, refused, type installDesk } from '../merchant/fake-desk'
import { stubPictures } from '../upload/canvas'
import { installFileDesk, pngFile, putFiles } from '../upload/files'
import { routerToPlan } from './samples'

enableAutoUnmount(afterEach)
beforeEach(() => {
  setActivePinia(createPinia())
  document.body.replaceChildren()
})
afterEach(() => vi.restoreAllMocks())

const long = '为本地用户提供到店预约与优惠信息'

async function pageOf(
  kind: 'introduction' | 'icon',
  list: readonly MerchantRow[],
  answers: Parameters<typeof installDesk>[0] = {}
) {
  const desk = installFileDesk({
    'app.info': () => ok(practiceInfo()),
    'merchants.page': () => ok({ rows: list, total: list.length, next: null }),
    'merchants.refreshStatus': () => ok({ accountId: 'practice', total: 0, done: 0, failed: 0, running: false }),
    'profile.introductions': () => ok(list.map(({ appId }) => ({ appId, introduction: '原来的简介，一共十几个字。' }))),
    ...answers
  })
  const router = routerToPlan()
  await useSessionStore().load()
  await useMerchantsStore().load('practice')
  const page = mount(NewBatchPage, { props: { kind }, attachTo: document.body, global: { plugins: [router] } })
  await settle()
  const get = (id: string) => page.get(`[data-testid="${id}"]`)
  const press = async (id: string) => {
    await get(id).trigger('click')
    await settle()
  }
  return { desk, page, router, get, press, handed: () => useRolloutDraft().take('practice') }
}

async function settle(): Promise<void> {
  await flushPromises()
  await vi.dynamicImportSettled()
  await new Promise((resolve) => setTimeout(resolve, 20))
  await flushPromises()
}

describe('new introductions', () => {
  const paste = async (page: Awaited<ReturnType<typeof pageOf>>, text: string) => {
    const field = page.get('introduction-paste')
    await (field.element.matches('textarea') ? field : field.get('textarea')).setValue(text)
    await page.press('introduction-use-pasted')
  }

  it('are looked at line by line, and only the good ones are handed to the plan page', async () => {
    const page = await pageOf('introduction', [row({ appId: 'tt01' }), row({ appId: 'tt02', name: '乙' })])
    await paste(page, `tt01\t${long}\ntt02\t太短\ntt99\t${long}`)
    expect(page.get('introduction-sum').text()).toContain('1 个会修改')
    expect(page.get('introduction-sum').text()).toContain('2 个有问题')
    expect(page.get('introduction-preview').text()).toContain('原来的简介')
    await page.press('introduction-start')
    expect(page.handed()).toEqual({
      ...{ accountId: 'practice', appIds: ['tt01'], work: { kind: 'introduction' }, staged: [] },
      requests: { tt01: { introduction: long } }
    })
    expect(page.router.currentRoute.value.fullPath).toBe('/rollouts/new')
  })

  it('can be a table that is dropped on the box', async () => {
    const page = await pageOf('introduction', [row({ appId: 'tt01' })])
    const table = new File([`小程序 ID,简介\ntt01,${long}`], 'table.csv')
    await page.get('introduction-drop').trigger('drop', { dataTransfer: { files: [table] } })
    await expect.poll(() => page.page.text()).toContain('1 个会修改')
    expect(page.get('introduction-sum').text()).toContain('table.csv')
  })

  it('wait for the present ones, which are asked for all at once', async () => {
    const present = later<CallResult<readonly Introduction[]>>()
    const page = await pageOf('introduction', rows(3), { 'profile.introductions': () => present.promise })
    await paste(
      page,
      rows(3)
        .map(({ appId }) => `${appId}\t${long}`)
        .join('\n')
    )
    expect(page.get('introduction-start').attributes('data-hint')).toBe('正在读取现在的简介')
    present.give(ok(rows(3).map(({ appId }) => ({ appId, introduction: long }))))
    await settle()
    expect(page.get('introduction-sum').text()).toContain('3 个没有变化')
    expect(page.desk.inputs('profile.introductions')).toEqual([{ accountId: 'practice' }])
  })

  it('go no further where nothing would change', async () => {
    const page = await pageOf('introduction', [row({ appId: 'tt01' })])
    await paste(page, 'tt01\t原来的简介，一共十几个字。')
    expect(page.get('introduction-sum').text()).toContain('1 个没有变化')
    await page.press('introduction-start')
    expect(page.handed()).toBeNull()
    expect(page.get('introduction-start').attributes('data-hint')).toBe('没有要修改的商家')
  })
})

describe('new icons', () => {
  const pick = async (page: Awaited<ReturnType<typeof pageOf>>, files: readonly File[]) => {
    putFiles(page.get('icon-files').element, files)
    await page.get('icon-files').trigger('change')
    await settle()
  }

  it('are matched, staged and handed to the plan page', async () => {
    stubPictures(600, 400)
    const page = await pageOf('icon', [row({ appId: 'tt01' }), row({ appId: 'tt02', name: '乙' })])
    await pick(page, [pngFile(9, 'tt01.png'), pngFile(9, '乙.png'), pngFile(9, '谁.png')])
    expect(page.get('icon-sum').text()).toContain('2 个会修改')
    expect(page.get('icon-preview').text()).toContain('已裁切')
    await page.press('icon-start')
    await expect
      .poll(() => page.handed())
      .toEqual({
        ...{ accountId: 'practice', appIds: ['tt01', 'tt02'], work: { kind: 'icon' }, staged: ['f1', 'f2'] },
        requests: { tt01: { fileId: 'f1', fileName: 'tt01.png' }, tt02: { fileId: 'f2', fileName: '乙.png' } }
      })
    expect(page.router.currentRoute.value.fullPath).toBe('/rollouts/new')
    expect(page.desk.discarded()).toEqual([])
  })

  it('can be dropped on the box, which shows that it takes them', async () => {
    stubPictures(200, 200)
    const page = await pageOf('icon', [row({ appId: 'tt01' })])
    const box = page.get('icon-drop')
    await box.trigger('dragover')
    expect(box.classes()).toContain('is-over')
    await box.trigger('drop', { dataTransfer: { items: [], files: [pngFile(9, 'tt01.png')] } })
    await settle()
    expect(page.get('icon-sum').text()).toContain('1 个会修改')
  })

  it('are discarded again when the plan page is not reached', async () => {
    stubPictures(200, 200)
    const page = await pageOf('icon', [row({ appId: 'tt01' })])
    page.router.beforeEach(({ path }) => path !== '/rollouts/new')
    await pick(page, [pngFile(9, 'tt01.png')])
    await page.press('icon-start')
    expect(page.router.currentRoute.value.fullPath).toBe('/')
    expect(page.desk.discarded()).toEqual([{ fileId: 'f1' }])
  })

  it('are discarded when the handing over is cancelled', async () => {
    stubPictures(200, 200)
    let arrived: () => void = () => {}
    const held = new Promise<void>((resolve) => (arrived = resolve))
    const page = await pageOf('icon', [row({ appId: 'tt01' })], {
      'files.append': async () => {
        await held
        return refused()
      }
    })
    await pick(page, [pngFile(9, 'tt01.png')])
    await page.press('icon-start')
    expect(page.get('icon-staging').text()).toBe('正在准备图片 0 / 1')
    await page.press('icon-cancel')
    arrived()
    await settle()
    expect(page.desk.discarded()).toEqual([{ fileId: 'f1' }])
    expect(page.handed()).toBeNull()
    expect(page.page.find('[data-testid="error-panel"]').exists()).toBe(false)
  })
})
