import { z } from 'zod'

const percent = z.number().min(0).max(100)
const ms = z.number().min(0)

const auditDurationSchema = z
  .object({ leastMs: ms, mostMs: ms })
  .refine(({ leastMs, mostMs }) => leastMs <= mostMs, 'leastMs is above mostMs')
const auditSharesSchema = z
  .object({ rejectPercent: percent, partialPercent: percent.default(0), reasons: z.array(z.string()).default([]) })
  .refine(({ rejectPercent, partialPercent }) => rejectPercent + partialPercent <= 100, 'more than 100 percent')

/** Members of the world; a world saved without them takes the usual rules. */
export const paceMembersOfWorld = {
  /** Calls a second that the gateway takes of the whole application, pictures aside; null: any number. */
  callsPerSecond: z.number().int().positive().nullable().default(null),
  /** How long audits take, in milliseconds of platform time whatever the time factor; null: 6 to 36 hours by the factor. */
  auditDuration: auditDurationSchema.nullable().default(null),
  /** How many of a hundred audits are rejected or pass in part, and what every refusal says; null: the usual shares. */
  auditShares: auditSharesSchema.nullable().default(null)
}

/** The world's members as a fresh world has them. */
export const freshPaceMembers = () => z.object(paceMembersOfWorld).parse({})
