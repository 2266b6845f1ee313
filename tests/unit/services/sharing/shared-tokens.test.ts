import { describe, expect, it } from 'vitest'
import { SealedBox, SealError } from '../../../../electron/keychain/sealed-box'
import { parseTokens, takeNewer, tokensText } from '../../../../electron/services/sharing/shared-tokens'
import { sharingKey } from '../../../../electron/services/sharing/sharing-key'
import { TestVault } from './support/desktops'

const pair = (number: number) => ({
  accessToken: `access-${number}`,
  accessExpiresAt: number,
  refreshToken: `refresh-${number}`,
  refreshExpiresAt: number + 1000
})

describe('the sharing key', () => {
  it('is the same on every computer with the same secret, and opens nothing with another secret or application', () => {
    const sealed = new SealedBox(sharingKey('secret', 'tt01')).seal('tokens/tt01', 'text')
    expect(new SealedBox(sharingKey('secret', 'tt01')).open('tokens/tt01', sealed)).toBe('text')
    for (const key of [sharingKey('other', 'tt01'), sharingKey('secret', 'tt02')]) {
      expect(() => new SealedBox(key).open('tokens/tt01', sealed)).toThrow(SealError)
    }
  })

  it('does not have the secret in it', () => {
    expect(Buffer.from(sharingKey('secret', 'tt01'), 'base64').toString('latin1')).not.toContain('secret')
  })
})

describe('shared tokens', () => {
  it('come out of their text as they went in', () => {
    const vault = new TestVault()
    vault.saveComponent({ accessToken: 'component', expiresAt: 5 })
    vault.save('tt01', pair(1))
    expect(parseTokens(tokensText(vault))).toEqual({ component: vault.readComponent(), merchants: vault.merchants() })
  })

  it.each(['', '{}', '[]', '{"component":null,"merchants":[{"appId":"tt01"}]}', '{"component":{},"merchants":[]}'])(
    'are refused from a text of another form, which is not told: %s',
    (text) => {
      expect(() => parseTokens(text)).toThrow('the shared tokens have another form')
    }
  )

  it('are taken where they are newer, and the vault’s own are kept where those are', () => {
    const vault = new TestVault()
    vault.saveComponent({ accessToken: 'newest', expiresAt: 9 })
    vault.save('tt01', pair(1))
    vault.save('tt02', pair(8))
    const component = { accessToken: 'old', expiresAt: 5 }
    const merchants = [1, 2, 3].map((number) => ({ appId: `tt0${number}`, tokens: pair(4) }))
    expect(takeNewer(vault, { component, merchants })).toEqual({ isAhead: true })
    expect(vault.readComponent()?.accessToken).toBe('newest')
    expect([...vault.tokens.values()]).toEqual([pair(4), pair(8), pair(4)])
  })

  it('leave the vault behind or level where they have all that it has', () => {
    const vault = new TestVault()
    expect(takeNewer(vault, { component: { accessToken: 'a', expiresAt: 1 }, merchants: [] })).toEqual({
      isAhead: false
    })
    expect(takeNewer(vault, { component: vault.readComponent(), merchants: [] })).toEqual({ isAhead: false })
    expect(takeNewer(vault, { component: null, merchants: [] })).toEqual({ isAhead: true })
  })
})
