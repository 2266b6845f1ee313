import type { DeskError, WayOut } from '@shared/errors'
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Component } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import NameVerdict from '@/pages/merchant/profile/NameVerdict.vue'
import SubmittedIcon from '@/pages/merchant/profile/SubmittedIcon.vue'
import ReviewerPicture from '@/pages/merchant/pipeline/ReviewerPicture.vue'
import UsageCell from '@/pages/templates/library/UsageCell.vue'
import { installDesk } from '../merchant/fake-desk'
import { merchant } from '../merchant/samples'

enableAutoUnmount(afterEach)
beforeEach(() => setActivePinia(createPinia()))

const failure = (wayOut: WayOut): DeskError => ({
  code: 'network',
  message: '没有读到',
  reason: '连不上平台',
  nextStep: '请检查网络后再试',
  retryable: true,
  actor: 'operator',
  wayOut
})

type Place = readonly [string, Component, (error: DeskError) => Record<string, unknown>]
const places: readonly Place[] = [
  ['the check of a name', NameVerdict, (error) => ({ verdict: null, error, checking: false, reason: null })],
  ['a submitted icon', SubmittedIcon, () => ({ merchant, address: 'https://example.com/icon.png' })],
  ['a reviewer’s picture', ReviewerPicture, () => ({ merchant, url: 'https://example.com/1.png', host: '抖音' })],
  ['the use of a template', UsageCell, (usage) => ({ usage })]
]

async function shown([, component, propsOf]: Place, wayOut: WayOut) {
  const error = failure(wayOut)
  const refuse = () => ({ ok: false, error }) as const
  installDesk({ 'profile.submittedIcon': refuse, 'versions.attachment': refuse })
  const nobody = { template: '<div />' }
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/merchants/:accountId/:appId', name: 'merchant', component: nobody },
      { path: '/accounts/:accountId/diagnosis', name: 'diagnosis', component: nobody }
    ]
  })
  await router.push('/merchants/practice/tt0001')
  const place = mount(component, { props: propsOf(error), global: { plugins: [router] } })
  await flushPromises()
  return { router, place }
}

describe('a small place that shows a failure', () => {
  it.each(places)('of %s leads to where it is put right, without more', async (...place) => {
    const { router, place: found } = await shown(place, 'connection_doctor')
    const [wayOut, ...others] = found.findAll('[data-testid="error-way-out"]')
    expect(others).toEqual([])
    expect(found.find('[data-testid="error-actor"]').exists()).toBe(false)
    await wayOut?.trigger('click')
    await flushPromises()
    expect(router.currentRoute.value.fullPath).toBe('/accounts/practice/diagnosis')
  })

  it.each(places)('of %s has its own button alone where trying again is all', async (...place) => {
    const { place: found } = await shown(place, 'retry')
    expect(found.find('[data-testid="error-remedy"]').exists()).toBe(false)
    expect(found.findAll('button')).toHaveLength(1)
  })
})
