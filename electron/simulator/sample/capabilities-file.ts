import { z } from 'zod'
import { CapabilityCatalogue, conditionKinds, ownKeys } from '../world/capability-catalogue'

const field = z.strictObject({
  key: z.string().min(1),
  name: z.string(),
  description: z.string(),
  required: z.boolean().default(true),
  type: z.enum(['text', 'pictures']),
  most: z.number().int().positive()
})
const entry = z.strictObject({
  key: z.string().min(1),
  name: z.string(),
  description: z.string(),
  listed: z.boolean().default(true),
  host: z.string().default('douyin'),
  sets: z.array(z.number().int()).default([3]),
  lab: z.string().nullable().default(null),
  conditions: z.array(z.array(z.enum(conditionKinds)).min(1)).default([]),
  categories: z.array(z.number().int()).default([]),
  leastCredit: z.number().int().default(80),
  fields: z.array(field).default([])
})

/** `resources/practice/capabilities.json`: the platform's list, and what reviewers say; keys must not repeat. */
export const capabilitiesFile = z
  .strictObject({ capabilities: z.array(entry).min(1), reasons: z.array(z.string()).min(1) })
  .refine(({ capabilities }) => {
    const keys = new Set(capabilities.map(({ key }) => key))
    return keys.size === capabilities.length && Object.values(ownKeys).every((key) => keys.has(key))
  })
  .transform(({ capabilities, reasons }) => new CapabilityCatalogue(capabilities, reasons))
