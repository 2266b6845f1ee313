import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { CommandFailure } from '../../../electron/cli/command-failure'
import { readPlanFile } from '../../../electron/cli/plan-file'
import { temporaryFolder } from '../store/support'
import { contents } from './plans'

/** What the operator is told of a plan file with this text. */
function refusal(text: string | Buffer): string {
  const file = join(temporaryFolder(), 'plan.json')
  writeFileSync(file, text)
  return refusalOf(file)
}

function refusalOf(file: string): string {
  try {
    readPlanFile(file)
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error
    expect(error.exitCode).toBe(2)
    return error.error.reason ?? ''
  }
  throw new Error('the plan was taken')
}

const changed = (change: Record<string, unknown>): string => JSON.stringify({ ...contents, ...change })

describe('a plan file', () => {
  beforeAll(() => void z.config(z.locales.zhCN()))

  test('is read into the plan and the choice of merchants', () => {
    const file = join(temporaryFolder(), 'plan.json')
    writeFileSync(file, JSON.stringify({ $schema: './rollout-plan.schema.json', ...contents }))
    const { merchants, ...plan } = contents
    expect(readPlanFile(file)).toEqual({ plan, merchants })
  })

  test('may say what each merchant gets', () => {
    const file = join(temporaryFolder(), 'plan.json')
    const requests = { tt1: { introduction: '为本地用户提供到店预约与优惠信息' } }
    writeFileSync(file, JSON.stringify({ ...contents, work: { kind: 'introduction' }, requests }))
    expect(readPlanFile(file)).toMatchObject({ plan: { work: { kind: 'introduction' } }, requests })
  })

  test('is refused where it is missing, is not UTF-8, or is not JSON, with line and column', () => {
    expect(refusalOf(join(temporaryFolder(), 'none.json'))).toMatch(/读不到.*ENOENT/)
    expect(refusal(Buffer.from([0x7b, 0xff, 0x7d]))).toContain('UTF-8')
    expect(refusal('{\n  "title": }')).toContain('第 2 行第 12 列')
  })

  test.each([
    ['a field that is missing', { title: undefined }, /^计划文件的内容不对：title /],
    ['a field that nobody knows', { wave: 1 }, /wave/],
    ['a field deep within', { stop: { failurePercent: 400, sameCause: null } }, /stop\.failurePercent .*100/],
    ['an id that is a number', { work: { ...contents.work, templateId: 7 } }, /work\.templateId /],
    ['a kind of work that there is not', { work: { kind: 'destroy' } }, /work\.kind /],
    ['no choice of merchants', { merchants: {} }, /merchants 要写 .*"tags"/],
    ['two choices of merchants', { merchants: { all: true, tags: ['a'] } }, /merchants 要写 /],
    ['all of them, and then not', { merchants: { all: false } }, /merchants\.all /],
    ['an app id that is a number', { merchants: { appIds: ['tt1', 2] } }, /merchants\.appIds\.1 /],
    ['a merchant that is named twice', { merchants: { appIds: ['tt1', 'tt1'] } }, /merchants\.appIds 有重复的商家/]
  ])('names the place and the reason: %s', (_case, change, expected) => {
    expect(refusal(changed(change))).toMatch(expected)
  })

  test('tells the first ten places, and how many more there are', () => {
    const appIds = Array.from({ length: 14 }, (_, at) => at)
    expect(refusal(changed({ merchants: { appIds } }))).toContain('merchants')
    const extra = Object.fromEntries(
      ['title', 'waves', 'gate', 'stop', 'startAt', 'work'].map((key) => [key, undefined])
    )
    expect(refusal(changed(extra)).split('；')).toHaveLength(6)
  })
})
