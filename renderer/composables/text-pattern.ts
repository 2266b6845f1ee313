import { t, type TextKey } from '@/i18n'

/** Stands around the names of values in a pattern; no text has it. */
const edge = '\uE000'

/**
 * The text of that key as a function of its values, for lists that make thousands of them while the operator types: the
 * dictionary is asked once. Not for texts whose form depends on a number.
 */
export function textPattern(
  key: TextKey,
  names: readonly string[]
): (values: Readonly<Record<string, string>>) => string {
  const marked = t(key, Object.fromEntries(names.map((name) => [name, `${edge}${name}${edge}`])))
  // What stands between the values is at the even places, their names at the odd ones.
  const parts = marked.split(edge)
  return (values) => parts.map((part, place) => (place % 2 === 0 ? part : (values[part] ?? ''))).join('')
}
