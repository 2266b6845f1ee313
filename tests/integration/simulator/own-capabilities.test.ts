import { describe, expect, it } from 'vitest'
import { deskOf, queryOfV1 } from './desk-of'
import { at, codeOf, like, merchants, type Platform, startPlatform } from './platform'
import { startBench } from './push-bench'

const mount = '/aweme/apps/v1/video_mount'
const v1 = '/openapi/v1/microapp/operation'
const appId = merchants.categoryInvalid

async function desk(platform: Platform, merchant = appId) {
  const { token, ...merchantDesk } = await deskOf(platform, merchant)
  const component_appid = platform.simulator.application.appId
  const post = (path: string, body: object) => platform.send('POST', `${mount}/${path}/`, { token, body })
  return {
    material: (type: string) => merchantDesk.material(type),
    apply: async (body: object) =>
      codeOf(await post('apply_permission', { intro: '门店介绍', anchor_text: '点我预约', component_appid, ...body })),
    status: async (body: object = { component_appid }) => {
      const answer = await post('query_apply_permission_status', body)
      return at(answer.body, 'data') ?? codeOf(answer)
    }
  }
}

async function deskOfV1(platform: Platform, merchant = appId) {
  const query = await queryOfV1(platform, merchant)
  return {
    apply: async (name: string, body: object) =>
      codeOf(await platform.send('POST', `${v1}/${name}_application`, { query, body })),
    status: async (name: string) => {
      const answer = await platform.send('GET', `${v1}/${name}_application_status`, { query })
      return at(answer.body, 'data') ?? codeOf(answer)
    }
  }
}

describe('short-video mount', () => {
  it('is applied for with a landing page, and granted with an event', async () => {
    const { platform, receiver } = await startBench()
    const { apply, status, material } = await desk(platform)
    expect(await status()).toEqual({ status: 5, reason: '' })
    expect(await apply({ image_path: await material('4') })).toBe(0)
    expect(await status()).toEqual({ status: 1, reason: '' })
    expect(await apply({ image_path: await material('4') })).toBe(28005032)
    platform.control.capabilityAudit(appId, 'video_mount', { outcome: 'pass', now: true })
    expect(await status()).toEqual({ status: 2, reason: '' })
    await receiver.count(3)
    const results = { Event: 'APPLY_VIDEO_CAPABILITY', ApplyVideoCapabilityResults: { status: 1, reason: '' } }
    expect(receiver.messages()[2]).toMatchObject(results)
  })

  it('is refused for another application, long texts and other materials', async () => {
    const platform = await startPlatform()
    const { apply, status, material } = await desk(platform)
    const image_path = await material('4')
    expect(await apply({ image_path, component_appid: 'tt00other' })).toBe(28001007)
    expect(await apply({ image_path, component_appid: undefined })).toBe(28001007)
    expect(await apply({ image_path, intro: '长'.repeat(201) })).toBe(28001007)
    expect(await apply({ image_path, anchor_text: '' })).toBe(28001007)
    expect(await apply({})).toBe(28001007)
    expect(await apply({ image_path: await material('5') })).toBe(40033)
    expect(await status({ component_appid: 'tt00other' })).toBe(28001007)
    expect(await status({})).toBe(28001007)
    expect(await apply({ image_path, intro: '长'.repeat(200) })).toBe(0)
  })

  it('has numbers of its own for every state, and needs set 3', async () => {
    const platform = await startPlatform()
    const told = async (merchant: string) => (await desk(platform, merchant)).status()
    expect(await told(merchants.upToDate)).toEqual({ status: 2, reason: '' })
    expect(await told(merchants.inReview)).toEqual({ status: 1, reason: '' })
    expect(await told(merchants.categoryRejected)).toEqual({ status: 4, reason: like(/./) })
    expect(await told(merchants.empty)).toEqual({ status: 6, reason: like(/小程序已上线/) })
    const { apply, status } = await desk(platform)
    platform.control.changeMerchant(appId, { capabilities: { video_mount: { state: 'rejected', reason: '不清楚' } } })
    expect(await status()).toEqual({ status: 3, reason: '不清楚' })
    platform.control.changeMerchant(appId, { permissions: [1, 2] })
    expect([await status(), await apply({ image_path: 'x' })]).toEqual([28001018, 28001018])
  })

  it('is one and the same in V1', async () => {
    const platform = await startPlatform()
    const old = await deskOfV1(platform)
    const { material, status } = await desk(platform)
    const body = { intro: '门店介绍', anchorText: '点我预约' }
    expect(await old.apply('video', body)).toBe(40001)
    expect(await old.apply('video', { ...body, imagePath: 'tos/none' })).toBe(40033)
    expect(await old.apply('video', { ...body, imagePath: await material('4') })).toBe(0)
    expect([await old.status('video'), await status()]).toEqual(Array(2).fill({ status: 1, reason: '' }))
  })
})

describe('the live component', () => {
  const body = {
    ...{ intro: '每周两场门店直播', firstLiveTime: 1_790_000_000, liveFrequency: 2, hasAdBudget: 1 },
    ...{ adBudgetAmount: 1000, adPersonName: '张三' }
  }

  it('is applied for in V1, with states and an event of its own', async () => {
    const { platform, receiver } = await startBench()
    const { apply, status } = await deskOfV1(platform)
    expect(await status('live')).toEqual({ status: 1, reason: '' })
    expect(await apply('live', body)).toBe(0)
    expect(await status('live')).toEqual({ status: 3, reason: '' })
    platform.control.capabilityAudit(appId, 'live_component', { outcome: 'reject', reason: '频次过低', now: true })
    expect(await status('live')).toEqual({ status: 5, reason: '频次过低' })
    platform.control.changeMerchant(appId, { capabilities: { live_component: { state: 'closed', reason: '停播' } } })
    expect(await status('live')).toEqual({ status: 6, reason: '停播' })
    await receiver.count(4)
    expect(receiver.messages().slice(2)).toMatchObject([
      { Event: 'APPLY_LIVE_CAPABILITY', ApplyLiveCapabilityResults: { status: 0, reason: '频次过低' } },
      { Event: 'APPLY_LIVE_CAPABILITY', ApplyLiveCapabilityResults: { status: 2, reason: '停播' } }
    ])
  })

  it.each([
    { intro: '长'.repeat(301) },
    { firstLiveTime: '明天' },
    { liveFrequency: -1 },
    { hasAdBudget: true },
    { adPersonName: '名'.repeat(11) }
  ])('with %o answers 40001', async (change) => {
    const { apply } = await deskOfV1(await startPlatform())
    expect(await apply('live', { ...body, ...change })).toBe(40001)
  })

  it('needs set 3, which V1 says as 40036, and conditions', async () => {
    const platform = await startPlatform()
    expect(await (await deskOfV1(platform, merchants.empty)).status('live')).toMatchObject({ status: 2 })
    expect(await (await deskOfV1(platform, merchants.empty)).apply('live', body)).toBe(28005034)
    const { apply } = await deskOfV1(platform)
    platform.control.changeMerchant(appId, { permissions: [1] })
    expect(await apply('live', body)).toBe(40036)
  })
})

describe('the phone number', () => {
  it('is applied for with one picture of a scene, of a company with credit', async () => {
    const { platform, receiver } = await startBench()
    const { apply, status } = await deskOfV1(platform)
    const { material } = await desk(platform)
    const body = { reason: 1, scene: 6, description: '用户预约到店时需要手机号登录', imagePaths: [await material('5')] }
    platform.control.changeMerchant(appId, { creditScore: 89 })
    expect(await status('phone_number')).toEqual({ status: 2, reason: '未满足：信用分不低于 90' })
    platform.control.changeMerchant(appId, { creditScore: 95 })
    expect(await apply('phone_number', { ...body, scene: 8 })).toBe(40001)
    expect(await apply('phone_number', { ...body, description: '太短' })).toBe(40001)
    expect(await apply('phone_number', { ...body, imagePaths: [] })).toBe(40001)
    expect(await apply('phone_number', { ...body, imagePaths: [await material('4')] })).toBe(40033)
    expect(await apply('phone_number', body)).toBe(0)
    platform.control.capabilityAudit(appId, 'phone_number', { outcome: 'pass', now: true })
    expect(await status('phone_number')).toEqual({ status: 4, reason: '' })
    await receiver.count(4)
    const event = { Event: 'APPLY_PHONE_NUMBER_CAPABILITY', ApplyPhoneNumberCapabilityResults: { status: 1 } }
    expect(receiver.messages()[3]).toMatchObject(event)
  })
})
