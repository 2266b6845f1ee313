import { itemRequest, rolloutPlan } from '@shared/contract/rollouts'
import {
  rolloutItemStates,
  rolloutStates,
  rolloutSteps,
  type Rollout,
  type RolloutCounts,
  type RolloutHold,
  type RolloutItem,
  type RolloutItemState,
  type RolloutLogEntry
} from '@shared/domain/rollout'
import { noRolloutCounts } from '@shared/rules/rollout-counts'
import { waveNameNow } from '@shared/rules/rollout-waves'
import { z } from 'zod'
import { deskError, jsonColumn } from './schemas'

/** The columns of a rollout `r`, its items counted by wave and state. */
export const rolloutColumns = `r.id, r.account_id AS accountId, r.plan, r.wave_names AS waveNames, r.state, r.hold, r.wave,
  r.created_at AS createdAt, r.started_at AS startedAt, r.finished_at AS finishedAt, r.actor, r.origin,
  (SELECT json_group_array(json_array(wave, state, items)) FROM (
    SELECT wave, state, count(*) AS items FROM rollout_items WHERE rollout_id = r.id GROUP BY wave, state)) AS counted`

export const rolloutItemColumns = `i.app_id AS appId, i.name, i.wave, i.step, i.state, i.from_version AS fromVersion,
  i.to_version AS toVersion, i.cause, i.error, i.attempts, i.not_before AS notBefore, i.review_since AS reviewSince,
  i.request, i.changed_at AS changedAt, i.finished_at AS finishedAt`

const hold: z.ZodType<RolloutHold> = z.discriminatedUnion('by', [
  z.object({ by: z.literal('gate'), wave: z.number(), opensAt: z.number().nullable() }),
  z.object({ by: z.literal('train'), approved: z.number() }),
  z.object({ by: z.literal('operator') }),
  z.object({ by: z.literal('stop_rule'), text: z.string() }),
  z.object({ by: z.enum(['account', 'quota']), error: deskError })
])

const itemState = z.enum(rolloutItemStates)
const counted = z.array(z.tuple([z.number(), itemState, z.number()]))

function sumUp(rows: readonly (readonly [number, RolloutItemState, number])[]): RolloutCounts {
  const sums: Record<RolloutItemState, number> = { ...noRolloutCounts }
  for (const [, state, items] of rows) sums[state] += items
  return sums
}

const totalOf = (counts: RolloutCounts): number => Object.values(counts).reduce((sum, each) => sum + each, 0)

export const rollout = z
  .object({
    id: z.string(),
    accountId: z.string(),
    plan: jsonColumn(rolloutPlan),
    waveNames: jsonColumn(z.array(z.string())),
    state: z.enum(rolloutStates),
    hold: jsonColumn(hold).nullable(),
    wave: z.number(),
    createdAt: z.number(),
    startedAt: z.number().nullable(),
    finishedAt: z.number().nullable(),
    actor: z.string(),
    origin: z.string().nullable(),
    counted: jsonColumn(counted)
  })
  .transform(({ waveNames, counted: rows, ...rest }): Rollout => {
    const counts = sumUp(rows)
    const waves = waveNames.map((recorded, wave) => {
      const ofWave = sumUp(rows.filter(([each]) => each === wave))
      const name = waveNameNow(rest.plan.waves, wave, recorded)
      return { name, total: totalOf(ofWave), counts: ofWave }
    })
    return { ...rest, waves, counts, total: totalOf(counts) }
  })

export const rolloutItem: z.ZodType<RolloutItem> = z.object({
  appId: z.string(),
  name: z.string(),
  wave: z.number(),
  step: z.enum(rolloutSteps),
  state: itemState,
  fromVersion: z.string().nullable(),
  toVersion: z.string().nullable(),
  cause: z.string().nullable(),
  error: jsonColumn(deskError).nullable(),
  attempts: z.number(),
  notBefore: z.number().nullable(),
  reviewSince: z.number().nullable(),
  request: jsonColumn(itemRequest).nullable(),
  changedAt: z.number(),
  finishedAt: z.number().nullable()
})

export const rolloutLogEntry: z.ZodType<RolloutLogEntry> = z.object({
  id: z.number().transform(String),
  at: z.number(),
  tone: z.enum(['info', 'success', 'warning', 'danger']),
  text: z.string()
})
