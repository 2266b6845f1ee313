import { randomBytes } from 'node:crypto'
import type { Shot } from './flood'
import { event, seal, type Sealed } from './sealing'

/** Every so many requests a good message goes in between. */
export const goodEvery = 500

const encrypted = randomBytes(384).toString('base64')
const now = () => String(Math.floor(Date.now() / 1000))
const address = (number: number) => `198.51.${(number >> 8) % 256}.${number % 256}`

/**
 * What an attacker may send to a push address, from many addresses, each a little different, with good messages of the
 * platform in between: event number n is the n-th good one, from 0 on.
 */
export function hostileMessages(path: string): (number: number) => Shot {
  const request = (body: string, from: string, more = '') =>
    `POST ${path} HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nX-Forwarded-For: ${from}\r\n` +
    `${more || `Content-Length: ${Buffer.byteLength(body)}`}\r\n\r\n${body}`
  const [replayed, stale] = [seal(event(-1)), seal(event(-2), { at: Date.now() - 3_600_000 })]
  const unsigned = (number: number): Sealed => ({
    Nonce: String(number),
    TimeStamp: now(),
    Encrypt: encrypted,
    MsgSignature: number.toString(16).padStart(40, 'a')
  })
  const large = 'x'.repeat(300_000)
  const kinds: ((number: number, from: string) => Shot)[] = [
    (number, from) => ({ kind: 'badly signed', bytes: request(JSON.stringify(unsigned(number)), from) }),
    (number, from) => ({ kind: 'malformed', bytes: request(`{"Nonce":${number},"TimeStamp":`, from) }),
    (number, from) => ({
      kind: 'malformed',
      bytes: request(JSON.stringify({ ...unsigned(number), Encrypt: null }), from)
    }),
    (_number, from) => ({ kind: 'replayed', bytes: request(JSON.stringify(replayed), from) }),
    (_number, from) => ({ kind: 'stale', bytes: request(JSON.stringify(stale), from) }),
    (number, from) => ({
      kind: 'badly signed',
      bytes: request(JSON.stringify({ ...replayed, Nonce: `${number}` }), from)
    }),
    (number, from) => ({ kind: 'malformed', bytes: request(`${'['.repeat(number % 2000)}`, from) })
  ]
  return (number) => {
    if (number % goodEvery === goodEvery - 1) {
      const good = seal(event(Math.floor(number / goodEvery)))
      return { kind: 'good', bytes: request(JSON.stringify(good), '203.0.113.9') }
    }
    const from = address(number)
    if (number % 100 === 50) return { kind: 'oversized', bytes: request('{', from, `Content-Length: ${large.length}`) }
    if (number % 1000 === 77)
      return {
        kind: 'oversized',
        bytes: request(`${large.length.toString(16)}\r\n${large}\r\n`, from, 'Transfer-Encoding: chunked')
      }
    const kind = kinds[number % kinds.length]
    if (!kind) throw new Error('there are kinds')
    return kind(number, from)
  }
}
