import { cellState, type CellState, type MatrixLine } from '../matrix/matrix-cells'

/** What a bulk application will do about a merchant, judged by what was read last. */
export type BulkVerdict = 'apply' | 'there' | 'cannot' | 'unread'

export type BulkPlan = Readonly<Record<BulkVerdict, readonly MatrixLine[]>>

const verdicts: Readonly<Record<CellState, BulkVerdict>> = {
  can_apply: 'apply',
  rejected: 'apply',
  closed: 'apply',
  // Left to the platform.
  undocumented: 'apply',
  applying: 'there',
  granted: 'there',
  cannot_apply: 'cannot',
  banned: 'cannot',
  absent: 'cannot',
  unread: 'unread'
}

function verdictOf(line: MatrixLine, key: string): BulkVerdict {
  return line.merchant.authorization === 'lost' ? 'cannot' : verdicts[cellState(line, key)]
}

/** The chosen merchants by what an application for this capability would do about them. */
export function bulkPlan(lines: readonly MatrixLine[], key: string): BulkPlan {
  const of = (verdict: BulkVerdict) => lines.filter((line) => verdictOf(line, key) === verdict)
  return { apply: of('apply'), there: of('there'), cannot: of('cannot'), unread: of('unread') }
}
