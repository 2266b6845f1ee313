import type { RolloutDetail } from '@shared/contract'
import type { CallResult } from '@shared/errors'
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { i18n } from '@/i18n'
import RolloutPage from '@/pages/rollouts/RolloutPage.vue'
import { useRolloutDraft } from '@/stores/rollout-draft'
import { installDesk, later, ok, refused } from '../merchant/fake-desk'
import { failure, item, line, runOf, runRouter } from './run-samples'

enableAutoUnmount(afterEach)
beforeEach(() => {
  setActivePinia(createPinia())
  document.body.replaceChildren()
})

type Answers = Parameters<typeof installDesk>[0]

const three = [item('a', 'done'), item('b', 'failed'), item('c', 'waiting')]
const frame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()))

async function pageOf(answers: Answers) {
  const desk = installDesk(answers)
  const router = runRouter()
  const page = mount(RolloutPage, {
    props: { accountId: 'practice', rolloutId: 'r1' },
    attachTo: document.body,
    global: { plugins: [router, i18n] }
  })
  await flushPromises()
  const get = (id: string) => page.get(`[data-testid="${id}"]`)
  const all = (id: string) => page.findAll(`[data-testid="${id}"]`)
  const press = async (id: string): Promise<void> => {
    await get(id).trigger('click')
    await flushPromises()
  }
  const confirm = async (): Promise<void> => {
    document.querySelector<HTMLElement>('.el-message-box .el-button--danger')?.click()
    await flushPromises()
    await new Promise((resolve) => setTimeout(resolve))
  }
  const told = async (detail: RolloutDetail): Promise<void> => {
    desk.send('rollout.progress', detail)
    await frame()
    await flushPromises()
  }
  const ids = () => all('rollout-item').map((row) => row.attributes('data-app-id'))
  const inputOf = (name: string) => desk.asked.find((each) => each.name === name)?.input
  return { desk, router, page, get, all, press, confirm, told, ids, inputOf }
}

const read = (...asked: Parameters<typeof runOf>): Answers => ({ 'rollouts.get': () => ok(runOf(...asked)) })

describe('the page of a rollout', () => {
  it('shows lines in waiting until it was read', async () => {
    const answer = later<CallResult<RolloutDetail>>()
    const { page, all } = await pageOf({ 'rollouts.get': () => answer.promise })
    expect(page.find('[role="status"][aria-label="正在读取批量发布"]').exists()).toBe(true)
    answer.give(ok(runOf(three)))
    await flushPromises()
    expect(all('rollout-item')).toHaveLength(3)
  })

  it('says that a rollout is gone, and why another could not be read', async () => {
    const gone = await pageOf({ 'rollouts.get': () => refused({ code: 'not_found' }) })
    expect(gone.get('rollout-gone').text()).toContain('没有这次批量发布')
    let answers = 0
    const failed = await pageOf({
      'rollouts.get': () => (answers++ === 0 ? refused({ message: '没有读到' }) : ok(runOf(three)))
    })
    expect(failed.page.text()).toContain('没有读到')
    await failed.page.get('.error-panel .retry').trigger('click')
    await flushPromises()
    expect(failed.ids()).toEqual(['b', 'c', 'a'])
  })

  it('shows failures first, with the way to the merchant, its versions and its reason', async () => {
    const { page, get, ids } = await pageOf(read(three))
    expect(ids()).toEqual(['b', 'c', 'a'])
    expect(get('rollout-sentence').text()).toBe('进行中：3 个里 1 个完成，1 个失败')
    const row = page.get('[data-app-id="b"]')
    expect(row.get('a').attributes('href')).toBe('/merchants/practice/b')
    expect(row.text()).toContain('服务类目没有通过审核 · 28001')
    expect(row.text()).toContain('1.3.0')
  })

  it('says of a wave to come that it is not open, or what became of it without', async () => {
    const left = item('b', 'skipped', { wave: 2 })
    const to = [item('a', 'waiting', { wave: 1 }), left]
    const { get } = await pageOf(read([item('x', 'running'), ...to]))
    expect(get('rollout-wave-1').text()).toContain('还没有打开')
    expect(get('rollout-wave-2').text()).toContain('1 个已跳过')
  })

  it('follows what is told, once a frame, and adds to the log', async () => {
    const { page, all, told } = await pageOf(read(three, {}, [line('1')]))
    await told({ ...runOf([item('c', 'done')], { ...runOf(three.slice(0, 2)).rollout, total: 3 }), log: [line('2')] })
    expect(page.get('[data-app-id="c"]').attributes('data-state')).toBe('done')
    expect(all('rollout-log-line').map((entry) => entry.text())).toEqual([
      expect.stringContaining('发生了 1'),
      expect.stringContaining('发生了 2')
    ])
  })

  it('leaves alone what is told of other rollouts', async () => {
    const { page, told } = await pageOf(read(three))
    await told(runOf([item('c', 'done')], { id: 'r2' }))
    expect(page.get('[data-app-id="c"]').attributes('data-state')).toBe('waiting')
  })

  it('reads again when something was missed', async () => {
    const done = [item('a', 'done'), item('b', 'done'), item('c', 'done')]
    let answers = 0
    const { desk, told, get } = await pageOf({
      'rollouts.get': () => ok(answers++ === 0 ? runOf(three) : runOf(done, { state: 'finished' }))
    })
    await told({ ...runOf(done, { state: 'finished' }), items: [] })
    await expect.poll(() => desk.names().filter((name) => name === 'rollouts.get').length, { timeout: 5_000 }).toBe(2)
    await flushPromises()
    expect(get('rollout-sentence').text()).toBe('已结束：3 个里 3 个完成')
  })

  it('draws only what is in sight of a long one', async () => {
    const many = Array.from({ length: 5_000 }, (_, place) => item(`m${place}`, 'waiting'))
    const { ids, get } = await pageOf(read(many))
    expect(ids().length).toBeLessThan(80)
    expect(get('rollout-items').attributes('aria-rowcount')).toBe('5001')
  })
})

describe('finding merchants of a rollout', () => {
  const waves = [...three, item('d', 'waiting', { wave: 1 })]

  it('narrows to a state, a wave, a cause and a name, and back to all', async () => {
    const { ids, press, get } = await pageOf(read(waves))
    await press('rollout-filter-done')
    expect(ids()).toEqual(['a'])
    await press('rollout-filter-clear')
    await press('rollout-wave-1')
    expect(ids()).toEqual(['d'])
    await press('rollout-filter-wave')
    await press('rollout-cause-title')
    expect(ids()).toEqual(['b'])
    await press('rollout-filter-cause')
    await get('rollout-search').setValue('商家 c')
    expect(ids()).toEqual(['c'])
  })

  it('keeps what was chosen while the operator looks at a merchant', async () => {
    const first = await pageOf(read(three))
    await first.press('rollout-filter-done')
    first.page.unmount()
    const second = await pageOf(read(three))
    expect(second.ids()).toEqual(['a'])
  })

  it('shows the active merchant in full, by mouse and by keyboard', async () => {
    const { page, get, router } = await pageOf(read(three))
    await page.get('[data-app-id="b"]').trigger('click')
    expect(get('rollout-item-detail').text()).toContain('log_id 20261124ABC')
    const grid = get('rollout-items')
    await grid.trigger('keydown', { key: 'ArrowDown' })
    expect(get('rollout-item-detail').text()).toContain('商家 c')
    await grid.trigger('keydown', { key: 'Enter' })
    await flushPromises()
    expect(router.currentRoute.value.fullPath).toBe('/merchants/practice/c')
    await grid.trigger('keydown', { key: 'Escape' })
    expect(page.find('[data-testid="rollout-item-detail"]').exists()).toBe(false)
  })
})

describe('acting on a rollout', () => {
  it('pauses once however often the button is pressed, and then offers to go on', async () => {
    const answer = later<CallResult<RolloutDetail>>()
    const { desk, press, get } = await pageOf({ ...read(three), 'rollouts.pause': () => answer.promise })
    await press('rollout-pause')
    await press('rollout-pause')
    answer.give(ok(runOf(three, { state: 'paused', hold: { by: 'operator' } })))
    await flushPromises()
    expect(desk.names().filter((name) => name === 'rollouts.pause')).toHaveLength(1)
    expect(get('rollout-resume').classes()).toContain('el-button--primary')
    expect(get('rollout-hold').text()).toContain('已由操作者暂停')
  })

  it('opens the next wave from its gate without another question', async () => {
    const waves = [item('a', 'done'), item('d', 'waiting', { wave: 1 })]
    const { inputOf, press, get } = await pageOf({
      ...read(waves, { state: 'deciding', hold: { by: 'gate', wave: 0, opensAt: null } }),
      'rollouts.openWave': () => ok(runOf(waves, { wave: 1 }))
    })
    expect(get('rollout-openWave').text()).toBe('打开第 2 波（1 个）')
    await press('rollout-openWave')
    expect(inputOf('rollouts.openWave')).toEqual({ accountId: 'practice', rolloutId: 'r1' })
    expect(get('rollout-state').text()).toBe('进行中')
  })

  it('stops, and releases together, only after a question', async () => {
    const train = [item('a', 'approved')]
    const { desk, press, confirm } = await pageOf({
      ...read(train, { state: 'deciding', hold: { by: 'train', approved: 1 } }),
      'rollouts.releaseTogether': () => ok(runOf(train)),
      'rollouts.stop': () => ok(runOf(train, { state: 'stopped' }))
    })
    await press('rollout-releaseTogether')
    expect(desk.names()).not.toContain('rollouts.releaseTogether')
    await confirm()
    expect(desk.names()).toContain('rollouts.releaseTogether')
    document.body.querySelectorAll('.el-overlay').forEach((each) => each.remove())
    await press('rollout-stop')
    expect(desk.names()).not.toContain('rollouts.stop')
    await confirm()
    expect(desk.names()).toContain('rollouts.stop')
  })

  it('retries those that failed, a cause of them, and one row', async () => {
    const two = [
      item('a', 'failed'),
      item('b', 'failed', { cause: 'desk:timeout', error: failure({ retryable: true }) })
    ]
    const asks = ['rollout-retry', 'rollout-cause-retry', 'rollout-item-retry']
    for (const [place, ask] of asks.entries()) {
      const { inputOf, press } = await pageOf({ ...read(two), 'rollouts.retry': () => ok(runOf(two)) })
      await press(ask)
      expect(inputOf('rollouts.retry'), ask).toMatchObject({ appIds: place === 0 ? ['a', 'b'] : [expect.any(String)] })
    }
  })

  it('leads to where a cause of one merchant is put right', async () => {
    const blocked = item('b', 'blocked', { cause: 'readiness:category', error: failure({ code: 'not_possible_now' }) })
    const { get } = await pageOf(read([blocked]))
    expect(get('rollout-cause-fix').attributes('href')).toBe('/merchants/practice/b?tab=categories')
  })

  it('says for how many of the ticked ones an action makes sense, and skips many only after a question', async () => {
    const items = [...three, item('d', 'waiting')]
    const { desk, inputOf, press, get, confirm } = await pageOf({
      ...read(items),
      'rollouts.skip': () => ok(runOf(items))
    })
    await get('rollout-tick-all').trigger('change')
    expect(get('rollout-retry-selected').text()).toContain('重试 1 个')
    expect(get('rollout-skip-selected').text()).toContain('跳过 2 个')
    await press('rollout-skip-selected')
    expect(desk.names()).not.toContain('rollouts.skip')
    await confirm()
    expect(inputOf('rollouts.skip')).toMatchObject({ appIds: ['c', 'd'] })
  })

  it('tells why an action was refused', async () => {
    const { page, press } = await pageOf({
      ...read(three, { state: 'paused', hold: { by: 'operator' } }),
      'rollouts.resume': () => refused({ message: '没有继续', reason: '账号用不了' })
    })
    await press('rollout-resume')
    expect(page.text()).toContain('账号用不了')
  })

  it('hands a copy of the plan to the plan page', async () => {
    const { press, router } = await pageOf(read(three))
    await press('rollout-more')
    document.querySelector<HTMLElement>('[data-testid="rollout-more-clone"]')?.click()
    await flushPromises()
    expect(router.currentRoute.value.fullPath).toBe('/rollouts/new')
    expect(useRolloutDraft().take('practice')).toMatchObject({ origin: 'r1', appIds: ['a', 'b', 'c'] })
  })
})
