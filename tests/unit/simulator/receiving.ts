import { createDecipheriv, createHash } from 'node:crypto'

/** A receiver's side of pushed messages, from the documentation alone and by its other reading: the IV is the key's head. */
export type Secrets = { readonly appId: string; readonly token: string; readonly key: string }
export type Sealed = {
  readonly Nonce: string
  readonly TimeStamp: string
  readonly Encrypt: string
  readonly MsgSignature: string
}

export function signatureOf({ TimeStamp, Nonce, Encrypt }: Sealed, token: string): string {
  const texts = [token, TimeStamp, Nonce, Encrypt].map((text) => Buffer.from(text, 'utf8'))
  return createHash('sha1')
    .update(Buffer.concat(texts.sort((one, other) => Buffer.compare(one, other))))
    .digest('hex')
}

/** The message's JSON text. Throws when signature, padding, length or recipient are wrong. */
export function open(sealed: Sealed, { appId, token, key }: Secrets): string {
  if (signatureOf(sealed, token) !== sealed.MsgSignature) throw new Error('signature')
  const aesKey = Buffer.from(`${key}=`, 'base64')
  const decipher = createDecipheriv('aes-256-cbc', aesKey, aesKey.subarray(0, 16)).setAutoPadding(false)
  const bytes = Buffer.concat([decipher.update(Buffer.from(sealed.Encrypt, 'base64')), decipher.final()])
  const padding = bytes.at(-1) ?? 0
  const pads = bytes.subarray(-padding)
  if (padding < 1 || padding > 32 || (bytes.length - 16) % 32 !== 0) throw new Error('padding')
  if (!pads.every((byte) => byte === padding)) throw new Error('padding')
  const end = 36 + bytes.readUInt32BE(32)
  const recipient = bytes.subarray(end, bytes.length - padding).toString('utf8')
  if (recipient !== appId) throw new Error('recipient')
  return bytes.subarray(36, end).toString('utf8')
}
