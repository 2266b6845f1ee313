import type { CatalogueEntry } from '@shared/domain/help'
import { errorActors, type DeskError, type ErrorActor } from '@shared/errors'
import { computed, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import { call } from '@/client'
import { actorTexts } from '@/components/errors/actors'

export type ErrorCodes = {
  /** Null: not read yet. */
  readonly entries: ShallowRef<readonly CatalogueEntry[] | null>
  readonly error: ShallowRef<DeskError | null>
  readonly text: Ref<string>
  /** Null: whoever must act. */
  readonly actor: Ref<ErrorActor | null>
  readonly found: ComputedRef<readonly CatalogueEntry[]>
  /** How many of the found words there are for each, whoever is chosen. */
  readonly counts: ComputedRef<Readonly<Record<ErrorActor, number>>>
  readonly load: () => Promise<void>
}

/** The catalogue of the platform's error codes, narrowed by words (all of them, in any column) and by who must act. */
export function useErrorCodes(startText: string): ErrorCodes {
  const entries = shallowRef<readonly CatalogueEntry[] | null>(null)
  const error = shallowRef<DeskError | null>(null)
  const text = ref(startText)
  const actor = ref<ErrorActor | null>(null)

  const matching = computed(() => {
    const words = text.value.toLowerCase().split(/\s+/).filter(Boolean)
    return (entries.value ?? []).filter((entry) => words.every((word) => wordsOf(entry).includes(word)))
  })
  const found = computed(() =>
    actor.value === null ? matching.value : matching.value.filter((entry) => entry.actor === actor.value)
  )
  const counts = computed(() => {
    const counted: Record<ErrorActor, number> = { operator: 0, merchant: 0, developer: 0, platform: 0, nobody: 0 }
    for (const entry of matching.value) counted[entry.actor] += 1
    return counted
  })

  async function load(): Promise<void> {
    error.value = null
    const result = await call('help.catalogue', {})
    if (result.ok) entries.value = [...result.value].sort(inOrder)
    else error.value = result.error
  }

  return { entries, error, text, actor, found, counts, load }
}

const wordsOf = ({ code, endpoint, reason, nextStep, actor }: CatalogueEntry): string =>
  [code, endpoint ?? '', reason, nextStep, actorTexts[actor]].join('\n').toLowerCase()

/** By number; what means the same everywhere before what is special to a call. */
function inOrder(one: CatalogueEntry, other: CatalogueEntry): number {
  return Number(one.code) - Number(other.code) || Number(one.endpoint !== null) - Number(other.endpoint !== null)
}

/** In the order in which they are offered. */
export const offeredActors = errorActors
