import type { MiniCodeRequest, SavedCode } from '@shared/domain/mini-code'
import type { DeskError } from '@shared/errors'
import { savedCodesMax } from '@shared/rules/limits'
import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import { call } from '@/client'

/** A code to be kept and made. */
export type NewCode = { readonly appId: string; readonly label: string; readonly request: MiniCodeRequest }

/** One code on its way; `id` is null where it was not kept. */
export type MakingLine = {
  readonly id: string
  readonly appId: string
  readonly label: string
  readonly state: 'waiting' | 'making' | 'done' | 'failed'
  readonly error: DeskError | null
}

const makesAtOnce = 4

/**
 * Keeps many codes, then has their pictures made, four at once. What is kept stays kept when it is cancelled or fails, and
 * can be gone on with here or in the lists.
 */
export function useMaking(accountId: string) {
  const lines = shallowRef<readonly MakingLine[]>([])
  const error = shallowRef<DeskError | null>(null)
  const running = ref(false)
  let cancelled = false
  onScopeDispose(() => (cancelled = true))

  const counts = computed(() => {
    const count = (state: MakingLine['state']): number => lines.value.filter((line) => line.state === state).length
    return { done: count('done'), failed: count('failed'), left: count('waiting') + count('making') }
  })

  /** Keeps these codes and makes them; those that were kept before an error are made all the same. */
  async function start(codes: readonly NewCode[]): Promise<void> {
    if (running.value) return
    running.value = true
    cancelled = false
    error.value = null
    const kept = await keep(codes)
    lines.value = kept.map(({ id, appId, label }) => ({ id, appId, label, state: 'waiting', error: null }))
    await makeAll()
    running.value = false
  }

  async function keep(codes: readonly NewCode[]): Promise<readonly SavedCode[]> {
    const kept: SavedCode[] = []
    for (let from = 0; from < codes.length && !cancelled; from += savedCodesMax) {
      const part = codes.slice(from, from + savedCodesMax).map((code) => ({ id: null, ...code }))
      const answer = await call('codes.save', { accountId, codes: part })
      if (!answer.ok) {
        error.value = answer.error
        break
      }
      kept.push(...answer.value)
    }
    return kept
  }

  async function makeAll(): Promise<void> {
    const work = async (): Promise<void> => {
      for (let line = take(); line; line = take()) await make(line)
    }
    await Promise.all(Array.from({ length: makesAtOnce }, work))
  }

  function take(): MakingLine | null {
    const next = cancelled ? undefined : lines.value.find(({ state }) => state === 'waiting')
    if (next) put(next.id, { state: 'making' })
    return next ?? null
  }

  async function make({ id }: MakingLine): Promise<void> {
    const answer = await call('codes.make', { accountId, id })
    put(id, answer.ok ? { state: 'done', error: null } : { state: 'failed', error: answer.error })
  }

  function put(id: string, change: Partial<MakingLine>): void {
    lines.value = lines.value.map((line) => (line.id === id ? { ...line, ...change } : line))
  }

  /** Goes on with what failed and with what was not reached. */
  async function goOn(): Promise<void> {
    if (running.value) return
    running.value = true
    cancelled = false
    lines.value = lines.value.map((line) =>
      line.state === 'failed' ? { ...line, state: 'waiting', error: null } : line
    )
    await makeAll()
    running.value = false
  }

  return { lines, counts, error, running, start, goOn, cancel: () => void (cancelled = true) }
}

export type Making = ReturnType<typeof useMaking>
