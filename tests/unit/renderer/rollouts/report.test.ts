import type { RolloutDetail } from '@shared/contract'
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { planLines } from '@/pages/rollouts/report/plan-lines'
import RolloutReportPage from '@/pages/rollouts/RolloutReportPage.vue'
import { useSessionStore } from '@/stores/session'
import { practiceInfo } from '../common/app-info'
import { installDesk, ok, refused } from '../merchant/fake-desk'
import { detailOf, item, plan, rolloutRouter } from './list-samples'

enableAutoUnmount(afterEach)
beforeEach(() => {
  setActivePinia(createPinia())
  document.body.replaceChildren()
})
afterEach(() => vi.restoreAllMocks())

async function reportOf(answer: () => ReturnType<typeof ok<RolloutDetail>> | ReturnType<typeof refused>) {
  const desk = installDesk({ 'app.info': () => ok(practiceInfo()), 'rollouts.get': answer })
  await useSessionStore().load()
  const page = mount(RolloutReportPage, {
    props: { accountId: 'practice', rolloutId: 'r1' },
    global: { plugins: [rolloutRouter()] }
  })
  await flushPromises()
  return { desk, page }
}

const startedAt = Date.parse('2026-11-24T08:00:00Z')
const ended = { state: 'finished', startedAt, finishedAt: startedAt + 75 * 60_000 } as const

describe('the report of a rollout', () => {
  it('says whose it was, how long it took and how it went, altogether and by wave', async () => {
    const items = [item('a', 'done'), item('b', 'failed'), item('c', 'done', { wave: 1 })]
    const { page } = await reportOf(() => ok(detailOf(items, ended)))
    const text = page.get('.rollout-report').text()
    for (const words of ['上传 1.4.0 到全部商家', '演练环境', '小林', '1 小时 15 分钟', '结果：3 个商家'])
      expect(text).toContain(words)
    expect(page.get('[data-state="done"]').text()).toBe('2 完成 66.7%')
    expect(page.findAll('[data-testid="report-wave"]').map((wave) => wave.text())).toEqual([
      expect.stringContaining('1 个失败，1 个完成'),
      expect.stringContaining('1 个完成')
    ])
  })

  it('brings failures together by cause, and counts those that were tried again', async () => {
    const items = [item('a', 'failed', { attempts: 3 }), item('b', 'failed'), item('c', 'done')]
    const { page } = await reportOf(() => ok(detailOf(items, ended)))
    const causes = page.findAll('[data-testid="report-cause"]')
    expect(causes).toHaveLength(1)
    expect(causes[0]?.findAll('td').map((cell) => cell.text())).toEqual([
      '2',
      expect.stringContaining('11205'),
      '请换一个模板',
      '1 个'
    ])
  })

  it('lists those that are not done as far as there is room, what went wrong first', async () => {
    const waiting = Array.from({ length: 80 }, (_, place) => item(`w${place}`, 'waiting'))
    const { page } = await reportOf(() => ok(detailOf([...waiting, item('bad', 'rejected'), item('a', 'done')])))
    const lines = page.findAll('[data-testid="report-undone"]')
    expect(lines).toHaveLength(60)
    expect(lines[0]?.text()).toContain('bad')
    expect(page.get('[data-testid="report-more"]').text()).toBe('其余 21 个见导出的表格。')
  })

  it('says that it is not the end where the rollout goes on, and reads again', async () => {
    let state: 'waiting' | 'done' = 'waiting'
    const { page } = await reportOf(() =>
      ok(detailOf([item('a', state)], state === 'done' ? ended : { state: 'running' }))
    )
    expect(page.text()).toContain('还没有结束')
    state = 'done'
    await page.get('[data-testid="report-reload"]').trigger('click')
    await flushPromises()
    expect(page.text()).not.toContain('还没有结束')
  })

  it('prints, and leads back to the rollout', async () => {
    const print = vi.fn()
    Object.defineProperty(window, 'print', { value: print, configurable: true })
    const { page } = await reportOf(() => ok(detailOf([item('a', 'done')], ended)))
    await page.get('[data-testid="report-print"]').trigger('click')
    expect(print).toHaveBeenCalledOnce()
    expect(page.get('.back-link').attributes('href')).toBe('/rollouts/practice/r1')
  })

  it('says why there is none', async () => {
    const { page } = await reportOf(() => refused({ message: '没有找到这个批量发布' }))
    expect(page.text()).toContain('没有找到这个批量发布')
  })
})

describe('a plan in words', () => {
  const value = (label: string, change: Parameters<typeof plan>[0] = {}) =>
    planLines(plan(change)).find((line) => line.label === label)?.value

  it('says what is done, in which waves, and what stops it', () => {
    expect(value('做什么')).toBe('上传并发布')
    expect(value('版本')).toBe('1.4.0')
    expect(value('分波')).toBe('2 个，其余最后一波')
    expect(value('自动暂停')).toBe('一波里失败和未通过达到 20%，或连续 10 个同一原因')
    expect(value('开始', { startAt: Date.parse('2026-11-25T01:30:00Z') })).toBe('2026-11-25 09:30:00')
  })

  it('names chosen hosts, and leaves out what its kind has no say in', () => {
    const hosts = { by: 'named', hosts: ['douyin', 'toutiao'] } as const
    const work = { kind: 'submit', until: 'submit', hosts, note: '', release: 'together' } as const
    expect(value('宿主端', { work })).toBe('抖音、今日头条')
    expect(value('发布', { work })).toBeUndefined()
    expect(value('宿主端', { work: { kind: 'withdraw' } })).toBeUndefined()
    expect(value('下一波', { waves: { by: 'none' } })).toBeUndefined()
  })
})
