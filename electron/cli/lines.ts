import { rolloutFates, rolloutItemStates, rolloutStates, rolloutSteps } from '@shared/domain/rollout'
import { z } from 'zod'

const at = z.number().int()
const count = z.number().int()
const version = z.string().nullable()

const error = z.object({
  code: z.string(),
  message: z.string(),
  reason: z.string().optional(),
  nextStep: z.string(),
  retryable: z.boolean(),
  retryAfterMs: z.number().optional(),
  platformCode: z.string().optional(),
  platformMessage: z.string().optional(),
  logId: z.string().optional(),
  merchant: z.object({ appId: z.string(), name: z.string() }).optional(),
  fields: z.record(z.string(), z.string()).optional()
})

const hold = z.discriminatedUnion('by', [
  z.object({ by: z.literal('gate'), wave: count, opensAt: at.nullable() }),
  z.object({ by: z.literal('train'), approved: count }),
  z.object({ by: z.literal('operator') }),
  z.object({ by: z.literal('stop_rule'), text: z.string() }),
  z.object({ by: z.enum(['account', 'quota']), error })
])

const state = z.enum(rolloutStates)
const waves = z.array(z.object({ name: z.string(), total: count }))
/** Why the command ended. `decision` and `paused`: the rollout waits for somebody. */
const ended = z.enum(['finished', 'stopped', 'decision', 'paused', 'timeout', 'interrupted'])
const cause = z.object({
  key: z.string(),
  title: z.string(),
  advice: z.string(),
  platformCode: z.string().nullable(),
  appIds: z.array(z.string())
})

/** What is written on standard output with `--json`: one of these a line; docs/rollout-lines.schema.json is made of it. */
export const rolloutLine = z.discriminatedUnion('event', [
  /** How many merchants were read already, before the plan begins. */
  z.object({ at, event: z.literal('reading'), total: count, done: count, failed: count }),
  z.object({
    at,
    event: z.literal('started'),
    rolloutId: z.string(),
    title: z.string(),
    account: z.object({ id: z.string(), name: z.string(), kind: z.enum(['practice', 'platform']) }),
    state,
    startAt: at.nullable(),
    total: count,
    waves,
    /** It was begun before and goes on now. */
    isResumed: z.boolean()
  }),
  z.object({
    at,
    event: z.literal('item'),
    appId: z.string(),
    name: z.string(),
    /** From 0. */
    wave: count,
    step: z.enum(rolloutSteps),
    state: z.enum(rolloutItemStates),
    fromVersion: version,
    toVersion: version,
    cause: z.string().nullable(),
    error: error.nullable()
  }),
  z.object({ at, event: z.literal('log'), tone: z.enum(['info', 'success', 'warning', 'danger']), text: z.string() }),
  z.object({ at, event: z.literal('hold'), state, hold }),
  z.object({ at, event: z.literal('finished'), state: z.enum(['finished', 'stopped']) }),
  z.object({
    at,
    event: z.literal('summary'),
    rolloutId: z.string(),
    title: z.string(),
    state,
    ended,
    total: count,
    counts: z.record(z.enum(rolloutItemStates), count),
    causes: z.array(cause),
    exitCode: count
  }),
  z.object({
    at,
    event: z.literal('preview'),
    appId: z.string(),
    name: z.string(),
    wave: count,
    fate: z.enum(rolloutFates),
    fromVersion: version,
    toVersion: version,
    why: z.string().nullable(),
    readAt: at.nullable()
  }),
  z.object({
    at,
    event: z.literal('preview_summary'),
    total: count,
    waves,
    fates: z.record(z.enum(rolloutFates), count),
    exitCode: count
  }),
  z.object({ at, event: z.literal('error'), error, exitCode: count })
])

export type RolloutLine = z.output<typeof rolloutLine>
export type LineOf<Event extends RolloutLine['event']> = Extract<RolloutLine, { event: Event }>
export type Ended = LineOf<'summary'>['ended']
