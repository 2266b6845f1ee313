import { createCipheriv, createHash, randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isMessageKey, openPush, PushError, type MessageKeys } from '../../../electron/douyin/push-messages'

const now = Date.UTC(2026, 0, 1)
const keys: MessageKeys = {
  appId: 'tt0123456789abcdef',
  token: 'MessageToken',
  key: `${'abcDEF0123+/'.repeat(4).slice(0, 42)}A`
}

type Sealing = { token?: string; key?: string; appId?: string; at?: number }

/** Seals as the platform's documentation describes it, written here anew: the IV is the first block on the wire. */
function sealed(json: string, { token = keys.token, key = keys.key, appId = keys.appId, at = now }: Sealing = {}) {
  const message = Buffer.from(json)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(message.length)
  const body = Buffer.concat([randomBytes(16), length, message, Buffer.from(appId)])
  const count = 32 - (body.length % 32)
  const padded = Buffer.concat([body, Buffer.alloc(count, count)])
  const iv = randomBytes(16)
  const cipher = createCipheriv('aes-256-cbc', Buffer.from(`${key}=`, 'base64'), iv).setAutoPadding(false)
  const Encrypt = Buffer.concat([iv, cipher.update(padded), cipher.final()]).toString('base64')
  const TimeStamp = String(Math.floor(at / 1000))
  const Nonce = '4464221'
  const MsgSignature = createHash('sha1').update([token, TimeStamp, Nonce, Encrypt].sort().join('')).digest('hex')
  return { Nonce, TimeStamp, Encrypt, MsgSignature }
}

function refusalOf(body: unknown, at: number | null = now): string {
  try {
    openPush(body, keys, at)
    return 'accepted'
  } catch (error) {
    return error instanceof PushError ? error.refusal : String(error)
  }
}

describe('a pushed message', () => {
  it('opens whatever its length, so with every length of padding', () => {
    for (let length = 0; length < 70; length += 1) {
      const content = { Event: 'PUSH', Ticket: '票'.repeat(length) }
      expect(openPush(sealed(JSON.stringify(content)), keys, now)).toEqual(content)
    }
  })

  it('keeps integers beyond 2^53 as digits', () => {
    expect(openPush(sealed('{"template_id":9133504853504535288,"n":7}'), keys, now)).toEqual({
      template_id: '9133504853504535288',
      n: 7
    })
  })

  it('accepts the time as a number and the signature in capitals', () => {
    const message = sealed('{"Event":"PUSH"}')
    const other = { ...message, TimeStamp: Number(message.TimeStamp), MsgSignature: message.MsgSignature.toUpperCase() }
    expect(refusalOf(other)).toBe('accepted')
  })

  it('is refused when signed with another token, or changed after it was signed', () => {
    expect(refusalOf(sealed('{}', { token: 'other' }))).toBe('signature')
    expect(refusalOf({ ...sealed('{}'), Nonce: '1' })).toBe('signature')
    expect(refusalOf({ ...sealed('{}'), Encrypt: sealed('{"a":1}').Encrypt })).toBe('signature')
  })

  it('is refused when it is older or newer than five minutes, unless a relay kept it', () => {
    const old = sealed('{}', { at: now - 301_000 })
    expect(refusalOf(old)).toBe('stale')
    expect(refusalOf(sealed('{}', { at: now + 301_000 }))).toBe('stale')
    expect(refusalOf(old, null)).toBe('accepted')
  })

  it('is refused when it was encrypted with another key or is for another application', () => {
    expect(refusalOf(sealed('{}', { key: 'B'.repeat(43) }))).toBe('key')
    expect(refusalOf(sealed('{}', { appId: 'tt-other' }))).toBe('recipient')
  })

  it('is refused when its content is no JSON object', () => {
    expect(refusalOf(sealed('[1]'))).toBe('malformed')
    expect(refusalOf(sealed('no json'))).toBe('malformed')
  })

  it('is refused, and never crashes the program, whatever arrives', () => {
    const base = sealed('{"Event":"PUSH"}')
    const resigned = (Encrypt: string) => {
      const parts = [keys.token, base.TimeStamp, base.Nonce, Encrypt].sort()
      return { ...base, Encrypt, MsgSignature: createHash('sha1').update(parts.join('')).digest('hex') }
    }
    const encrypted = fc.uint8Array({ maxLength: 200 }).map((bytes) => resigned(Buffer.from(bytes).toString('base64')))
    fc.assert(
      fc.property(fc.oneof(fc.anything(), encrypted), (body) => {
        expect(['malformed', 'signature', 'key', 'recipient', 'stale']).toContain(refusalOf(body))
      })
    )
  })
})

describe('a message key', () => {
  it.each([
    [keys.key, true],
    ['+/'.repeat(21) + 'A', true],
    ['a'.repeat(42), false],
    ['a'.repeat(44), false],
    [`${'a'.repeat(42)}=`, false],
    ['', false]
  ])('%s: %s', (text, valid) => expect(isMessageKey(text)).toBe(valid))
})
