import { createHash } from 'node:crypto'
import { openPush, pushEnvelope, PushError, type MessageKeys, type PushEnvelope } from './push-messages'

/** A pushed message that was verified and decrypted, with what is needed to keep it and to recognise it. */
export type ReceivedPush = {
  readonly envelope: PushEnvelope
  readonly content: Readonly<Record<string, unknown>>
  /** Milliseconds since 1970. From a relay: when the relay took it. */
  readonly receivedAt: number
  /** The same for the same content, however often and under whatever signature it is pushed: see {@link pushDigest}. */
  readonly digest: string
}

/** Opens a message as `openPush` does. `now` null skips its age, for what a relay kept. Throws `PushError`. */
export function receivePush(body: unknown, keys: MessageKeys, receivedAt: number, now: number | null): ReceivedPush {
  const content = openPush(body, keys, now)
  return { envelope: pushEnvelope.parse(body), content, receivedAt, digest: digestOf(content) }
}

/**
 * Recognises a message by its content, as the platform gives it no id: SHA-256, in hex, over event, merchant, time and the
 * whole content with its keys in order.
 */
export function pushDigest(content: Readonly<Record<string, unknown>>): string {
  const time = content['EventTime'] ?? content['CreateTime']
  const parts = [content['Event'], content['AppId'], time, content].map((part) => canonicalJson(part))
  return createHash('sha256').update(parts.join('\n')).digest('hex')
}

/** JSON nested too deep to be walked through is nothing that the platform sends. */
function digestOf(content: Readonly<Record<string, unknown>>): string {
  try {
    return pushDigest(content)
  } catch {
    throw new PushError('malformed')
  }
}

function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null)
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`).join(',')}}`
}
