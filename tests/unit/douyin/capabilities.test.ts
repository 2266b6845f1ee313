import type { Capability } from '@shared/domain/capability'
import { describe, expect, test } from 'vitest'
import { fieldKind } from '../../../electron/douyin/capability-list'
import { bench } from './support/bench'
import { failureOf, passingClock } from './support/client'
import { operationPaths } from './support/operation-paths'
import { ok, refusal, text, type Reply } from './support/platform-server'
import { paths } from './support/setup-paths'

const trial = (is_trial: boolean): Reply => ok({ is_trial, trial_task_info: null })

/** A platform that lists these, with a mount that can be applied for and a trial period that is over. */
async function listing(entries: readonly unknown[], name = 'app_capacity_info_list') {
  const all = await bench()
  all.server
    .on(operationPaths.capabilities, ok({ [name]: entries }))
    .on(operationPaths.videoMount, ok({ status: 5, reason: '' }))
    .on(paths.trial, trial(false))
  return { ...all, read: (): Promise<readonly Capability[]> => all.client().merchant('tt01').capabilities() }
}

const liveMount = {
  capacity_key: 'live_self_mount',
  capacity_name: '直播自主挂载',
  description: '在自己的直播间挂载小程序',
  status: 6,
  is_can_apply: true,
  apply_condition: [
    [
      { condition_name: '已上线', condition_description: '小程序有线上版本', satisfied: true },
      { condition_name: '类目', condition_description: '主营类目已开放', satisfied: false }
    ]
  ],
  apply_field_list: [
    {
      apply_field_key: 'scene_desc',
      apply_field_name: '使用场景',
      apply_field_desc: '怎样使用',
      apply_field_is_required: true,
      apply_field_value_type: 1
    },
    { apply_field_key: 'img_uri_list', apply_field_name: '页面', apply_field_desc: '', apply_field_is_required: 0 }
  ],
  permission_list: [1, 3],
  is_auth_permission: true,
  host_app: 'douyin',
  is_lab: 0,
  lab_description: ''
}

describe('the list of capabilities', () => {
  test('tells state, conditions and form of each, asked for with the merchant’s token', async () => {
    const { read, sentToken } = await listing([liveMount])
    expect((await read())[0]).toEqual({
      key: 'live_self_mount',
      name: '直播自主挂载',
      description: '在自己的直播间挂载小程序',
      way: 'general',
      state: 'can_apply',
      reason: '',
      canApply: true,
      conditions: [
        [
          { name: '已上线', description: '小程序有线上版本', satisfied: true },
          { name: '类目', description: '主营类目已开放', satisfied: false }
        ]
      ],
      fields: [
        {
          key: 'scene_desc',
          name: '使用场景',
          description: '怎样使用',
          required: true,
          kind: 'text',
          maxLength: null
        },
        { key: 'img_uri_list', name: '页面', description: '', required: false, kind: 'pictures', maxLength: null }
      ],
      permissionIds: [1, 3],
      permitted: true
    })
    expect(sentToken(operationPaths.capabilities)[0]).toMatch(/^isvact\./)
  })

  test('may come under the name that the sample of its page gives it', async () => {
    const { read } = await listing([liveMount], 'AppCapacityInfoList')
    expect((await read()).map(({ key }) => key)).toEqual(['live_self_mount', 'video_mount', 'phone_number'])
  })

  test('may be null, and so may whatever is in it', async () => {
    const nothing = { apply_condition: null, apply_field_list: null, permission_list: null, is_auth_permission: null }
    const { read, server } = await listing([{ capacity_key: 'a', capacity_name: null, status: null, ...nothing }])
    expect((await read())[0]).toMatchObject({
      ...{ key: 'a', name: '', description: '', state: null, canApply: null },
      ...{ conditions: [], fields: [], permissionIds: [], permitted: null }
    })
    server.on(operationPaths.capabilities, ok({ app_capacity_info_list: null }))
    expect((await read()).map(({ key }) => key)).toEqual(['video_mount', 'phone_number'])
  })

  test.each([
    [1, 'applying'],
    [2, 'granted'],
    [6, 'can_apply'],
    ['7', 'cannot_apply'],
    [0, null],
    [8, null],
    ['soon', null]
  ])('reads the state %j as %j, and asks for no reason', async (status, state) => {
    const { read, server } = await listing([{ ...liveMount, status }])
    expect((await read())[0]?.state).toBe(state)
    expect(server.count(operationPaths.capabilityReason)).toBe(0)
  })

  test.each([
    [3, 'rejected'],
    [4, 'closed'],
    [5, 'banned']
  ])('asks why a capability is in the state %i', async (status, state) => {
    const { read, server } = await listing([
      { ...liveMount, status },
      { ...liveMount, capacity_key: 'other' }
    ])
    server.on(operationPaths.capabilityReason, ok({ status, reason: '场景不清楚' }))
    expect((await read())[0]).toMatchObject({ state, reason: '场景不清楚' })
    const asked = server.at(operationPaths.capabilityReason)
    expect(asked.map(({ method, query }) => [method, query.get('capacity_key')])).toEqual([['GET', 'live_self_mount']])
  })

  test('takes the later state where it moved while the reason was asked for', async () => {
    const { read, server } = await listing([{ ...liveMount, status: 3 }])
    server.on(operationPaths.capabilityReason, ok({ status: 1, reason: '' }))
    expect((await read())[0]).toMatchObject({ state: 'applying', reason: '' })
  })

  test('stays without a reason where the platform will not tell it, and fails where it could not be asked', async () => {
    const { read, server } = await listing([{ ...liveMount, status: 3 }])
    server.on(operationPaths.capabilityReason, refusal(11009))
    expect((await read())[0]).toMatchObject({ state: 'rejected', reason: '' })
    server.on(operationPaths.capabilityReason, text('', 500))
    expect(await failureOf(read())).toMatchObject({ kind: 'fault', endpoint: '查询能力申请状态' })
  })

  test('has each key once, and the platform’s before ours', async () => {
    const { read } = await listing([
      liveMount,
      { ...liveMount, capacity_name: '同一项', host_app: 'toutiao' },
      { ...liveMount, capacity_key: 'phone_number' }
    ])
    expect((await read()).map(({ key, name, way }) => [key, name, way])).toEqual([
      ['live_self_mount', '直播自主挂载', 'general'],
      ['phone_number', '直播自主挂载', 'general'],
      ['video_mount', '短视频挂载', 'video_mount']
    ])
  })

  test('takes a condition that stands in no group', async () => {
    const lone = { condition_name: '已上线', condition_description: '', satisfied: 1 }
    const { read } = await listing([{ ...liveMount, apply_condition: [lone, null, []] }])
    expect((await read())[0]?.conditions).toEqual([[{ name: '已上线', description: '', satisfied: true }]])
  })

  test('without a key is unexpected', async () => {
    const { read } = await listing([{ capacity_name: '无名' }])
    expect(await failureOf(read())).toMatchObject({ kind: 'unexpected', endpoint: '能力列表' })
  })

  test('is asked for with another token when this one is refused with 11016', async () => {
    const { read, server, sentToken } = await listing([liveMount])
    const list = ok({ app_capacity_info_list: [liveMount] })
    server.on(operationPaths.capabilities, (response, request) =>
      sentToken(operationPaths.capabilities)[0] === request.headers['access-token']
        ? refusal(11016)(response)
        : list(response)
    )
    expect((await read())[0]?.key).toBe('live_self_mount')
    expect(new Set(sentToken(operationPaths.capabilities)).size).toBe(2)
  })

  test('is asked for less than ten times in any second', async () => {
    const { client, server } = await listing([liveMount])
    const arrived: number[] = []
    const list = ok({ app_capacity_info_list: [] })
    server.on(operationPaths.capabilities, (response) => {
      arrived.push(performance.now())
      list(response)
    })
    const merchant = client({ clock: passingClock() }).merchant('tt01')
    await Promise.all(Array.from({ length: 12 }, () => merchant.capabilities()))
    expect((arrived[9] ?? 0) - (arrived[0] ?? 0)).toBeGreaterThan(900)
    expect(arrived).toHaveLength(12)
  })
})

describe('the short-video mount', () => {
  test.each([
    [1, 'applying', null],
    [2, 'granted', null],
    [3, 'rejected', null],
    [4, 'closed', null],
    [5, 'can_apply', true],
    [6, 'cannot_apply', false],
    [7, null, null]
  ])('numbers its states in its own way: %i is %j', async (status, state, canApply) => {
    const { read, server } = await listing([])
    server.on(operationPaths.videoMount, ok({ status, reason: '截图不清楚' }))
    expect((await read())[0]).toMatchObject({ key: 'video_mount', state, canApply, reason: '截图不清楚' })
    const [asked] = server.at(operationPaths.videoMount)
    expect([asked?.method, asked?.body]).toEqual(['POST', '{"component_appid":"ttcomponent"}'])
  })

  test('has the form of its own endpoint', async () => {
    const { read } = await listing([])
    expect((await read())[0]?.fields).toMatchObject([
      { key: 'anchor_text', kind: 'text', required: true, maxLength: 200 },
      { key: 'image_path', kind: 'pictures', required: true }
    ])
  })

  test.each([28001014, 28001018, 28001042, 40036, 28001056])(
    'is not in the list where the platform answers %i',
    async (code) => {
      const { read, server } = await listing([liveMount])
      server.on(operationPaths.videoMount, refusal(code))
      expect((await read()).map(({ key }) => key)).toEqual(['live_self_mount', 'phone_number'])
    }
  )

  test('that could not be asked about fails the reading: nobody may take it for not there', async () => {
    const { read, server } = await listing([liveMount])
    server.on(operationPaths.videoMount, refusal(28005079))
    expect(await failureOf(read())).toMatchObject({ kind: 'credentials', platformCode: '28005079' })
  })
})

describe('the phone number', () => {
  test.each([
    [trial(false), 'granted'],
    [trial(true), 'cannot_apply'],
    [refusal(28001018), null],
    [text('', 500), null]
  ])('comes by itself after the trial period (%#)', async (reply, state) => {
    const { read, server } = await listing([])
    server.on(paths.trial, reply)
    expect((await read())[1]).toMatchObject({ key: 'phone_number', way: 'automatic', state, fields: [] })
  })
})

describe('an application', () => {
  const general = { key: 'live_self_mount', way: 'general', reason: '商家自播需要挂载小程序' } as const
  const mount = { key: 'video_mount', way: 'video_mount', reason: '门店介绍视频挂载预约页' } as const

  test('names capability and reason, and answers each field with a list', async () => {
    const { client, server } = await bench()
    server.on(operationPaths.applyCapability, ok(undefined, '20260101000000D0'))
    const answers = { scene_desc: ['开播时挂载预约页'], img_uri_list: ['developer/2026/a', 'developer/2026/b'] }
    const receipt = await client()
      .merchant('tt01')
      .applyCapability({ ...general, answers })
    expect(receipt).toEqual({ logId: '20260101000000D0' })
    expect(server.at(operationPaths.applyCapability)[0]?.body).toBe(
      '{"capacity_key":"live_self_mount","apply_reason":"商家自播需要挂载小程序",' +
        '"apply_info":{"scene_desc":["开播时挂载预约页"],"img_uri_list":["developer/2026/a","developer/2026/b"]}}'
    )
  })

  test('without fields still carries its map', async () => {
    const { client, server } = await bench()
    server.on(operationPaths.applyCapability, ok())
    await client()
      .merchant('tt01')
      .applyCapability({ ...general, answers: {} })
    expect(JSON.parse(server.at(operationPaths.applyCapability)[0]?.body ?? '')).toMatchObject({ apply_info: {} })
  })

  test('for the short-video mount goes to its own endpoint, with the application’s id', async () => {
    const { client, server } = await bench()
    server.on(operationPaths.applyVideoMount, ok())
    const answers = { anchor_text: ['点我预约'], image_path: ['developer/2026/land1'] }
    await client()
      .merchant('tt01')
      .applyCapability({ ...mount, answers })
    expect(server.at(operationPaths.applyVideoMount)[0]?.body).toBe(
      '{"intro":"门店介绍视频挂载预约页","anchor_text":"点我预约","image_path":"developer/2026/land1",' +
        '"component_appid":"ttcomponent"}'
    )
    expect(server.count(operationPaths.applyCapability)).toBe(0)
  })

  test.each([
    [{}],
    [{ anchor_text: ['点我预约'] }],
    [{ anchor_text: ['点我预约'], image_path: [] }],
    [{ anchor_text: ['点我预约'], image_path: ['a', 'b'] }],
    [{ anchor_text: ['一', '二'], image_path: ['a'] }]
  ])('for the short-video mount with the answers %j is not sent', async (answers) => {
    const { client, server } = await bench()
    const call = client()
      .merchant('tt01')
      .applyCapability({ ...mount, answers })
    expect(await failureOf(call)).toMatchObject({ kind: 'refused', outcome: 'not_sent' })
    expect(server.received).toEqual([])
  })

  test('for what the platform grants by itself is not sent', async () => {
    const { client, server } = await bench()
    const request = { key: 'phone_number', way: 'automatic', reason: '', answers: {} } as const
    expect(await failureOf(client().merchant('tt01').applyCapability(request))).toMatchObject({
      kind: 'refused',
      outcome: 'not_sent'
    })
    expect(server.received).toEqual([])
  })

  test.each([28005032, 28005033, 28005034, 11009])('is refused with %i', async (code) => {
    const { client, server } = await bench()
    server.on(operationPaths.applyCapability, refusal(code))
    const call = client()
      .merchant('tt01')
      .applyCapability({ ...general, answers: {} })
    expect(await failureOf(call)).toMatchObject({ kind: 'refused', outcome: 'refused', platformCode: String(code) })
  })

  test.each([
    [general, operationPaths.applyCapability],
    [mount, operationPaths.applyVideoMount]
  ])('is sent once: whether a fault did its work is not known (%#)', async (request, path) => {
    const { client, server } = await bench()
    server.on(path, text('', 500))
    const answers = { anchor_text: ['点我预约'], image_path: ['a'] }
    const facts = await failureOf(
      client()
        .merchant('tt01')
        .applyCapability({ ...request, answers })
    )
    expect([facts.kind, facts.outcome, server.count(path)]).toEqual(['fault', 'unknown', 1])
  })
})

describe('a field', () => {
  test.each([
    ['img_uri_list', ''],
    ['imagePaths', ''],
    ['IMAGE_URL', ''],
    ['scene_pic', ''],
    ['pic1', ''],
    ['proof', '使用场景截图'],
    ['proof', '场景示例图'],
    ['proof', '门店照片']
  ])('called %s %s wants pictures', (key, name) => {
    expect(fieldKind(key, name)).toBe('pictures')
  })

  test.each([
    ['scene_desc', '使用场景'],
    ['topic', '话题'],
    ['epic_name', '名称'],
    ['reason', '使用意图'],
    ['constructor', '']
  ])('called %s %s wants text', (key, name) => {
    expect(fieldKind(key, name)).toBe('text')
  })
})
