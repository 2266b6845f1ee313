/** Why domains were refused: by list, then by the domain as it was sent. */
export type RefusedLines = ReadonlyMap<string, ReadonlyMap<string, string>>

/**
 * Finds the lines that a refusal is about. Its fields end in the list's name and the line's place: `request.3`,
 * `target.request.3`. What names no line of these lists is left out.
 */
export function refusedLines<Key extends string>(
  fields: Readonly<Record<string, string>>,
  keys: readonly Key[],
  lists: Readonly<Record<Key, readonly string[]>>
): RefusedLines {
  const found = new Map<string, Map<string, string>>()
  for (const [field, problem] of Object.entries(fields)) {
    const [name, place] = field.split('.').slice(-2)
    const key = keys.find((each) => each === name)
    const domain = key === undefined ? undefined : lists[key][Number(place)]
    if (key === undefined || domain === undefined) continue
    found.set(key, (found.get(key) ?? new Map<string, string>()).set(domain, problem))
  }
  return found
}
