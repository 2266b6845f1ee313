import type { CapabilityMatrix, CapabilityRow, CapabilityState } from '@shared/domain/capability'
import type { MerchantRow } from '@shared/domain/merchant'
import type { StateLook } from '@/components/common/words'
import { exactTime } from '@/composables/china-time'
import { t } from '@/i18n'
import { capabilityLook } from '@/pages/merchant/capabilities/capability-words'

/** One column of the matrix. */
export type MatrixColumn = CapabilityMatrix['capabilities'][number]

/** One line: a merchant, and what was read last of its capabilities; null while the matrix has nothing of it. */
export type MatrixLine = { readonly merchant: MerchantRow; readonly row: CapabilityRow | null }

/** A cell's state. `undocumented` is a number without a meaning, `absent`: not in this merchant's list. */
export type CellState = CapabilityState | 'undocumented' | 'absent' | 'unread'

export const cellStates: readonly CellState[] = [
  'can_apply',
  'applying',
  'granted',
  'rejected',
  'cannot_apply',
  'closed',
  'banned',
  'undocumented',
  'absent',
  'unread'
]

const absent: StateLook = { kind: 'neutral', text: t('capabilities.matrix.absent'), icon: 'nothing' }
const unread: StateLook = { kind: 'neutral', text: t('capabilities.matrix.unread'), icon: 'nothing' }

export function cellState({ row }: MatrixLine, key: string): CellState {
  if (row === null || row.readAt === null) return 'unread'
  const cell = row.states[key]
  return cell === undefined ? 'absent' : (cell.state ?? 'undocumented')
}

export function cellLook(state: CellState, way: MatrixColumn['way']): StateLook {
  if (state === 'unread') return unread
  if (state === 'absent') return absent
  return capabilityLook(state === 'undocumented' ? null : state, way)
}

/** What a cell says on hover: whose, what, why, and how old that is. */
export function cellHint(line: MatrixLine, { key, name, way }: MatrixColumn): string {
  const state = cellState(line, key)
  const { merchant, row } = line
  const values = { merchant: merchant.name, capability: name || key, state: cellLook(state, way).text }
  const what = t('capabilities.matrix.cell', values)
  if (row === null || row.readAt === null) return `${what}\n${t('capabilities.matrix.neverRead')}`
  const reason = row.states[key]?.reason
  return [
    what,
    reason && t('capabilities.line.reason', { reason }),
    t('capabilities.matrix.cellRead', { time: exactTime(row.readAt) })
  ]
    .filter(Boolean)
    .join('\n')
}

/** The merchants with their rows of the matrix, in the merchants' order. */
export function matrixLines(merchants: readonly MerchantRow[], rows: readonly CapabilityRow[]): readonly MatrixLine[] {
  const byId = new Map(rows.map((row) => [row.appId, row]))
  return merchants.map((merchant) => ({ merchant, row: byId.get(merchant.appId) ?? null }))
}

/** Those that nothing was read of yet and that can be read: whose authorisation is lost can not. */
export function unreadOf(lines: readonly MatrixLine[]): readonly string[] {
  return lines
    .filter(({ merchant, row }) => (row?.readAt ?? null) === null && merchant.authorization !== 'lost')
    .map(({ merchant }) => merchant.appId)
}
