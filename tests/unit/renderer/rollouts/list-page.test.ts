import type { RolloutDetail } from '@shared/contract'
import type { Rollout } from '@shared/domain/rollout'
import type { CallResult } from '@shared/errors'
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { closeNotice, notices } from '@/components/frame/notices'
import RolloutsPage from '@/pages/rollouts/RolloutsPage.vue'
import { useRolloutDraft } from '@/stores/rollout-draft'
import { useRolloutsStore } from '@/stores/rollouts'
import { installDesk, later, ok, refused } from '../merchant/fake-desk'
import { detailOf, item, rolloutOf, rolloutRouter } from './list-samples'

enableAutoUnmount(afterEach)
beforeEach(() => {
  setActivePinia(createPinia())
  document.body.replaceChildren()
})

type Answers = Parameters<typeof installDesk>[0]

async function pageOf(rollouts: readonly Rollout[], answers: Answers = {}) {
  const desk = installDesk({ 'rollouts.list': () => ok(rollouts), ...answers })
  const router = rolloutRouter()
  await router.push('/rollouts')
  const store = useRolloutsStore()
  const loaded = store.load('practice')
  const page = mount(RolloutsPage, { attachTo: document.body, global: { plugins: [router] } })
  const settled = async () => {
    await loaded
    await flushPromises()
  }
  const ids = () => page.findAll('[data-testid="rollout-row"]').map((row) => row.attributes('data-rollout-id'))
  const at = (id: string) => page.get(`[data-rollout-id="${id}"]`)
  return { desk, router, page, settled, ids, at }
}

const three = [item('a', 'done'), item('b', 'failed'), item('c', 'waiting')]
const numbered = (id: string, change: Partial<Rollout> = {}): Rollout =>
  rolloutOf(three, { id, createdAt: Number(id.slice(1)), ...change })

describe('the list of rollouts', () => {
  it('shows skeleton rows while it is read, and says what it is for where there is none', async () => {
    const { page, router, settled } = await pageOf([])
    expect(page.find('.skeleton').exists()).toBe(true)
    await settled()
    expect(page.find('.skeleton').exists()).toBe(false)
    expect(page.text()).toContain('还没有批量发布')
    await page.get('[data-testid="empty-new-rollout"]').trigger('click')
    await flushPromises()
    expect(router.currentRoute.value.fullPath).toBe('/rollouts/new')
  })

  it('puts those that need somebody on top, and follows one that goes on', async () => {
    const running = numbered('r3')
    const paused = numbered('r1', { state: 'paused', hold: { by: 'operator' } })
    const { desk, page, ids, at, settled } = await pageOf([running, numbered('r2', { state: 'finished' }), paused])
    await settled()
    expect(ids()).toEqual(['r1', 'r3', 'r2'])
    expect(page.findAll('h2').map((title) => title.text())).toEqual(['等你处理 1', '其余 2'])
    const decided = numbered('r3', { state: 'deciding', hold: { by: 'train', approved: 1 } })
    desk.send('rollout.progress', { rollout: decided, items: [], log: [] })
    await flushPromises()
    expect(ids()).toEqual(['r3', 'r1', 'r2'])
    expect(at('r3').get('[data-testid="rollout-sum"]').text()).toContain('1 个已通过审核')
  })

  it('says how each went, by numbers and by a bar that has them as its name', async () => {
    const { at, settled } = await pageOf([numbered('r1')])
    await settled()
    expect(at('r1').get('[data-testid="rollout-sum"]').text()).toBe('2 / 3 个结束。1 个失败，1 个等待，1 个完成')
    expect(at('r1').get('[role="img"]').attributes('aria-label')).toBe('1 个失败，1 个等待，1 个完成')
    expect(at('r1').get('a').attributes('href')).toBe('/rollouts/practice/r1')
  })

  it('opens a rollout by a press anywhere in its row, but not by its tick box', async () => {
    const { router, at, settled } = await pageOf([numbered('r1'), numbered('r2')])
    await settled()
    await at('r1').get('[data-testid="rollout-tick"]').trigger('click')
    await flushPromises()
    expect(router.currentRoute.value.fullPath).toBe('/rollouts')
    await at('r1').trigger('click')
    await flushPromises()
    expect(router.currentRoute.value.fullPath).toBe('/rollouts/practice/r1')
  })

  it('compares two, the older one first, and lets nobody choose a third', async () => {
    const { router, page, at, settled } = await pageOf([numbered('r3'), numbered('r2'), numbered('r1')])
    await settled()
    const compare = () => page.get('[data-testid="rollouts-compare"]')
    expect(compare().attributes('aria-disabled')).toBe('true')
    expect(compare().attributes('data-hint')).toContain('勾选两个')
    await at('r3').get('input').trigger('change')
    await at('r1').get('input').trigger('change')
    expect(at('r2').get('input').attributes('disabled')).toBeDefined()
    await compare().trigger('click')
    await flushPromises()
    expect(router.currentRoute.value.fullPath).toBe('/rollouts/practice/compare/r1/r3')
  })

  it('takes a copy to the plan page: its merchants, and its plan without the time', async () => {
    const planned = detailOf(three, { id: 'r1', plan: { ...detailOf([]).rollout.plan, startAt: 5 } })
    const answer = later<CallResult<RolloutDetail>>()
    const { desk, router, at, settled } = await pageOf([numbered('r1')], { 'rollouts.get': () => answer.promise })
    await settled()
    await at('r1').get('[data-testid="rollout-clone"]').trigger('click')
    await at('r1').get('[data-testid="rollout-clone"]').trigger('click')
    answer.give(ok(planned))
    await flushPromises()
    expect(desk.names().filter((name) => name === 'rollouts.get')).toHaveLength(1)
    expect(router.currentRoute.value.fullPath).toBe('/rollouts/new')
    expect(useRolloutDraft().take('practice')).toEqual({
      accountId: 'practice',
      appIds: ['a', 'b', 'c'],
      plan: { ...planned.rollout.plan, startAt: null },
      origin: 'r1'
    })
  })

  it('stays where it is when a copy could not be read, and says why', async () => {
    const { router, at, settled } = await pageOf([numbered('r1')], {
      'rollouts.get': () => refused({ message: '没有读到计划' })
    })
    await settled()
    await at('r1').get('[data-testid="rollout-clone"]').trigger('click')
    await flushPromises()
    expect(router.currentRoute.value.fullPath).toBe('/rollouts')
    expect(notices.value.map(({ error }) => error.message)).toEqual(['没有读到计划'])
    for (const { key } of notices.value) closeNotice(key)
  })

  it('says why it could not be read, and reads again', async () => {
    let answers = 0
    const { page, ids, settled } = await pageOf([], {
      'rollouts.list': () => (answers++ === 0 ? refused({ message: '没有读到' }) : ok([numbered('r1')]))
    })
    await settled()
    expect(page.text()).toContain('没有读到')
    await page.get('.error-panel .retry').trigger('click')
    await flushPromises()
    expect(ids()).toEqual(['r1'])
  })

  it('leads to the other things that are done to many', async () => {
    const { page, settled } = await pageOf([])
    await settled()
    const links = page.findAll('.page-tabs a').map((link) => link.attributes('href'))
    expect(links).toEqual(['/rollouts', '/drift'])
    expect(page.get('[aria-current="page"]').text()).toBe('批量发布')
  })
})
