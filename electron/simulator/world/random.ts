import { hash } from 'node:crypto'

/** Anything that names what is drawn; the same seed and names always give the same result. */
export type Names = readonly (string | number)[]

/**
 * A number in [0, 1) that depends on nothing but the seed and the names. Drawing by name instead of from one stream
 * keeps a world the same whatever order calls arrive in.
 */
export function draw(seed: number, ...names: Names): number {
  return Number.parseInt(digest(seed, ...names).slice(0, 12), 16) / 2 ** 48
}

/** 64 hexadecimal digits that depend on nothing but the seed and the names. */
export function digest(seed: number, ...names: Names): string {
  return hash('sha256', JSON.stringify([seed, ...names]), 'hex')
}

/** The element at a drawn place; the list must not be empty. */
export function pick<Item>(items: readonly Item[], drawn: number): Item {
  const item = items[Math.floor(drawn * items.length)]
  if (item === undefined) throw new RangeError('nothing to pick from')
  return item
}

/** A number between two bounds. */
export function between(low: number, high: number, drawn: number): number {
  return low + (high - low) * drawn
}
