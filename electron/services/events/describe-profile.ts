import { clauses, listed } from '@shared/texts/joined'
import { say } from '@shared/texts/say'
import { z } from 'zod'
import {
  describing,
  describingMember,
  embedded,
  passOrFail,
  status,
  text,
  texts,
  verdictOf,
  type EventDescriber,
  type Verdicts
} from './event-fields'

const change = z.object({ status, reason: texts, advice: text })

/** Pages `base-info/modify-name`, `modify-intro`, `modify-icon`. */
function describeChange(what: () => string, member: string): EventDescriber {
  return describingMember(member, change, ({ status: number, reason, advice }) => {
    const { said, tone } = verdictOf(passOrFail, number)
    const detail = clauses([...reason, ...(advice ? [say`建议：${advice}`] : [])])
    return { kind: 'profile', title: said(what()), detail, tone }
  })
}

/** Page `base-info/modify-name`: the name went back as no version was submitted for a long time. */
const describeNameReset = describing(z.object({ AppNameResetNotification: z.string() }), (message) => ({
  kind: 'profile',
  title: say`小程序名称被重置`,
  detail: message.AppNameResetNotification,
  tone: 'bad'
}))

const categoryResult = z.object({ category: text, categoryName: text, status, reason: texts })

/** Pages `base-info/add-category`, `supply-category`: what the numbers mean is not documented, so no number is judged. */
const describeCategories = describing(
  z.object({ ModifyAppCategoryResults: z.array(categoryResult).min(1) }),
  ({ ModifyAppCategoryResults: results }) => ({
    kind: 'category',
    title: say`服务类目有审核结果：${listed(results.map(({ category, categoryName }) => categoryName || category))}`,
    detail: results
      .map(({ category, categoryName, status: number, reason }) =>
        clauses([
          say`${categoryName || category}：平台给出状态 ${number}（文档没有说明它的意思，结果以服务类目页为准）`,
          ...reason
        ])
      )
      .join('\n'),
    tone: 'neutral'
  })
)

const publishVerdicts: Verdicts = {
  2: { said: (what) => say`${what}通过`, tone: 'good' },
  3: { said: (what) => say`${what}未通过`, tone: 'bad' }
}

const named = z.object({ category_id: text, category_name: text })
const choices = z.array(z.union([z.string(), named.transform((each) => each.category_name || each.category_id)]))
const publishReason = z.object({
  redundant_choice: choices.catch([]),
  lack_choice: choices.catch([]),
  other_reason: texts
})

const publication = z.object({
  audit_categories: z.array(named).catch([]),
  audit_state: status,
  audit_reason: embedded(z.union([publishReason, texts]))
})

/** Page `base-info/publish-category`; `audit_reason` is a JSON document in a text. */
const describePublication = describingMember('EventContent', publication, (result) => {
  const { said, tone } = verdictOf(publishVerdicts, result.audit_state)
  const categories = listed(result.audit_categories.map((each) => each.category_name || each.category_id))
  const title = said(say`类目发布审核`)
  return {
    kind: 'category',
    title: categories ? say`${title}：${categories}` : title,
    detail: publishDetail(result.audit_reason),
    tone
  }
})

function publishDetail(reason: z.output<typeof publication>['audit_reason']): string {
  if (!('other_reason' in reason)) return clauses(reason)
  const { redundant_choice: redundant, lack_choice: lacking, other_reason: others } = reason
  return clauses([
    ...(redundant.length > 0 ? [say`多选的类目：${listed(redundant)}`] : []),
    ...(lacking.length > 0 ? [say`缺少的类目：${listed(lacking)}`] : []),
    ...others
  ])
}

/** What is decided about a merchant's name, introduction, icon and categories. */
export const profileDescribers: readonly (readonly [string, EventDescriber])[] = [
  ['MODIFY_APP_NAME', describeChange(() => say`名称修改`, 'ModifyAppNameResults')],
  ['MODIFY_APP_INTRO', describeChange(() => say`简介修改`, 'ModifyAppIntroResults')],
  ['MODIFY_APP_ICON', describeChange(() => say`图标修改`, 'ModifyAppIconResults')],
  ['APP_NAME_RESET_NOTIFICATION', describeNameReset],
  ['MODIFY_APP_CATEGORY', describeCategories],
  ['PUBLISH_APP_CATEGORY_AUDIT_RESULT', describePublication]
]
