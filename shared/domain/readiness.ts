/** What is looked at before a submission to audit (就绪检查). */
export const readinessChecks = [
  'authorization',
  'permission',
  'standing',
  'subject',
  'name',
  'introduction',
  'icon',
  'category',
  'publishing',
  'domains',
  'filing'
] as const
export type ReadinessCheck = (typeof readinessChecks)[number]

/** `blocking`: the platform would refuse. `warning`: it would not, but something is amiss. `unknown`: not read (yet). */
export type ReadinessLevel = 'blocking' | 'warning' | 'ok' | 'unknown'

/** The tab of the merchant page that puts it right. */
export type ReadinessFix = 'profile' | 'categories' | 'domains' | 'standing' | 'authorization'

export type ReadinessItem = {
  readonly check: ReadinessCheck
  readonly level: ReadinessLevel
  /** In the operator's words. */
  readonly text: string
  /** The code with which the platform would refuse; null where it has none. */
  readonly platformCode: string | null
  readonly fix: ReadinessFix | null
}

export type Readiness = readonly ReadinessItem[]

/** Readiness in the merchant list; `text` names what blocks, or what is amiss; empty when all is well. */
export type ReadinessSummary = { readonly level: ReadinessLevel; readonly text: string }
