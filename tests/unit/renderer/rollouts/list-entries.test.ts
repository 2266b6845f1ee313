import type { MerchantRow } from '@shared/domain/merchant'
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { selectionActions } from '@/pages/merchants/selection-actions'
import SelectionBar from '@/pages/merchants/SelectionBar.vue'
import { useRolloutDraft } from '@/stores/rollout-draft'
import { row } from '../list/rows'
import { rolloutRouter } from './list-samples'

enableAutoUnmount(afterEach)
beforeEach(() => {
  setActivePinia(createPinia())
  document.body.replaceChildren()
})

const audit = (status: 'in_review' | 'passed', released = false): MerchantRow['audit'] => ({
  version: '2.0.0',
  status,
  released,
  reason: ''
})

describe('what can be done to the ticked merchants', () => {
  it('says for how many it makes sense', () => {
    const test = { version: '2.0.0', submitted: false }
    const rows = [
      row({ appId: 'a', test, audit: null }),
      row({ appId: 'b', test, audit: audit('in_review') }),
      row({ appId: 'c', audit: audit('passed') }),
      row({ appId: 'd', online: null, audit: audit('passed', true) }),
      row({ appId: 'e', test, audit: null, authorization: 'lost' })
    ]
    expect(selectionActions(rows).map(({ kind, count }) => [kind, count])).toEqual([
      ['submit', 1],
      ['release', 1],
      ['withdraw', 1],
      ['rollback', 3]
    ])
  })
})

describe('the bar of the ticked merchants', () => {
  async function barOf() {
    const router = rolloutRouter()
    await router.push('/merchants')
    const bar = mount(SelectionBar, {
      props: { rows: [row({ appId: 'a' }), row({ appId: 'b' })], hidden: 1, busy: null },
      attachTo: document.body,
      global: { plugins: [router] }
    })
    return { bar, router }
  }

  it('takes them to a plan that ships', async () => {
    const { bar, router } = await barOf()
    expect(bar.text()).toContain('已选 2 个')
    await bar.get('[data-testid="selection-ship"]').trigger('click')
    await flushPromises()
    expect(router.currentRoute.value.fullPath).toBe('/rollouts/new')
    expect(useRolloutDraft().take('practice')).toEqual({ accountId: 'practice', appIds: ['a', 'b'], kind: 'ship' })
  })

  it('takes them to a plan of another kind', async () => {
    const { bar } = await barOf()
    await bar.get('[data-testid="selection-more"]').trigger('click')
    await flushPromises()
    const entry = document.querySelector<HTMLElement>('[data-testid="selection-rollback"]')
    expect(entry?.textContent).toContain('2 个适用')
    entry?.click()
    await flushPromises()
    expect(useRolloutDraft().take('practice')?.kind).toBe('rollback')
  })

  it('shows their codes', async () => {
    const { bar, router } = await barOf()
    await bar.get('[data-testid="selection-codes"]').trigger('click')
    await flushPromises()
    expect(router.currentRoute.value.path).toBe('/codes')
    expect(router.currentRoute.value.query['merchants']).toBe('a,b')
  })
})
