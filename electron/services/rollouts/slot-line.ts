/** So many get a time of their own; who is further back is told to ask again a little after them. */
const placesAhead = 6

/**
 * Hands out the right to do something that may be done once in `intervalMs` by anybody, in the order of asking. Nothing is
 * reserved: whoever comes when the way is free goes, so that nobody waits for one who does not come back.
 */
export class SlotLine {
  private readonly intervalMs: number
  private freeAt: number
  /** Who waits, first come first, and when each asked last. */
  private readonly waiting = new Map<string, number>()

  constructor(intervalMs: number, freeAt: number) {
    this.intervalMs = intervalMs
    this.freeAt = freeAt
  }

  isFree(now: number): boolean {
    return now >= this.freeAt
  }

  /** Null: go, the slot is taken; else when to ask again, which is another time for each of those in front. */
  claim(claimant: string, now: number): number | null {
    this.forgetLost(now)
    if (this.isFree(now)) {
      this.waiting.delete(claimant)
      this.takenAt(now)
      return null
    }
    this.waiting.set(claimant, now)
    return this.freeAt + this.slotsUntil([...this.waiting.keys()].indexOf(claimant)) * this.intervalMs
  }

  /** It was done at that time, by whomever. */
  takenAt(at: number): void {
    this.freeAt = Math.max(this.freeAt, at + this.intervalMs)
  }

  private slotsUntil(place: number): number {
    return place < placesAhead ? place : placesAhead + (place % placesAhead)
  }

  /** Those who did not come back although all they were told is over. */
  private forgetLost(now: number): void {
    const since = now - 2 * placesAhead * this.intervalMs - this.intervalMs
    for (const [claimant, askedAt] of this.waiting) if (askedAt < since) this.waiting.delete(claimant)
  }
}
