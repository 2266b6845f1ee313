import type { StandingSample } from '@shared/domain/standing'
import { z } from 'zod'
import type { SqliteDatabase } from './database'
import { writeFor } from './missing'
import type { StandingSampleRepository } from './repositories'

const sample: z.ZodType<StandingSample> = z.object({
  at: z.number(),
  creditScore: z.number().nullable(),
  trialScore: z.number().nullable(),
  inTrial: z
    .number()
    .transform((flag) => flag === 1)
    .nullable(),
  rating: z.string().nullable()
})

/** The query over many rows, apart so that a test can look at its plan. */
export const standingSamplesQuery = `SELECT at, credit_score AS creditScore, trial_score AS trialScore,
    in_trial AS inTrial, rating
  FROM standing_samples WHERE account_id = ? AND app_id = ? ORDER BY at DESC LIMIT ?`

/** How the platform judged each merchant, over time; of two samples of the same moment the later one counts. */
export function standingSampleRepository(database: SqliteDatabase): StandingSampleRepository {
  const newest = database.prepare(standingSamplesQuery)
  const save = database.prepare(`
    INSERT INTO standing_samples (account_id, app_id, at, credit_score, trial_score, in_trial, rating)
    VALUES (@accountId, @appId, @at, @creditScore, @trialScore, @inTrial, @rating)
    ON CONFLICT (account_id, app_id, at) DO UPDATE SET credit_score = excluded.credit_score,
      trial_score = excluded.trial_score, in_trial = excluded.in_trial, rating = excluded.rating`)
  return {
    list: ({ accountId, appId }, limit) =>
      z
        .array(sample)
        .parse(newest.all(accountId, appId, limit))
        .reverse(),
    last: ({ accountId, appId }) => sample.nullable().parse(newest.get(accountId, appId, 1) ?? null),
    add: ({ accountId, appId }, { at, creditScore, trialScore, inTrial, rating }) => {
      const flag = inTrial === null ? null : Number(inTrial)
      const row = { accountId, appId, at, creditScore, trialScore, inTrial: flag, rating }
      writeFor({ accountId, appId }, () => save.run(row))
    }
  }
}
