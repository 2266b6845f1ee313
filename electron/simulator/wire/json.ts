import { parse, stringify } from 'lossless-json'

/** Reads JSON with exact integers: those beyond 2^53 become `bigint`. Throws `SyntaxError`. */
export function readJson(text: string): unknown {
  return parse(text, null, readNumber)
}

function readNumber(text: string): number | bigint {
  const number = Number(text)
  return /^-?\d+$/.test(text) && !Number.isSafeInteger(number) ? BigInt(text) : number
}

/** Writes JSON; a `bigint` goes out unquoted and exact. */
export function writeJson(value: unknown): string {
  return stringify(value) ?? 'null'
}
