import type { ReadinessCheck, ReadinessFix } from '../domain/readiness'
import { say } from '../texts/say'

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
  get authorization() {
    return block(say`商家的授权已失效`, say`请让商家重新授权，然后重试`, { fix: 'authorization' })
  },
  get permission() {
    return block(say`商家没有授予需要的权限集`, say`请让商家补充授权，然后重试`, { fix: 'authorization' })
  },
  get not_read() {
    return block(say`还没有读到商家的版本`, say`请刷新这些商家，然后重试`, { isRetryable: true })
  },
  get not_found() {
    return block(say`账号下没有这些商家`, say`请读取授权列表；已解除授权的商家请从计划里去掉`)
  },
  get other_rollout() {
    return block(say`商家在另一次批量发布里，那一次还没有结束`, say`请等那一次结束，或在那里跳过这些商家`)
  },
  get in_review() {
    return block(say`有版本正在审核中`, say`请等审核结束，或先撤回审核，然后重试`)
  },
  get no_test_version() {
    return block(say`没有测试版本`, say`请先上传代码`)
  },
  get not_passed() {
    return block(say`没有审核通过、可以发布的版本`, say`请先提交审核`)
  },
  get taken_down() {
    return block(say`版本曾被平台下架`, say`请提交新的审核`)
  },
  get no_online_version() {
    return block(say`还没有线上版本`, say`没有发布过的商家不需要回退`)
  },
  get no_rollback() {
    return block(say`平台不允许回退`, say`请改为上传旧的模板，再提交审核`)
  },
  get no_hosts() {
    return block(say`没有可以提审的宿主端`, say`请在商家的页面确认可选的宿主端，或改变计划里的宿主端`)
  },
  get ext_json() {
    return block(say`ext.json 不能上传`, say`请在模板页补全变量的值，或修改 ext.json，然后重试`, { isRetryable: true })
  },
  get domains() {
    return block(say`域名不能这样设置`, say`请在商家的页面处理好，然后重试`, { fix: 'domains' })
  },
  get setup() {
    return block(say`现在不能这样设置`, say`请按原因处理好，然后重试`)
  }
}

/** How a review ended that was neither passed nor rejected, by the part behind `review:` of the cause. */
export const reviewEnds: Readonly<Record<ReviewEnd, Block>> = {
  get withdrawn() {
    return block(say`审核被撤回`, say`请问清是谁撤回的；要继续就重试：会再提审一次`, { isRetryable: true })
  },
  get taken_down() {
    return block(say`通过审核的版本被平台下架`, say`请按平台的要求修改，然后重试：会重新上传并提审`)
  },
  get gone() {
    return block(say`平台上的审核版本已经不是这次提交的`, say`请看过商家现在的版本，再决定重试还是跳过`)
  }
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
