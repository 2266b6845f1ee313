import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto'
import { z } from 'zod'

const algorithm = 'aes-256-gcm'
const identity = Buffer.from('merchant-desk-secrets/1')
const keyBytes = 32
/** 128 MB and about half a second for each guess (RFC 7914; OWASP asks for at least N = 2^17, r = 8, p = 1). */
const cost = { N: 2 ** 17, r: 8, p: 1 }
/** A file that asks for more would only hold the program up. */
const costMax = { N: 2 ** 18, r: 8, p: 2 }

const sealedSchema = z.strictObject({
  version: z.literal(1),
  kdf: z.literal('scrypt'),
  N: z
    .int()
    .min(2 ** 14)
    .max(costMax.N),
  r: z.int().min(8).max(costMax.r),
  p: z.int().min(1).max(costMax.p),
  salt: z.base64(),
  nonce: z.base64(),
  tag: z.base64(),
  data: z.base64()
})

/** The passphrase does not open it; who knows that the bytes are whole knows that it is the wrong one. */
export class PassphraseError extends Error {
  override readonly name = 'PassphraseError'
  constructor() {
    super('the passphrase does not open the secrets')
  }
}

/** Seals a text by a passphrase: scrypt, then AES-256-GCM. What it was made with stands beside it, as JSON. */
export async function sealByPassphrase(text: string, passphrase: string): Promise<string> {
  const salt = randomBytes(16)
  const nonce = randomBytes(12)
  const cipher = createCipheriv(algorithm, await keyOf(passphrase, salt, cost), nonce).setAAD(identity)
  const data = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  const inBase64 = (bytes: Buffer): string => bytes.toString('base64')
  const sealed: z.output<typeof sealedSchema> = {
    ...{ version: 1, kdf: 'scrypt', ...cost },
    ...{ salt: inBase64(salt), nonce: inBase64(nonce), tag: inBase64(cipher.getAuthTag()), data: inBase64(data) }
  }
  return JSON.stringify(sealed)
}

/** Throws `PassphraseError`; zod's error for what was not sealed by `sealByPassphrase`. */
export async function openByPassphrase(sealedText: string, passphrase: string): Promise<string> {
  const { N, r, p, salt, nonce, tag, data } = sealedSchema.parse(JSON.parse(sealedText))
  const bytes = (text: string): Buffer => Buffer.from(text, 'base64')
  const key = await keyOf(passphrase, bytes(salt), { N, r, p })
  try {
    const decipher = createDecipheriv(algorithm, key, bytes(nonce), { authTagLength: 16 })
      .setAAD(identity)
      .setAuthTag(bytes(tag))
    return Buffer.concat([decipher.update(bytes(data)), decipher.final()]).toString('utf8')
  } catch {
    throw new PassphraseError()
  }
}

/** Typed on another keyboard, the same letters may be composed differently. */
function keyOf(passphrase: string, salt: Buffer, { N, r, p }: typeof cost): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>()
  scrypt(passphrase.normalize('NFKC'), salt, keyBytes, { N, r, p, maxmem: 160 * N * r * p }, (error, key) => {
    if (error) reject(error)
    else resolve(key)
  })
  return promise
}
