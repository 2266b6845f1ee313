import { describe, expect, it } from 'vitest'
import {
  openByPassphrase,
  PassphraseError,
  sealByPassphrase
} from '../../../../electron/services/safety/sealed-secrets'

const passphrase = '海边茶馆 2026 correct horse'
const text = JSON.stringify({ one: { secret: 'canary-secret' } })

describe('secrets that are sealed by a passphrase', () => {
  it('open with it alone, and show nothing without it', async () => {
    const sealed = await sealByPassphrase(text, passphrase)
    expect(sealed).not.toContain('canary')
    expect(await openByPassphrase(sealed, passphrase)).toBe(text)
    await expect(openByPassphrase(sealed, `${passphrase}!`)).rejects.toThrow(PassphraseError)
  })

  it('are sealed differently each time, with the parameters beside them', async () => {
    const [one, other] = await Promise.all([sealByPassphrase(text, passphrase), sealByPassphrase(text, passphrase)])
    expect(one).not.toBe(other)
    expect(JSON.parse(one)).toMatchObject({ version: 1, kdf: 'scrypt', N: 131_072, r: 8, p: 1 })
  })

  it('open with the same letters composed differently', async () => {
    const sealed = await sealByPassphrase(text, 'cafe\u0301 au lait')
    expect(await openByPassphrase(sealed, 'café au lait')).toBe(text)
  })

  it('are not opened where they ask for more work than they may', async () => {
    const sealed: unknown = JSON.parse(await sealByPassphrase(text, passphrase))
    const greedy = JSON.stringify({ ...(sealed as object), N: 2 ** 24 })
    await expect(openByPassphrase(greedy, passphrase)).rejects.toThrow('N')
  })

  it('that were changed do not open', async () => {
    const sealed = JSON.parse(await sealByPassphrase(text, passphrase)) as { data: string }
    const changed = { ...sealed, data: Buffer.from('other').toString('base64') }
    await expect(openByPassphrase(JSON.stringify(changed), passphrase)).rejects.toThrow(PassphraseError)
  })
})
