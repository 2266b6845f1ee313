import { describe, expect, test } from 'vitest'
import { bench } from './support/bench'
import { failureOf } from './support/client'
import { ok, refusal } from './support/platform-server'
import { paths } from './support/setup-paths'

describe('the credit score', () => {
  test.each([
    [100, 100],
    ['88', 88],
    [0, 0],
    [-999, null],
    ['-999', null]
  ])('%j is told as %j', async (credit_score, score) => {
    const { client, server } = await bench()
    server.on(paths.creditScore, ok({ credit_score }))
    expect(await client().merchant('tt01').creditScore()).toBe(score)
  })

  test('is unexpected where it is missing: it is not taken for none', async () => {
    const { client, server } = await bench()
    server.on(paths.creditScore, ok({}))
    expect(await failureOf(client().merchant('tt01').creditScore())).toMatchObject({ kind: 'unexpected' })
  })
})

describe('the trial operation', () => {
  /** The sample of the page. */
  const told = {
    is_trial: 1,
    app_credit_score: -999,
    trial_pass_score: 80,
    trial_limit_info: { is_capability_limited: 1, is_payment_restricted: 0, is_traffic_limited: true },
    trial_task_info: [
      { name: 'Health', target: 20, progress: 8 },
      { name: 'constructor', target: null, progress: '3' }
    ]
  }

  const read = async (data: unknown) => {
    const { client, server } = await bench()
    server.on(paths.trial, ok(data))
    return client().merchant('tt01').trialInformation()
  }

  test('is told in the platform’s Chinese words, unknown tasks as they are', async () => {
    expect(await read(told)).toEqual({
      inTrial: true,
      score: null,
      passScore: 80,
      tasks: [
        { name: '健康经营', target: 20, progress: 8 },
        { name: 'constructor', target: 0, progress: 3 }
      ],
      limits: { capabilities: true, payment: false, traffic: true }
    })
  })

  test('knows all the tasks of the page', async () => {
    const names = ['Health', 'Order', 'Course', 'Live', 'Video', 'RestrictTask']
    const tasks = names.map((name) => ({ name, target: 1, progress: 0 }))
    const { tasks: named } = await read({ ...told, trial_task_info: tasks })
    expect(named.map(({ name }) => name)).toEqual(['健康经营', '订单', '课程', '直播挂载', '视频挂载', '整体限制任务'])
  })

  test('that is over may tell little', async () => {
    expect(await read({ is_trial: false, app_credit_score: 100, trial_task_info: null })).toEqual({
      inTrial: false,
      score: 100,
      passScore: null,
      tasks: [],
      limits: { capabilities: false, payment: false, traffic: false }
    })
  })

  test('is unexpected where it is not told whether it goes on', async () => {
    await expect(read({ app_credit_score: 100 })).rejects.toMatchObject({ facts: { kind: 'unexpected' } })
  })
})

test('the quality rating counts as retired, and no V1 endpoint is asked', async () => {
  const { client, server } = await bench()
  expect(await client().merchant('tt01').qualityRating()).toEqual({ state: 'retired' })
  expect(server.received).toEqual([])
})

test('the state of the filing is told as its number', async () => {
  const { client, server } = await bench()
  server.on(paths.filing, ok({ status: '3' }))
  expect(await client().merchant('tt01').filingStatus()).toBe(3)
})

test.each([
  [9998, 'refused'],
  [9999, 'fault'],
  [28001018, 'authorization']
])('a filing that is answered with %i is %s', async (code, kind) => {
  const { client, server } = await bench()
  server.on(paths.filing, refusal(code))
  expect(await failureOf(client().merchant('tt01').filingStatus())).toMatchObject({ kind, platformCode: String(code) })
})
