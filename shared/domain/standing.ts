import type { DeskError } from '../errors'

/** A task of the trial operation period (试运营期); `name` is the platform's word in Chinese where we know it. */
export type TrialTask = { readonly name: string; readonly target: number; readonly progress: number }

/** 查询试运营期信息. */
export type TrialInformation = {
  readonly inTrial: boolean
  /** Null while it is not initialised (the platform's -999). */
  readonly score: number | null
  readonly passScore: number | null
  readonly tasks: readonly TrialTask[]
  readonly limits: { readonly capabilities: boolean; readonly payment: boolean; readonly traffic: boolean }
}

/** 查询质量评级信息: V1 only, and being retired by the platform. */
export type QualityRating =
  | { readonly state: 'not_published' | 'rating' }
  | { readonly state: 'rated'; readonly rating: string }
  /** The platform has retired it, or it can not be asked for with the tokens of today. */
  | { readonly state: 'retired' }

export const standingParts = ['credit', 'trial', 'rating', 'filing'] as const
export type StandingPart = (typeof standingParts)[number]

/** How the platform judges a merchant. A part that could not be read is null and named in `troubles`. */
export type StandingFacts = {
  /** 信用分; `score` is null while it is not initialised (the platform's -999, never to be shown as a score). */
  readonly credit: { readonly score: number | null } | null
  readonly trial: TrialInformation | null
  readonly rating: QualityRating | null
  /** 查询备案状态; what the numbers mean is not documented. */
  readonly filing: { readonly status: number } | null
  readonly troubles: readonly { readonly part: StandingPart; readonly error: DeskError }[]
}

/** One point of a merchant's history: kept when something differs from the one before, and once a day. */
export type StandingSample = {
  readonly at: number
  readonly creditScore: number | null
  readonly trialScore: number | null
  readonly inTrial: boolean | null
  readonly rating: string | null
}
