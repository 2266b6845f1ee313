import type { MerchantRow } from '@shared/domain/merchant'
import type { StateIcon } from '@/components/common/state-icons'
import { operationWords } from '@/components/common/words'
import { t } from '@/i18n'

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

const rejectedText = t('merchants.state.rejected')
const toReleaseText = t('merchants.state.toRelease')

/** The most urgent first; the first that applies is shown. */
const rules: readonly Rule[] = [
  {
    kind: 'danger',
    text: t('merchants.state.lost'),
    needsCare: true,
    applies: (row) => row.authorization === 'lost',
    detail: () => t('merchants.state.lostDetail')
  },
  {
    kind: 'warning',
    text: t('merchants.state.unsettled'),
    needsCare: true,
    applies: (row) => row.unsettled !== null,
    detail: (row) =>
      t('merchants.state.unsettledDetail', { operation: row.unsettled ? operationWords[row.unsettled].noun : '' })
  },
  {
    kind: 'danger',
    text: t('merchants.state.takenDown'),
    needsCare: true,
    applies: (row) => row.appState === 'offline' || row.online?.takenDown === true,
    detail: () => t('merchants.state.takenDownDetail')
  },
  {
    kind: 'danger',
    text: rejectedText,
    needsCare: true,
    applies: (row) => row.audit?.status === 'rejected',
    detail: (row) => row.audit?.reason ?? ''
  },
  {
    kind: 'warning',
    text: toReleaseText,
    needsCare: true,
    applies: isReleasable,
    detail: (row) => t('merchants.state.toReleaseDetail', { version: row.audit?.version ?? '' })
  },
  {
    kind: 'warning',
    text: t('merchants.state.unreadable'),
    needsCare: true,
    applies: (row) => row.readError !== null,
    detail: (row) => row.readError ?? ''
  },
  {
    kind: 'info',
    text: t('merchants.state.inReview'),
    icon: 'waiting',
    needsCare: false,
    applies: (row) => row.audit?.status === 'in_review'
  },
  { kind: 'neutral', text: t('merchants.state.unread'), needsCare: false, applies: (row) => row.readAt === null },
  {
    kind: 'info',
    text: t('merchants.state.toSubmit'),
    icon: 'toSend',
    needsCare: false,
    applies: (row) => row.test !== null && !row.test.submitted,
    detail: (row) => t('merchants.state.toSubmitDetail', { version: row.test?.version ?? '' })
  },
  // Grey: most merchants are here, and colour is for those that are not.
  {
    kind: 'neutral',
    text: t('merchants.state.running'),
    icon: 'done',
    needsCare: false,
    applies: (row) => row.online !== null
  },
  { kind: 'neutral', text: t('merchants.state.notOnline'), needsCare: false, applies: () => true }
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
    if (text === rejectedText) rejected += 1
    if (text === toReleaseText) toRelease += 1
  }
  return { rejected, toRelease }
}
