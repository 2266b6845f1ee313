import type { Logger } from '../ports'
import { deepLinkPath } from './deep-link'

/**
 * Links that other programs hand over: while the program starts they wait for its window, the last of them; then they open the
 * page at once. What is no link of ours is dropped, and its text not written anywhere.
 */
export class LinkArrivals {
  private readonly logger: Logger
  private waiting: string | null = null
  private open: ((path: string) => void) | null = null

  constructor(logger: Logger) {
    this.logger = logger
  }

  arrive(link: string | null): void {
    if (link === null) return
    const path = deepLinkPath(link)
    if (path === null) this.logger.warn('a deep link was refused', { length: link.length })
    else if (this.open) this.open(path)
    else this.waiting = path
  }

  /** The path that the window begins with, or null; asked once, before `deliverTo`. */
  firstPath(): string | null {
    return this.waiting
  }

  deliverTo(open: (path: string) => void): void {
    this.waiting = null
    this.open = open
  }
}
