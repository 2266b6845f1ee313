/** Counts the calls of the last second (a window that slides), for endpoints and a gateway that take so many at most. */
export class CallRate {
  readonly #elapsedMs: () => number
  readonly #admitted = new Map<string, readonly number[]>()

  /** `elapsedMs`: real time that only moves forward; a moved platform clock must not let more through. */
  constructor(elapsedMs: () => number) {
    this.#elapsedMs = elapsedMs
  }

  /** Whether one more call fits; one that does not is not counted. */
  admits(what: string, perSecond: number): boolean {
    const now = this.#elapsedMs()
    const recent = (this.#admitted.get(what) ?? []).filter((at) => now - at < 1000)
    if (recent.length >= perSecond) return false
    this.#admitted.set(what, [...recent, now])
    return true
  }
}
