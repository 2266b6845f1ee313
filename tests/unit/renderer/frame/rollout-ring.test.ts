import type { Rollout } from '@shared/domain/rollout'
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it } from 'vitest'
import RolloutRing from '@/components/frame/RolloutRing.vue'
import { useRolloutsStore } from '@/stores/rollouts'
import { installDesk, ok } from '../merchant/fake-desk'
import { item, rolloutOf, rolloutRouter } from '../rollouts/list-samples'

enableAutoUnmount(afterEach)
beforeEach(() => setActivePinia(createPinia()))

async function ringOf(rollouts: readonly Rollout[]) {
  const desk = installDesk({ 'rollouts.list': () => ok(rollouts) })
  await useRolloutsStore().load('practice')
  const wrapper = mount(RolloutRing, { global: { plugins: [rolloutRouter()] } })
  return { desk, wrapper, ring: () => wrapper.find('[data-testid="rollout-ring"]') }
}

const half = [item('a', 'done'), item('b', 'failed'), item('c', 'running'), item('d', 'waiting')]

it('is not there while no rollout is at work', async () => {
  const { ring } = await ringOf([
    rolloutOf(half, { state: 'paused' }),
    rolloutOf(half, { id: 'r0', state: 'finished' })
  ])
  expect(ring().exists()).toBe(false)
})

it('shows how far the newest is, counts the others, and leads to it', async () => {
  const { ring } = await ringOf([rolloutOf(half, { id: 'r2' }), rolloutOf(half, { id: 'r1' })])
  expect(ring().text()).toBe('发布 50%+1')
  expect(ring().attributes('href')).toBe('/rollouts/practice/r2')
  expect(ring().attributes('data-hint')).toContain('2 / 4 个商家结束')
})

it('follows the rollout, and goes when it waits', async () => {
  const { desk, ring } = await ringOf([rolloutOf(half)])
  const more = [item('a', 'done'), item('b', 'failed'), item('c', 'done'), item('d', 'waiting')]
  desk.send('rollout.progress', { rollout: rolloutOf(more), items: [], log: [] })
  await flushPromises()
  expect(ring().text()).toBe('发布 75%')
  desk.send('rollout.progress', { rollout: rolloutOf(more, { state: 'deciding' }), items: [], log: [] })
  await flushPromises()
  expect(ring().exists()).toBe(false)
})
