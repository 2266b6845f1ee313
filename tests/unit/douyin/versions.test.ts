import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { PlatformClient } from '../../../electron/douyin/platform'
import { failureOf, start, testClient, testClock } from './support/client'
import { PlatformServer, ok, versionsPath } from './support/platform-server'

let server: PlatformServer
let client: PlatformClient
const clock = testClock()

beforeEach(async () => {
  server = await new PlatformServer().listen()
  clock.time = start
  client = testClient(server.url, { clock })
})

afterEach(async () => {
  client.close()
  await server.close()
})

const read = (data: unknown) => {
  server.on(versionsPath, ok(data))
  return client.merchant('tt01').versions()
}

const audit = (more: object) => ({ audit: { version: '1.4.0', status: 2, ...more } })

test('all stages, with every field the documentation has', async () => {
  const common = { ctime: 1767225600, categories: ['服务-商业'], developer_name: '甲', developer_avatar: null }
  const versions = await read({
    latest: { ...common, version: '1.4.1', summary: '修复', has_audit: 0, screenshot: '', version_tag: '1' },
    audit: {
      ...common,
      version: '1.4.0',
      summary: '预约',
      status: 2,
      has_publish: 0,
      is_illegal_version: false,
      approved_apps: ['今日头条'],
      reason: '抖音: 页面打不开',
      reason_detail: { 抖音: ['页面打不开', '缺少说明'] },
      attachInfo: { 抖音: 'https://example.com/a.png' }
    },
    current: {
      ...common,
      version: '1.3.0',
      summary: '首版',
      developer_name: null,
      has_down: 0,
      approved_apps: ['抖音'],
      not_approved_apps: ['西瓜视频'],
      attachInfo: {},
      rollback: { can_rollback: true, last_version: '1.2.0' },
      uid: 100
    },
    gray: { ...common, version: '1.3.5', summary: '灰度', host_gray_scale: { 抖音: '10', 今日头条: 5 } }
  })
  const base = { createdAt: 1767225600000, categories: ['服务-商业'], developerName: '甲', channel: '' }
  expect(versions).toEqual({
    latest: { stage: 'latest', ...base, version: '1.4.1', summary: '修复', channel: '1', submitted: false },
    audit: {
      stage: 'audit',
      ...base,
      version: '1.4.0',
      summary: '预约',
      status: 'rejected',
      released: false,
      takenDown: false,
      approvedHosts: ['今日头条'],
      reasons: [{ host: '抖音', reasons: ['页面打不开', '缺少说明'], attachmentUrl: 'https://example.com/a.png' }]
    },
    gray: {
      stage: 'gray',
      ...base,
      version: '1.3.5',
      summary: '灰度',
      hostShares: [
        { host: '抖音', share: '10' },
        { host: '今日头条', share: '5' }
      ]
    },
    current: {
      stage: 'current',
      ...base,
      version: '1.3.0',
      summary: '首版',
      developerName: null,
      takenDown: false,
      approvedHosts: ['抖音'],
      notApprovedHosts: ['西瓜视频'],
      reasons: [],
      rollback: { possible: true, toVersion: '1.2.0' }
    },
    readAt: start
  })
})

test('the time of reading is taken after the answer arrived', async () => {
  server.on(versionsPath, (response) => {
    clock.time = start + 2000
    ok({})(response)
  })
  expect((await client.merchant('tt01').versions()).readAt).toBe(start + 2000)
})

describe('stages', () => {
  test.each([
    [{}],
    [{ latest: null, audit: null, gray: null, current: null }],
    [{ latest: {}, audit: { version: '' } }]
  ])('that do not exist are null: %j', async (data) => {
    expect(await read(data)).toEqual({ latest: null, audit: null, gray: null, current: null, readAt: start })
  })

  test.each([
    [0, 'in_review'],
    [1, 'passed'],
    [2, 'rejected'],
    [3, 'withdrawn'],
    ['3', 'withdrawn']
  ])('the audit status %j is %s', async (status, expected) => {
    expect((await read(audit({ status }))).audit?.status).toBe(expected)
  })

  test.each([[4], [-1], [null], ['passed'], [undefined]])(
    'the audit status %j is refused as unexpected',
    async (status) => {
      expect(await failureOf(read(audit({ status })))).toMatchObject({ kind: 'unexpected' })
    }
  )

  test('an answer without data is refused, for it would empty the list', async () => {
    expect(await failureOf(read(undefined))).toMatchObject({ kind: 'unexpected' })
    expect(await failureOf(read(null))).toMatchObject({ kind: 'unexpected' })
  })

  test.each([
    [0, false],
    [1, true],
    [false, false],
    [true, true],
    ['1', true],
    ['true', true],
    [null, false]
  ])('the flag %j is %s', async (has_publish, expected) => {
    const versions = await read({ ...audit({ has_publish }), current: { version: '1.0.0', has_down: has_publish } })
    expect([versions.audit?.released, versions.current?.takenDown]).toEqual([expected, expected])
  })

  test.each([['a;b;c'], [['a', 'b']], [null]])('screenshots as %j do no harm', async (screenshot) => {
    expect((await read({ latest: { version: '1.0.0', has_audit: true, screenshot } })).latest?.submitted).toBe(true)
  })

  test('a release that can not be rolled back says so', async () => {
    const versions = await read({ current: { version: '1.0.0', rollback: { can_rollback: false, last_version: '' } } })
    expect(versions.current?.rollback).toEqual({ possible: false, toVersion: null })
  })
})

describe('what the reviewers said', () => {
  const reasons = async (more: object) => (await read(audit(more))).audit?.reasons
  const reason = (host: string, ...texts: string[]) => ({ host, reasons: texts, attachmentUrl: null })

  test('is taken from the text where there are no reasons per host', async () => {
    expect(await reasons({ reason: '抖音: a;b;今日头条: c', reason_detail: null })).toEqual([
      reason('抖音', 'a', 'b'),
      reason('今日头条', 'c')
    ])
  })

  test('may be written with full-width marks', async () => {
    expect(await reasons({ reason: '抖音:a;b;douyin_lite:c' })).toEqual([
      reason('抖音', 'a', 'b'),
      reason('douyin_lite', 'c')
    ])
  })

  test('may contain colons and addresses that are no hosts', async () => {
    expect(await reasons({ reason: '抖音: 建议: 修改;说明: 见 https://example.com;https://example.com/x' })).toEqual([
      reason('抖音', '建议: 修改', '说明: 见 https://example.com', 'https://example.com/x')
    ])
  })

  test('without a host is about all of them', async () => {
    expect(await reasons({ reason: '页面打不开;缺少说明' })).toEqual([reason('全部宿主端', '页面打不开', '缺少说明')])
  })

  test('begins with a host even if we do not know it', async () => {
    expect(await reasons({ reason: '新端: a;b' })).toEqual([reason('新端', 'a', 'b')])
  })

  test('names a host that we do not know, if a picture mentions it', async () => {
    expect(await reasons({ reason: '抖音: a;新端: b', attach_info: { 新端: 'https://example.com/n.png' } })).toEqual([
      reason('抖音', 'a'),
      { host: '新端', reasons: ['b'], attachmentUrl: 'https://example.com/n.png' }
    ])
  })

  test('has its picture, also where there is no reason, however the host is spelled', async () => {
    expect(
      await reasons({
        reason_detail: { 抖音: ['a'], 西瓜视频: null },
        attachInfo: { douyin: 'https://example.com/d.png', 今日头条: 'https://example.com/t.png', 抖音极速版: null }
      })
    ).toEqual([
      { host: '抖音', reasons: ['a'], attachmentUrl: 'https://example.com/d.png' },
      { host: '今日头条', reasons: [], attachmentUrl: 'https://example.com/t.png' }
    ])
  })
})
