import type { DeskError } from '../errors'
import type { CapabilityAnswer } from './capability'
import type { BaselineMode, DomainBaseline } from './domains'
import type { ReadinessFix } from './readiness'

/** `ship` uploads a template and carries it as far as the plan says; the others do one thing to what is there. */
export const versionWorkKinds = ['ship', 'submit', 'withdraw', 'release', 'rollback', 'refresh'] as const
/** What changes the merchants' set-up, or applies for something: each merchant's versions are left alone. */
export const setupWorkKinds = ['domains', 'capability', 'introduction', 'icon'] as const
export const rolloutKinds = [...versionWorkKinds, ...setupWorkKinds] as const
export type RolloutKind = (typeof rolloutKinds)[number]

/** Which hosts a submission names: all that the merchant can choose, those of its last release, or these (codes). */
export type HostChoice =
  | { readonly by: 'available' }
  | { readonly by: 'released' }
  | { readonly by: 'named'; readonly hosts: readonly string[] }

/** `together`: approved versions are held, and released when the operator says so (release train). */
export const releaseModes = ['when_approved', 'together'] as const
export type ReleaseMode = (typeof releaseModes)[number]

type Submission = {
  readonly hosts: HostChoice
  readonly note: string
  readonly release: ReleaseMode
}

/**
 * What is done to each merchant's versions. `extJson` null: the template's default as it is kept when the merchant's turn comes;
 * else a text with variables, which are filled in then. `until`: the last step. `onlyVersion`: merchants that show another version
 * there (in audit for a release, online for a rollback) are left alone; null for whatever is there.
 */
export type VersionWork =
  | (Submission & {
      readonly kind: 'ship'
      readonly templateId: string
      readonly version: string
      readonly description: string
      readonly extJson: string | null
      readonly until: 'upload' | 'submit' | 'release'
    })
  | (Submission & { readonly kind: 'submit'; readonly until: 'submit' | 'release' })
  | { readonly kind: 'release' | 'rollback'; readonly onlyVersion: string | null }
  | { readonly kind: 'withdraw' | 'refresh' }

/**
 * What is changed of each merchant's set-up. `baseline` is as it was confirmed: later edits of it do not change the rollout; the
 * merchants are assigned to it when the rollout starts. An application is the same for all (pictures are staged files); `name` is
 * the capability's. What an introduction or an icon becomes stands with each merchant, see `ItemRequest`.
 */
export type SetupWork =
  | {
      readonly kind: 'domains'
      readonly baseline: Pick<DomainBaseline, 'id' | 'name' | 'domains'>
      readonly mode: BaselineMode
    }
  | {
      readonly kind: 'capability'
      readonly key: string
      readonly name: string
      readonly reason: string
      readonly answers: readonly CapabilityAnswer[]
    }
  | { readonly kind: 'introduction' | 'icon' }

export type RolloutWork = VersionWork | SetupWork

/** What one merchant gets, for kinds whose plan does not say it for all: its introduction, or a staged picture. */
export type ItemRequest = { readonly introduction: string } | { readonly fileId: string; readonly fileName: string }
/** By app id. */
export type ItemRequests = Readonly<Record<string, ItemRequest>>

/** Merchants beyond the waves named here make a last wave of their own. Shares are percent of all, each above 0. */
export type WaveRule =
  | { readonly by: 'none' }
  | { readonly by: 'number'; readonly sizes: readonly number[] }
  | { readonly by: 'share'; readonly percents: readonly number[] }
  | { readonly by: 'tag'; readonly tags: readonly string[] }

/** What opens the next wave when one has ended: the operator, or so many minutes without anything going wrong. */
export type Gate = { readonly by: 'operator' } | { readonly by: 'quiet'; readonly minutes: number }

/**
 * What pauses a rollout by itself: a share (percent) of those in the wave that ended has failed or was rejected, at least 10 of
 * them or the whole wave being over; or so many in a row for the same cause. Null: never.
 */
export type StopRule = { readonly failurePercent: number | null; readonly sameCause: number | null }

export type RolloutPlan = {
  readonly title: string
  readonly work: RolloutWork
  readonly waves: WaveRule
  readonly gate: Gate
  readonly stop: StopRule
  /** Milliseconds since 1970; null: at once. */
  readonly startAt: number | null
}

/**
 * The step that a merchant is at, or that comes next. `preflight` reads what is there and finds the step to begin with; `setup`
 * changes the set-up, or applies for a capability.
 */
export const rolloutSteps = [
  'preflight',
  'upload',
  'submit',
  'review',
  'release',
  'withdraw',
  'rollback',
  'refresh',
  'setup'
] as const
export type RolloutStep = (typeof rolloutSteps)[number]

/**
 * `waiting`: its turn comes (not before `notBefore`). `reviewing`: in review on the platform. `approved`: held for the release
 * train. `done`. `unchanged`: nothing had to be done. `blocked`: the platform would refuse it, so nothing was sent. `rejected`
 * by the review. `failed`. `unknown`: sent, and the outcome is not known yet; it is being found out. `skipped`: by the operator,
 * or as the rollout was stopped.
 */
export const rolloutItemStates = [
  'waiting',
  'running',
  'reviewing',
  'approved',
  'done',
  'unchanged',
  'blocked',
  'rejected',
  'failed',
  'unknown',
  'skipped'
] as const
export type RolloutItemState = (typeof rolloutItemStates)[number]

/** One merchant of a rollout. */
export type RolloutItem = {
  readonly appId: string
  readonly name: string
  /** Counted from 0. */
  readonly wave: number
  readonly step: RolloutStep
  readonly state: RolloutItemState
  /** What was online when the rollout was planned. */
  readonly fromVersion: string | null
  /** The version it is about; null where there is none (a refresh). */
  readonly toVersion: string | null
  /** Tells apart why it did not work, see `rolloutCauses`; null where nothing is wrong. */
  readonly cause: string | null
  readonly error: DeskError | null
  /** How often it has failed since a step was last accepted, outages aside; the fifth time is the last. */
  readonly attempts: number
  readonly notBefore: number | null
  readonly reviewSince: number | null
  /** Null where the plan says all. */
  readonly request: ItemRequest | null
  readonly changedAt: number
  readonly finishedAt: number | null
}

export type RolloutCounts = Readonly<Record<RolloutItemState, number>>

export type RolloutWave = { readonly name: string; readonly total: number; readonly counts: RolloutCounts }

/** `planned`: begins at `startAt`. `deciding`: waits for a gate or for the release train, see `hold`. */
export const rolloutStates = ['planned', 'running', 'deciding', 'paused', 'stopped', 'finished'] as const
export type RolloutState = (typeof rolloutStates)[number]

/**
 * Why a rollout does not go on. `gate`: the wave of this number has ended; the next opens by itself at `opensAt`, or by the
 * operator where that is null. `train`: what passed waits to be released together. The others paused it.
 */
export type RolloutHold =
  | { readonly by: 'gate'; readonly wave: number; readonly opensAt: number | null }
  | { readonly by: 'train'; readonly approved: number }
  | { readonly by: 'operator' }
  | { readonly by: 'stop_rule'; readonly text: string }
  /** The account as a whole can not be used, or an allowance is used up. */
  | { readonly by: 'account' | 'quota'; readonly error: DeskError }

export type Rollout = {
  readonly id: string
  readonly accountId: string
  readonly plan: RolloutPlan
  readonly state: RolloutState
  readonly hold: RolloutHold | null
  /** The wave that is at work, from 0. */
  readonly wave: number
  readonly waves: readonly RolloutWave[]
  readonly counts: RolloutCounts
  readonly total: number
  readonly createdAt: number
  readonly startedAt: number | null
  readonly finishedAt: number | null
  /** The operating system's user. */
  readonly actor: string
  /** The rollout that this one rolls back, releases, or was cloned from. */
  readonly origin: string | null
}

/** What happened to a rollout as a whole, in the operator's words. */
export type RolloutLogEntry = {
  readonly id: string
  readonly at: number
  readonly tone: 'info' | 'success' | 'warning' | 'danger'
  readonly text: string
}

/** What a plan would do to a merchant: its first step, or nothing. `follow`: it is in review already. */
export const rolloutFates = [
  'upload',
  'submit',
  'follow',
  'release',
  'withdraw',
  'rollback',
  'refresh',
  'setup',
  'unchanged',
  'blocked'
] as const
export type RolloutFate = (typeof rolloutFates)[number]

export type RolloutPreviewItem = {
  readonly appId: string
  readonly name: string
  readonly wave: number
  readonly fromVersion: string | null
  readonly toVersion: string | null
  readonly fate: RolloutFate
  /** Tells apart why it is blocked, as `RolloutItem` does; null where it is not. */
  readonly cause: string | null
  /** Why it is blocked or unchanged, or what to watch for; null where there is nothing to say. */
  readonly why: string | null
  readonly fix: ReadinessFix | null
  /** When what this rests on was read (the versions, or the part of the set-up); null: never. It is read again in its turn. */
  readonly readAt: number | null
}

export type RolloutPreview = {
  readonly items: readonly RolloutPreviewItem[]
  readonly waves: readonly { readonly name: string; readonly total: number }[]
  readonly fates: Readonly<Record<RolloutFate, number>>
}

/** Merchants that did not get there for the same cause, and what to do about them. */
export type RolloutCause = {
  readonly key: string
  readonly title: string
  readonly advice: string
  readonly platformCode: string | null
  /** Where it is put right on the merchant's page; null where that is not the place. */
  readonly fix: ReadinessFix | null
  /** Whether trying again is worth it without anything being changed. */
  readonly isRetryable: boolean
  readonly appIds: readonly string[]
}

/** How wide a rule of the platform was found to be that its documentation does not say. */
export type LearnedRule = {
  /** `submit`: 10 seconds between submissions (11301). `rollback`: 10 minutes between rollbacks (11501). */
  readonly rule: 'submit' | 'rollback'
  readonly width: 'merchant' | 'application'
  readonly learnedAt: number
}
