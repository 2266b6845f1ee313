import { describe, expect, it, vi } from 'vitest'
import { KeychainError } from '../../../electron/keychain/keychain'
import { SystemKeychain, type SystemKeychainOptions } from '../../../electron/keychain/system-keychain'

const secretService = process.env['DESK_SECRET_SERVICE'] === '1'

function keychain(load: SystemKeychainOptions['load'], timeoutMs = 10_000): SystemKeychain {
  return new SystemKeychain({ service: `Merchant Desk test ${process.pid}`, timeoutMs, load })
}

describe.skipIf(!secretService)('the keychain of a real Secret Service', () => {
  const real = keychain(() => import('keytar'))

  it('keeps, replaces and removes a secret', async () => {
    expect(await real.read('sealing-key')).toBeNull()
    await real.write('sealing-key', '密钥+/=1')
    expect(await real.read('sealing-key')).toBe('密钥+/=1')
    await real.write('sealing-key', 'second')
    expect(await real.read('sealing-key')).toBe('second')
    await real.remove('sealing-key')
    expect(await real.read('sealing-key')).toBeNull()
    await real.remove('sealing-key')
  })
})

describe('a keychain that can not be used', () => {
  const answers = {
    getPassword: () => Promise.resolve(null),
    setPassword: () => Promise.resolve(),
    deletePassword: () => Promise.resolve(true)
  }

  it('is told as missing where keytar can not be loaded, and tried again at the next call', async () => {
    const load = vi.fn(() => Promise.reject(new Error('libsecret-1.so.0: cannot open shared object file')))
    const broken = keychain(load)
    await expect(broken.read('x')).rejects.toMatchObject({ trouble: 'missing' })
    await expect(broken.write('x', 'y')).rejects.toMatchObject({ trouble: 'missing' })
    expect(load).toHaveBeenCalledTimes(2)
  })

  it('is told as locked, not as empty, where reads find nothing and writes are refused', async () => {
    const locked = keychain(() =>
      Promise.resolve({
        ...answers,
        setPassword: () => Promise.reject(new Error('Cannot create an item in a locked collection'))
      })
    )
    await expect(locked.read('x')).rejects.toMatchObject({ trouble: 'locked' })
    await expect(locked.remove('x')).rejects.toBeInstanceOf(KeychainError)
  })

  it('is not taken for empty where it is unlocked while it is being asked', async () => {
    let isLocked = true
    const unlocking = keychain(() =>
      Promise.resolve({
        ...answers,
        getPassword: () => Promise.resolve(isLocked ? null : 'kept'),
        setPassword: () => Promise.resolve(void (isLocked = false))
      })
    )
    expect(await unlocking.read('sealing-key')).toBe('kept')
  })

  it('is told as silent where it does not answer in time', async () => {
    const silent = keychain(
      () => Promise.resolve({ ...answers, getPassword: () => new Promise<null>(() => undefined) }),
      20
    )
    await expect(silent.read('x')).rejects.toMatchObject({ trouble: 'silent' })
  })

  it('is not believed when it accepts a secret and does not keep it', async () => {
    await expect(keychain(() => Promise.resolve(answers)).write('x', 'y')).rejects.toBeInstanceOf(KeychainError)
  })

  it('never puts the secret or the system text into its error', async () => {
    const leaking = keychain(() =>
      Promise.resolve({ ...answers, setPassword: () => Promise.reject(new Error('bad value marked-secret')) })
    )
    const error: unknown = await leaking.write('x', 'marked-secret').catch((each: unknown) => each)
    expect(error).toBeInstanceOf(KeychainError)
    expect(JSON.stringify(error) + String(error) + String((error as Error).stack)).not.toContain('marked-secret')
  })
})
