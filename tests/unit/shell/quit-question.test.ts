import { describe, expect, test } from 'vitest'
import type { Rollout } from '@shared/domain/rollout'
import { deskClient, type DeskClient } from '../../../electron/desk-client'
import { guardQuit, type ClosingWindow } from '../../../electron/shell/quit-guard'
import { questionFor, quitQuestion } from '../../../electron/shell/quit-question'

type Standing = Pick<Rollout, 'state' | 'hold'>
const running: Standing = { state: 'running', hold: null }
const opening: Standing = { state: 'deciding', hold: { by: 'gate', wave: 0, opensAt: 9 } }
const planned: Standing = { state: 'planned', hold: null }

/** A desk whose accounts have these rollouts, the first account the first list. */
const clientWith = (...lists: readonly (readonly Standing[])[]): DeskClient =>
  deskClient({
    call: (name, input) => {
      const accounts = lists.map((_, at) => ({ id: String(at) }))
      if (name === 'app.info') return Promise.resolve({ ok: true, value: { accounts } })
      const { accountId } = input as { accountId: string }
      return Promise.resolve({ ok: true, value: lists[Number(accountId)] })
    }
  })

describe('the question before quitting', () => {
  test('counts what goes on by itself in all accounts, and says what becomes of it', async () => {
    const question = await quitQuestion(
      Promise.resolve(clientWith([running], [opening, { state: 'finished', hold: null }]))
    )
    expect(question).toEqual({
      message: '2 个批量发布还在进行。',
      detail: '退出后它们停在原处，下次打开时自动继续；已提交的审核在平台照常进行。'
    })
  })

  test('tells of those that begin at their time', () => {
    expect(questionFor([running, planned])?.message).toBe('1 个批量发布还在进行，1 个批量发布等着到点开始。')
    expect(questionFor([planned])?.detail).toBe('到了时间而程序没有打开的，下次打开时开始。')
  })

  test('is not asked where a quit holds nothing up', () => {
    const waiting: Standing[] = [
      { state: 'paused', hold: { by: 'operator' } },
      { state: 'deciding', hold: { by: 'gate', wave: 0, opensAt: null } },
      { state: 'deciding', hold: { by: 'train', approved: 2 } },
      { state: 'stopped', hold: null }
    ]
    expect(questionFor(waiting)).toBeNull()
  })

  test('is not asked where the desk did not open, fails, or does not answer in time', async () => {
    expect(await quitQuestion(Promise.reject(new Error('not opened')))).toBeNull()
    const error = { code: 'internal', message: '', nextStep: '', retryable: true, actor: 'developer' } as const
    const failing = deskClient({ call: () => Promise.resolve({ ok: false, error }) })
    expect(await quitQuestion(Promise.resolve(failing))).toBeNull()
    expect(await quitQuestion(new Promise<DeskClient>(() => undefined), 10)).toBeNull()
  })
})

class FakeWindow implements ClosingWindow {
  private listener: (event: { preventDefault(): void }) => void = () => undefined

  on(_event: 'close', listener: (event: { preventDefault(): void }) => void): void {
    this.listener = listener
  }

  /** Whether the window closed. */
  close(): boolean {
    let isPrevented = false
    this.listener({ preventDefault: () => (isPrevented = true) })
    return !isPrevented
  }
}

const question = { message: '1 个批量发布还在进行。', detail: '' }

describe('closing the window', () => {
  const bench = (answers: readonly boolean[], found: typeof question | null = question) => {
    const window = new FakeWindow()
    const asked: unknown[] = []
    const quits: boolean[] = []
    let stays = 0
    const allow = guardQuit({
      window,
      question: () => Promise.resolve(found),
      ask: (each) => Promise.resolve(answers[asked.push(each) - 1] ?? false),
      quit: () => void quits.push(window.close()),
      onStay: () => void (stays += 1)
    })
    return { window, asked, quits, allow, stays: () => stays }
  }
  const settled = () => new Promise((resolve) => setImmediate(resolve))

  test('waits for the answer, and closes after a yes', async () => {
    const { window, asked, quits, stays } = bench([true])
    expect(window.close()).toBe(false)
    await settled()
    expect(asked).toEqual([question])
    expect(quits).toEqual([true])
    expect(stays()).toBe(0)
  })

  test('leaves the window open after a no, says so, and asks again the next time', async () => {
    const { window, asked, quits, stays } = bench([false, true])
    window.close()
    await settled()
    expect(quits).toEqual([])
    expect(stays()).toBe(1)
    window.close()
    await settled()
    expect(asked).toHaveLength(2)
    expect(quits).toEqual([true])
  })

  test('asks once, however often the operator presses', async () => {
    const { window, asked } = bench([false])
    expect([window.close(), window.close(), window.close()]).toEqual([false, false, false])
    await settled()
    expect(asked).toHaveLength(1)
  })

  test('closes without a question where nothing is held up, or the computer shuts down', async () => {
    const quiet = bench([], null)
    quiet.window.close()
    await settled()
    expect(quiet.asked).toEqual([])
    expect(quiet.quits).toEqual([true])
    const shutting = bench([])
    shutting.allow()
    expect(shutting.window.close()).toBe(true)
  })
})
