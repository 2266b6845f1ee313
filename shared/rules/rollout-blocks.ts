import type { ReadinessCheck, ReadinessFix } from '../domain/readiness'

/** Why nothing is sent to a merchant, apart from what its readiness says. */
export type BlockKey =
  | 'authorization'
  | 'permission'
  | 'not_read'
  | 'not_found'
  | 'other_rollout'
  | 'in_review'
  | 'no_test_version'
  | 'not_passed'
  | 'taken_down'
  | 'no_online_version'
  | 'no_rollback'
  | 'no_hosts'
  | 'ext_json'
  | 'domains'
  | 'setup'

export type ReviewEnd = 'withdrawn' | 'taken_down' | 'gone'

/** What such merchants have in common, and what to do about it. `isRetryable`: a fresh look may be all it takes. */
export type Block = {
  readonly title: string
  readonly advice: string
  readonly fix: ReadinessFix | null
  readonly isRetryable: boolean
}

const block = (title: string, advice: string, more: Partial<Block> = {}): Block => ({
  title,
  advice,
  fix: null,
  isRetryable: false,
  ...more
})

export const rolloutBlocks: Readonly<Record<BlockKey, Block>> = {
  authorization: block('商家的授权已失效', '请让商家重新授权，然后重试', { fix: 'authorization' }),
  permission: block('商家没有授予需要的权限集', '请让商家补充授权，然后重试', { fix: 'authorization' }),
  not_read: block('还没有读到商家的版本', '请刷新这些商家，然后重试', { isRetryable: true }),
  not_found: block('账号下没有这些商家', '请读取授权列表；已解除授权的商家请从计划里去掉'),
  other_rollout: block('商家在另一次批量发布里，那一次还没有结束', '请等那一次结束，或在那里跳过这些商家'),
  in_review: block('有版本正在审核中', '请等审核结束，或先撤回审核，然后重试'),
  no_test_version: block('没有测试版本', '请先上传代码'),
  not_passed: block('没有审核通过、可以发布的版本', '请先提交审核'),
  taken_down: block('版本曾被平台下架', '请提交新的审核'),
  no_online_version: block('还没有线上版本', '没有发布过的商家不需要回退'),
  no_rollback: block('平台不允许回退', '请改为上传旧的模板，再提交审核'),
  no_hosts: block('没有可以提审的宿主端', '请在商家的页面确认可选的宿主端，或改变计划里的宿主端'),
  ext_json: block('ext.json 不能上传', '请在模板页补全变量的值，或修改 ext.json，然后重试', { isRetryable: true }),
  domains: block('域名不能这样设置', '请在商家的页面处理好，然后重试', { fix: 'domains' }),
  setup: block('现在不能这样设置', '请按原因处理好，然后重试')
}

/** How a review ended that was neither passed nor rejected, by the part behind `review:` of the cause. */
export const reviewEnds: Readonly<Record<ReviewEnd, Block>> = {
  withdrawn: block('审核被撤回', '请问清是谁撤回的；要继续就重试：会再提审一次', { isRetryable: true }),
  taken_down: block('通过审核的版本被平台下架', '请按平台的要求修改，然后重试：会重新上传并提审'),
  gone: block('平台上的审核版本已经不是这次提交的', '请看过商家现在的版本，再决定重试还是跳过')
}

/** The tab of the merchant page where a finding of each check is put right. */
export const readinessFixes: Readonly<Record<ReadinessCheck, ReadinessFix>> = {
  authorization: 'authorization',
  permission: 'authorization',
  standing: 'standing',
  subject: 'standing',
  name: 'profile',
  introduction: 'profile',
  icon: 'profile',
  category: 'categories',
  publishing: 'categories',
  domains: 'domains',
  filing: 'standing'
}

/** The key by which merchants that are blocked for the same reason are brought together. */
export const blockCause = (key: BlockKey): string => `blocked:${key}`

export const reviewCause = (end: ReviewEnd): string => `review:${end}`
