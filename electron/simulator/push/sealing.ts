import { createCipheriv, hash } from 'node:crypto'

/**
 * The platform's side of pushed messages (page "消息推送及加解密说明"): encrypts and signs what the receiver has to check
 * and decrypt. Written from the documentation; the client's opposite is never used here, nor the other way round.
 */

/** What the console knows of a third-party application: its id, 消息验证 TOKEN and 消息加密解密 KEY (43 characters). */
export type MessageSecrets = { readonly appId: string; readonly token: string; readonly key: string }

/** A message on its way: seconds since 1970, a random number, and 32 random bytes (IV, then filler). */
export type Stamp = { readonly seconds: number; readonly nonce: string; readonly noise: Buffer }

/** The body of a push, as it goes over the wire. */
export type PushBody = {
  readonly Nonce: string
  readonly TimeStamp: string
  readonly Encrypt: string
  readonly MsgSignature: string
}

const keyPattern = /^[A-Za-z0-9+/]{43}$/
const ivBytes = 16
const padBlockBytes = 32

/** Whether a text is a 消息加密解密 KEY: base64 of 32 bytes without the `=` at its end. */
export function isMessageKey(text: string): boolean {
  return keyPattern.test(text)
}

/** Encrypts and signs one message. */
export function seal(message: string, secrets: MessageSecrets, stamp: Stamp): PushBody {
  const encrypted = encrypt(message, secrets, stamp.noise)
  const timeStamp = String(stamp.seconds)
  return {
    Nonce: stamp.nonce,
    TimeStamp: timeStamp,
    Encrypt: encrypted,
    MsgSignature: signature(secrets.token, timeStamp, stamp.nonce, encrypted)
  }
}

/** Bytes: IV, then encrypted: 16 of filler, length (big-endian), JSON, app id, padding to a block of 32. */
function encrypt(message: string, { appId, key }: MessageSecrets, noise: Buffer): string {
  const [iv, filler] = [noise.subarray(0, ivBytes), noise.subarray(ivBytes, 2 * ivBytes)]
  const content = Buffer.from(message, 'utf8')
  const length = Buffer.alloc(4)
  length.writeUInt32BE(content.length)
  const plain = padded(Buffer.concat([filler, length, content, Buffer.from(appId, 'utf8')]))
  const cipher = createCipheriv('aes-256-cbc', Buffer.from(`${key}=`, 'base64'), iv).setAutoPadding(false)
  return Buffer.concat([iv, cipher.update(plain), cipher.final()]).toString('base64')
}

/** As PKCS#7, but up to 32: every byte of the padding is its count, and there is always some. */
function padded(bytes: Buffer): Buffer {
  const count = padBlockBytes - (bytes.length % padBlockBytes)
  return Buffer.concat([bytes, Buffer.alloc(count, count)])
}

/** SHA-1 of the four texts in the order of their characters' codes, which is what sorting without a locale gives. */
function signature(...texts: readonly string[]): string {
  return hash('sha1', texts.toSorted().join(''), 'hex')
}
