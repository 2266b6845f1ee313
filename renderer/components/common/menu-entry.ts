/** One line of a `MenuButton`'s menu; what it stands for is up to who reads the chosen entry. */
export type MenuEntry = {
  /** Tells it from the others, also in its test id. */
  readonly key: string
  readonly text: string
  /** Why it can not be chosen now, for the slot to show. */
  readonly reason?: string | null
  /** Stands below a line. */
  readonly divided?: boolean
}
