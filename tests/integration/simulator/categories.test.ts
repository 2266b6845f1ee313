import { describe, expect, it } from 'vitest'
import { type Desk, deskOf, queryOfV1 } from './desk-of'
import { at, codeOf, like, merchants, type Platform, startPlatform } from './platform'

const hourMs = 3_600_000
const hair = '1201,1202,120201'
const nails = '1201,1202,120203'
const spa = '1201,1202,120204'
const weddings = '1201,1206,120602'
const teaHouse = '1101,1102,110203'
const swimming = '1301,1303,130301'
const food = '食品经营许可证'

async function start(appId: string) {
  const platform = await startPlatform()
  return { platform, control: platform.control, desk: await deskOf(platform, appId) }
}

const add = (desk: Desk, ...category_info: object[]) => desk.change('add_categories', { category_info })
const supply = (desk: Desk, ...category_info: object[]) => desk.change('supply_categories', { category_info })
const remove = (desk: Desk, ...categories: string[]) => desk.change('del_categories', { categories })
const certified = (category: string, id: string, name: string, ...path_list: string[]) => ({
  category,
  category_cert: [{ id, name, path_list }]
})

async function draft(desk: Desk) {
  const { app_category_audit_info } = (await desk.read('get_audit_categories')) as { app_category_audit_info: object[] }
  return app_category_audit_info as { category: string; category_audit_state: number; reason: string }[]
}

describe('the tree', () => {
  it('tells each category with its rule, the qualifications of the rule, and optional ones', async () => {
    const { desk } = await start(merchants.upToDate)
    const list = at(await desk.read('get_all_categories'), 'category_list') as { id: number; level: number }[]
    expect(list.filter(({ level }) => level === 1).length).toBeGreaterThanOrEqual(12)
    expect(list.filter(({ level }) => level === 3).length).toBeGreaterThanOrEqual(60)
    expect(list.find(({ id }) => id === 160503)).toEqual({
      ...{ id: 160503, name: '品牌服装', level: 3, fpid: 1601, spid: 1605 },
      certification: {
        relation: ['85|1102&85'],
        list: [
          { id: '85', name: '商标注册证' },
          { id: '1102', name: '授权委托书' }
        ],
        explanation: like(/商标/),
        optional_list: [{ id: '23', name: '营业执照' }],
        optional_relation: ['23']
      }
    })
    expect(list.find(({ id }) => id === 120201)).toMatchObject({
      certification: { relation: null, list: null, optional_list: null, optional_relation: null }
    })
  })

  it('is smaller for persons, and has no empty branch', async () => {
    const { platform, desk } = await start(merchants.person)
    type Entry = { id: number; level: number; spid: number; fpid: number }
    const list = at(await desk.read('get_all_categories'), 'category_list') as Entry[]
    const whole = at(await (await deskOf(platform, merchants.upToDate)).read('get_all_categories'), 'category_list')
    expect(list.length).toBeLessThan((whole as Entry[]).length)
    for (const { id } of list.filter(({ level }) => level === 2))
      expect(list.some(({ spid }) => spid === id)).toBe(true)
    expect(list.some(({ id }) => id === 130301)).toBe(false)
    expect(await add(desk, { category: swimming })).toBe(21300)
  })
})

describe('adding', () => {
  it('approves at once what needs no qualification', async () => {
    const { desk } = await start(merchants.upToDate)
    const before = Number(at(await desk.read('get_audit_categories'), 'remaining_times'))
    expect(await add(desk, { category: hair }, { category: nails })).toBe(0)
    const data = await desk.read('get_audit_categories')
    expect(data).toMatchObject({ remaining_times: before - 1, category_change_limit: before, category_limit: 5 })
    expect(at(data, 'app_category_audit_info', 1)).toEqual({
      ...{ category: hair, category_name: '生活服务-丽人-美发', category_cert_ids: '', category_cert: null },
      ...{ category_audit_state: 2, reason: '' }
    })
  })

  it('reviews the others together, with one event', async () => {
    const { platform, control, desk } = await start(merchants.upToDate)
    const path = await desk.material('2')
    control.categoryAudit(merchants.upToDate, spa, { outcome: 'reject', reason: '看不清' })
    control.categoryAudit(merchants.upToDate, '1101,1103,110301', { outcome: 'pass' })
    const order = [
      certified(spa, '21', '公共场所卫生许可证', path),
      certified('1101,1103,110301', '11', food, path, path)
    ]
    expect(await add(desk, ...order)).toBe(0)
    expect((await draft(desk)).map((each) => each.category_audit_state)).toEqual([2, 1, 1])
    control.advance(24 * hourMs)
    const later = await deskOf(platform, merchants.upToDate)
    expect(await draft(later)).toMatchObject([
      {},
      { category_audit_state: 3, reason: '看不清', category_cert: [{ id: '21', path_list: [path] }] },
      { category_audit_state: 2, reason: '', category_cert: [{ id: '11', path_list: [path, path] }] }
    ])
    expect(
      control
        .state()
        .events.filter(({ appId, event }) => appId === merchants.upToDate && event === 'MODIFY_APP_CATEGORY')
    ).toMatchObject([
      {
        content: {
          ModifyAppCategoryResults: [
            { category: spa, categoryName: '生活服务-丽人-美容美体', status: 0, reason: '看不清' },
            { category: '1101,1103,110301', status: 1, reason: '' }
          ]
        }
      }
    ])
  })

  it('refuses what is not there, not valid, closed, or there already', async () => {
    const { desk } = await start(merchants.upToDate)
    const codes = [
      await add(desk, { category: '1101,1102,999999' }),
      await add(desk, { category: '1201,1102,110204' }),
      await add(desk, { category: '2201,2203,220302' }),
      await add(desk, { category: '1701,1706,170601' }),
      await add(desk, { category: teaHouse }),
      await add(desk, { category: hair }, { category: hair })
    ]
    expect(codes).toEqual([21301, 21301, 21320, 21300, 21306, 21306])
    expect(await draft(desk)).toHaveLength(1)
  })

  it('refuses qualifications that are lacking, unknown, misnamed or uncalled for, and unknown files', async () => {
    const { platform, desk } = await start(merchants.upToDate)
    const path = await desk.material('2')
    const foreign = await (await deskOf(platform, merchants.partial)).material('2')
    const bar = '1101,1102,110205'
    const codes = [
      await add(desk, { category: spa }),
      await add(desk, certified(spa, '11', food, path)),
      await add(desk, certified(spa, '21', '卫生证', path)),
      await add(desk, certified(spa, '21', '公共场所卫生许可证')),
      await add(desk, certified(bar, '11', food, path)),
      await add(desk, certified(hair, '11', food, path)),
      await add(desk, certified(spa, '21', '公共场所卫生许可证', 'tos/none')),
      await add(desk, certified(spa, '21', '公共场所卫生许可证', path, foreign)),
      await add(desk, certified(spa, '21', '公共场所卫生许可证', await desk.material('3')))
    ]
    expect(codes).toEqual([21302, 21302, 21302, 21302, 21302, 21315, 40033, 40033, 40033])
    expect(await add(desk, { category: spa, category_cert: '21' })).toBe(28001007)
  })

  it('accepts any alternative of a rule, and more than it asks for', async () => {
    const { desk } = await start(merchants.upToDate)
    const path_list = [await desk.material('2')]
    const certificate = (id: string, name: string) => ({ id, name, path_list })
    const trademark = certificate('85', '商标注册证')
    const health = '1601,1603,160306'
    const licence = certificate('11', food)
    const category_cert = [licence, certificate('1102', '授权委托书')]
    expect(await add(desk, { category: health, category_cert })).toBe(21302)
    expect(await add(desk, { category: health, category_cert: [...category_cert, trademark] })).toBe(0)
    const more = [trademark, certificate('1102', '授权委托书'), certificate('23', '营业执照')]
    expect(await add(desk, { category: '1601,1605,160503', category_cert: more })).toBe(0)
  })

  it('stops at five categories and when the changes of the month are used up', async () => {
    const { platform, control, desk } = await start(merchants.fiveCategories)
    expect(await add(desk, { category: hair })).toBe(21304)
    const used = await deskOf(platform, merchants.noCategoryChanges)
    expect(at(await used.read('get_audit_categories'), 'remaining_times')).toBe(0)
    expect(await add(used, { category: nails })).toBe(21303)
    control.changeMerchant(merchants.noCategoryChanges, { categoryChanges: { used: 4, limit: 5 } })
    expect(await add(used, { category: nails })).toBe(0)
    expect(await add(used, { category: weddings })).toBe(21303)
    control.advance(30 * 24 * hourMs) // from the first of June into July
    expect(await add(await deskOf(platform, merchants.noCategoryChanges), { category: weddings })).toBe(0)
  })
})

describe('supplying', () => {
  const licences = (...paths: [string, string]) => ({
    category: swimming,
    category_cert: [
      { id: '21', name: '公共场所卫生许可证', path_list: [paths[0]] },
      { id: '64', name: '高危险性体育项目经营许可证', path_list: [paths[1]] }
    ]
  })

  it('puts a rejected category into review again, with a file of before and a new one', async () => {
    const { control, desk } = await start(merchants.categoryRejected)
    const before = await desk.read('get_audit_categories')
    expect(at(before, 'app_category_audit_info', 1)).toMatchObject({ category_audit_state: 3, reason: like(/./) })
    const old = at(before, 'app_category_audit_info', 1, 'category_cert', 0, 'path_list', 0) as string
    expect(await supply(desk, licences(old, await desk.material('2')))).toBe(0)
    expect(await draft(desk)).toMatchObject([{}, { category_audit_state: 1, reason: '' }])
    expect(at(await desk.read('get_audit_categories'), 'remaining_times')).toBe(at(before, 'remaining_times'))
    control.categoryAudit(merchants.categoryRejected, swimming, { outcome: 'pass', now: true })
    expect(await draft(desk)).toMatchObject([{}, { category_audit_state: 2 }])
  })

  it('is refused for other categories, other qualifications, unknown files, and without a change left', async () => {
    const { control, desk } = await start(merchants.categoryRejected)
    const path = await desk.material('2')
    const codes = [
      await supply(desk, { category: hair }),
      await supply(desk, { category: '1301,1302,130204' }),
      await supply(desk, certified(swimming, '21', '公共场所卫生许可证', path)),
      await supply(desk, licences(path, 'tos/none')),
      await supply(desk)
    ]
    expect(codes).toEqual([21308, 21310, 21309, 28005105, 28001007])
    control.changeMerchant(merchants.categoryRejected, { categoryChanges: { used: 9 } })
    expect(await supply(desk, licences(path, path))).toBe(21303)
  })

  it('is refused for what is not valid any more, and for what is for pilot subjects', async () => {
    const { platform, desk } = await start(merchants.categoryInvalid)
    expect(await supply(desk, { category: '2201,2203,220302' })).toBe(21322)
    const pilot = await deskOf(platform, merchants.categoryPilot)
    expect(await supply(pilot, { category: '1401,1404,140402' })).toBe(21321)
  })
})

describe('deleting', () => {
  it('takes categories off the list, whatever is online', async () => {
    const { desk } = await start(merchants.fiveCategories)
    expect(await remove(desk, '1801,1803,180302', '1101,1103,110302')).toBe(0)
    expect(await draft(desk)).toHaveLength(3)
    expect(at(await desk.read('get_online_categories'), 'online_categories')).toHaveLength(5)
  })

  it('is refused for what is not there, for what is in review, and for the last approved one', async () => {
    const { desk } = await start(merchants.upToDate)
    await add(desk, certified(spa, '21', '公共场所卫生许可证', await desk.material('2')))
    const codes = [await remove(desk), await remove(desk, hair), await remove(desk, spa), await remove(desk, teaHouse)]
    expect(codes).toEqual([20002, 20002, 21305, 21307])
    await add(desk, { category: hair })
    expect(await remove(desk, teaHouse)).toBe(0)
  })
})

describe('publishing', () => {
  const reasonOf = (data: unknown): unknown => JSON.parse(at(data, 'online_audit_info', 'audit_reason') as string)

  it('shows the old set and the complete new one until it is approved', async () => {
    const { control, desk } = await start(merchants.categoryUnpublished)
    const ids = (data: unknown, ...path: string[]) =>
      (at(data, ...path) as { category_id: string }[]).map(({ category_id }) => category_id)
    expect(await desk.read('get_online_categories')).toEqual({
      online_audit_info: null,
      online_categories: [
        { category_id: '1701,1704,170401', category_name: '文化教育-学前教育-幼儿园', category_type: 1 }
      ]
    })
    expect(await desk.change('publish_category')).toBe(0)
    const running = await desk.read('get_online_categories')
    expect(ids(running, 'online_categories')).toEqual(['1701,1704,170401'])
    expect(ids(running, 'online_audit_info', 'audit_categories')).toEqual(['1701,1704,170401', '1701,1705,170503'])
    expect(running).toMatchObject({ online_audit_info: { audit_state: 1 } })
    expect(await desk.change('publish_category')).toBe(21408)
    control.publishAudit(merchants.categoryUnpublished, { outcome: 'pass', now: true })
    const done = await desk.read('get_online_categories')
    expect(ids(done, 'online_categories')).toEqual(['1701,1704,170401', '1701,1705,170503'])
    expect(done).toMatchObject({ online_audit_info: { audit_state: 2 } })
    expect(reasonOf(done)).toEqual({ redundant_choice: [], lack_choice: [], other_reason: '' })
    expect(await desk.change('publish_category')).toBe(21408)
  })

  it('that is rejected says why, pushes it, and leaves what is online', async () => {
    const { control, desk } = await start(merchants.categoryUnpublished)
    control.publishAudit(merchants.categoryUnpublished, { outcome: 'reject', redundant: ['美术'], lacking: ['舞蹈'] })
    await desk.change('publish_category')
    control.advance(24 * hourMs)
    const { events, merchants: told } = control.state(merchants.categoryUnpublished)
    expect(told[0]).toMatchObject({
      publication: { state: 'rejected' },
      onlineCategories: [{ id: '1701,1704,170401' }]
    })
    const content = events.find(({ event }) => event === 'PUBLISH_APP_CATEGORY_AUDIT_RESULT')?.content
    expect(content).toMatchObject({
      EventContent: { audit_state: 0, audit_categories: [{}, { category_id: like(/170503/) }] }
    })
    const reason: unknown = JSON.parse(at(content, 'EventContent', 'audit_reason') as string)
    expect(reason).toEqual({ redundant_choice: ['美术'], lack_choice: ['舞蹈'], other_reason: '' })
  })

  it('is refused before the first release, which publishes what is approved', async () => {
    const { control, desk, platform } = await start(merchants.empty)
    expect(await desk.change('publish_category')).toBe(21408)
    expect(at(await desk.read('get_online_categories'), 'online_categories')).toEqual([])
    const post = async (path: string, body: string) =>
      codeOf(await platform.send('POST', path, { token: desk.token, body: JSON.parse(body) as unknown }))
    const ext = JSON.stringify(JSON.stringify({ extEnable: true, extAppid: merchants.empty }))
    const upload = `{"template_id":1622,"user_version":"1.0.0","user_desc":"首版","ext_json":${ext}}`
    const template = platform.control.state().templates.find(({ id }) => Number.isSafeInteger(Number(id)))?.id ?? ''
    expect(await post('/api/apps/v1/package_version/upload/', upload.replace('1622', template))).toBe(0)
    expect(await post('/api/apps/v2/package_version/audit/', '{"host_names":["douyin"]}')).toBe(0)
    control.audit(merchants.empty, { outcome: 'pass', now: true })
    expect(await post('/api/apps/v1/package_version/release/', '{}')).toBe(0)
    const { online_categories } = (await desk.read('get_online_categories')) as { online_categories: unknown[] }
    expect(online_categories).toEqual([
      { category_id: '1701,1702,170201', category_name: '文化教育-图书-书店', category_type: 1 }
    ])
  })
})

describe('the main category', () => {
  it('is preset out of the approved ones and comes into force by publishing', async () => {
    const { control, desk } = await start(merchants.categoryUnpublished)
    const preset = (main_category: string) => desk.change('pre_set_main_category', { main_category })
    expect([await preset(hair), await preset('1701,1705,170503')]).toEqual([28001007, 0])
    const drawing = { category_id: '1701.1705.170503', category_name: '文化教育-艺术培训-美术' }
    const nothing = { category_id: '', category_name: '' }
    expect(await desk.read('get_main_category')).toEqual({
      main_category_info: { category_id: '1701.1704.170401', category_name: '文化教育-学前教育-幼儿园' },
      main_category_pre_set_info: drawing,
      main_category_reject_info: { MainCategory: nothing },
      remaining_times: 1
    })
    await desk.change('publish_category')
    control.publishAudit(merchants.categoryUnpublished, { outcome: 'pass', now: true })
    expect(await desk.read('get_main_category')).toMatchObject({
      main_category_info: drawing,
      main_category_pre_set_info: nothing
    })
  })

  it('is rejected with the publication, and can be preset twice a month', async () => {
    const { control, desk } = await start(merchants.categoryUnpublished)
    const preset = () => desk.change('pre_set_main_category', { main_category: '1701,1705,170503' })
    await preset()
    await desk.change('publish_category')
    control.publishAudit(merchants.categoryUnpublished, { outcome: 'reject', now: true })
    expect(await desk.read('get_main_category')).toMatchObject({
      main_category_info: { category_id: '1701.1704.170401' },
      main_category_reject_info: { MainCategory: { category_id: '1701.1705.170503' } }
    })
    expect([await preset(), await preset()]).toEqual([0, 28003017])
  })
})

describe('submitting a version', () => {
  const submit = async (platform: Platform, desk: Desk) => {
    const path = '/api/apps/v2/package_version/audit/'
    return codeOf(await platform.send('POST', path, { token: desk.token, body: { host_names: ['douyin'] } }))
  }

  it('waits for an introduction, an icon and an approved category', async () => {
    const { platform, control, desk } = await start(merchants.incomplete)
    expect(await desk.info()).toMatchObject({ app_icon: '', app_intro: '', app_categories_audit_info: null })
    expect(await submit(platform, desk)).toBe(11306)
    await desk.profile('intro', { new_intro: '日用百货线上下单，三公里内三十分钟送达。' })
    control.profileAudit(merchants.incomplete, 'introduction', { outcome: 'pass', now: true })
    await desk.profile('icon', { new_icon_path: await desk.material('1') })
    control.profileAudit(merchants.incomplete, 'icon', { outcome: 'pass', now: true })
    expect(await submit(platform, desk)).toBe(11306)
    await add(desk, { category: '1601,1603,160304' })
    expect(await submit(platform, desk)).not.toBe(11306)
  })
})

it('V1 has the same categories under names of its own', async () => {
  const { platform } = await start(merchants.categoryRejected)
  const query = await queryOfV1(platform, merchants.categoryRejected)
  const app = '/openapi/v1/microapp/app/'
  const material = await platform.sendForm('/openapi/v1/microapp/upload_material', query, {
    ...{ material_type: '2', material_file: Buffer.from('ffd8ff', 'hex') }
  })
  const path = at(material.body, 'data', 'path') as string
  const post = async (name: string, body: object) => codeOf(await platform.send('POST', app + name, { query, body }))
  const tree = await platform.send('GET', `${app}all_categories`, { query })
  expect(at(tree.body, 'data', 0)).toMatchObject({ id: 1101, level: 1 })
  expect(Object.keys(at(tree.body, 'data', 0, 'certification') as object)).toEqual(['relation', 'list', 'explanation'])
  const certificates = (...second: object[]) => [{ id: '21', name: '公共场所卫生许可证', path }, ...second]
  const info = (category: string, ...second: object[]) => ({
    categoryInfo: [{ category, categoryCert: certificates(...second) }]
  })
  expect(await post('add_categories', info(spa))).toBe(0)
  const second = { id: '64', name: '高危险性体育项目经营许可证', pathList: [path, path] }
  expect(await post('supply_categories', info(swimming, { ...second, pathList: ['tos/none'] }))).toBe(40033)
  expect(await post('supply_categories', info(swimming, second))).toBe(0)
  expect(await post('del_categories', { categories: [hair] })).toBe(20002)
  expect(await post('add_categories', {})).toBe(40001)
  const { body } = await platform.send('GET', `${app}categories`, { query })
  expect(at(body, 'data')).toMatchObject({ categoryLimit: 5, remainingTimes: 2, categoryChangeLimit: 3 })
  expect(at(body, 'data', 'appCategoryAuditInfo', 2)).toEqual({
    ...{
      category: spa,
      categoryName: '生活服务-丽人-美容美体',
      categoryCertIds: '21',
      categoryAuditState: 1,
      reason: ''
    },
    categoryCert: [{ id: '21', name: '公共场所卫生许可证', path, pathList: [path] }]
  })
})
