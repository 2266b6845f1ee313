/** What one server takes before it refuses; see docs of each field. */
export type LoopbackLimits = {
  /** Largest message from a page, in bytes; a larger one closes its connection with code 1009. */
  readonly maxMessageBytes: number
  /** Open WebSockets; one more is answered with HTTP 503. */
  readonly maxConnections: number
  /** Calls open at a time on one connection; one more is answered with `not_possible_now`. */
  readonly maxCallsInFlight: number
  /** Bytes that wait for a slow reader before it is cut off. */
  readonly maxBufferedBytes: number
  /** Milliseconds between two pings; who has not answered by the next is cut off. */
  readonly heartbeatMs: number
}

export const defaultLimits: LoopbackLimits = {
  maxMessageBytes: 2 * 1024 * 1024,
  maxConnections: 16,
  maxCallsInFlight: 64,
  maxBufferedBytes: 16 * 1024 * 1024,
  heartbeatMs: 30_000
}
