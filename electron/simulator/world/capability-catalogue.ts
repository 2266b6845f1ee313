import { Refusal } from './refusal'

export const conditionKinds = ['online', 'category', 'trialOver', 'company', 'credit'] as const
export type ConditionKind = (typeof conditionKinds)[number]

/** A question of an application's form. `most`: characters of a text, or how many pictures. */
export type FormField = {
  readonly key: string
  readonly name: string
  readonly description: string
  readonly required: boolean
  readonly type: 'text' | 'pictures'
  readonly most: number
}

/** A capability (能力) that mini programs can be granted. */
export type CapabilityEntry = {
  readonly key: string
  readonly name: string
  readonly description: string
  /** False: applied for at an endpoint of its own, and not in the general list. */
  readonly listed: boolean
  readonly host: string
  /** Permission sets of which one must be granted. */
  readonly sets: readonly number[]
  /** What is said of a trial feature; null: it is none. */
  readonly lab: string | null
  /** Groups of which one must be fulfilled; empty: no condition. */
  readonly conditions: readonly (readonly ConditionKind[])[]
  /** First-level categories that it is open for. */
  readonly categories: readonly number[]
  readonly leastCredit: number
  readonly fields: readonly FormField[]
}

/** All capabilities: the same for every world. */
export class CapabilityCatalogue {
  readonly entries: readonly CapabilityEntry[]
  /** What reviewers say of a rejection. */
  readonly reasons: readonly string[]
  readonly #byKey: ReadonlyMap<string, CapabilityEntry>

  constructor(entries: readonly CapabilityEntry[], reasons: readonly string[]) {
    this.entries = entries
    this.reasons = reasons
    this.#byKey = new Map(entries.map((entry) => [entry.key, entry]))
  }

  /** Throws `Refusal` 11009 for an unknown key. */
  at(key: string): CapabilityEntry {
    const entry = this.#byKey.get(key)
    if (entry === undefined) throw new Refusal(11009)
    return entry
  }

  /** One of the general list. Throws `Refusal` 11009 for any other. */
  listedAt(key: string): CapabilityEntry {
    const entry = this.at(key)
    if (!entry.listed) throw new Refusal(11009)
    return entry
  }
}

/** Capabilities with endpoints of their own; the keys are the simulator's. */
export const ownKeys = { videoMount: 'video_mount', liveComponent: 'live_component', phone: 'phone_number' } as const
