/** What the receiver takes before it refuses. The platform itself pushes a ticket every ten minutes, and few events. */
export type PushLimits = {
  /** Largest body; a larger one is answered with 413. */
  readonly maxBodyBytes: number
  /** For a request's head, and for the whole request, to arrive. */
  readonly headersTimeoutMs: number
  readonly requestTimeoutMs: number
  /** A connection that asks nothing for so long is closed. */
  readonly idleTimeoutMs: number
  /** One more connection is closed at once. */
  readonly maxConnections: number
  /** After so many a connection is closed; a proxy opens a new one. */
  readonly maxRequestsPerConnection: number
  /** Twice as many may come at once; more are answered with 429. */
  readonly requestsPerSecond: number
  readonly requestsPerSecondPerRemote: number
  /** Accepted signatures that are remembered at most. */
  readonly maxSignatures: number
}

export const defaultPushLimits: PushLimits = {
  maxBodyBytes: 256 * 1024,
  headersTimeoutMs: 10_000,
  requestTimeoutMs: 15_000,
  idleTimeoutMs: 5000,
  maxConnections: 64,
  maxRequestsPerConnection: 100,
  requestsPerSecond: 200,
  requestsPerSecondPerRemote: 50,
  maxSignatures: 10_000
}

/** Largest head of a request, in bytes; a larger one is answered with 431. */
export const maxHeaderBytes = 8192
