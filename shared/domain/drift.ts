/** A version as the drift matrix shows it. `templateId`: null where it can not be told. */
export type DriftVersion = {
  readonly version: string
  readonly createdAt: number | null
  readonly templateId: string | null
  /** Told by our own journal, not by version and description alone. */
  readonly isCertain: boolean
  readonly state: 'ok' | 'in_review' | 'passed' | 'rejected' | 'withdrawn' | 'taken_down'
}

export type DriftRow = {
  readonly appId: string
  readonly name: string
  readonly tags: readonly string[]
  readonly online: DriftVersion | null
  readonly audit: DriftVersion | null
  readonly test: DriftVersion | null
  /** Of the online version. */
  readonly hosts: readonly string[]
  /** How many templates newer than the online version's there are; null where its template can not be told. */
  readonly behind: number | null
  /** Since when there is a newer one. */
  readonly behindSince: number | null
  readonly readAt: number | null
}

/** Version drift: how far each merchant is from the newest template; `templates` newest first. */
export type Drift = {
  readonly templates: readonly {
    readonly templateId: string
    readonly version: string
    readonly description: string
    readonly createdAt: number | null
  }[]
  readonly rows: readonly DriftRow[]
}
