/** Numbers in a label count as numbers: table 2 comes before table 10. */
const order = new Intl.Collator('zh-CN', { numeric: true })

/** Saved codes in the order in which a person would count them. */
export function byLabel<Code extends { readonly label: string }>(codes: readonly Code[]): readonly Code[] {
  return [...codes].sort((one, other) => order.compare(one.label, other.label))
}
