import type { DeskError } from '@shared/errors'
import { domainLines } from '@shared/rules/domain-rules'
import { computed, ref, shallowRef, type Ref } from 'vue'
import { t } from '@/i18n'
import { judgeText, textOf, type JudgedText, type LineGround } from './judge-text'
import { refusedLines, type RefusedLines } from './refused-lines'

/** Several lists of domains by their names. */
export type DomainLists<Key extends string> = Readonly<Record<Key, readonly string[]>>

/**
 * The lists of an editor while they are typed. `start` is what stands in it at first; `groundOf` tells what a list is
 * judged by, which may hang on what all of them are.
 */
export function useDomainTexts<Key extends string>(
  keys: readonly Key[],
  start: Partial<DomainLists<Key>>,
  groundOf: (key: Key, lists: DomainLists<Key>) => LineGround
) {
  const textsOf = (from: Partial<DomainLists<Key>>) => recordOf(keys, (key) => textOf(from[key] ?? []))
  const texts: Ref<Readonly<Record<Key, string>>> = shallowRef(textsOf(start))
  const saved: Ref<Readonly<Record<Key, string>>> = shallowRef(texts.value)
  const refused = ref<RefusedLines>(new Map())

  const lists = computed<DomainLists<Key>>(() => recordOf(keys, (key) => domainLines(texts.value[key])))
  const judged = computed<Readonly<Record<Key, JudgedText>>>(() =>
    recordOf(keys, (key) => judgeText(texts.value[key], groundOf(key, lists.value), refused.value.get(key)))
  )
  const changed = computed(() => keys.some((key) => textOf(lists.value[key]) !== saved.value[key]))
  /** Why the lists can not be sent as they are; null when they can. */
  const trouble = computed(() => {
    const problems = keys.reduce((sum, key) => sum + judged.value[key].problems, 0)
    if (problems > 0) return t('domains.editor.toMend', { n: problems })
    return keys.map((key) => judged.value[key].tooMany).find((each) => each !== null) ?? null
  })

  /** Puts other lists into the editor; what is typed so far is lost. */
  function fill(from: Partial<DomainLists<Key>>): void {
    texts.value = textsOf(from)
  }

  /** What stands in the editor counts as unchanged from here on. */
  function keep(from: Partial<DomainLists<Key>>): void {
    fill(from)
    saved.value = texts.value
    refused.value = new Map()
  }

  /** Marks the lines that a refusal is about, until they are changed; answers whether there were any. */
  function refuse(error: DeskError | null): boolean {
    refused.value = refusedLines(error?.fields ?? {}, keys, lists.value)
    return refused.value.size > 0
  }

  return { texts, lists, judged, changed, trouble, fill, keep, refuse }
}

/** A record with a value for each key. */
export function recordOf<Key extends string, Value>(
  keys: readonly Key[],
  valueOf: (key: Key) => Value
): Record<Key, Value> {
  // Object.fromEntries forgets the keys' type.
  return Object.fromEntries(keys.map((key) => [key, valueOf(key)])) as Record<Key, Value>
}
