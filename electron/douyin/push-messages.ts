import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto'
import { parse } from 'lossless-json'
import { z } from 'zod'

/**
 * The platform's pushed messages (page "消息推送及加解密说明"): checked and decrypted. The signature's algorithm and the
 * layout of the encrypted bytes stand in the platform's sample code only, not in its text (unverified there; three public
 * integrations agree).
 */

/** 消息验证 TOKEN and 消息加密解密 KEY of the third-party application, and its app id. */
export type MessageKeys = { readonly appId: string; readonly token: string; readonly key: string }

/** Why a message was not accepted. Nothing of the message is in it. */
export type PushRefusal =
  /** Not the documented JSON. */
  | 'malformed'
  /** The signature does not fit: another token, or not from the platform. */
  | 'signature'
  /** Its time is more than five minutes off: a replay, or this computer's clock is wrong. */
  | 'stale'
  /** Can not be decrypted: another key. */
  | 'key'
  /** Decrypted, and meant for another third-party application. */
  | 'recipient'

export class PushError extends Error {
  override readonly name = 'PushError'
  readonly refusal: PushRefusal

  constructor(refusal: PushRefusal) {
    super(`push message: ${refusal}`)
    this.refusal = refusal
  }
}

/** A message as it arrives, and as a relay keeps it. `TimeStamp` is seconds; both writings are accepted. */
export const pushEnvelope = z.object({
  Nonce: z.union([z.string(), z.number()]).transform(String).pipe(z.string().min(1).max(128)),
  TimeStamp: z
    .union([z.string(), z.number()])
    .transform(String)
    .pipe(z.string().regex(/^\d{1,13}$/)),
  Encrypt: z
    .string()
    .min(1)
    .max(256 * 1024),
  MsgSignature: z.string().regex(/^[0-9a-fA-F]{40}$/)
})
export type PushEnvelope = z.output<typeof pushEnvelope>

const staleAfterMs = 5 * 60_000
const keyText = /^[\w+/-]{43}$/
const blockBytes = 16
const padBlockBytes = 32

/** Whether a text can be a 消息加密解密 KEY: 43 characters of base64, `+` and `/` included. */
export function isMessageKey(text: string): boolean {
  return keyText.test(text) && aesKey(text).length === padBlockBytes
}

/** SHA-1 over token, time, nonce and cipher text, sorted by character code, as lower-case hex. */
export function pushSignature(
  token: string,
  { TimeStamp, Nonce, Encrypt }: Omit<PushEnvelope, 'MsgSignature'>
): string {
  const parts = [token, TimeStamp, Nonce, Encrypt].sort(byCharacterCode)
  return createHash('sha1').update(parts.join('')).digest('hex')
}

/**
 * Checks signature, age and recipient of a message and returns its content. `now` is milliseconds since 1970; null skips
 * the age, for messages that a relay kept. Integers beyond 2^53 in the content become digit strings.
 * Throws `PushError`.
 */
export function openPush(body: unknown, keys: MessageKeys, now: number | null): Readonly<Record<string, unknown>> {
  const parsed = pushEnvelope.safeParse(body)
  if (!parsed.success) throw new PushError('malformed')
  const envelope = parsed.data
  if (!isSameText(envelope.MsgSignature.toLowerCase(), pushSignature(keys.token, envelope))) {
    throw new PushError('signature')
  }
  if (now !== null && Math.abs(now - Number(envelope.TimeStamp) * 1000) > staleAfterMs) throw new PushError('stale')
  const { text, recipient } = decrypt(envelope.Encrypt, keys.key)
  if (!isSameText(recipient, keys.appId)) throw new PushError('recipient')
  return content(text)
}

function content(text: string): Readonly<Record<string, unknown>> {
  try {
    return z.record(z.string(), z.unknown()).parse(parse(text, null, { parseNumber: exactNumber }))
  } catch {
    throw new PushError('malformed')
  }
}

function exactNumber(text: string): number | string {
  const value = Number(text)
  return Number.isInteger(value) && !Number.isSafeInteger(value) ? text : value
}

/** Layout: 16 bytes that serve as the IV, then the cipher text of 16 random bytes, length, JSON, app id and padding. */
function decrypt(encrypted: string, key: string): { text: string; recipient: string } {
  const bytes = Buffer.from(encrypted, 'base64')
  if (bytes.length < 3 * blockBytes || bytes.length % blockBytes !== 0 || !keyText.test(key)) throw new PushError('key')
  const decipher = createDecipheriv('aes-256-cbc', aesKey(key), bytes.subarray(0, blockBytes)).setAutoPadding(false)
  const plain = withoutPadding(Buffer.concat([decipher.update(bytes.subarray(blockBytes)), decipher.final()]))
  const start = blockBytes + 4
  if (plain.length < start) throw new PushError('key')
  const length = plain.readUInt32BE(blockBytes)
  if (length > plain.length - start) throw new PushError('key')
  return {
    text: plain.toString('utf8', start, start + length),
    recipient: plain.toString('utf8', start + length)
  }
}

/** Padded to 32 bytes, so the count may be up to 32: more than Node's own padding takes. */
function withoutPadding(plain: Buffer): Buffer {
  const count = plain.at(-1) ?? 0
  const isPadding = count >= 1 && count <= padBlockBytes && plain.subarray(-count).every((byte) => byte === count)
  if (!isPadding || count > plain.length) throw new PushError('key')
  return plain.subarray(0, plain.length - count)
}

/** The 43rd character may carry bits that are not used: decoding drops them. */
function aesKey(key: string): Buffer {
  return Buffer.from(`${key}=`, 'base64')
}

function byCharacterCode(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b))
}

/** In constant time for texts of the same length. */
function isSameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
