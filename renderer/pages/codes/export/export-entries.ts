import { codeStageNames } from '@/components/code/code-stages'
import { t } from '@/i18n'
import { listed } from '@/i18n/list'
import { codeOf, pathOf, subtitleOf, whyNone, type CardState, type WallItem } from '../wall/wall-items'
import type { NameFacts } from './file-names'

/** One code that goes onto a sheet or into a file. */
export type ExportEntry = {
  readonly key: string
  readonly title: string
  /** Stage and version or label, then the path. */
  readonly lines: readonly string[]
  readonly image: string
  readonly facts: NameFacts
}

/** A code that can not be had, and why. */
export type Skipped = { readonly key: string; readonly name: string; readonly why: string }

export type Gathered = { readonly entries: readonly ExportEntry[]; readonly skipped: readonly Skipped[] }

const readsAtOnce = 4

/** Reads all codes of the wall, four at once, and tells how far it is. Throws the signal's reason when it is aborted. */
export async function gatherEntries(
  items: readonly WallItem[],
  get: (item: WallItem) => Promise<CardState>,
  report: (done: number) => void,
  signal: AbortSignal
): Promise<Gathered> {
  const states = new Map<string, CardState>()
  const askable = items.filter((item) => whyNone(item) === null)
  let next = 0
  let done = 0
  async function work(): Promise<void> {
    for (let item = askable[next++]; item; item = askable[next++]) {
      signal.throwIfAborted()
      states.set(item.key, await get(item))
      report(++done)
    }
  }
  await Promise.all(Array.from({ length: readsAtOnce }, work))
  signal.throwIfAborted()
  return split(items, states)
}

/** How many of these are asked for. */
export function askableCount(items: readonly WallItem[]): number {
  return items.filter((item) => whyNone(item) === null).length
}

function split(items: readonly WallItem[], states: ReadonlyMap<string, CardState>): Gathered {
  const entries: ExportEntry[] = []
  const skipped: Skipped[] = []
  for (const item of items) {
    const state = states.get(item.key)
    const image = codeOf(state)?.image
    const why = whyNone(item) ?? (state?.kind === 'problem' ? state.error.message : t('codes.export.notRead'))
    if (image === undefined)
      skipped.push({ key: item.key, name: `${item.merchant.name} ${subtitleOf(item, null)}`, why })
    else entries.push(entryOf(item, state, image, entries.length + 1))
  }
  return { entries, skipped }
}

function entryOf(item: WallItem, state: CardState | undefined, image: string, number: number): ExportEntry {
  const code = codeOf(state)
  const path = pathOf(item)
  return {
    key: item.key,
    title: item.merchant.name,
    lines: [subtitleOf(item, code), ...(path === '' ? [] : [path])],
    image,
    facts: factsOf(item, code?.version ?? '', number)
  }
}

/** `label` is a saved code's label, and a merchant's tags for a trial code. */
export function factsOf(item: WallItem, version: string, number: number): NameFacts {
  const { merchant } = item
  return {
    name: merchant.name,
    appId: merchant.appId,
    version,
    stage: item.kind === 'trial' ? codeStageNames[item.stage] : t('codes.export.savedStage'),
    label: item.kind === 'saved' ? item.saved.label : listed(merchant.tags),
    number: String(number).padStart(3, '0')
  }
}
