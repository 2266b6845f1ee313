import { z } from 'zod'

/**
 * Pieces that the endpoints' schemas are made of. They are as tolerant as the platform is inconsistent: numbers come as
 * strings and the reverse, flags as 0/1 or booleans, and whatever is empty may be null or absent.
 */

/** An id of any size as a string of its digits. */
export const id = z.union([z.string().regex(/^\d+$/), z.int().nonnegative()]).transform(String)

/** A text; null and absent are the empty one. */
export const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '')

/** A text; empty, null and absent are null. */
export const optionalText = z
  .string()
  .nullish()
  .transform((value) => value || null)

const flagWord = z.union([z.boolean(), z.literal([0, 1]), z.enum(['0', '1', 'true', 'false', ''])])
const isTrue = (value: z.output<typeof flagWord> | null | undefined): boolean =>
  value === true || value === 1 || value === '1' || value === 'true'

/** `0/1/true/false`, as numbers, booleans or texts; null and absent are false. */
export const flag = flagWord.nullish().transform(isTrue)

/** The same where its absence would be a wrong statement. */
export const toldFlag = flagWord.transform(isTrue)

/** The same; null and absent, and what is no flag, are null: not told. */
export const optionalFlag = flagWord
  .nullish()
  .catch(null)
  .transform((value) => (value === null || value === undefined || value === '' ? null : isTrue(value)))

/** A list; null and absent are the empty one. */
export const list = <Item extends z.ZodType>(item: Item) =>
  z
    .array(item)
    .nullish()
    .transform((items) => items ?? [])

/** A map from names to values; null and absent are the empty one. */
export const dictionary = <Value extends z.ZodType>(value: Value) =>
  z
    .record(z.string(), value)
    .nullish()
    .transform((entries) => Object.entries(entries ?? {}))

/** A whole number, or its digits as a text. */
export const integer = z.union([z.int(), z.string().regex(/^-?\d{1,15}$/)]).transform(Number)

/** The same; whatever is not one, null and absent are null. */
export const optionalInteger = integer
  .nullish()
  .catch(null)
  .transform((value) => value ?? null)

/** Unix seconds to milliseconds since 1970; 0, null and absent are null. */
export const seconds = integer.nullish().transform((value) => (value ? value * 1000 : null))

/** A token or code: something that can stand in a header and is not empty. */
export const secret = z.string().regex(/^[\x21-\x7e]{1,4096}$/)

/** A life told in seconds, to milliseconds; at most ten years, so that it adds up to a time. */
export const lifeMs = integer.pipe(z.number().min(0).max(315_360_000)).transform((value) => value * 1000)
