import type { MerchantRow } from '@shared/domain/merchant'
import { introductionProblem } from '@shared/rules/profile-rules'
import { t } from '@/i18n'
import { merchantIndex, type MerchantIndex } from '../merchant-index'
import type { TableLine } from './table-lines'

/** A line as it will be carried out, or why it will not. `present` is null while it is not known. */
export type PlannedLine = TableLine & {
  readonly merchant: MerchantRow | null
  readonly present: string | null
  readonly verdict: 'change' | 'unchanged' | 'problem'
  readonly problem: string | null
}

/** Judges every line: only those whose verdict is `change` are sent. */
export function planLines(
  lines: readonly TableLine[],
  merchants: readonly MerchantRow[],
  introductions: ReadonlyMap<string, string>
): readonly PlannedLine[] {
  const index = merchantIndex(merchants)
  const found = lines.map((line) => ({ line, ...merchantOf(line, index) }))
  const times = new Map<string, number>()
  for (const { merchant } of found) if (merchant) times.set(merchant.appId, (times.get(merchant.appId) ?? 0) + 1)
  return found.map(({ line, merchant, problem }) => {
    const present = merchant === null ? null : (introductions.get(merchant.appId) ?? null)
    const isTwice = merchant !== null && (times.get(merchant.appId) ?? 0) > 1
    const why = problem ?? (isTwice ? t('batches.introduction.twice') : null) ?? lineProblem(line, merchant)
    const isUnchanged = why === null && present === line.introduction
    const verdict = why !== null ? 'problem' : isUnchanged ? 'unchanged' : 'change'
    return { ...line, merchant, present, verdict, problem: why }
  })
}

function merchantOf({ appId, name }: TableLine, index: MerchantIndex) {
  if (appId === '' && name === '') return { merchant: null, problem: t('batches.introduction.noAppId') }
  return index.find(appId === '' ? { name } : { appId })
}

function lineProblem({ introduction }: TableLine, merchant: MerchantRow | null): string | null {
  if (merchant?.authorization === 'lost') return t('batches.lost')
  return introduction === '' ? t('batches.introduction.missing') : introductionProblem(introduction)
}

/** What a plan comes to. */
export function planSum(plan: readonly PlannedLine[]): Readonly<Record<PlannedLine['verdict'], number>> {
  const count = (verdict: PlannedLine['verdict']): number => plan.filter((line) => line.verdict === verdict).length
  return { change: count('change'), unchanged: count('unchanged'), problem: count('problem') }
}

/** Those with a problem first, then those that change; in the table's order within. */
export function problemsFirst(plan: readonly PlannedLine[]): readonly PlannedLine[] {
  const order: readonly PlannedLine['verdict'][] = ['problem', 'change', 'unchanged']
  return order.flatMap((verdict) => plan.filter((line) => line.verdict === verdict))
}
