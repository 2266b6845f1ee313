/** What the operator can choose; stored as one row per key. */
export type Settings = {
  readonly theme: 'system' | 'light' | 'dark'
  readonly language: 'zh' | 'en'
  readonly textSize: 'normal' | 'large' | 'larger'
  /** `reduced`: nothing moves, whatever the system says. */
  readonly motion: 'system' | 'reduced'
  /** The two doors of the first start were passed. */
  readonly welcomed: boolean
  /** The list of first tasks was put away. */
  readonly firstTasksHidden: boolean
  /** How many times faster than reality the practice environment's audits run, 1 to 86,400. */
  readonly practiceTimeFactor: number
  /** The account that is shown at start; null, or one that is gone: the first. */
  readonly currentAccountId: string | null
  readonly notifications: NotificationSettings
}

/** Desktop notifications. The quiet hours are `HH:mm` in the computer's time and may go over midnight; null: none. */
export type NotificationSettings = {
  readonly enabled: boolean
  readonly quiet: { readonly from: string; readonly to: string } | null
}

export const defaultSettings: Settings = {
  theme: 'system',
  language: 'zh',
  textSize: 'normal',
  motion: 'system',
  welcomed: false,
  firstTasksHidden: false,
  practiceTimeFactor: 3600,
  currentAccountId: null,
  notifications: { enabled: true, quiet: { from: '22:00', to: '08:00' } }
}
