import { describe, expect, it } from 'vitest'
import { deskOf, png, queryOfV1 } from './desk-of'
import { at, codeOf, like, merchants, startPlatform, textAt } from './platform'

const hourMs = 3_600_000

async function start(appId: string) {
  const platform = await startPlatform()
  return { platform, control: platform.control, desk: await deskOf(platform, appId) }
}

describe('a name', () => {
  it.each([
    ['豆', 21001],
    ['ab', 21001],
    ['一二三四五六七八九十一', 21001],
    ['茶 饮', 21001],
    ['茶+饮', 21001],
    ['', 21001],
    ['全城最低价茶饮', 21005],
    ['城市早餐铺', 21003],
    ['慢煮咖啡', 21003],
    ['半岛海鲜环岛路总店', 21003],
    ['星巴克甄选', 21006],
    ['山茶+', 0],
    ['abcd', 0],
    ['一二三四五六七八九十', 0],
    ['山茶与海手作茶饮', 0]
  ])('%o is checked with %i', async (name, code) => {
    const { desk } = await start(merchants.upToDate)
    expect(await desk.check(name)).toBe(code)
  })

  it('is in review, then approved, and comes into force with an event', async () => {
    const { platform, control, desk } = await start(merchants.upToDate)
    control.profileAudit(merchants.upToDate, 'name', { outcome: 'pass' })
    expect(await desk.profile('name', { new_name: '山茶与海' })).toBe(0)
    const change = { new_name: '山茶与海', new_name_audit_state: 1, remaining_times: 1, reason: '', advice: '' }
    expect(await desk.info()).toMatchObject({ app_name: '山茶与海手作茶饮', new_name_audit_info: change })
    expect(await desk.check('另一个名称')).toBe(21004)
    expect(await desk.profile('name', { new_name: '另一个名称' })).toBe(21004)
    control.advance(24 * hourMs)
    expect(await (await deskOf(platform, merchants.upToDate)).info()).toMatchObject({
      app_name: '山茶与海',
      new_name_audit_info: { new_name_audit_state: 2 }
    })
    expect(control.state().events).toContainEqual({
      at: expect.any(Number) as number,
      event: 'MODIFY_APP_NAME',
      appId: merchants.upToDate,
      content: { ModifyAppNameResults: { status: 1, reason: '', advice: '' } }
    })
  })

  it('is rejected with a reason and advice, and the old one stays', async () => {
    const { control, desk } = await start(merchants.upToDate)
    await desk.profile('name', { new_name: '山茶与海' })
    control.profileAudit(merchants.upToDate, 'name', {
      outcome: 'reject',
      reason: '太宽泛',
      advice: '加上品牌',
      now: true
    })
    const rejected = { new_name_audit_state: 3, reason: '太宽泛', advice: '加上品牌' }
    expect(await desk.info()).toMatchObject({ app_name: '山茶与海手作茶饮', new_name_audit_info: rejected })
    const results = { status: 0, reason: '太宽泛', advice: '加上品牌' }
    expect(control.state().events.at(-1)?.content).toEqual({ ModifyAppNameResults: results })
  })

  it('of a brand passes with a certificate of this merchant only', async () => {
    const { platform, desk } = await start(merchants.upToDate)
    const foreign = await (await deskOf(platform, merchants.partial)).material('3')
    const submit = (path?: string) => desk.profile('name', { new_name: '星巴克甄选', material_file_path: path })
    expect([await submit(), await submit('tos/none')]).toEqual([21006, 40033])
    expect([await submit(foreign), await submit(await desk.material('2'))]).toEqual([40033, 40033])
    expect(await submit(await desk.material('3'))).toBe(0)
  })

  it('can be changed twice a month in China', async () => {
    const { platform, control, desk } = await start(merchants.upToDate)
    for (const name of ['山茶一号', '山茶二号']) {
      expect(await desk.profile('name', { new_name: name })).toBe(0)
      control.profileAudit(merchants.upToDate, 'name', { outcome: 'reject', now: true })
    }
    expect(at(await desk.info(), 'new_name_audit_info', 'remaining_times')).toBe(0)
    expect(await desk.profile('name', { new_name: '山茶三号' })).toBe(20105)
    control.advance(30 * 24 * hourMs)
    const later = await deskOf(platform, merchants.upToDate)
    expect(await later.profile('name', { new_name: '山茶三号' })).toBe(0)
  })

  it('waits for the subject: 21000, in V1 22007', async () => {
    const { platform, desk } = await start(merchants.unverified)
    expect(await desk.profile('name', { new_name: '清源养生' })).toBe(21000)
    const query = await queryOfV1(platform, merchants.unverified)
    const path = '/openapi/v1/microapp/app/modify_app_name'
    expect(codeOf(await platform.send('POST', path, { query, body: { new_name: '清源养生' } }))).toBe(22007)
  })

  it('that was reset is told as expired, and a new one ends the reset', async () => {
    const { platform, control, desk } = await start(merchants.nameReset)
    const submit = async () =>
      codeOf(
        await platform.send('POST', '/api/apps/v2/package_version/audit/', {
          token: desk.token,
          body: { host_names: ['douyin'] }
        })
      )
    expect(at(await desk.info(), 'new_name_audit_info', 'new_name_audit_state')).toBe(4)
    expect(await submit()).toBe(10109)
    await desk.profile('name', { new_name: '拾光亲子影像' })
    expect(await submit()).toBe(10109)
    control.profileAudit(merchants.nameReset, 'name', { outcome: 'pass', now: true })
    expect(await submit()).not.toBe(10109)
  })
})

describe('an introduction', () => {
  const introduction = '为本地用户提供到店预约与优惠信息'

  it('is changed by itself', async () => {
    const { control, desk } = await start(merchants.upToDate)
    expect(await desk.profile('intro', { new_intro: introduction })).toBe(0)
    const change = { new_intro: introduction, new_intro_audit_state: 1, remaining_times: 4 }
    expect(await desk.info()).toMatchObject({ new_intro_audit_info: change, new_name_audit_info: null })
    expect(await desk.profile('intro', { new_intro: introduction })).toBe(21202)
    control.profileAudit(merchants.upToDate, 'introduction', { outcome: 'pass', now: true })
    expect(await desk.info()).toMatchObject({
      app_intro: introduction,
      new_intro_audit_info: { new_intro_audit_state: 2 }
    })
    expect(control.state().events.at(-1)).toMatchObject({
      event: 'MODIFY_APP_INTRO',
      content: { ModifyAppIntroResults: { status: 1, reason: '' } }
    })
  })

  it('is refused for its length and its words', async () => {
    const { control, desk } = await start(merchants.upToDate)
    const submit = (text: string) => desk.profile('intro', { new_intro: text })
    expect([await submit(''), await submit('九个字的简介不够长'), await submit('长'.repeat(61))]).toEqual([
      21201, 21201, 21201
    ])
    expect(await submit('这里有全城最低价的茶饮')).toBe(22019)
    control.changeMerchant(merchants.upToDate, { remaining: { introduction: 0 } })
    expect(await submit(introduction)).toBe(20105)
  })
})

describe('an icon', () => {
  it('is uploaded, submitted, shown while in review, and comes into force', async () => {
    const { control, desk } = await start(merchants.upToDate)
    const before = textAt(await desk.info(), 'app_icon')
    const path = await desk.material('1')
    expect(await desk.profile('icon', { new_icon_path: path })).toBe(0)
    const submitted = await desk.info()
    expect(submitted).toMatchObject({
      app_icon: before,
      new_icon_audit_info: { new_icon: like(/\/cdn\/icon\//), new_icon_audit_state: 1, remaining_times: 4 }
    })
    const shown = await fetch(textAt(submitted, 'new_icon_audit_info', 'new_icon'))
    expect(Buffer.from(await shown.arrayBuffer())).toEqual(png)
    expect(await desk.profile('icon', { new_icon_path: path })).toBe(21102)
    control.profileAudit(merchants.upToDate, 'icon', { outcome: 'pass', now: true })
    expect(textAt(await desk.info(), 'app_icon')).toBe(textAt(submitted, 'new_icon_audit_info', 'new_icon'))
    expect(control.state().events.at(-1)).toMatchObject({
      event: 'MODIFY_APP_ICON',
      content: { ModifyAppIconResults: { status: 1 } }
    })
  })

  it('is refused without a file of the right type and owner: 21101, in V1 40033', async () => {
    const { platform, desk } = await start(merchants.upToDate)
    const foreign = await (await deskOf(platform, merchants.partial)).material('1')
    const certificate = await desk.material('2')
    for (const path of ['tos/none', foreign, certificate]) {
      expect(await desk.profile('icon', { new_icon_path: path })).toBe(21101)
    }
    const query = await queryOfV1(platform, merchants.upToDate)
    const body = { new_icon_path: foreign }
    const answer = await platform.send('POST', '/openapi/v1/microapp/app/modify_app_icon', { query, body })
    expect(codeOf(answer)).toBe(40033)
  })

  it('is refused when no change is left', async () => {
    const { desk } = await start(merchants.iconRejected)
    expect(await desk.info()).toMatchObject({ new_icon_audit_info: { new_icon_audit_state: 3, remaining_times: 0 } })
    expect(await desk.profile('icon', { new_icon_path: await desk.material('1') })).toBe(20105)
  })
})

it('a body or a query that lacks something answers 28001007, in V1 40001', async () => {
  const { platform, desk } = await start(merchants.upToDate)
  const codes = [await desk.profile('name', {}), await desk.profile('intro', { new_intro: 7 })]
  const check = await platform.send('GET', '/api/apps/v2/basic_info/check_app_name/', { token: desk.token })
  expect([...codes, await desk.profile('icon', {}), codeOf(check)]).toEqual([28001007, 28001007, 28001007, 28001007])
  const query = await queryOfV1(platform, merchants.upToDate)
  const path = '/openapi/v1/microapp/app/modify_app_intro'
  expect(codeOf(await platform.send('POST', path, { query, body: {} }))).toBe(40001)
})

it.each([
  ['name', { new_name: '山茶与海' }, 21000],
  ['intro', { new_intro: '为本地用户提供到店预约与优惠信息' }, 21200],
  ['icon', { new_icon_path: 'x' }, 21100]
] as const)('a system error at %s can have the code of its own', async (action, body, code) => {
  const { control, desk } = await start(merchants.upToDate)
  control.addFault({ kind: 'system-error', own: true, times: 1 })
  control.addFault({ kind: 'system-error', times: 1 })
  expect([await desk.profile(action, body), await desk.profile(action, body)]).toEqual([code, 28001005])
  expect(at(await desk.info(), 'new_name_audit_info')).toBeNull()
})

it('V1 tells and changes the same profile', async () => {
  const { platform, desk } = await start(merchants.upToDate)
  const query = await queryOfV1(platform, merchants.upToDate)
  const name = { query: { ...query, app_name: '城市早餐铺' } }
  expect(codeOf(await platform.send('GET', '/openapi/v1/microapp/app/check_app_name', name))).toBe(21003)
  const body = { new_name: '山茶与海' }
  expect(codeOf(await platform.send('POST', '/openapi/v1/microapp/app/modify_app_name', { query, body }))).toBe(0)
  expect(await desk.info()).toMatchObject({ new_name_audit_info: { new_name: '山茶与海' } })
  const told = await platform.send('GET', '/openapi/v1/microapp/app/info', { query })
  expect(at(told.body, 'data')).toMatchObject({
    app_type: 1,
    new_name_audit_info: { new_name: '山茶与海' },
    subject_audit_info: { subject_audit_state: 2 }
  })
})
