import type { NoRoom } from '@shared/domain/safety'

type Named = { readonly name: string }

/** `known`: the names that are here; `max`: how many there may be of this kind. */
export type Room = {
  readonly kind: NoRoom['kind']
  readonly known: { readonly has: (name: string) => boolean; readonly size: number }
  readonly max: number
}

/**
 * Of what a file brings: what replaces something here, and as many new things as there is room for, in the file's order. An
 * account with more than it may have could neither be saved nor be brought to another computer again.
 */
export function withinRoom<Item extends Named>(
  wanted: readonly Item[],
  { kind, known, max }: Room
): { readonly fits: readonly Item[]; readonly noRoom: readonly NoRoom[] } {
  let free = max - known.size
  const fits: Item[] = []
  const noRoom: NoRoom[] = []
  for (const item of wanted) {
    if (known.has(item.name)) fits.push(item)
    else if (free > 0) {
      free -= 1
      fits.push(item)
    } else noRoom.push({ kind, name: item.name })
  }
  return { fits, noRoom }
}
