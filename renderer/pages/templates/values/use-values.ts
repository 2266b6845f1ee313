import type { ExtVariable } from '@shared/domain/ext-variables'
import type { MerchantRow } from '@shared/domain/merchant'
import { computed, ref, shallowRef } from 'vue'
import type { ValuesByMerchant } from '../studio/use-studio'
import { valueState, worstOf } from './value-state'

/** One value to be set; an empty one takes it away. */
export type ValueChange = { readonly appId: string; readonly name: string; readonly value: string }

export type ValueFilter = 'all' | 'missing' | 'wrong'

type Facts = {
  readonly merchants: () => readonly MerchantRow[]
  readonly variables: () => readonly ExtVariable[]
  readonly saved: () => ValuesByMerchant
}

/**
 * The merchants' values as they are being changed. Filters look at what is saved, so that a line does not vanish under the
 * hands of who completes it.
 */
export function useValues({ merchants, variables, saved }: Facts) {
  const edited = shallowRef<ValuesByMerchant>(new Map())
  const filter = ref<ValueFilter>('all')
  const query = ref('')

  const valuesOf = (appId: string): Readonly<Record<string, string>> =>
    edited.value.get(appId) ?? saved().get(appId) ?? {}

  const states = computed(
    () => new Map(merchants().map(({ appId }) => [appId, worstOf(variables(), saved().get(appId) ?? {})]))
  )
  const counts = computed(() => {
    const all = [...states.value.values()]
    return {
      all: all.length,
      missing: all.filter((state) => state === 'missing').length,
      wrong: all.filter((state) => state === 'wrong').length
    }
  })
  const shown = computed(() => {
    const wanted = query.value.trim().toLowerCase()
    return merchants().filter(({ appId, name }) => {
      if (filter.value !== 'all' && states.value.get(appId) !== filter.value) return false
      return wanted === '' || name.toLowerCase().includes(wanted) || appId.toLowerCase().includes(wanted)
    })
  })
  /** Changed values that are not of their type: they are not saved. */
  const wrongEdits = computed(() => {
    const isWrong = (values: Readonly<Record<string, string>>) => (variable: ExtVariable) =>
      valueState(variable, values[variable.name] ?? '').kind === 'wrong'
    return [...edited.value.values()].filter((values) => variables().some(isWrong(values))).length
  })

  /** Takes changes in; answers how many values are others than before. */
  function set(changes: readonly ValueChange[]): number {
    const next = new Map(edited.value)
    let count = 0
    for (const { appId, name, value } of changes) {
      const before = next.get(appId) ?? saved().get(appId) ?? {}
      if ((before[name] ?? '') === value) continue
      count += 1
      const after = withValue(before, name, value)
      if (isSame(after, saved().get(appId) ?? {})) next.delete(appId)
      else next.set(appId, after)
    }
    edited.value = next
    return count
  }

  /** Forgets changes of merchants that are saved as they stand now; what was changed since stays. */
  function settle(): void {
    edited.value = new Map([...edited.value].filter(([appId, values]) => !isSame(values, saved().get(appId) ?? {})))
  }

  return {
    edited,
    filter,
    query,
    counts,
    shown,
    wrongEdits,
    valuesOf,
    set,
    settle,
    discard: () => (edited.value = new Map())
  }
}

function withValue(values: Readonly<Record<string, string>>, name: string, value: string): Record<string, string> {
  const others = Object.entries(values).filter(([each]) => each !== name)
  return Object.fromEntries(value === '' ? others : [...others, [name, value]])
}

function isSame(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  const names = Object.keys(a)
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name])
}
