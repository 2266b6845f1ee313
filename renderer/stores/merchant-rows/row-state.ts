import type { MerchantRow } from '@shared/domain/merchant'
import type { StateIcon } from '@/components/common/state-icons'
import { operationWords } from '@/components/common/words'

/** Where a merchant stands, in one word: what the operator would look at first. */
export type RowState = {
  readonly kind: 'success' | 'warning' | 'danger' | 'info' | 'neutral'
  readonly text: string
  /** Instead of the kind's own icon. */
  readonly icon: StateIcon | undefined
  /** More than the word says, for the hint; empty where there is no more. */
  readonly detail: string
  /** Whether the operator has to do something about it (需要处理). */
  readonly needsCare: boolean
  /** Sorting by state puts the most urgent first. */
  readonly order: number
}

type Rule = Omit<RowState, 'order' | 'detail' | 'icon'> & {
  readonly icon?: StateIcon
  readonly applies: (row: MerchantRow) => boolean
  readonly detail?: (row: MerchantRow) => string
}

/** The most urgent first; the first that applies is shown. */
const rules: readonly Rule[] = [
  {
    kind: 'danger',
    text: '授权失效',
    needsCare: true,
    applies: (row) => row.authorization === 'lost',
    detail: () => '商家取消了授权，需要商家重新授权'
  },
  {
    kind: 'warning',
    text: '结果待确认',
    needsCare: true,
    applies: (row) => row.unsettled !== null,
    detail: (row) => `「${row.unsettled ? operationWords[row.unsettled].noun : ''}」的回应丢失，正在确认平台上的结果`
  },
  {
    kind: 'danger',
    text: '已下架',
    needsCare: true,
    applies: (row) => row.appState === 'offline' || row.online?.takenDown === true,
    detail: () => '线上版本被平台下架，提交新的审核后才能恢复'
  },
  {
    kind: 'danger',
    text: '未通过',
    needsCare: true,
    applies: (row) => row.audit?.status === 'rejected',
    detail: (row) => row.audit?.reason ?? ''
  },
  {
    kind: 'warning',
    text: '待发布',
    needsCare: true,
    applies: isReleasable,
    detail: (row) => `${row.audit?.version ?? ''} 已通过审核，还没有发布`
  },
  {
    kind: 'warning',
    text: '读取失败',
    needsCare: true,
    applies: (row) => row.readError !== null,
    detail: (row) => row.readError ?? ''
  },
  {
    kind: 'info',
    text: '审核中',
    icon: 'waiting',
    needsCare: false,
    applies: (row) => row.audit?.status === 'in_review'
  },
  { kind: 'neutral', text: '未读取', needsCare: false, applies: (row) => row.readAt === null },
  {
    kind: 'info',
    text: '待提审',
    icon: 'toSend',
    needsCare: false,
    applies: (row) => row.test !== null && !row.test.submitted,
    detail: (row) => `测试版本 ${row.test?.version ?? ''} 还没有提交审核`
  },
  // Grey: most merchants are here, and colour is for those that are not.
  { kind: 'neutral', text: '运行中', icon: 'done', needsCare: false, applies: (row) => row.online !== null },
  { kind: 'neutral', text: '未上线', needsCare: false, applies: () => true }
]

const states = new WeakMap<MerchantRow, RowState>()

/** Where a merchant stands. Rows never change, so each is judged once. */
export function rowState(row: MerchantRow): RowState {
  const known = states.get(row)
  if (known) return known
  const order = rules.findIndex((rule) => rule.applies(row))
  const { kind = 'neutral', text = '', needsCare = false, icon, detail } = rules[order] ?? {}
  const state: RowState = { kind, text, needsCare, order, detail: detail?.(row) ?? '', icon }
  states.set(row, state)
  return state
}

/** Approved and not released yet: all that is missing is 发布. */
export function isReleasable(row: MerchantRow): boolean {
  return row.audit?.status === 'passed' && !row.audit.released
}

/** What the rail's badge counts. */
export function countWaiting(rows: readonly MerchantRow[]): { readonly rejected: number; readonly toRelease: number } {
  let rejected = 0
  let toRelease = 0
  for (const row of rows) {
    const { text } = rowState(row)
    if (text === '未通过') rejected += 1
    if (text === '待发布') toRelease += 1
  }
  return { rejected, toRelease }
}
