import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const algorithm = 'aes-256-gcm'
const keyBytes = 32
const nonceBytes = 12
const tagBytes = 16
/** First byte of every box, so that another way of sealing can be told from this one. */
const formatVersion = 1

/** A box that can not be opened: another key, another row, or damaged. Says nothing about what was in it. */
export class SealError extends Error {
  override readonly name = 'SealError'
  constructor() {
    super('the sealed value can not be opened')
  }
}

/** A new random key for a `SealedBox`, as text for the keychain. */
export function newSealingKey(): string {
  return randomBytes(keyBytes).toString('base64')
}

/** Whether a text can be the key of a `SealedBox`: 32 bytes of base64. */
export function isSealingKey(text: string): boolean {
  return Buffer.from(text, 'base64').length === keyBytes
}

/**
 * Seals texts with AES-256-GCM under one key. `identity` names the row that the text belongs to and is bound to the box:
 * a box moved to another row does not open. Layout: version (1 byte), nonce (12, random), tag (16), cipher text.
 */
export class SealedBox {
  private readonly key: Buffer

  /** Throws `SealError` for a key that is not 32 bytes of base64. */
  constructor(key: string) {
    if (!isSealingKey(key)) throw new SealError()
    this.key = Buffer.from(key, 'base64')
  }

  seal(identity: string, text: string): Buffer {
    const nonce = randomBytes(nonceBytes)
    const cipher = createCipheriv(algorithm, this.key, nonce).setAAD(Buffer.from(identity))
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
    return Buffer.concat([Buffer.of(formatVersion), nonce, cipher.getAuthTag(), sealed])
  }

  /** Throws `SealError`. */
  open(identity: string, box: Buffer): string {
    if (box.length < 1 + nonceBytes + tagBytes || box[0] !== formatVersion) throw new SealError()
    const nonce = box.subarray(1, 1 + nonceBytes)
    const tag = box.subarray(1 + nonceBytes, 1 + nonceBytes + tagBytes)
    const decipher = createDecipheriv(algorithm, this.key, nonce).setAAD(Buffer.from(identity)).setAuthTag(tag)
    try {
      const text = decipher.update(box.subarray(1 + nonceBytes + tagBytes))
      return Buffer.concat([text, decipher.final()]).toString('utf8')
    } catch {
      throw new SealError()
    }
  }
}
