import type { MerchantRow } from '@shared/domain/merchant'
import type { MerchantIndex } from '@/pages/batches/merchant-index'

export type PastedMerchants = {
  /** In the order of the list, each once. */
  readonly merchants: readonly MerchantRow[]
  /** What is no merchant, and why. */
  readonly unknown: readonly { readonly text: string; readonly problem: string }[]
  /** How many stood there more than once. */
  readonly repeated: number
  /** Their names, each once. */
  readonly doubles: readonly string[]
}

/** Finds the merchants of a list, one a line or separated by commas or tabs: app ids, or names where only one has it. */
export function pastedMerchants(text: string, index: MerchantIndex): PastedMerchants {
  const found = new Map<string, MerchantRow>()
  const unknown: { text: string; problem: string }[] = []
  const doubles = new Set<string>()
  let repeated = 0
  for (const entry of entriesOf(text, index)) {
    const { merchant, problem } = index.findEither(entry)
    if (merchant === null) unknown.push({ text: entry, problem })
    else if (found.has(merchant.appId)) {
      repeated += 1
      doubles.add(merchant.name)
    } else found.set(merchant.appId, merchant)
  }
  return { merchants: [...found.values()], unknown, repeated, doubles: [...doubles] }
}

/** A name may have a comma in it: a line that is a merchant as a whole is not cut. */
function entriesOf(text: string, index: MerchantIndex): readonly string[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim())
  return lines
    .flatMap((line) =>
      index.findEither(line).merchant ? [line] : line.split(/[\t,，、;；]/).map((part) => part.trim())
    )
    .filter(Boolean)
}
