/** Answers come in another order than their requests were begun in, but not by more than that. */
const memoryMs = 5000

/** When some requests were begun, not longer ago than matters. */
export class Recent {
  private readonly times: number[] = []

  add(at: number): void {
    while ((this.times[0] ?? at) < at - memoryMs) this.times.shift()
    this.times.push(at)
  }

  countAfter(at: number): number {
    return this.times.filter((time) => time > at).length
  }
}
