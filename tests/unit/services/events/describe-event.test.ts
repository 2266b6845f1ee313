import { describe, expect, it } from 'vitest'
import { describeEvent } from '../../../../electron/services/events/describe-event'
import { about } from './support'

const at = Date.UTC(2026, 0, 14, 4, 45, 10)
const said = (content: Record<string, unknown>) => {
  const { kind, title, detail, tone } = describeEvent(content)
  return { kind, title, detail, tone }
}
const told = (event: string, more: Record<string, unknown>) => said(about('tt01', event, more))
const content = (event: string, EventContent: unknown) => told(event, { EventContent })

describe('what a message says', () => {
  it('a ticket, without its value', () => {
    const described = describeEvent({
      Ticket: '8c0da4968b0d1e28acbc1d738a56607d',
      FromUserName: 'ByteDanceMicroApp',
      CreateTime: '2026-01-14 12:45:10',
      MsgType: 'Ticket',
      Event: 'PUSH'
    })
    expect(described).toMatchObject({ kind: 'ticket', event: 'PUSH', appId: null, happenedAt: at, tone: 'neutral' })
    expect(described.raw).toContain('"Ticket": "•••"')
  })

  it('an authorisation, without its code', () => {
    const fields = { AuthorizationCode: 'the-code', AuthorizationCodeExpiresIn: 3600 }
    const described = describeEvent(about('tt0123456789abcdef01', 'AUTHORIZED', fields))
    expect(described).toEqual({
      kind: 'authorized',
      event: 'AUTHORIZED',
      appId: 'tt0123456789abcdef01',
      title: '商家已授权',
      detail: '',
      tone: 'good',
      happenedAt: at,
      raw: JSON.stringify(about('tt0123456789abcdef01', 'AUTHORIZED', { ...fields, AuthorizationCode: '•••' }), null, 2)
    })
  })

  it('an authorisation of a mini program that a link created', () => {
    const fields = { AppName: '湘里人家', CompanyName: '长沙湘里', AppSuperAdminMobile: '138****0000' }
    expect(told('AUTHORIZED', fields)).toMatchObject({
      title: '新建的小程序「湘里人家」已授权',
      detail: '主体：长沙湘里；管理员：138****0000'
    })
  })

  it.each([
    ['UNAUTHORIZED', 'unauthorized', '商家取消了授权', 'bad'],
    ['UPDATE_AUTHORIZED', 'code_retrieved', '授权码已找回', 'neutral']
  ])('%s', (event, kind, title, tone) => {
    expect(told(event, {})).toEqual({ kind, title, detail: '', tone })
  })

  it('how 代入驻 goes, which is about no merchant', () => {
    const settle = (more: object) => said({ TpAppId: 'tt', EventTime: '2026-01-14 12:45:10', ...more })
    expect(
      settle({ Event: 'SETTLE_APPLY', ApplyId: 7, ApplyStatus: 'success', VerifyUrl: 'https://example.com/v' })
    ).toEqual({
      kind: 'settlement',
      title: '代入驻申请成功',
      detail: '申请编号 7；认证页面 https://example.com/v',
      tone: 'good'
    })
    expect(settle({ Event: 'SETTLE_VERIFY', VerifyStatus: 'fail', FailReason: '执照不清晰' })).toMatchObject({
      title: '代入驻认证失败',
      detail: '执照不清晰',
      tone: 'bad'
    })
    expect(settle({ Event: 'SETTLE_VERIFY', VerifyStatus: 'pending' })).toMatchObject({
      title: '代入驻认证有结果（pending）',
      tone: 'neutral'
    })
  })

  it('an audit that failed on a host, with reasons and guides, each once', () => {
    const detail = {
      reason: '页面打不开',
      modifyGuide: { name: '指引', link: 'https://example.com/g' },
      detailFile: 'x'
    }
    const AuditResults = [{ hostName: 'douyin', status: 0, reason: ['页面打不开', '缺少资质'], auditDetail: [detail] }]
    expect(told('PACKAGE_AUDIT', { AuditResults })).toEqual({
      kind: 'audit',
      title: '审核未通过：抖音',
      detail: '抖音：页面打不开；缺少资质；修改指引 指引 https://example.com/g',
      tone: 'bad'
    })
  })

  it('an audit that passed everywhere, or on some hosts only', () => {
    const passed = (hostName: string) => ({ hostName, status: 1, reason: [], auditDetail: null })
    const rejected = { hostName: 'tt_lite', status: '0', reason: '同上' }
    expect(told('PACKAGE_AUDIT', { AuditResults: [passed('douyin'), passed('toutiao')] })).toMatchObject({
      title: '审核通过：抖音、今日头条',
      detail: '',
      tone: 'good'
    })
    expect(told('PACKAGE_AUDIT', { AuditResults: [passed('douyin'), rejected, passed('newhost')] })).toMatchObject({
      title: '审核结果：抖音、newhost通过，今日头条极速版未通过',
      detail: '今日头条极速版：同上',
      tone: 'bad'
    })
  })

  it.each([
    ['MODIFY_APP_NAME', 'ModifyAppNameResults', '名称修改'],
    ['MODIFY_APP_INTRO', 'ModifyAppIntroResults', '简介修改'],
    ['MODIFY_APP_ICON', 'ModifyAppIconResults', '图标修改']
  ])('%s', (event, member, what) => {
    const rejected = { status: 0, reason: '含有敏感词', advice: '换一个' }
    const kind = 'profile'
    expect(told(event, { [member]: rejected })).toEqual({
      kind,
      title: `${what}未通过`,
      detail: '含有敏感词；建议：换一个',
      tone: 'bad'
    })
    expect(told(event, { [member]: { status: 1, reason: '' } })).toEqual({
      kind,
      title: `${what}通过`,
      detail: '',
      tone: 'good'
    })
  })

  it('that the name was reset', () => {
    expect(told('APP_NAME_RESET_NOTIFICATION', { AppNameResetNotification: '30 天未提交版本' })).toMatchObject({
      kind: 'profile',
      detail: '30 天未提交版本',
      tone: 'bad'
    })
  })

  it('results of categories, without judging numbers that no page explains', () => {
    const result = { category: '158,159,259', categoryName: '餐饮-中餐-湘菜', status: 2, reason: '' }
    expect(told('MODIFY_APP_CATEGORY', { ModifyAppCategoryResults: [result] })).toEqual({
      kind: 'category',
      title: '服务类目有审核结果：餐饮-中餐-湘菜',
      detail: '餐饮-中餐-湘菜：平台给出状态 2（文档没有说明它的意思，结果以服务类目页为准）',
      tone: 'neutral'
    })
  })

  it('why categories were not published, from JSON in a text', () => {
    const reason = { redundant_choice: ['教育'], lack_choice: [{ category_name: '餐饮' }], other_reason: '资质过期' }
    const audit_categories = [{ category_id: '1,2,3', category_name: '餐饮-中餐' }]
    const event = 'PUBLISH_APP_CATEGORY_AUDIT_RESULT'
    expect(content(event, { audit_categories, audit_state: 3, audit_reason: JSON.stringify(reason) })).toEqual({
      kind: 'category',
      title: '类目发布审核未通过：餐饮-中餐',
      detail: '多选的类目：教育；缺少的类目：餐饮；资质过期',
      tone: 'bad'
    })
    expect(content(event, { audit_categories, audit_state: 2, audit_reason: '' })).toMatchObject({
      title: '类目发布审核通过：餐饮-中餐',
      detail: '',
      tone: 'good'
    })
    expect(content(event, { audit_state: 3, audit_reason: '不是 JSON' })).toMatchObject({ detail: '不是 JSON' })
    expect(content(event, { audit_state: 3 })).toMatchObject({ title: '类目发布审核未通过', detail: '' })
  })

  it.each([
    [1, '申请中', 'neutral'],
    [2, '已开通', 'good'],
    [3, '未通过', 'bad'],
    [4, '已关闭', 'bad'],
    [5, '被封禁', 'bad'],
    [7, '不能申请', 'neutral'],
    [9, '有结果（状态 9）', 'neutral']
  ])('status %i of a capability', (status, word, tone) => {
    expect(content('APPLY_CAPACITY', { capacity_key: 'video_talent_mount', status, reason: '原因' })).toEqual({
      kind: 'capability',
      title: `能力「短视频达人推广挂载」${word}`,
      detail: '原因',
      tone
    })
  })

  it('the older capabilities, whose numbers mean something else', () => {
    const video = (status: number) => told('APPLY_VIDEO_CAPABILITY', { ApplyVideoCapabilityResults: { status } })
    expect([0, 1, 2].map((status) => video(status).title)).toEqual([
      '短视频挂载未通过',
      '短视频挂载已开通',
      '短视频挂载已关闭'
    ])
    const phone = { ApplyPhoneNumberCapabilityResults: { status: 1, reason: null } }
    expect(told('APPLY_PHONE_NUMBER_CAPABILITY', phone).title).toBe('获取手机号已开通')
  })

  it('a template of messages, under the misspelled status as under the right one', () => {
    const event = 'CREATE_SUBSCRIBE_NOTIFICATION_TEMPLATE_RESULT'
    const rejected = { title: '到店提醒', keyword_list: ['时间'], stauts: 3, reject_reason_list: ['用语不当', '重复'] }
    expect(content(event, rejected)).toEqual({
      kind: 'capability',
      title: '订阅消息模板「到店提醒」未通过',
      detail: '用语不当；重复',
      tone: 'bad'
    })
    expect(content(event, { title: '到店提醒', status: 2 }).title).toBe('订阅消息模板「到店提醒」通过')
  })

  it.each([
    [
      'SELT_MOUNT_BIND',
      { aweme_id: 'dy1', user_name: '阿明', bind_status: 2 },
      '自主挂载绑定「阿明 dy1」有结果（状态 2）'
    ],
    ['BIND_AWEME_USER', { aweme_id: 'dy1', bind_status: 1 }, '绑定抖音号「dy1」有结果（状态 1）'],
    ['ALIAS_AUDIT_RESULT', { alias: '湘菜馆', status: 1 }, '小程序别名「湘菜馆」有结果（状态 1）'],
    ['SEARCH_TAG_AUDIT_RESULT', { search_tag: '湘菜', status: 1 }, '搜索标签「湘菜」有结果（状态 1）'],
    ['AWEME_PERMISSION_AUDIT_RESULT', { permission_key: 'p', status: 1 }, '抖音开放能力「p」有结果（状态 1）'],
    ['AWEME_VIDEO_KEYWORD_AUDIT_RESULT', { keyword: '湘菜', status: 1 }, '视频关键词「湘菜」有结果（状态 1）'],
    [
      'SCOPE_QUOTA_AUDIT_RESULT',
      { scope: 's', start_date: '2026-01-01', end_date: '2026-02-01', apply_quota: 100, status: 1 },
      '能力额度「s 100 2026-01-01 至 2026-02-01」有结果（状态 1）'
    ]
  ])('%s', (event, fields, title) => {
    expect(content(event, fields)).toEqual({ kind: 'capability', title, detail: '', tone: 'neutral' })
  })

  it('reasons of a share template, from JSON in a text', () => {
    const result = { templateId: 't1', status: 1, reason: '["图片不清晰","标题过长"]' }
    expect(told('APPLY_SHARE_TEMPLATE', { ApplyShareTemplateResults: result })).toMatchObject({
      title: '分享模板「t1」有结果（状态 1）',
      detail: '图片不清晰；标题过长'
    })
  })
})

describe('a message that is not as documented', () => {
  it.each([
    ['an unknown event', about('tt01', 'SOMETHING_NEW', { Foo: 1 })],
    ['a name that every object has', about('tt01', 'constructor')],
    ['a result that is missing', about('tt01', 'MODIFY_APP_NAME')],
    ['a status that is no number', about('tt01', 'APPLY_CAPACITY', { EventContent: { status: 'ok' } })],
    ['no host', about('tt01', 'PACKAGE_AUDIT', { AuditResults: [] })],
    ['no merchant', { Event: 'AUTHORIZED', AuthorizationCode: 'the-code' }],
    ['nothing at all', {}]
  ])('is shown raw: %s', (_name, message) => {
    const described = describeEvent(message)
    expect(described).toMatchObject({ kind: 'other', tone: 'neutral' })
    expect(described.raw).not.toContain('the-code')
  })

  it('keeps its merchant and its time', () => {
    expect(describeEvent(about('tt01', 'SOMETHING_NEW'))).toMatchObject({ appId: 'tt01', happenedAt: at })
  })

  it.each(['2026-13-01 00:00:00', '2026-01-14', 1_768_365_910, null])('has no time for %s', (EventTime) => {
    expect(describeEvent(about('tt01', 'UNAUTHORIZED', { EventTime })).happenedAt).toBeNull()
  })
})
