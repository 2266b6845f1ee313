import { describe, expect, it } from 'vitest'
import { sealedBody } from '../../../electron/simulator/push/attempt'
import { isMessageKey, seal } from '../../../electron/simulator/push/sealing'
import { open, type Secrets, signatureOf } from './receiving'

const secrets: Secrets = { appId: 'tt0123456789abcdef', token: 'a token', key: 'ab+/'.repeat(10) + 'abA' }
const stamp = {
  seconds: 1_780_000_000,
  nonce: '4464221',
  noise: Buffer.from(Array.from({ length: 32 }, (_, at) => at))
}

describe('a sealed message', () => {
  it.each(Array.from({ length: 40 }, (_, length) => length))(
    'comes back whole with %i bytes beyond its frame',
    (length) => {
      const text = JSON.stringify({ Event: '授权', Filler: 'x'.repeat(length) })
      expect(open(seal(text, secrets, stamp), secrets)).toBe(text)
    }
  )

  it('carries the four documented texts', () => {
    const body = seal('{}', secrets, stamp)
    expect(Object.keys(body).sort()).toEqual(['Encrypt', 'MsgSignature', 'Nonce', 'TimeStamp'])
    expect(body).toMatchObject({ Nonce: '4464221', TimeStamp: '1780000000' })
    expect(body.MsgSignature).toMatch(/^[0-9a-f]{40}$/)
  })

  it('is signed over the texts in the order of their characters, whatever comes first', () => {
    for (const token of ['0', 'Z', 'z', '~', '令牌']) {
      const body = seal('{}', { ...secrets, token }, stamp)
      expect(body.MsgSignature).toBe(signatureOf(body, token))
    }
  })

  it('differs with every noise', () => {
    const other = seal('{}', secrets, { ...stamp, noise: Buffer.alloc(32) })
    expect(other.Encrypt).not.toBe(seal('{}', secrets, stamp).Encrypt)
  })
})

describe('a fault makes a message', () => {
  const text = '{"Event":"AUTHORIZED"}'
  const body = (fault: Parameters<typeof sealedBody>[3]) =>
    JSON.parse(sealedBody(text, secrets, stamp, fault)) as ReturnType<typeof seal>
  const common = { match: {} }

  it('wrong in its signature only', () => {
    const { MsgSignature, ...rest } = body({ ...common, kind: 'wrong-signature' })
    const sound = seal(text, secrets, stamp)
    expect(MsgSignature).toMatch(/^[01]{40}$/)
    expect(MsgSignature).not.toBe(sound.MsgSignature)
    expect(rest).toEqual({ Nonce: sound.Nonce, TimeStamp: sound.TimeStamp, Encrypt: sound.Encrypt })
  })

  it('unreadable with the right key, under a sound signature', () => {
    const sealed = body({ ...common, kind: 'wrong-key' })
    expect(sealed.MsgSignature).toBe(signatureOf(sealed, secrets.token))
    expect(() => open(sealed, secrets)).toThrow()
  })

  it('long, and sound otherwise', () => {
    const opened = open(body({ ...common, kind: 'oversized', bytes: 5000 }), secrets)
    expect(opened.length).toBeGreaterThan(5000)
    expect(JSON.parse(opened)).toMatchObject({ Event: 'AUTHORIZED' })
  })

  it('old, and signed as such', () => {
    const sealed = body({ ...common, kind: 'stale-time', ageMs: 60_000 })
    expect(sealed.TimeStamp).toBe('1779999940')
    expect(open(sealed, secrets)).toBe(text)
  })
})

it.each(['', 'a'.repeat(42), 'a'.repeat(44), 'a'.repeat(42) + '=', 'a'.repeat(42) + '-'])('%o is no key', (text) => {
  expect(isMessageKey(text)).toBe(false)
})
