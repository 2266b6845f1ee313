import type { HttpTimeouts } from './http'

/** How long a request may take. */
export interface Patience {
  /** Aborted when it took too long. */
  readonly signal: AbortSignal
  /** More of a body is on its way; heard late as well, when the request has ended. */
  sent(isAll: boolean): void
  end(): void
}

/** A request without a file: so long from start to end. */
export function totalPatience({ totalMs }: HttpTimeouts): Patience {
  return { signal: AbortSignal.timeout(totalMs), sent: () => undefined, end: () => undefined }
}

/**
 * A file may take long on a slow line as long as it moves: `connectMs` between two pieces, `totalMs` for the answer after the
 * last one (which may still wait in the system's buffers), and `uploadMs` altogether.
 */
export function uploadPatience({ connectMs, totalMs, uploadMs }: HttpTimeouts): Patience {
  const stalled = new AbortController()
  const waitFor = (ms: number) => setTimeout(() => stalled.abort(), ms)
  let timer = waitFor(connectMs)
  let isOver = false
  return {
    signal: AbortSignal.any([stalled.signal, AbortSignal.timeout(uploadMs)]),
    sent: (isAll) => {
      if (isOver) return
      clearTimeout(timer)
      timer = waitFor(isAll ? totalMs : connectMs)
    },
    end: () => {
      isOver = true
      clearTimeout(timer)
    }
  }
}
