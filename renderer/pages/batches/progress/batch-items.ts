import type { Batch, BatchItem, BatchItemState } from '@shared/domain/batch'
import type { DeskError } from '@shared/errors'
import { itemStates } from '../batch-words'

/** Several merchants that failed for the same reason. */
export type BatchCause = {
  readonly key: string
  readonly text: string
  readonly nextStep: string
  readonly platformCode: string | null
  readonly count: number
}

/** The same for failures of the same reason: the platform's code, or else our own words. */
export function causeKey({ platformCode, code, message, reason = '' }: DeskError): string {
  return platformCode ?? [code, message, reason].join('|')
}

/** Why merchants failed or have no known outcome; what met most of them first. */
export function causesOf(items: readonly BatchItem[]): readonly BatchCause[] {
  const causes = new Map<string, BatchCause>()
  for (const { error } of items) {
    if (error === null) continue
    const key = causeKey(error)
    const { reason, message, nextStep, platformCode = null } = error
    const known = causes.get(key) ?? { key, text: reason ?? message, nextStep, platformCode, count: 0 }
    causes.set(key, { ...known, count: known.count + 1 })
  }
  return [...causes.values()].sort((a, b) => b.count - a.count)
}

/** What is asked of a batch's items; nothing chosen asks nothing. */
export type ItemFilter = { readonly states: ReadonlySet<BatchItemState>; readonly cause: string | null }

/** The items that answer it, failures first; otherwise in the order in which they are done. */
export function shownItems(items: readonly BatchItem[], { states, cause }: ItemFilter): readonly BatchItem[] {
  const asked = items.filter(
    ({ state, error }) =>
      (states.size === 0 || states.has(state)) && (cause === null || (error !== null && causeKey(error) === cause))
  )
  return itemStates.flatMap((state) => asked.filter((item) => item.state === state))
}

/** So many of the newest outcomes tell the pace. */
const paceItems = 20

/** How long the rest takes at the pace of the newest outcomes, in milliseconds; null where that can not be told. */
export function remainingMs({ counts, state }: Batch, items: readonly BatchItem[]): number | null {
  if (state !== 'running') return null
  const ends = items
    .flatMap(({ finishedAt }) => finishedAt ?? [])
    .sort((a, b) => a - b)
    .slice(-paceItems)
  const [first] = ends
  const last = ends.at(-1)
  if (first === undefined || last === undefined || ends.length < 3) return null
  return ((last - first) / (ends.length - 1)) * (counts.waiting + counts.running)
}
