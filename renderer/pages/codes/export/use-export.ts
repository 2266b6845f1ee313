import { onScopeDispose, shallowRef } from 'vue'
import { t } from '@/i18n'
import type { CardState, WallItem } from '../wall/wall-items'
import { askableCount, gatherEntries, type ExportEntry, type Skipped } from './export-entries'

/** How far an export is. */
export type ExportState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading' | 'making'; readonly done: number; readonly total: number }
  | { readonly kind: 'done'; readonly text: string; readonly skipped: readonly Skipped[] }
  | { readonly kind: 'failed'; readonly text: string }

/** Makes something of the codes that were read; answers what to tell when it is done, null where there is nothing. */
export type Maker = (
  entries: readonly ExportEntry[],
  report: (done: number) => void,
  signal: AbortSignal
) => Promise<string | null>

/** Reads the codes of the wall, then makes something of them. One at a time; `cancel` ends it with nothing made. */
export function useExport(items: () => readonly WallItem[], get: (item: WallItem) => Promise<CardState>) {
  const state = shallowRef<ExportState>({ kind: 'idle' })
  let control: AbortController | null = null
  onScopeDispose(() => control?.abort())

  async function run(make: Maker): Promise<void> {
    if (control) return
    const here = (control = new AbortController())
    try {
      state.value = await carriedOut(make, here.signal)
    } catch (error) {
      if (here.signal.aborted) state.value = { kind: 'idle' }
      else state.value = { kind: 'failed', text: failureText(error) }
    } finally {
      control = null
    }
  }

  async function carriedOut(make: Maker, signal: AbortSignal): Promise<ExportState> {
    const tell = (kind: 'reading' | 'making', total: number) => (done: number) => {
      if (!signal.aborted) state.value = { kind, done, total }
    }
    const reading = tell('reading', askableCount(items()))
    reading(0)
    const { entries, skipped } = await gatherEntries(items(), get, reading, signal)
    if (entries.length === 0) return { kind: 'done', text: t('codes.export.nothing'), skipped }
    const making = tell('making', entries.length)
    making(0)
    const text = await make(entries, making, signal)
    return text === null ? { kind: 'idle' } : { kind: 'done', text, skipped }
  }

  return { state, run, cancel: () => control?.abort() }
}

function failureText(error: unknown): string {
  const name = error instanceof Error || error instanceof DOMException ? error.name : ''
  if (name === 'QuotaExceededError') return t('codes.export.noSpace')
  if (name === 'NotFoundError') return t('codes.export.noFolder')
  return t('codes.export.notWritten')
}
