import { z } from 'zod'

/** A schema for the docs. `readonly` says something of our types; in a JSON Schema it would say that nobody may send it. */
export function jsonSchema(schema: z.ZodType, io: 'input' | 'output') {
  return z.toJSONSchema(schema, {
    io,
    override: ({ jsonSchema: made }) => {
      delete made.readOnly
    }
  })
}
