import { say } from '@shared/texts/say'
import { z } from 'zod'
import { status, text, texts, type Verdicts } from './event-fields'

/** All that one of these messages may tell; each tells a few. */
export const capabilityOutcome = z.object({
  status: status.optional(),
  /** Spelled so in 新建订阅消息模版. */
  stauts: status.optional(),
  bind_status: status.optional(),
  reason: texts,
  reject_reason_list: texts,
  capacity_key: text,
  templateId: text,
  alias: text,
  search_tag: text,
  title: text,
  permission_key: text,
  scope: text,
  start_date: text,
  end_date: text,
  apply_quota: text,
  keyword: text,
  aweme_id: text,
  user_name: text
})
export type CapabilityOutcome = z.output<typeof capabilityOutcome>

/** Page `operation/microapp/video-talent-mount` and the other pages of 能力申请. */
const capacityVerdicts: Verdicts = {
  1: { said: (what) => say`${what}申请中`, tone: 'neutral' },
  2: { said: (what) => say`${what}已开通`, tone: 'good' },
  3: { said: (what) => say`${what}未通过`, tone: 'bad' },
  4: { said: (what) => say`${what}已关闭`, tone: 'bad' },
  5: { said: (what) => say`${what}被封禁`, tone: 'bad' },
  6: { said: (what) => say`${what}可以申请`, tone: 'neutral' },
  7: { said: (what) => say`${what}不能申请`, tone: 'neutral' }
}

/** The older capabilities, each with a message of its own. */
const olderVerdicts: Verdicts = {
  0: { said: (what) => say`${what}未通过`, tone: 'bad' },
  1: { said: (what) => say`${what}已开通`, tone: 'good' },
  2: { said: (what) => say`${what}已关闭`, tone: 'bad' }
}

/** Page `operation/microapp/subscribe-notification-template`. */
const subscriptionVerdicts: Verdicts = {
  1: { said: (what) => say`${what}审核中`, tone: 'neutral' },
  2: { said: (what) => say`${what}通过`, tone: 'good' },
  3: { said: (what) => say`${what}未通过`, tone: 'bad' }
}

/** The platform does not say what these messages' numbers mean: they are told, not judged. */
const unexplained: Verdicts = {}

const capacityNames: ReadonlyMap<string, () => string> = new Map([
  ['video_self_mount', () => say`短视频自主挂载`],
  ['live_self_mount', () => say`直播自主挂载`],
  ['video_talent_mount', () => say`短视频达人推广挂载`],
  ['ma.jsapi.live_room_status', () => say`直播间状态组件`],
  ['ma.jsapi.jump_live_room', () => say`跳转抖音直播间`]
])

const account = ({ user_name: name, aweme_id: id }: CapabilityOutcome): string => [name, id].filter(Boolean).join(' ')
const quota = (of: CapabilityOutcome): string =>
  [of.scope, of.apply_quota, [of.start_date, of.end_date].filter(Boolean).join(say` 至 `)].filter(Boolean).join(' ')

/** One kind of these messages. */
export type CapabilityKind = {
  /** The member of the message that says everything. */
  readonly member: string
  /** What was decided about. */
  readonly subject: () => string
  readonly verdicts: Verdicts
  /** Which one of several. */
  readonly about?: (outcome: CapabilityOutcome) => string
}

/** Results of 运营能力 by the message's name, under `operation/` in the platform's pages. */
export const capabilityKinds: Readonly<Record<string, CapabilityKind>> = {
  APPLY_CAPACITY: content(
    () => say`能力`,
    capacityVerdicts,
    ({ capacity_key: key }) => capacityNames.get(key)?.() ?? key
  ),
  APPLY_VIDEO_CAPABILITY: {
    member: 'ApplyVideoCapabilityResults',
    subject: () => say`短视频挂载`,
    verdicts: olderVerdicts
  },
  APPLY_LIVE_CAPABILITY: {
    member: 'ApplyLiveCapabilityResults',
    subject: () => say`直播组件`,
    verdicts: olderVerdicts
  },
  APPLY_PHONE_NUMBER_CAPABILITY: {
    member: 'ApplyPhoneNumberCapabilityResults',
    subject: () => say`获取手机号`,
    verdicts: olderVerdicts
  },
  APPLY_SHARE_TEMPLATE: {
    member: 'ApplyShareTemplateResults',
    subject: () => say`分享模板`,
    verdicts: unexplained,
    about: ({ templateId }) => templateId
  },
  ALIAS_AUDIT_RESULT: content(
    () => say`小程序别名`,
    unexplained,
    ({ alias }) => alias
  ),
  SEARCH_TAG_AUDIT_RESULT: content(
    () => say`搜索标签`,
    unexplained,
    ({ search_tag: tag }) => tag
  ),
  CREATE_SUBSCRIBE_NOTIFICATION_TEMPLATE_RESULT: content(
    () => say`订阅消息模板`,
    subscriptionVerdicts,
    ({ title }) => title
  ),
  AWEME_PERMISSION_AUDIT_RESULT: content(
    () => say`抖音开放能力`,
    unexplained,
    ({ permission_key: key }) => key
  ),
  SCOPE_QUOTA_AUDIT_RESULT: content(() => say`能力额度`, unexplained, quota),
  AWEME_VIDEO_KEYWORD_AUDIT_RESULT: content(
    () => say`视频关键词`,
    unexplained,
    ({ keyword }) => keyword
  ),
  BIND_AWEME_USER: content(() => say`绑定抖音号`, unexplained, account),
  SELT_MOUNT_BIND: content(() => say`自主挂载绑定`, unexplained, account)
}

function content(
  subject: CapabilityKind['subject'],
  verdicts: Verdicts,
  about: NonNullable<CapabilityKind['about']>
): CapabilityKind {
  return { member: 'EventContent', subject, verdicts, about }
}
