import { expect, test } from 'vitest'
import { rolloutItemStates, type RolloutItemState } from '@shared/domain/rollout'
import type { RolloutLine } from '../../../electron/cli/lines'
import { createOutput } from '../../../electron/cli/output'
import { CommandFailure } from '../../../electron/cli/command-failure'
import { errorText } from '../../../electron/cli/words'

const clock = { now: () => 0, wait: () => Promise.resolve() }
const counts = (some: Partial<Record<RolloutItemState, number>>) => {
  const none = Object.fromEntries(rolloutItemStates.map((state) => [state, 0])) as Record<RolloutItemState, number>
  return { ...none, ...some }
}

/** What a person reads for a line, without its time. */
function spoken(line: RolloutLine): string {
  let text = ''
  createOutput({ isJson: false, clock, stdout: (each) => (text += each), stderr: () => undefined }).write(line)
  return text.replace(/^\S+ \S+ {2}/, '').trimEnd()
}

const merchant = { appId: 'tt1', name: '巷口咖啡', wave: 0, fromVersion: '1.0.0', toVersion: '2.0.0' } as const
const error = {
  code: 'network',
  message: '上传没有完成',
  reason: '网络断了',
  nextStep: '请重试',
  retryable: true
} as const

test.each<[RolloutLine, string]>([
  [
    { at: 0, event: 'item', ...merchant, step: 'review', state: 'reviewing', cause: null, error: null },
    '巷口咖啡（tt1） 审核 审核中'
  ],
  [
    { at: 0, event: 'item', ...merchant, step: 'upload', state: 'failed', cause: 'desk:network', error },
    '巷口咖啡（tt1） 上传 失败：网络断了'
  ],
  [
    { at: 0, event: 'hold', state: 'deciding', hold: { by: 'gate', wave: 1, opensAt: null } },
    '等你决定：第 2 波结束了，下一波还没有打开'
  ],
  [{ at: 0, event: 'hold', state: 'paused', hold: { by: 'stop_rule', text: '失败太多' } }, '已暂停：失败太多'],
  [
    { at: 0, event: 'preview', ...merchant, fate: 'blocked', why: '缺少简介', readAt: null },
    '巷口咖啡（tt1） 第 1 波 现在做不了 1.0.0 → 2.0.0：缺少简介'
  ],
  [{ at: 0, event: 'reading', total: 36, done: 36, failed: 2 }, '正在读取商家：36/36，2 个没有读到']
])('a line for a person says it in words: %#', (line, text) => {
  expect(spoken(line)).toBe(text)
})

test('the summary tells the sums, and every cause with what to do', () => {
  const causes = [{ key: 'k', title: '网络断了', advice: '请重试', platformCode: null, appIds: ['tt1', 'tt2'] }]
  const ending = { rolloutId: 'r1', title: '冬季', state: 'finished', ended: 'finished' } as const
  const sums = counts({ done: 7, failed: 2 })
  expect(spoken({ at: 0, event: 'summary', ...ending, total: 9, counts: sums, causes, exitCode: 1 })).toBe(
    '「冬季」（r1）已结束。共 9 个商家：完成 7，失败 2\n  2 个：网络断了。请重试'
  )
})

test('an error quotes the platform, on standard error, and as the last line for scripts', () => {
  expect(errorText({ ...error, platformCode: '40004', logId: 'log-1' })).toBe(
    '上传没有完成：网络断了。请重试（平台错误码 40004，log_id log-1）'
  )
  const written: string[] = []
  const [stdout, stderr] = [
    (text: string) => void written.push(`out ${text}`),
    (text: string) => void written.push(text)
  ]
  createOutput({ isJson: true, clock, stdout, stderr }).fail(new CommandFailure(2, error))
  expect(written[0]).toBe('上传没有完成：网络断了。请重试\n')
  expect(written[1]).toBe(`out ${JSON.stringify({ at: 0, event: 'error', error, exitCode: 2 })}\n`)
})
