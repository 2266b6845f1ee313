import { LosslessNumber, parse, stringify } from 'lossless-json'

/**
 * Parses JSON text. Integers that JavaScript cannot hold exactly (template ids exceed 2^53) become strings of their
 * digits; of a key that occurs twice the last one counts, as in `JSON.parse`. Throws on text that is not JSON, and on
 * nesting too deep to follow.
 */
export function parseJson(text: string): unknown {
  return parse(text, undefined, { parseNumber, onDuplicateKey: ({ newValue }) => newValue })
}

/** Prints JSON text in which ids made by {@link exactId} stand unquoted, digit for digit. */
export function printJson(value: unknown): string {
  return stringify(value) ?? 'null'
}

/** An Int64 id for a request's body; null for anything but 1 to 20 digits. */
export function exactId(digits: string): LosslessNumber | null {
  return /^(?:0|[1-9]\d{0,19})$/.test(digits) ? new LosslessNumber(digits) : null
}

function parseNumber(text: string): number | string {
  const number = Number(text)
  if (/^-?\d+$/.test(text)) return Number.isSafeInteger(number) ? number : text
  return Number.isFinite(number) ? number : text
}
