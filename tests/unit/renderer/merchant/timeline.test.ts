import type { TimelinePage } from '@shared/contract'
import type { TimelineEntry } from '@shared/domain/operation'
import type { CallResult, DeskError } from '@shared/errors'
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import MerchantTimeline from '@/pages/merchant/timeline/MerchantTimeline.vue'
import { installDesk, later, ok, refused } from './fake-desk'
import { merchant } from './samples'

enableAutoUnmount(afterEach)

const entry = (id: string, change: Partial<TimelineEntry> = {}): TimelineEntry => ({
  id,
  at: 1_000,
  kind: 'uploaded',
  source: 'desk',
  version: id,
  summary: null,
  hosts: [],
  reasons: [],
  actor: '小林',
  logId: null,
  operation: null,
  error: null,
  ...change
})
const page = (next: string | null, ...ids: string[]) => ok<TimelinePage>({ entries: ids.map((id) => entry(id)), next })
const open = () => mount(MerchantTimeline, { props: { merchant, revision: 1 } })
const versions = (timeline: ReturnType<typeof open>) => timeline.findAll('.version').map((each) => each.text())

describe('the timeline', () => {
  it('tells what the platform showed apart from what was done here, with hosts by name', async () => {
    const seen = entry('1', { source: 'platform', actor: null, kind: 'approved', hosts: ['douyin', '今日头条'] })
    const failed = entry('2', { kind: 'refused', operation: 'release', logId: '2026X' })
    installDesk({ 'versions.timeline': () => ok({ entries: [seen, failed], next: null }) })
    const timeline = open()
    await flushPromises()
    const [first, second] = timeline.findAll('[data-testid="timeline-entry"]').map((each) => each.text())
    expect(first).toContain('审核通过')
    expect(first).toContain('平台')
    expect(first).toContain('抖音、今日头条')
    expect(second).toContain('发布没有成功')
    expect(second).toContain('小林')
    expect(second).toContain('2026X')
  })

  it('leads to where the newest failure is put right, as long as nothing happened since', async () => {
    const error: DeskError = {
      code: 'platform_refused',
      ...{ message: '提审没有成功', reason: '资料不完整', nextStep: '请补全', retryable: false },
      actor: 'operator',
      wayOut: 'merchant_profile',
      merchant: { appId: merchant.appId, name: '云间民宿' }
    }
    const failed = (id: string) => entry(id, { kind: 'refused', operation: 'submit', error })
    const router = createRouter({
      history: createMemoryHistory(),
      routes: [{ path: '/merchants/:accountId/:appId', name: 'merchant', component: { template: '<i />' } }]
    })
    await router.push('/merchants/practice/tt0001')
    const waysOut = async (...entries: readonly TimelineEntry[]) => {
      installDesk({ 'versions.timeline': () => ok({ entries, next: null }) })
      const timeline = mount(MerchantTimeline, { props: { merchant, revision: 1 }, global: { plugins: [router] } })
      await flushPromises()
      expect(timeline.text()).toContain('资料不完整')
      return { timeline, found: timeline.findAll('[data-testid="error-way-out"]') }
    }
    expect((await waysOut(entry('3'), failed('2'))).found).toEqual([])
    const { timeline, found } = await waysOut(failed('3'), failed('2'))
    const [first, second] = timeline.findAll('[data-testid="timeline-entry"]').map((each) => each.text())
    expect(first).toContain('资料不完整 · 请补全')
    expect(second).not.toContain('请补全')
    const [wayOut, ...others] = found
    expect(others).toEqual([])
    await wayOut?.trigger('click')
    await flushPromises()
    expect(router.currentRoute.value.fullPath).toBe('/merchants/practice/tt0001?tab=profile')
  })

  it('adds older entries, and keeps them when it is read again', async () => {
    const desk = installDesk({
      'versions.timeline': ({ cursor, limit }) => (cursor ? page(null, '1') : page(limit > 30 ? null : 'c', '3', '2'))
    })
    const timeline = open()
    await flushPromises()
    await timeline.get('.more').trigger('click')
    await flushPromises()
    expect(versions(timeline)).toEqual(['3', '2', '1'])
    expect(desk.asked.at(-1)?.input).toMatchObject({ cursor: 'c' })
    expect(timeline.find('.more').exists()).toBe(false)
  })

  it('drops an answer that a newer question has overtaken', async () => {
    const late = later<CallResult<TimelinePage>>()
    let question = 0
    installDesk({ 'versions.timeline': () => (++question === 1 ? late.promise : page(null, 'new')) })
    const timeline = open()
    await timeline.setProps({ revision: 2 })
    await flushPromises()
    late.give(page(null, 'old'))
    await flushPromises()
    expect(versions(timeline)).toEqual(['new'])
  })

  it('says that there is nothing yet, and what is wrong when it can not be read', async () => {
    installDesk({ 'versions.timeline': () => page(null) })
    const empty = open()
    await flushPromises()
    expect(empty.text()).toContain('还没有记录')
    installDesk({ 'versions.timeline': () => refused({ message: '记录没有读到' }) })
    const failing = open()
    await flushPromises()
    expect(failing.get('[data-testid="error-panel"]').text()).toContain('记录没有读到')
  })
})
