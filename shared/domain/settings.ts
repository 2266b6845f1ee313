/** What the operator can choose; stored as one row per key. */
export type Settings = {
  readonly theme: 'system' | 'light' | 'dark'
  /** How many times faster than reality the practice environment's audits run, 1 to 86,400. */
  readonly practiceTimeFactor: number
  /**
   * Address that stands in for both of the platform's hosts (a proxy, a test server); null for the built-in practice
   * environment. `https:` anywhere, `http:` on loopback only. Takes effect at the next start.
   */
  readonly platformUrl: string | null
}

export const defaultSettings: Settings = { theme: 'system', practiceTimeFactor: 3600, platformUrl: null }
