import type { MerchantRow } from '@shared/domain/merchant'
import type { VersionWork } from '@shared/domain/rollout'
import { t } from '@/i18n'
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
    text: t('merchants.selection.submit'),
    fits: ({ test, audit }) => test !== null && !test.submitted && audit?.status !== 'in_review'
  },
  { kind: 'release', text: t('merchants.selection.release'), fits: isReleasable },
  { kind: 'withdraw', text: t('merchants.selection.withdraw'), fits: ({ audit }) => audit?.status === 'in_review' },
  {
    kind: 'rollback',
    text: t('merchants.selection.rollback'),
    fits: ({ online }) => online !== null && !online.takenDown
  }
]

/** By what the list shows of them, which may be old: the plan page looks closer, and each merchant's turn closest. */
export function selectionActions(rows: readonly MerchantRow[]): readonly SelectionAction[] {
  return rules.map(({ kind, text, fits }) => ({
    kind,
    text,
    count: rows.filter((row) => row.authorization !== 'lost' && fits(row)).length
  }))
}
