import { describe, expect, test } from 'vitest'
import type { MerchantClient } from '../../../electron/douyin/platform'
import { bench } from './support/bench'
import { failureOf } from './support/client'
import { ok, refusal, text } from './support/platform-server'
import { paths } from './support/setup-paths'

/** The sample of the page. */
const told = {
  app_id: 'tt0001',
  app_name: '示例店',
  app_intro: '一个示例小程序的介绍文字',
  app_icon: 'https://example.com/i.png',
  app_state: 1,
  new_name_audit_info: { new_name: '示例新店', new_name_audit_state: 1, remaining_times: 2, reason: '', advice: '' },
  new_intro_audit_info: null,
  new_icon_audit_info: null,
  app_categories_audit_info: [
    { app_category: '5,6,7', app_category_name: '甲-乙-丙', app_category_audit_state: 2, reason: '' }
  ],
  subject_audit_info: { subject_name: '示例有限公司', subject_type: 1 }
}

describe('basic information', () => {
  const readFrom = async (data: unknown) => {
    const { client, server } = await bench()
    server.on(paths.information, ok(data))
    return client().merchant('tt01').basicInformation()
  }

  test('is told in our words', async () => {
    expect(await readFrom(told)).toEqual({
      name: '示例店',
      introduction: '一个示例小程序的介绍文字',
      iconUrl: 'https://example.com/i.png',
      appState: 'published',
      nameAudit: { value: '示例新店', state: 'in_review', reason: '', advice: '', remaining: 2 },
      introductionAudit: null,
      iconAudit: null,
      categories: [{ id: '5,6,7', name: '甲-乙-丙', state: 'approved', reason: '' }],
      subjectName: '示例有限公司',
      subjectType: 'company',
      subjectState: null
    })
  })

  test('says what was submitted last, why it was refused and what to change', async () => {
    const refused = { remaining_times: '3', reason: '与经营内容不符', advice: '请写明经营内容' }
    const information = await readFrom({
      ...told,
      new_name_audit_info: { ...refused, new_name: '旧名', new_name_audit_state: 4 },
      new_intro_audit_info: { ...refused, new_intro: '简介', new_intro_audit_state: 3 },
      new_icon_audit_info: { ...refused, new_icon: 'https://example.com/n.png', new_icon_audit_state: '3' },
      subject_audit_info: { subject_name: '甲', subject_type: 0, subject_audit_state: 3, reason: '不清晰' }
    })
    const audit = { reason: '与经营内容不符', advice: '请写明经营内容', remaining: 3 }
    expect(information).toMatchObject({
      nameAudit: { ...audit, value: '旧名', state: 'expired' },
      introductionAudit: { ...audit, value: '简介', state: 'rejected' },
      iconAudit: { ...audit, value: 'https://example.com/n.png', state: 'rejected' },
      subjectState: 'rejected'
    })
  })

  test('does not guess what unknown numbers mean, nor what is not told', async () => {
    const information = await readFrom({
      app_name: '示例店',
      app_icon: '',
      app_state: 7,
      new_name_audit_info: { new_name: '示例新店', new_name_audit_state: 9 },
      // Only a name can expire.
      new_intro_audit_info: { new_intro: '简介', new_intro_audit_state: 4, remaining_times: null },
      new_icon_audit_info: {},
      app_categories_audit_info: null,
      subject_audit_info: null
    })
    expect(information).toEqual({
      name: '示例店',
      introduction: '',
      iconUrl: null,
      appState: null,
      nameAudit: { value: '示例新店', state: null, reason: '', advice: '', remaining: null },
      introductionAudit: { value: '简介', state: null, reason: '', advice: '', remaining: null },
      iconAudit: null,
      categories: [],
      subjectName: null,
      subjectType: null,
      subjectState: null
    })
  })
})

type Change = readonly [path: string, call: (merchant: MerchantClient) => Promise<unknown>, body: unknown]

const changes: readonly Change[] = [
  [paths.changeName, (app) => app.changeName({ name: '新店', evidencePath: null }), { new_name: '新店' }],
  [
    paths.changeName,
    (app) => app.changeName({ name: '新店', evidencePath: 'a/b' }),
    { new_name: '新店', material_file_path: 'a/b' }
  ],
  [paths.changeIntroduction, (app) => app.changeIntroduction('介绍'), { new_intro: '介绍' }],
  [paths.changeIcon, (app) => app.changeIcon('a/icon'), { new_icon_path: 'a/icon' }]
]

describe('a change of the profile', () => {
  test.each(changes)('by %s is sent once with the merchant’s token', async (path, call, body) => {
    const { client, server, sentToken } = await bench()
    server.on(path, ok(undefined, 'LOG-7'))
    expect(await call(client().merchant('tt01'))).toEqual({ logId: 'LOG-7' })
    const [request] = server.at(path)
    expect([request?.method, JSON.parse(request?.body ?? '')]).toEqual(['POST', body])
    expect(sentToken(path)[0]).toMatch(/^isvact\./)
  })

  test.each(changes)('by %s is not repeated when its answer is lost', async (path, call) => {
    const { client, server } = await bench()
    server.on(path, text('', 502))
    expect(await failureOf(call(client().merchant('tt01')))).toMatchObject({ kind: 'fault', outcome: 'unknown' })
    expect(server.count(path)).toBe(1)
  })

  test.each([
    [paths.changeName, changes[0]?.[1], [20105, 21001, 21003, 21004, 21005, 21006, 22007, 40033]],
    [paths.changeIntroduction, changes[2]?.[1], [20105, 21201, 21202, 22019]],
    [paths.changeIcon, changes[3]?.[1], [20105, 21101, 21102, 40033]]
  ])('by %s is refused with each of its codes', async (path, call, codes) => {
    const { client, server } = await bench()
    for (const code of codes) {
      server.on(path, refusal(code))
      const facts = await failureOf(call?.(client().merchant('tt01')) ?? Promise.resolve())
      expect(facts).toMatchObject({ kind: 'refused', outcome: 'refused', platformCode: String(code) })
    }
  })
})

describe('the check of a name', () => {
  test('sends the name as it is and accepts it', async () => {
    const { client, server } = await bench()
    server.on(paths.checkName, ok())
    await client().merchant('tt01').checkName('示例 店+')
    expect(server.at(paths.checkName).map(({ method, query }) => [method, query.get('app_name')])).toEqual([
      ['GET', '示例 店+']
    ])
  })

  test.each([21001, 21003, 21004, 21005, 21006])('refuses with %i', async (code) => {
    const { client, server } = await bench()
    server.on(paths.checkName, refusal(code))
    const facts = await failureOf(client().merchant('tt01').checkName('示例店'))
    expect(facts).toMatchObject({ kind: 'refused', platformCode: String(code), endpoint: '小程序名称检测' })
  })

  test('changes nothing and may be repeated', async () => {
    const { client, server } = await bench()
    server.on(paths.checkName, text('', 502))
    await failureOf(client().merchant('tt01').checkName('示例店'))
    expect(server.count(paths.checkName)).toBe(3)
  })
})
