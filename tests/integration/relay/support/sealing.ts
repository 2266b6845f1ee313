import { createCipheriv, createHash, randomBytes } from 'node:crypto'
import type { MessageKeys } from '../../../../electron/douyin/push-messages'

export const keys: MessageKeys = {
  appId: 'tt0123456789abcdef',
  token: 'MessageToken',
  key: `${'abcDEF0123+/'.repeat(4).slice(0, 42)}A`
}

export type Sealed = { Nonce: string; TimeStamp: string; Encrypt: string; MsgSignature: string }

type Sealing = { token?: string; key?: string; appId?: string; at?: number }

/** Seals as the platform's documentation describes it, apart from the code under test: the IV is the first block. */
export function seal(content: unknown, sealing: Sealing = {}): Sealed {
  const { token = keys.token, key = keys.key, appId = keys.appId, at = Date.now() } = sealing
  const message = Buffer.from(JSON.stringify(content))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(message.length)
  const body = Buffer.concat([randomBytes(16), length, message, Buffer.from(appId)])
  const count = 32 - (body.length % 32)
  const padded = Buffer.concat([body, Buffer.alloc(count, count)])
  const iv = randomBytes(16)
  const cipher = createCipheriv('aes-256-cbc', Buffer.from(`${key}=`, 'base64'), iv).setAutoPadding(false)
  const Encrypt = Buffer.concat([iv, cipher.update(padded), cipher.final()]).toString('base64')
  const Nonce = String(randomBytes(4).readUInt32BE())
  return sign({ Encrypt, TimeStamp: String(Math.floor(at / 1000)), Nonce }, token)
}

/** Signs whatever stands in the fields. */
export function sign(fields: Omit<Sealed, 'MsgSignature'>, token = keys.token): Sealed {
  const parts = [token, fields.TimeStamp, fields.Nonce, fields.Encrypt].sort()
  return { ...fields, MsgSignature: createHash('sha1').update(parts.join('')).digest('hex') }
}

/** An audit result as the platform pushes it, told from others by `number`. */
export function event(number: number): Record<string, unknown> {
  return { AppId: 'tt01', TpAppId: keys.appId, EventTime: '2026-01-14 12:45:10', Event: 'PACKAGE_AUDIT', number }
}

export function ticket(text: string): Record<string, unknown> {
  const common = { FromUserName: 'ByteDanceMicroApp', CreateTime: '2026-01-14 12:45:10', MsgType: 'Ticket' }
  return { Ticket: text, ...common, Event: 'PUSH' }
}
