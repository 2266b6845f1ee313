import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { capabilitiesOf, liveApplication } from './capability-desk'
import { at, codeOf, like, merchants, startPlatform } from './platform'
import { startBench } from './push-bench'

const hourMs = 3_600_000
/** Online since long, of a category that most is open for, and never applied for anything. */
const appId = merchants.introductionRejected

async function start(merchant = appId) {
  const platform = await startPlatform()
  platform.control.changeMerchant(appId, { trial: { isTrial: false } })
  return { platform, control: platform.control, desk: await capabilitiesOf(platform, merchant) }
}

describe('the list', () => {
  it('has the documented keys, and tells of each what it takes and how it stands', async () => {
    const { desk } = await start()
    const keys = (await desk.list()).map(({ capacity_key }) => capacity_key)
    for (const key of ['video_self_mount', 'live_self_mount', 'video_talent_mount', 'ma.im.life_im']) {
      expect(keys).toContain(key)
    }
    expect(keys).toEqual(expect.arrayContaining(['ma.jsapi.live_room_status', 'ma.jsapi.jump_live_room']))
    expect(keys).not.toContain('video_mount')
    expect(await desk.listed('video_self_mount')).toEqual({
      ...{ capacity_key: 'video_self_mount', capacity_name: '短视频自主挂载', description: like(/./) },
      ...{ status: 6, is_can_apply: 1, permission_list: [3], is_auth_permission: 1 },
      apply_condition: [
        [
          { condition_name: '小程序已上线', condition_description: like(/./), satisfied: 1 },
          { condition_name: '主营类目对该能力开放', condition_description: like(/餐饮服务/), satisfied: 1 }
        ]
      ],
      apply_field_list: [
        {
          ...{ apply_field_key: 'scene_desc', apply_field_name: '使用场景', apply_field_desc: like(/200/) },
          ...{ apply_field_is_required: 1, apply_field_value_type: 1 }
        },
        {
          ...{ apply_field_key: 'img_uri_list', apply_field_name: '落地页截图', apply_field_desc: like(/3/) },
          ...{ apply_field_is_required: 1, apply_field_value_type: 2 }
        }
      ],
      ...{ host_app: 'douyin', is_lab: 0, lab_description: '' }
    })
    expect(await desk.listed('ma.component.instant_messaging')).toMatchObject({ is_lab: 1, lab_description: like(/./) })
  })

  it('writes flags and empty lists as the merchant’s habits have it', async () => {
    const { platform } = await start()
    const all = platform.control.state().merchants.filter(({ authorization: { live, permissions } }) => {
      return live && permissions.includes(1) && permissions.includes(3)
    })
    const plain = all.find(({ habits }) => habits.flags === 'boolean')?.appId ?? ''
    const nulls = all.find(({ habits }) => habits.missing === 'null')?.appId ?? ''
    expect(await (await capabilitiesOf(platform, plain)).listed('ma.mount.legal')).toMatchObject({
      is_auth_permission: true
    })
    expect(await (await capabilitiesOf(platform, nulls)).listed('ma.mount.legal')).toMatchObject({
      apply_field_list: null
    })
  })

  it('comes under the other name by a rule', async () => {
    const { platform, control, desk } = await start()
    const read = async () =>
      at((await platform.send('GET', '/api/apps/v1/capacity/query_capacity_list/', desk)).body, 'data')
    expect(Object.keys((await read()) as object)).toEqual(['AppCapacityInfoList'])
    control.setRules({ capabilityListName: 'app_capacity_info_list' })
    expect(Object.keys((await read()) as object)).toEqual(['app_capacity_info_list'])
  })

  it('says what is missing before anything is online, and follows the merchant’s state', async () => {
    const { platform, control, desk } = await start()
    const fresh = await capabilitiesOf(platform, merchants.empty)
    expect(await fresh.listed('video_self_mount')).toMatchObject({ status: 7, is_can_apply: 0 })
    expect(await fresh.status('video_self_mount')).toEqual({ status: 7, reason: like(/小程序已上线/) })
    expect(await fresh.status('ma.jsapi.live_room_status')).toEqual({ status: 7, reason: like(/试运营/) })
    expect(await desk.status('ma.jsapi.live_room_status')).toEqual({ status: 6, reason: '' })
    control.changeMerchant(appId, { trial: { isTrial: true } })
    expect(await desk.status('ma.jsapi.live_room_status')).toEqual({ status: 7, reason: '未满足：已通过试运营期' })
    control.changeMerchant(appId, { takenDown: true })
    expect(await desk.status('live_self_mount')).toMatchObject({ status: 7 })
  })

  it('is open when one of two groups of conditions is fulfilled', async () => {
    const { platform, control } = await start()
    const person = await capabilitiesOf(platform, merchants.person)
    control.changeMerchant(merchants.person, { creditScore: 89 })
    expect(await person.listed('video_talent_mount')).toMatchObject({ is_can_apply: false })
    control.changeMerchant(merchants.person, { creditScore: 90 })
    expect((await person.listed('video_talent_mount'))?.['apply_condition']).toMatchObject([
      [{ satisfied: true }, { satisfied: true }, { satisfied: false }],
      [{ satisfied: true }, { satisfied: true }, { satisfied: true }]
    ])
    expect(await person.listed('video_talent_mount')).toMatchObject({ is_can_apply: true, status: 6 })
  })

  it('of the sample merchants shows every state', async () => {
    const { platform } = await start()
    const states = async (merchant: string, key: string) => (await capabilitiesOf(platform, merchant)).status(key)
    expect(await states(merchants.upToDate, 'video_self_mount')).toEqual({ status: 2, reason: '' })
    expect(await states(merchants.inReview, 'video_self_mount')).toEqual({ status: 1, reason: '' })
    expect(await states(merchants.partial, 'video_self_mount')).toEqual({ status: 3, reason: like(/./) })
    expect(await states(merchants.approved, 'live_self_mount')).toEqual({ status: 4, reason: like(/./) })
    expect(await states(merchants.appBanned, 'ma.jsapi.jump_live_room')).toEqual({ status: 5, reason: like(/./) })
  })
})

describe('an application', () => {
  it('is in review, then granted, with an event', async () => {
    const { control, desk } = await start()
    control.capabilityAudit(appId, 'live_self_mount', { outcome: 'pass' })
    expect(await desk.apply(liveApplication)).toBe(0)
    expect(await desk.status('live_self_mount')).toEqual({ status: 1, reason: '' })
    expect(await desk.apply(liveApplication)).toBe(28005032)
    control.advance(24 * hourMs - 1)
    expect(control.state(appId).merchants[0]?.capabilities['live_self_mount']?.state).toBe('applying')
    control.advance(48 * hourMs + 1)
    expect(control.state(appId).merchants[0]?.capabilities['live_self_mount']).toMatchObject({
      state: 'granted',
      application: { reason: '商家自播需要挂载小程序', info: { scene_desc: ['开播时挂载预约页'] } }
    })
    expect(control.state().events).toContainEqual({
      at: expect.any(Number) as number,
      event: 'APPLY_CAPACITY',
      appId,
      content: { EventContent: { capacity_key: 'live_self_mount', status: 2, reason: '' } }
    })
  })

  it('is sent with pictures of this merchant, whose types fit', async () => {
    const { platform, desk } = await start()
    const foreign = await (await capabilitiesOf(platform, merchants.partial)).material('4')
    const apply = (...paths: string[]) =>
      desk.apply({ capacity_key: 'ma.jsapi.jump_live_room', apply_reason: '引流', apply_info: { img_uri_list: paths } })
    expect([await apply('tos/none'), await apply(foreign)]).toEqual([40033, 40033])
    expect(await apply(await desk.material('1'))).toBe(40033)
    expect(await apply(await desk.material('4'), await desk.material('5'))).toBe(0)
  })

  it.each([
    { capacity_key: 'video_mount' },
    { capacity_key: 'none' },
    { capacity_key: undefined },
    { apply_reason: '' },
    { apply_info: undefined },
    { apply_info: {} },
    { apply_info: { scene_desc: [] } },
    { apply_info: { scene_desc: [''] } },
    { apply_info: { scene_desc: ['长'.repeat(201)] } },
    { apply_info: { scene_desc: '文字' } },
    { apply_info: { scene_desc: ['a'], more: ['b'] } }
  ])('with %o answers 11009', async (change) => {
    const { desk } = await start()
    expect(await desk.apply({ ...liveApplication, ...change })).toBe(11009)
  })

  it('that was rejected has a reason and can be sent again; five a month', async () => {
    const { platform, control, desk } = await start()
    for (let turn = 1; turn <= 5; turn += 1) {
      expect(await desk.apply(liveApplication)).toBe(0)
      control.capabilityAudit(appId, 'live_self_mount', { outcome: 'reject', reason: `第 ${turn} 次`, now: true })
      expect(await desk.status('live_self_mount')).toEqual({ status: 3, reason: `第 ${turn} 次` })
    }
    expect(await desk.apply(liveApplication)).toBe(28005033)
    control.advance(31 * 24 * hourMs)
    expect(await (await capabilitiesOf(platform, appId)).apply(liveApplication)).toBe(0)
  })

  it('is refused without the conditions, when banned, and without a set that covers it', async () => {
    const { platform, control, desk } = await start()
    expect(await (await capabilitiesOf(platform, merchants.empty)).apply(liveApplication)).toBe(28005034)
    control.changeMerchant(appId, { capabilities: { live_self_mount: { state: 'banned', reason: '违规' } } })
    expect(await desk.status('live_self_mount')).toEqual({ status: 5, reason: '违规' })
    expect(await desk.apply(liveApplication)).toBe(28005034)
    expect(await desk.listed('live_talent_mount')).toMatchObject({ permission_list: [8], is_auth_permission: 0 })
    expect(await desk.apply({ ...liveApplication, capacity_key: 'live_talent_mount' })).toBe(28001018)
  })

  it('may follow one that the platform closed, which it tells of', async () => {
    const { control, desk } = await start()
    control.changeMerchant(appId, { capabilities: { live_self_mount: { state: 'closed', reason: '久未使用' } } })
    expect(control.state().events.at(-1)?.content).toEqual({
      EventContent: { capacity_key: 'live_self_mount', status: 4, reason: '久未使用' }
    })
    expect(await desk.apply(liveApplication)).toBe(0)
  })
})

describe('the endpoints', () => {
  it('need the sets 1 and 3', async () => {
    const { platform, control, desk } = await start()
    for (const permissions of [[1, 2], [2, 3], [2]]) {
      control.changeMerchant(appId, { permissions })
      expect([await desk.status('live_self_mount'), await desk.apply(liveApplication)]).toEqual([28001018, 28001018])
    }
    control.changeMerchant(appId, { permissions: [1, 3] })
    expect(await desk.status('live_self_mount')).toMatchObject({ status: 6 })
    const path = '/api/apps/v1/capacity/query_capacity_list/'
    expect(codeOf(await platform.send('GET', path, { token: 'isvact.x' }))).toBe(28001003)
  })

  it('take the key of a status from the query only', async () => {
    const { desk } = await start()
    expect([await desk.status(''), await desk.status('none'), await desk.status('phone_number')]).toEqual([
      11009, 11009, 11009
    ])
  })

  it('take ten calls a second each, of all merchants together, unless the rule is off', async () => {
    const { platform, control, desk } = await start()
    const other = await capabilitiesOf(platform, merchants.upToDate)
    const burst = () =>
      Promise.all(Array.from({ length: 20 }, (_, turn) => (turn % 2 === 0 ? desk : other).status('live_self_mount')))
    const refused = (await burst()).filter((answer) => answer === 28003018)
    expect(refused.length).toBeGreaterThanOrEqual(5)
    expect(refused.length).toBeLessThanOrEqual(10)
    expect(await desk.apply(liveApplication)).toBe(0)
    await wait(1000)
    expect(await desk.status('live_self_mount')).toEqual({ status: 1, reason: '' })
    control.setRules({ capabilityCallsPerSecond: null })
    expect(await burst()).not.toContain(28003018)
  })
})

it('orders of control over HTTP fix how applications end, and the event is pushed', async () => {
  const { platform, receiver, ask } = await startBench()
  const desk = await capabilitiesOf(platform, appId)
  await desk.apply(liveApplication)
  const order = { appId, key: 'live_self_mount', outcome: 'reject', now: true }
  expect(await ask('POST', '/capability-audit', { ...order, key: 'none' })).toEqual({ error: like(/11009/) })
  expect(await ask('POST', '/capability-audit', order)).toEqual({ ok: true })
  expect(await ask('POST', '/capability-audit', order)).toEqual({ error: like(/10003/) })
  expect(await desk.status('live_self_mount')).toEqual({ status: 3, reason: like(/./) })
  await receiver.count(3)
  expect(receiver.messages()[2]).toMatchObject({
    ...{ AppId: appId, Event: 'APPLY_CAPACITY' },
    EventContent: { capacity_key: 'live_self_mount', status: 3, reason: like(/./) }
  })
  const change = { capabilities: { live_self_mount: { state: 'none' } } }
  expect(await ask('POST', '/merchant', { appId, change })).toEqual({ ok: true })
  expect(await desk.status('live_self_mount')).toEqual({ status: 6, reason: '' })
})
