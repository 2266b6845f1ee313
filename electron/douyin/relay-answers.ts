import { z } from 'zod'
import { pushEnvelope } from './push-messages'

const relayMessage = z.object({
  id: z.string().regex(/^\d{1,16}$/),
  receivedAt: z.number().int().nonnegative(),
  address: z.enum(['authorization', 'events']),
  envelope: pushEnvelope
})

/** A message as the relay keeps it. The answers here are those that docs/relay.md describes. */
export type RelayMessage = z.output<typeof relayMessage>

export const messagesAnswer = z.object({
  messages: z.array(relayMessage).max(1000),
  dropped: z.number().int().nonnegative()
})

export const ticketAnswer = z.object({ messages: z.array(relayMessage).max(1000) })

export const acknowledgedAnswer = z.object({ ok: z.literal(true) })

export const leaseAnswer = z.object({ fence: z.number().int().positive(), expiresInMs: z.number() })

export const releasedAnswer = z.object({ released: z.boolean() })

export const tokensAnswer = z.object({ version: z.number().int().nonnegative(), blob: z.string().nullable() })

export const tokensPutAnswer = z.object({ version: z.number().int().positive() })

export const refusalAnswer = z.object({
  error: z.string(),
  name: z.string().max(128).optional(),
  expiresInMs: z.number().optional()
})
