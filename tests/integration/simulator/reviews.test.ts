import { expect, it } from 'vitest'
import { deskOf } from './desk-of'
import { like, merchants } from './platform'
import { startBench } from './push-bench'

it('orders of control over HTTP fix how reviews end, and their events are pushed', async () => {
  const { platform, receiver, ask } = await startBench()
  const appId = merchants.categoryUnpublished
  const desk = await deskOf(platform, appId)
  const spa = '1201,1202,120204'
  const reject = { appId, outcome: 'reject', reason: '不行', now: true }
  await desk.profile('name', { new_name: '小橡树幼儿园' })
  expect(await ask('POST', '/profile-audit', { ...reject, item: 'name', advice: '换一个' })).toEqual({ ok: true })
  await desk.profile('intro', { new_intro: '入园登记、每日食谱与活动报名，一处看到。' })
  await ask('POST', '/profile-audit', { appId, item: 'introduction', outcome: 'pass', now: true })
  await desk.profile('icon', { new_icon_path: await desk.material('1') })
  await ask('POST', '/profile-audit', { ...reject, item: 'icon' })
  const category_cert = [{ id: '21', name: '公共场所卫生许可证', path_list: [await desk.material('2')] }]
  await desk.change('add_categories', { category_info: [{ category: spa, category_cert }] })
  await ask('POST', '/category-audit', { ...reject, category: spa })
  await desk.change('publish_category')
  await ask('POST', '/publish-audit', { ...reject, lacking: ['舞蹈'] })
  await receiver.count(7)
  const common = { AppId: appId, TpAppId: platform.simulator.application.appId }
  const category_id = '1701,1704,170401'
  expect(receiver.messages().slice(2)).toMatchObject([
    { ...common, Event: 'MODIFY_APP_NAME', ModifyAppNameResults: { status: 0, reason: '不行', advice: '换一个' } },
    { ...common, Event: 'MODIFY_APP_INTRO', ModifyAppIntroResults: { status: 1, reason: '' } },
    { ...common, Event: 'MODIFY_APP_ICON', ModifyAppIconResults: { status: 0, reason: '不行' } },
    {
      ...{ ...common, Event: 'MODIFY_APP_CATEGORY' },
      ModifyAppCategoryResults: [{ category: spa, categoryName: '生活服务-丽人-美容美体', status: 0, reason: '不行' }]
    },
    {
      ...{ ...common, Event: 'PUBLISH_APP_CATEGORY_AUDIT_RESULT' },
      EventContent: {
        audit_categories: [{ category_id, category_name: '文化教育-学前教育-幼儿园' }, {}],
        audit_state: 0,
        audit_reason: '{"redundant_choice":[],"lack_choice":["舞蹈"],"other_reason":"不行"}'
      }
    }
  ])
})

it('control refuses to end what does not run, and sets what is left', async () => {
  const { platform, ask } = await startBench()
  const appId = merchants.upToDate
  const end = { appId, outcome: 'pass', now: true }
  const refused = { error: like(/./) }
  expect(await ask('POST', '/profile-audit', { ...end, item: 'icon' })).toMatchObject(refused)
  expect(await ask('POST', '/category-audit', { ...end, category: 'x' })).toMatchObject(refused)
  expect(await ask('POST', '/publish-audit', end)).toMatchObject(refused)
  expect(await ask('POST', '/profile-audit', { ...end, item: 'subject' })).toMatchObject(refused)
  const change = { remaining: { name: 0, mainCategory: 0 }, categoryChanges: { used: 1, limit: 4 } }
  expect(await ask('POST', '/merchant', { appId, change })).toEqual({ ok: true })
  const desk = await deskOf(platform, appId)
  expect(await desk.profile('name', { new_name: '山茶与海' })).toBe(20105)
  expect(await desk.read('get_audit_categories')).toMatchObject({ remaining_times: 3, category_change_limit: 4 })
  expect(await desk.read('get_main_category')).toMatchObject({ remaining_times: 0 })
})

it('a rejection without a reason takes a sample one', async () => {
  const { platform } = await startBench()
  const appId = merchants.upToDate
  const desk = await deskOf(platform, appId)
  platform.control.profileAudit(appId, 'name', { outcome: 'reject' })
  await desk.profile('name', { new_name: '山茶与海' })
  platform.control.advance(24 * 3_600_000)
  const newest = platform.control.state(appId).merchants[0]?.profileChanges.name.newest
  expect(newest).toMatchObject({ state: 'rejected', reason: like(/./) })
})
