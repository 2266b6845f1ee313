import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newSealingKey, SealedBox, SealError } from '../../../electron/keychain/sealed-box'

describe('a sealed box', () => {
  const box = new SealedBox(newSealingKey())

  it('opens with the same key for the same row, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, identity) => {
        const wellFormed = text.toWellFormed()
        expect(box.open(identity, box.seal(identity, wellFormed))).toBe(wellFormed)
      })
    )
  })

  it('does not open for another row', () => {
    const sealed = box.seal('practice/tt01', 'isvact.secret')
    expect(() => box.open('practice/tt02', sealed)).toThrow(SealError)
  })

  it('does not open with another key', () => {
    const sealed = box.seal('practice/tt01', 'isvact.secret')
    expect(() => new SealedBox(newSealingKey()).open('practice/tt01', sealed)).toThrow(SealError)
  })

  it('does not open when a single bit was changed anywhere', () => {
    const sealed = box.seal('row', 'isvact.secret')
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const damaged = Buffer.from(sealed)
      const byte = Math.floor(bit / 8)
      damaged[byte] = (damaged[byte] ?? 0) ^ (1 << (bit % 8))
      expect(() => box.open('row', damaged)).toThrow(SealError)
    }
  })

  it('never seals the same text to the same bytes', () => {
    expect(box.seal('row', 'text').equals(box.seal('row', 'text'))).toBe(false)
  })

  it('refuses a key of another length', () => {
    expect(() => new SealedBox(Buffer.alloc(16).toString('base64'))).toThrow(SealError)
  })
})
