/**
 * A reading whose first answer is what was read a moment ago, as the reading before a change: one more would double the calls
 * over many merchants. Later ones read again.
 */
export function startingWith<Value>(first: Value, readAgain: () => Promise<Value>): () => Promise<Value> {
  let isFirst = true
  return () => {
    if (!isFirst) return readAgain()
    isFirst = false
    return Promise.resolve(first)
  }
}
