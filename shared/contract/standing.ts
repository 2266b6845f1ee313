import type { Reading } from '../domain/setting'
import type { StandingFacts, StandingSample } from '../domain/standing'
import { merchant, returning } from './call'

/** 信用分, 试运营期, 质量评级 and 备案 of one merchant, from the database alone. */
export type StandingDetail = {
  readonly reading: Reading<StandingFacts>
  /** Oldest first, 400 at most. */
  readonly samples: readonly StandingSample[]
}

export const standingCalls = {
  'standing.get': returning<StandingDetail>().from(merchant),
  /** Reads it from the platform and answers with what was read; what one part denies does not hide the rest. */
  'standing.read': returning<StandingDetail>().from(merchant)
} as const
