import type { Clock, Logger } from '../ports'

export type RoundsParts = {
  readonly intervalMs: number
  /** Whether the first round comes at once, or when the first interval has passed. */
  readonly first: 'at_once' | 'after_interval'
  /** One round; it ends early when the signal is aborted. */
  readonly run: (signal: AbortSignal) => Promise<void>
  /** The line in the log for a round that threw, which is a bug or a full disk; the next one comes all the same. */
  readonly failure: string
  readonly clock: Clock
  readonly logger: Logger
}

/** Something that is done again and again, `intervalMs` after its last end. */
export class Rounds {
  private readonly parts: RoundsParts
  private readonly stopping = new AbortController()
  private finished: Promise<void> = Promise.resolve()

  constructor(parts: RoundsParts) {
    this.parts = parts
  }

  /** Once. */
  start(): void {
    this.finished = this.loop()
  }

  /** Resolves when nothing is under way any more. */
  async stop(): Promise<void> {
    this.stopping.abort()
    await this.finished
  }

  private async loop(): Promise<void> {
    if (this.parts.first === 'after_interval') await this.pause()
    while (!this.stopping.signal.aborted) {
      await this.round()
      await this.pause()
    }
  }

  private async round(): Promise<void> {
    const { run, failure, logger } = this.parts
    const { signal } = this.stopping
    try {
      await run(signal)
    } catch (error) {
      if (!signal.aborted) logger.error(failure, { error: String(error) })
    }
  }

  private async pause(): Promise<void> {
    await this.parts.clock.wait(this.parts.intervalMs, this.stopping.signal).catch(() => undefined)
  }
}
