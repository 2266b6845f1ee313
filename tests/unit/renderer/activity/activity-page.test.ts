import type { ActivityCheck, ActivityEntry } from '@shared/domain/activity'
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { i18n } from '@/i18n'
import ActivityPage from '@/pages/activity/ActivityPage.vue'
import { activityLines } from '@/pages/activity/activity-lines'
import { activityTable, entrySupportText } from '@/pages/activity/activity-table'
import { everything, filterOf } from '@/pages/activity/activity-filter'
import { installDesk, ok, refused } from '../merchant/fake-desk'
import { entryOf } from './samples'

enableAutoUnmount(afterEach)
beforeEach(() => setActivePinia(createPinia()))

const whole: ActivityCheck = { checkedAt: 1, checked: 2, lastHash: 'ab'.repeat(32), emptied: 0, broken: null }
const release = entryOf(2, {
  action: 'release',
  before: { onlineVersion: '1.0.0' },
  after: { onlineVersion: '1.1.0' },
  logId: 'log-7'
})
const refusal = entryOf(1, {
  action: 'upload',
  outcome: 'refused',
  after: { testVersion: '1.1.0' },
  reason: '模板不存在',
  platformCode: '40029'
})

async function open(entries: readonly ActivityEntry[], answers: Parameters<typeof installDesk>[0] = {}) {
  const desk = installDesk({
    'activity.page': () => ok({ entries, next: null, total: entries.length }),
    'activity.check': () => ok(whole),
    'activity.choices': () => ok({ actors: ['小王'], accounts: [{ id: 'practice', name: '演练环境' }] }),
    ...answers
  })
  const nobody = { template: '<div />' }
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:rest(.*)*', component: nobody }] })
  const page = mount(ActivityPage, { attachTo: document.body, global: { plugins: [i18n, router] } })
  await flushPromises()
  const asked = () => desk.asked.filter(({ name }) => name === 'activity.page').map(({ input }) => input)
  return { desk, page, asked, rows: () => page.findAll('[data-testid="activity-row"]') }
}

describe('the list of the activity journal', () => {
  it('tells what was done to whom, what changed, how it ended and by whom', async () => {
    const { rows, page } = await open([release, refusal])
    const texts = rows().map((row) => row.text())
    for (const part of ['发布', '云间民宿', '线上版 1.0.0 → 1.1.0', '完成', '小王']) expect(texts[0]).toContain(part)
    for (const part of ['上传代码', '测试版 1.1.0', '被拒绝']) expect(texts[1]).toContain(part)
    expect(page.get('[data-testid="activity-count"]').text()).toBe('2 条')
  })

  it('opens an entry beside it by keyboard, with codes to copy and ways on, and gives the focus back', async () => {
    const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
    const { page } = await open([release, refusal])
    const grid = page.get('[data-testid="activity-grid"]')
    await grid.trigger('keydown', { key: 'End' })
    await grid.trigger('keydown', { key: 'Enter' })
    const drawer = page.get('[data-testid="activity-drawer"]')
    for (const part of ['模板不存在', '40029', '要改成', 'tt0001']) expect(drawer.text()).toContain(part)
    expect(drawer.get('a').attributes('href')).toBe('/merchants/practice/tt0001')
    await page.get('[data-testid="activity-copy"]').trigger('click')
    expect(writeText).toHaveBeenCalledWith(entrySupportText(refusal))
    await drawer.trigger('keydown', { key: 'Escape' })
    await flushPromises()
    expect(page.find('[data-testid="activity-drawer"]').exists()).toBe(false)
    expect(document.activeElement).toBe(grid.element)
  })

  it('says that nothing is there yet, or that nothing fits and how to see more', async () => {
    const { page } = await open([])
    expect(page.text()).toContain('还没有操作记录')
    vi.useFakeTimers()
    await page.get('[data-testid="activity-search"]').setValue('没有的')
    await vi.advanceTimersByTimeAsync(300)
    vi.useRealTimers()
    await flushPromises()
    expect(page.text()).toContain('没有符合的记录')
  })

  it('shows why it was not read, and reads again', async () => {
    let answer = 0
    const { page, rows } = await open([], {
      'activity.page': () => (answer++ === 0 ? refused() : ok({ entries: [release], next: null, total: 1 }))
    })
    await page.get('[data-testid="error-panel"] .retry').trigger('click')
    await flushPromises()
    expect(rows()).toHaveLength(1)
  })

  it('stays where it is when something is done meanwhile, and offers the new entries', async () => {
    const { desk, page, asked } = await open([release])
    desk.send('setting.changed', { change: { accountId: 'practice', appId: 'tt0001', state: 'done' } as never })
    await flushPromises()
    expect(asked()).toHaveLength(1)
    await page.get('[data-testid="activity-fresh"]').trigger('click')
    await flushPromises()
    expect(asked()).toHaveLength(2)
    expect(page.find('[data-testid="activity-fresh"]').exists()).toBe(false)
  })

  it('reads the next page once its end is near', async () => {
    const first = Array.from({ length: 5 }, (_, place) => entryOf(60 - place, { action: 'release' }))
    const { rows, asked } = await open([], {
      'activity.page': ({ cursor }) =>
        cursor === null
          ? ok({ entries: first, next: 'c', total: 6 })
          : ok({ entries: [entryOf(30, { action: 'upload' })], next: null, total: null })
    })
    await flushPromises()
    expect(asked()).toHaveLength(2)
    expect(rows()).toHaveLength(6)
  })
})

describe('the line about the hashes', () => {
  it('says that the journal is whole, of how many entries, and with which last hash', async () => {
    const { page } = await open([release])
    expect(page.get('[data-testid="activity-chain"]').text()).toContain(
      '记录完整：已校验 2 条，最后的哈希 abababababab'
    )
  })

  it('says from which entry on nothing can be trusted', async () => {
    const broken = { ...whole, checked: 6, broken: { sequence: 7, at: 7000, what: 'altered' } } as const
    const { page } = await open([release], { 'activity.check': () => ok(broken) })
    const chain = page.get('[data-testid="activity-chain"]')
    expect(chain.text()).toContain('从第 7 条起不可信：它被改过。它前面的 6 条是完整的。')
    expect(chain.attributes('role')).toBe('alert')
  })

  describe('where it is broken', () => {
    const newest = Array.from({ length: 120 }, (_, place) => entryOf(900 - place, { action: 'release' }))
    const at = Date.parse('2026-11-02T23:30:00+08:00')
    const brokenAt = (sequence: number) =>
      ok<ActivityCheck>({ ...whole, checked: sequence - 1, broken: { sequence, at, what: 'altered' } })
    const press = async (page: Awaited<ReturnType<typeof open>>['page']) => {
      await page.get('[data-testid="activity-open-broken"]').trigger('click')
      await flushPromises()
    }
    const drawer = (page: Awaited<ReturnType<typeof open>>['page']) => page.find('[data-testid="activity-drawer"]')

    it('leads to the entry and opens it, with the focus on it in the list', async () => {
      const { page, asked } = await open([release, refusal], { 'activity.check': () => brokenAt(1) })
      await press(page)
      expect(page.get('[data-testid="activity-open-broken"]').attributes('aria-label')).toBe('打开第 1 条')
      expect(drawer(page).attributes('aria-label')).toBe('第 1 条')
      const grid = page.get('[data-testid="activity-grid"]')
      expect(document.activeElement).toBe(grid.element)
      const active = grid.attributes('aria-activedescendant') ?? ''
      expect(document.getElementById(active)?.textContent).toContain('上传代码')
      expect(asked()).toHaveLength(1)
    })

    it('takes the filters away that hide it', async () => {
      const { page, asked, rows } = await open([], {
        'activity.check': () => brokenAt(1),
        'activity.page': ({ filter }) => {
          const entries = filter.text === '' ? [release, refusal] : []
          return ok({ entries, next: null, total: entries.length })
        }
      })
      vi.useFakeTimers()
      await page.get('[data-testid="activity-search"]').setValue('没有的')
      await vi.advanceTimersByTimeAsync(300)
      vi.useRealTimers()
      await flushPromises()
      expect(rows()).toHaveLength(0)
      await press(page)
      expect(drawer(page).attributes('aria-label')).toBe('第 1 条')
      expect(page.get<HTMLInputElement>('[data-testid="activity-search"]').element.value).toBe('')
      expect(asked()).toHaveLength(3)
    })

    it('narrows the list to the day of one that is far down, and reads as much of that day as it takes', async () => {
      const ofDay = (from: number) =>
        Array.from({ length: 120 }, (_, place) => entryOf(from - place, { action: 'upload' }))
      const { page, asked } = await open([], {
        'activity.check': () => brokenAt(150),
        'activity.page': ({ filter, cursor }) => {
          if (filter.from === null) return ok({ entries: newest, next: 'older', total: 900 })
          if (cursor === null) return ok({ entries: ofDay(450), next: 'second', total: 360 })
          const isSecond = cursor === 'second'
          return ok({ entries: ofDay(isSecond ? 330 : 210), next: isSecond ? 'third' : null, total: null })
        }
      })
      await press(page)
      expect(asked()[1]).toMatchObject({
        filter: { from: Date.parse('2026-11-02T00:00:00+08:00'), to: Date.parse('2026-11-03T00:00:00+08:00') }
      })
      expect(drawer(page).attributes('aria-label')).toBe('第 150 条')
      expect(page.get('[data-testid="activity-time"]').text()).toContain('自选日期')
    })

    it('says why it could not be read, and opens nothing', async () => {
      const { page } = await open([], {
        'activity.check': () => brokenAt(3),
        'activity.page': ({ filter }) =>
          filter.from === null ? ok({ entries: newest, next: 'older', total: 900 }) : refused({ message: '没有读到' })
      })
      await press(page)
      expect(page.get('[data-testid="error-panel"]').text()).toContain('没有读到')
      expect(drawer(page).exists()).toBe(false)
    })
  })

  it('checks again at a press', async () => {
    const { page, desk } = await open([release])
    await page.get('[data-testid="activity-check"]').trigger('click')
    await flushPromises()
    expect(desk.names().filter((name) => name === 'activity.check')).toHaveLength(2)
  })
})

describe('what is asked of the journal', () => {
  const now = Date.parse('2026-11-29T10:00:00+08:00')
  it('counts days in China, both ends of a choice included', () => {
    const question = { ...everything, time: 'custom', fromDay: '2026-11-01', toDay: '2026-11-02' } as const
    expect(filterOf(question, now, null)).toMatchObject({
      from: Date.parse('2026-11-01T00:00:00+08:00'),
      to: Date.parse('2026-11-03T00:00:00+08:00')
    })
    expect(filterOf({ ...everything, time: 'today' }, now, null).from).toBe(Date.parse('2026-11-29T00:00:00+08:00'))
  })

  it('names all kinds of a group, and a merchant with its account', () => {
    const filter = filterOf({ ...everything, groups: ['templates'] }, now, { accountId: 'a', appId: 'tt01' })
    expect(filter).toMatchObject({ accountId: 'a', appId: 'tt01' })
    expect(filter.actions).toContain('template_delete')
    expect(filter.actions).not.toContain('release')
  })
})

describe('an export', () => {
  it('has a line for each entry, in words', () => {
    const [head, line] = activityTable([refusal])
    expect(head).toContain('log_id')
    expect(line).toEqual(expect.arrayContaining(['1', '小王', '云间民宿', '上传代码', '被拒绝', '模板不存在', '40029']))
  })

  it('as lines begins with the oldest, as the chain is followed', () => {
    const lines = activityLines([release, refusal]).trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([refusal, release])
  })
})
