import { say } from '@shared/texts/say'

/** A decrypted message, or a part of one. */
export type MessageContent = Readonly<Record<string, unknown>>

const mask = '•••'
/** 64 KiB: many times what the platform sends. */
const rawMaxBytes = 64 * 1024
/** Deeper than anything that the platform sends; below it nothing is kept. */
const maxDepth = 24

/** Names of fields that hold a ticket, an authorization code or a token, however they are spelled. */
const secretName = /ticket|code|token|secret/i
/** `AuthorizationCodeExpiresIn`: a number of seconds. */
const lifetimeName = /expires_?in$/i
/** How the platform's tokens look, wherever they stand. */
const tokenPattern = /\b(?:clt|isvact|isvrft)\.[\w.~+/=-]+/g
/** A secret in the query of an address. */
const queryPattern = /([?&][\w.-]{0,40}(?:ticket|code|token|secret)[\w.-]{0,40}=)[^&#\s"]+/gi

/**
 * A copy of a message in which tickets, authorization codes and whatever else goes by such a name are `•••`: at any depth,
 * in JSON inside a text, and in the query of an address. All that is shown and kept of a message is made from this copy.
 */
export function redactContent(content: MessageContent): MessageContent {
  return redactMembers(content, 0)
}

/** A redacted message as JSON for people, cut to 64 KiB. */
export function rawText(redacted: MessageContent): string {
  const bytes = new TextEncoder().encode(JSON.stringify(redacted, null, 2))
  if (bytes.length <= rawMaxBytes) return new TextDecoder().decode(bytes)
  const note = say`\n…（内容太长，只保留了开头）`
  const room = rawMaxBytes - new TextEncoder().encode(note).length
  // Streaming drops the character that the cut goes through.
  return new TextDecoder().decode(bytes.subarray(0, room), { stream: true }) + note
}

function redactMembers(members: object, depth: number): MessageContent {
  return Object.fromEntries(
    Object.entries(members).map(([name, value]: [string, unknown]) => [
      redactText(name, depth),
      isSecret(name) && value !== null ? mask : redactValue(value, depth + 1)
    ])
  )
}

function redactValue(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return redactText(value, depth)
  if (typeof value !== 'object' || value === null) return value
  if (depth > maxDepth) return '…'
  if (Array.isArray(value)) return value.map((each) => redactValue(each, depth + 1))
  return redactMembers(value, depth)
}

function redactText(text: string, depth: number): string {
  const plain = text.replaceAll(tokenPattern, mask).replaceAll(queryPattern, `$1${mask}`)
  return /^\s*[[{]/.test(text) ? (redactedJson(text, depth) ?? plain) : plain
}

/** A text may be JSON itself (`audit_reason` is). Null where it is not, or where nothing in it is secret. */
function redactedJson(text: string, depth: number): string | null {
  try {
    const value: unknown = JSON.parse(text)
    const redacted = JSON.stringify(redactValue(value, depth + 1))
    return redacted === JSON.stringify(value) ? null : redacted
  } catch (error) {
    // Nested deeper than the stack is.
    return error instanceof RangeError ? '…' : null
  }
}

function isSecret(name: string): boolean {
  return secretName.test(name) && !lifetimeName.test(name)
}
