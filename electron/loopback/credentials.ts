import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

/** Bytes of randomness in the token and in the cookie. */
const secretBytes = 32

/** What a request carries to be let in. */
export interface Credentials {
  /** Printed once at start: hex, 64 characters. Opens the page, and lets scripts in. */
  readonly token: string
  /** The `Set-Cookie` value that a browser gets in exchange for the token. */
  readonly setCookie: string
  isToken(value: string | null): boolean
  /** A stand-in for the token that opens the page once: a browser's command line can be read by the machine's other users. */
  issueTicket(): string
  /** Whether the value opens the page: the token, or a ticket, which is used up by that. */
  opensPage(value: string | null): boolean
  /** Whether the headers carry the cookie, or `Authorization: Bearer` with the token. */
  admits(headers: IncomingHttpHeaders): boolean
}

/**
 * Makes the two secrets of one run. The cookie's value is its own, so that the token is not in the browser's store. Cookies
 * do not tell ports apart: the name does, so that two servers on one machine do not log each other out.
 */
export function createCredentials(port: number): Credentials {
  const token = randomBytes(secretBytes).toString('hex')
  const session = randomBytes(secretBytes).toString('hex')
  const tickets = new Set<string>()
  const cookieName = `merchant-desk-${port}`
  return {
    token,
    setCookie: `${cookieName}=${session}; Path=/; HttpOnly; SameSite=Strict`,
    isToken: (value) => isSame(value, token),
    issueTicket: () => {
      const ticket = randomBytes(secretBytes).toString('hex')
      tickets.add(ticket)
      return ticket
    },
    opensPage: (value) => isSame(value, token) || (value !== null && tickets.delete(value)),
    admits: (headers) => isSame(cookie(headers, cookieName), session) || isSame(bearer(headers), token)
  }
}

/** Compares digests, so that neither the content nor the length shows in the time it takes. */
function isSame(given: string | null, expected: string): boolean {
  if (given === null) return false
  return timingSafeEqual(digest(given), digest(expected))
}

const digest = (text: string) => createHash('sha256').update(text).digest()

function cookie(headers: IncomingHttpHeaders, name: string): string | null {
  for (const pair of (headers.cookie ?? '').split(';')) {
    const [key, value] = pair.trim().split('=', 2)
    if (key === name) return value ?? null
  }
  return null
}

function bearer(headers: IncomingHttpHeaders): string | null {
  const [scheme, value] = (headers.authorization ?? '').split(' ', 2)
  return scheme?.toLowerCase() === 'bearer' ? (value ?? null) : null
}
