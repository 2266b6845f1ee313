import { describe, expect, test } from 'vitest'
import type { HomeItem } from '@shared/domain/home'
import { rolloutItemStates, type Rollout, type RolloutCounts } from '@shared/domain/rollout'
import type { DeskEvent } from '../../../electron/desk'
import { quiet, standingOf, waitingOf, type Standing } from '../../../electron/shell/standing'
import { watchStanding } from '../../../electron/shell/standing-watch'
import { badgeText, barOf, showOnTaskbar, standingText } from '../../../electron/shell/taskbar'
import { trayMenu } from '../../../electron/shell/tray-menu'

const none = Object.fromEntries(rolloutItemStates.map((state) => [state, 0])) as RolloutCounts
const counts = (some: Partial<RolloutCounts>): RolloutCounts => ({ ...none, ...some })
const running = {
  state: 'running',
  hold: null,
  counts: counts({ done: 3, failed: 1, reviewing: 4 }),
  total: 8
} as const
const paused = {
  state: 'paused',
  hold: { by: 'operator' },
  counts: counts({ done: 5, waiting: 5 }),
  total: 10
} as const

describe('how it stands', () => {
  test('counts the merchants that are through in the rollouts that run', () => {
    expect(standingOf([running, running, paused], 2)).toEqual({ running: 2, done: 8, total: 16, held: 1, waiting: 2 })
  })

  test('counts a gate that waits for the operator, and not one that opens by itself', () => {
    const gate = (opensAt: number | null) =>
      ({ ...paused, state: 'deciding', hold: { by: 'gate', wave: 0, opensAt } }) as const
    expect(standingOf([gate(null), gate(9)], 0).held).toBe(1)
  })

  test('counts as 今日 does what waits for the operator', () => {
    const merchants = { accountId: '1', kind: 'rejected', appIds: ['a', 'b'], merchants: [] } as const
    const items: HomeItem[] = [
      { ...merchants, group: 'now' },
      { ...merchants, group: 'know' },
      { accountId: '1', group: 'due', kind: 'links', count: 3, notes: [], until: 1 }
    ]
    expect(waitingOf(items)).toBe(5)
  })
})

describe('the program’s icon and the tray', () => {
  const standing: Standing = { running: 1, done: 4, total: 8, held: 0, waiting: 3 }

  test('show how far the running rollouts are', () => {
    expect(barOf(standing)).toEqual({ share: 0.5, mode: 'normal' })
    expect(standingText(standing)).toBe('1 个批量发布在进行：4 / 8')
  })

  test('show that one waits for a decision, and nothing where nothing goes on', () => {
    expect(barOf({ ...quiet, held: 1 })).toEqual({ share: 1, mode: 'paused' })
    expect(barOf(quiet)).toEqual({ share: -1, mode: 'none' })
    expect(standingText(quiet)).toBe('没有在进行的批量发布')
  })

  const shown = (isWindows: boolean, told: Standing, isDestroyed = false) => {
    const calls: unknown[] = []
    const window = {
      setProgressBar: (...args: unknown[]) => void calls.push(['bar', ...args]),
      setOverlayIcon: (...args: unknown[]) => void calls.push(['overlay', ...args]),
      isDestroyed: () => isDestroyed
    }
    showOnTaskbar({ window, isWindows, dot: 'dot', setBadgeCount: (count) => calls.push(['badge', count]) }, told)
    return calls
  }

  test('carry the number of what waits, on Windows a dot with words', () => {
    expect(shown(false, standing)).toEqual([
      ['bar', 0.5, { mode: 'normal' }],
      ['badge', 3]
    ])
    expect(shown(true, standing)).toContainEqual(['overlay', 'dot', '3 件等你处理'])
    expect(shown(true, quiet)).toContainEqual(['overlay', null, ''])
    expect(badgeText(0)).toBe('')
  })

  test('leave a window alone that has gone', () => {
    expect(shown(false, standing, true)).toEqual([])
  })

  test('pause all where one runs, and say why not where none does', () => {
    const did: string[] = []
    const actions = {
      open: () => void did.push('open'),
      openToday: () => void did.push('today'),
      pauseAll: () => void did.push('pause'),
      quit: () => void did.push('quit')
    }
    const idle = trayMenu(quiet, actions)
    expect(idle[0]).toMatchObject({ label: '没有在进行的批量发布', enabled: false })
    expect(idle.find(({ label }) => label === '全部暂停')?.enabled).toBe(false)
    const busy = trayMenu(standing, actions)
    expect(busy.find(({ label }) => label === '全部暂停')?.enabled).toBe(true)
    for (const { click } of busy) (click as (() => void) | undefined)?.()
    expect(did).toEqual(['open', 'today', 'pause', 'quit'])
  })
})

describe('following the desk', () => {
  const rollout = { ...running, id: 'r', accountId: 'a' } as unknown as Rollout
  const bench = (items: HomeItem[] = []) => {
    let listener: (event: DeskEvent) => void = () => undefined
    const asked: unknown[] = []
    const answers: Record<string, unknown> = {
      'app.info': { accounts: [{ id: 'a' }] },
      'rollouts.list': [rollout],
      'home.today': { items }
    }
    const desk = {
      call: (name: string, input: unknown) => {
        asked.push([name, input])
        return Promise.resolve({ ok: true as const, value: answers[name] ?? null })
      },
      onEvent: (given: typeof listener) => {
        listener = given
        return () => (listener = () => undefined)
      }
    }
    return { desk, asked, items, send: (event: DeskEvent) => listener(event) }
  }

  test('begins with what runs already, and hears of every step', async () => {
    const { desk, send } = bench()
    const seen: Standing[] = []
    const watch = await watchStanding({ desk, onChange: (standing) => seen.push(standing) })
    expect(watch.now()).toMatchObject({ running: 1, done: 4 })
    const further = { ...rollout, counts: counts({ done: 8 }) }
    send({ name: 'rollout.progress', payload: { rollout: further, items: [], log: [] } })
    send({ name: 'rollout.progress', payload: { rollout: further, items: [], log: [] } })
    expect(seen.map(({ done }) => done)).toEqual([4, 8])
    watch.stop()
  })

  test('counts anew what waits, once for many events', async () => {
    const { desk, asked, items, send } = bench()
    const waited = new Promise<Standing>((resolve) => {
      void watchStanding({
        desk,
        gatherMs: 1,
        onChange: (standing) => {
          if (standing.waiting > 0) resolve(standing)
        }
      }).then(() => {
        items.push({ accountId: 'a', group: 'now', kind: 'secrets' })
        for (let index = 0; index < 5; index += 1) send({ name: 'home.changed', payload: { accountId: 'a' } })
      })
    })
    expect((await waited).waiting).toBe(1)
    expect(asked.filter((each) => Array.isArray(each) && each[0] === 'home.today')).toHaveLength(2)
  })

  test('pauses what runs and nothing else', async () => {
    const { desk, asked } = bench()
    const watch = await watchStanding({ desk, onChange: () => undefined })
    await watch.pauseAll()
    expect(asked).toContainEqual(['rollouts.pause', { accountId: 'a', rolloutId: 'r' }])
    watch.stop()
  })
})
