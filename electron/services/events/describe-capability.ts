import { z } from 'zod'
import { describingMember, status, text, texts, verdictOf, type EventDescriber, type Verdicts } from './event-fields'

/** All that one of these messages may tell; each tells a few. */
const outcome = z.object({
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
type Outcome = z.output<typeof outcome>

/** Page `operation/microapp/video-talent-mount` and the other pages of 能力申请. */
const capacityVerdicts: Verdicts = {
  1: { word: '申请中', tone: 'neutral' },
  2: { word: '已开通', tone: 'good' },
  3: { word: '未通过', tone: 'bad' },
  4: { word: '已关闭', tone: 'bad' },
  5: { word: '被封禁', tone: 'bad' },
  6: { word: '可以申请', tone: 'neutral' },
  7: { word: '不能申请', tone: 'neutral' }
}

/** The older capabilities, each with a message of its own. */
const olderVerdicts: Verdicts = {
  0: { word: '未通过', tone: 'bad' },
  1: { word: '已开通', tone: 'good' },
  2: { word: '已关闭', tone: 'bad' }
}

/** Page `operation/microapp/subscribe-notification-template`. */
const subscriptionVerdicts: Verdicts = {
  1: { word: '审核中', tone: 'neutral' },
  2: { word: '通过', tone: 'good' },
  3: { word: '未通过', tone: 'bad' }
}

/** The platform does not say what these messages' numbers mean: they are told, not judged. */
const unexplained: Verdicts = {}

const capacityNames: ReadonlyMap<string, string> = new Map([
  ['video_self_mount', '短视频自主挂载'],
  ['live_self_mount', '直播自主挂载'],
  ['video_talent_mount', '短视频达人推广挂载'],
  ['ma.jsapi.live_room_status', '直播间状态组件'],
  ['ma.jsapi.jump_live_room', '跳转抖音直播间']
])

const capacityName = ({ capacity_key: key }: Outcome): string => capacityNames.get(key) ?? key
const account = ({ user_name: name, aweme_id: id }: Outcome): string => [name, id].filter(Boolean).join(' ')
const quota = (of: Outcome): string =>
  [of.scope, of.apply_quota, [of.start_date, of.end_date].filter(Boolean).join(' 至 ')].filter(Boolean).join(' ')

/** `subject` names what was decided about; `about` which one of several, and may be empty. */
function describeOutcome(
  member: string,
  subject: string,
  verdicts: Verdicts,
  about: (outcome: Outcome) => string = () => ''
): EventDescriber {
  return describingMember(member, outcome, (result) => {
    const number = result.status ?? result.stauts ?? result.bind_status
    if (number === undefined) return null
    const { word, tone } = verdictOf(verdicts, number)
    const which = about(result)
    return {
      kind: 'capability',
      title: `${subject}${which && `「${which}」`}${word}`,
      detail: [...result.reason, ...result.reject_reason_list].join('；'),
      tone
    }
  })
}

/** Results of 运营能力, under `operation/` in the platform's pages. */
export const capabilityDescribers: readonly (readonly [string, EventDescriber])[] = [
  ['APPLY_CAPACITY', describeOutcome('EventContent', '能力', capacityVerdicts, capacityName)],
  ['APPLY_VIDEO_CAPABILITY', describeOutcome('ApplyVideoCapabilityResults', '短视频挂载', olderVerdicts)],
  ['APPLY_LIVE_CAPABILITY', describeOutcome('ApplyLiveCapabilityResults', '直播组件', olderVerdicts)],
  ['APPLY_PHONE_NUMBER_CAPABILITY', describeOutcome('ApplyPhoneNumberCapabilityResults', '获取手机号', olderVerdicts)],
  [
    'APPLY_SHARE_TEMPLATE',
    describeOutcome('ApplyShareTemplateResults', '分享模板', unexplained, ({ templateId }) => templateId)
  ],
  ['ALIAS_AUDIT_RESULT', describeOutcome('EventContent', '小程序别名', unexplained, ({ alias }) => alias)],
  ['SEARCH_TAG_AUDIT_RESULT', describeOutcome('EventContent', '搜索标签', unexplained, (each) => each.search_tag)],
  [
    'CREATE_SUBSCRIBE_NOTIFICATION_TEMPLATE_RESULT',
    describeOutcome('EventContent', '订阅消息模板', subscriptionVerdicts, ({ title }) => title)
  ],
  [
    'AWEME_PERMISSION_AUDIT_RESULT',
    describeOutcome('EventContent', '抖音开放能力', unexplained, (each) => each.permission_key)
  ],
  ['SCOPE_QUOTA_AUDIT_RESULT', describeOutcome('EventContent', '能力额度', unexplained, quota)],
  [
    'AWEME_VIDEO_KEYWORD_AUDIT_RESULT',
    describeOutcome('EventContent', '视频关键词', unexplained, ({ keyword }) => keyword)
  ],
  ['BIND_AWEME_USER', describeOutcome('EventContent', '绑定抖音号', unexplained, account)],
  ['SELT_MOUNT_BIND', describeOutcome('EventContent', '自主挂载绑定', unexplained, account)]
]
