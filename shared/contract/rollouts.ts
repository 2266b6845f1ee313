import { z } from 'zod'
import { baselineModes } from '../domain/domains'
import type { Drift } from '../domain/drift'
import {
  releaseModes,
  type ItemRequest,
  type Rollout,
  type RolloutItem,
  type RolloutLogEntry,
  type RolloutPlan,
  type RolloutPreview
} from '../domain/rollout'
import { auditNoteMaxLength, descriptionMaxLength, extJsonMaxLength, versionMaxLength } from '../rules/limits'
import { account, accountId, appId, appIds, ownId, returning, text } from './call'
import { application } from './capabilities'
import { baselineName, domainSet } from './domains'

/** A rollout with all of its merchants in the order of their turns, and the newest 500 lines of its log, oldest first. */
export type RolloutDetail = {
  readonly rollout: Rollout
  readonly items: readonly RolloutItem[]
  readonly log: readonly RolloutLogEntry[]
}

const hosts = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('available') }),
  z.strictObject({ by: z.literal('released') }),
  z.strictObject({ by: z.literal('named'), hosts: z.array(z.string().min(1).max(40)).min(1).max(40).readonly() })
])
const submission = { hosts, note: text(auditNoteMaxLength), release: z.enum(releaseModes) }
const version = z.string().trim().min(1).max(versionMaxLength)

const work = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('ship'),
    templateId: z.string().regex(/^\d{1,20}$/),
    version,
    description: z.string().trim().min(1).max(descriptionMaxLength),
    extJson: z.string().min(1).max(extJsonMaxLength).nullable(),
    until: z.enum(['upload', 'submit', 'release']),
    ...submission
  }),
  z.strictObject({ kind: z.literal('submit'), until: z.enum(['submit', 'release']), ...submission }),
  z.strictObject({ kind: z.enum(['release', 'rollback']), onlyVersion: version.nullable() }),
  z.strictObject({ kind: z.enum(['withdraw', 'refresh']) }),
  z.strictObject({
    kind: z.literal('domains'),
    baseline: z.strictObject({ id: ownId, name: baselineName, domains: domainSet }),
    mode: z.enum(baselineModes)
  }),
  z.strictObject({ kind: z.literal('capability'), name: text(100).min(1), ...application }),
  z.strictObject({ kind: z.enum(['introduction', 'icon']) })
])

/** What one merchant gets; a picture is a staged file. Texts are judged by the rules. */
export const itemRequest = z.union([
  z.strictObject({ introduction: z.string().min(1).max(400) }),
  z.strictObject({ fileId: ownId, fileName: text(255).min(1) })
]) satisfies z.core.$ZodType<ItemRequest>

/** By app id; only for plans of the kinds `introduction` and `icon`. */
export const itemRequests = z.record(appId, itemRequest)

const waveMax = 20
const waves = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('none') }),
  z.strictObject({
    by: z.literal('number'),
    sizes: z.array(z.number().int().min(1).max(10_000)).min(1).max(waveMax).readonly()
  }),
  z.strictObject({
    by: z.literal('share'),
    percents: z.array(z.number().min(0.1).max(100)).min(1).max(waveMax).readonly()
  }),
  z.strictObject({ by: z.literal('tag'), tags: z.array(z.string().min(1).max(40)).min(1).max(waveMax).readonly() })
])

const gate = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('operator') }),
  z.strictObject({ by: z.literal('quiet'), minutes: z.number().int().min(0).max(10_080) })
])

export const rolloutPlan = z.strictObject({
  title: z.string().trim().min(1).max(80),
  work,
  waves,
  gate,
  stop: z.strictObject({
    failurePercent: z.number().min(1).max(100).nullable(),
    sameCause: z.number().int().min(2).max(1000).nullable()
  }),
  startAt: z.number().int().min(0).nullable()
}) satisfies z.core.$ZodType<RolloutPlan>

const rollout = z.strictObject({ accountId, rolloutId: ownId })
const planBytes = 16 * 1024 * 1024
/** Null: all that it can be done to. */
const some = z.strictObject({ accountId, rolloutId: ownId, appIds: z.array(appId).min(1).max(10_000).nullable() })

export const rolloutCalls = {
  /** What the plan would do to each of these merchants, from what was read of them last. Nothing is sent, nothing is kept. */
  'rollouts.preview': returning<RolloutPreview>().from(
    z.strictObject({ accountId, plan: rolloutPlan, appIds, requests: itemRequests.optional() }),
    planBytes
  ),
  /**
   * Freezes the merchants and begins (or waits for `startAt`). `confirmed` is the number of merchants the operator agreed to: where
   * it is not the number of `appIds`, nothing is kept. A baseline is assigned to them as well.
   */
  'rollouts.start': returning<RolloutDetail>().from(
    z.strictObject({
      accountId,
      plan: rolloutPlan,
      appIds,
      confirmed: z.number().int().min(1),
      requests: itemRequests.optional(),
      origin: ownId.nullable()
    }),
    planBytes
  ),
  /** Newest first, 200 at most. */
  'rollouts.list': returning<readonly Rollout[]>().from(account),
  'rollouts.get': returning<RolloutDetail>().from(rollout),
  /** What is being sent is finished first. */
  'rollouts.pause': returning<RolloutDetail>().from(rollout),
  /** Also begins a planned one at once. */
  'rollouts.resume': returning<RolloutDetail>().from(rollout),
  /** For good: what has not begun is skipped; what is in review on the platform stays there. */
  'rollouts.stop': returning<RolloutDetail>().from(rollout),
  /** Opens the next wave now, also before the present one has ended. */
  'rollouts.openWave': returning<RolloutDetail>().from(rollout),
  /** Releases what has passed so far, together. */
  'rollouts.releaseTogether': returning<RolloutDetail>().from(rollout),
  /** Failed, rejected and blocked ones begin again with a look at what is there. */
  'rollouts.retry': returning<RolloutDetail>().from(some, planBytes),
  /** For good: not those that are over, or being sent. */
  'rollouts.skip': returning<RolloutDetail>().from(some, planBytes),
  /** The whole journal as JSON for support: plan, merchants, log and operations, without secrets. */
  'rollouts.journal': returning<{ readonly name: string; readonly json: string }>().from(rollout),
  /** Every merchant's versions beside the template library, as they were read last. Asks the platform for the library only. */
  'rollouts.drift': returning<Drift>().from(account)
} as const
