import { z } from 'zod'

/**
 * One call: the schema of its input, the type of its value, and the largest input in bytes of JSON.
 *
 * The bound here and in the `satisfies` of the groups is `$ZodType`, not `ZodType`: comparing a schema with all the methods of
 * the latter takes the compiler half a second, and lint pays that again for every component.
 */
export type Call<Input extends z.core.$ZodType, Value> = {
  readonly input: Input
  readonly maxBytes: number
  /** Never set; carries the type. */
  readonly value?: Value
}

export const defaultMaxBytes = 64 * 1024

/** Declares a call by the type of its value, then the schema of its input. */
export const returning = <Value>() => ({
  from: <Input extends z.core.$ZodType>(input: Input, maxBytes: number = defaultMaxBytes): Call<Input, Value> => ({
    input,
    maxBytes
  })
})

export const nothing = z.strictObject({})
export const accountId = z.string().min(1).max(64)
export const appId = z.string().min(1).max(64)
export const appIds = z.array(appId).min(1).max(10_000)
export const account = z.strictObject({ accountId })
export const merchant = z.strictObject({ accountId, appId })
export const text = (max: number) => z.string().max(max)
/** A merchant's name is in it, as base64 of UTF-8. */
export const cursor = text(2048)
/** Ids of ours: random UUIDs. */
export const ownId = z.string().regex(/^[\w-]{1,64}$/)
