const waiting: (() => void)[] = []

/**
 * Resolves in a round of the event loop that nobody else who waits here has. Answers that come together would be worked on together
 * else, and whatever an operator does meanwhile would wait for all of them.
 */
export function ownRound(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve)
    if (waiting.length === 1) setImmediate(next)
  })
}

/** What is set in a round comes in the one after it. */
function next(): void {
  waiting.shift()?.()
  if (waiting.length > 0) setImmediate(next)
}
