import { onScopeDispose, shallowReactive, watch } from 'vue'
import { useNow } from '@/composables/now'
import { readCode } from './read-code'
import { whyNone, type CardState, type WallItem } from './wall-items'

/** So many codes are read at once. */
const readsAtOnce = 4

/** A code that the platform calls expired right after it was read is not read again before this, in milliseconds. */
const rereadPauseMs = 30_000

/**
 * The codes of the wall. Only what is wanted (in sight) is read, in its order; what scrolled away before its turn is not.
 * Answers belong to their card's key, so that a late one can not show anywhere else. Expired ones are read again while
 * they are wanted and the page is looked at.
 */
export function useCodeLoader() {
  const states = shallowReactive(new Map<string, CardState>())
  const running = new Map<string, Promise<CardState>>()
  const now = useNow()
  let wanted: readonly WallItem[] = []
  let gone = false
  onScopeDispose(() => (gone = true))

  function want(items: readonly WallItem[]): void {
    wanted = items
    pump()
  }

  function pump(): void {
    while (running.size < readsAtOnce && !gone) {
      const next = wanted.find((item) => !running.has(item.key) && whyNone(item) === null && isDue(item))
      if (!next) return
      void read(next)
    }
  }

  function isDue({ key }: WallItem): boolean {
    const state = states.get(key)
    return state === undefined || isExpired(state, Date.now())
  }

  /** Reads a code now, or waits for the reading that is under way. */
  function read(item: WallItem): Promise<CardState> {
    const before = running.get(item.key)
    if (before) return before
    const known = states.get(item.key)
    states.set(item.key, { kind: 'reading', code: known?.kind === 'ready' ? known.code : null })
    const reading = finish(item)
    running.set(item.key, reading)
    return reading
  }

  async function finish(item: WallItem): Promise<CardState> {
    const answer = await readCode(item)
    const state: CardState = answer.ok
      ? { kind: 'ready', code: answer.value }
      : { kind: 'problem', error: answer.error }
    running.delete(item.key)
    if (!gone) states.set(item.key, state)
    pump()
    return state
  }

  /** A code for export: the known one while it is valid, else it is read. */
  async function get(item: WallItem): Promise<CardState> {
    const known = states.get(item.key)
    return known?.kind === 'ready' && !isExpired(known, Date.now()) ? known : read(item)
  }

  watch(now, pump)
  return { states, want, read, get }
}

export type CodeLoader = ReturnType<typeof useCodeLoader>

function isExpired(state: CardState, now: number): boolean {
  if (state.kind !== 'ready' || state.code.expiresAt === null) return false
  return state.code.expiresAt <= now && now - state.code.readAt >= rereadPauseMs
}
