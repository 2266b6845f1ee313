import type { Readiness, ReadinessFix } from '../domain/readiness'
import type { RolloutFate, RolloutStep } from '../domain/rollout'
import type { VersionList } from '../domain/version'
import { blockCause, rolloutBlocks, type BlockKey } from './rollout-blocks'
import type { VersionFacts } from './version-actions'

export type FateFacts = VersionFacts & {
  readonly readiness: Readiness
  /** Our last accepted upload for this merchant. */
  readonly lastUpload: { readonly templateId: string; readonly version: string; readonly description: string } | null
}

/**
 * What comes next for a merchant. `step` is null where nothing does. `notBefore` (ms since 1970): waiting is all it takes, so that
 * the engine looks again then, whatever the fate is now.
 */
export type Fate = {
  readonly fate: RolloutFate
  readonly step: RolloutStep | null
  readonly fromVersion: string | null
  readonly toVersion: string | null
  /** Only where it is blocked. */
  readonly cause: string | null
  readonly why: string | null
  readonly fix: ReadinessFix | null
  readonly notBefore: number | null
}

/** What a rule says; the versions are added where it is asked. */
export type Outcome = Omit<Fate, 'fromVersion' | 'toVersion'>
/** The facts of a merchant whose versions were read. */
export type Known = FateFacts & { readonly versions: VersionList }

export const nothing = { step: null, cause: null, why: null, fix: null, notBefore: null } as const

export function begin(
  fate: Exclude<RolloutFate, 'unchanged' | 'blocked'>,
  why: string | null = null,
  notBefore: number | null = null
): Outcome {
  return { ...nothing, fate, step: fate === 'follow' ? 'review' : fate, why, notBefore }
}

export const unchanged = (why: string): Outcome => ({ ...nothing, fate: 'unchanged', why })

export const blocked = (key: BlockKey, why: string): Outcome => ({
  ...nothing,
  fate: 'blocked',
  cause: blockCause(key),
  why,
  fix: rolloutBlocks[key].fix
})
