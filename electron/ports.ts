import type { UpdateState } from '@shared/domain/update'

/** The doors to what is not pure: handed in by the composition root, so that tests can open them differently. */

/** Milliseconds since 1970, and waiting. */
export interface Clock {
  now(): number
  /** Resolves after `ms`; rejects with the signal's reason when it is aborted. */
  wait(ms: number, signal?: AbortSignal): Promise<void>
}

/** Random numbers in [0, 1), for jitter. Never for secrets. */
export type Random = () => number

/** Lines for the log file. Values are redacted before they are written; still, never hand a token to it. */
export interface Logger {
  debug(message: string, facts?: Record<string, unknown>): void
  info(message: string, facts?: Record<string, unknown>): void
  warn(message: string, facts?: Record<string, unknown>): void
  error(message: string, facts?: Record<string, unknown>): void
}

/** New versions of the program, where the host installs them. */
export interface Updates {
  state(): UpdateState
  /** Asks the server; resolves with what became of it, never rejects. */
  check(): Promise<UpdateState>
  /** Quits, installs what is ready, and opens the program again. */
  install(): void
  /** Calls `listener` at every change; returns the function that ends it. */
  onChange(listener: (state: UpdateState) => void): () => void
}

/** Begins an ordinary quit, at whose end the host opens the program again. */
export type Reopen = () => void
