import type { MerchantRow } from '@shared/domain/merchant'
import type { VersionWork } from '@shared/domain/rollout'
import { isReleasable } from '@/stores/merchant-rows/row-state'

/** What can be done to the ticked merchants by a plan, besides uploading, and for how many of them it makes sense. */
export type SelectionAction = {
  readonly kind: Exclude<VersionWork['kind'], 'ship' | 'refresh'>
  readonly text: string
  readonly count: number
}

type Rule = Pick<SelectionAction, 'kind' | 'text'> & { readonly fits: (row: MerchantRow) => boolean }

const rules: readonly Rule[] = [
  {
    kind: 'submit',
    text: '提交审核…',
    fits: ({ test, audit }) => test !== null && !test.submitted && audit?.status !== 'in_review'
  },
  { kind: 'release', text: '发布…', fits: isReleasable },
  { kind: 'withdraw', text: '撤回…', fits: ({ audit }) => audit?.status === 'in_review' },
  { kind: 'rollback', text: '回退…', fits: ({ online }) => online !== null && !online.takenDown }
]

/** By what the list shows of them, which may be old: the plan page looks closer, and each merchant's turn closest. */
export function selectionActions(rows: readonly MerchantRow[]): readonly SelectionAction[] {
  return rules.map(({ kind, text, fits }) => ({
    kind,
    text,
    count: rows.filter((row) => row.authorization !== 'lost' && fits(row)).length
  }))
}
