import { linkScheme } from './deep-link'

/** How this program was started, as far as it decides whether it can start itself again. */
export type Start = {
  readonly isPackaged: boolean
  /** The renderer comes from a server that ends with this program. */
  readonly isServed: boolean
  readonly environment: Readonly<Record<string, string | undefined>>
}

/**
 * Whether Electron's own way of opening a program again works here. Not in an AppImage: what would open it runs from the mount,
 * which goes when the program ends (electron-builder's issue 1727).
 */
export function canOpenAgain({ isPackaged, isServed, environment }: Start): boolean {
  const isImage = isPackaged && Boolean(environment['APPIMAGE'])
  return !isServed && !isImage
}

export type ReopeningParts = {
  /** The command line of this start, the program first. */
  readonly argv: readonly string[]
  readonly isPossible: boolean
  /** Begins an ordinary quit, which the operator may still take back. */
  readonly quit: () => void
  /** Has the program opened again with these arguments once it has ended; called twice, it is opened twice. */
  readonly relaunch: (args: string[]) => void
}

/** What becomes of the program after a quit: it stays closed, unless the operator asked for it to open again. */
export class Reopening {
  private readonly parts: ReopeningParts
  private wanted = false

  constructor(parts: ReopeningParts) {
    this.parts = parts
  }

  get isPossible(): boolean {
    return this.parts.isPossible
  }

  get isWanted(): boolean {
    return this.wanted
  }

  begin(): void {
    this.wanted = true
    this.parts.quit()
  }

  /** The operator stayed: a quit at another time is one. */
  stay(): void {
    this.wanted = false
  }

  /** To be called last, when nothing can keep the program from ending. */
  openAgain(): void {
    if (!this.wanted || !this.parts.isPossible) return
    this.wanted = false
    this.parts.relaunch(withoutLinks(this.parts.argv.slice(1)))
  }
}

/** A link that this start came with was followed then. */
const withoutLinks = (args: readonly string[]): string[] =>
  args.filter((argument) => !argument.toLowerCase().startsWith(`${linkScheme}:`))
