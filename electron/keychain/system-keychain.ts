import { KeychainError, type Keychain, type KeychainTrouble } from './keychain'

type Keytar = Pick<typeof import('keytar'), 'getPassword' | 'setPassword' | 'deletePassword'>

export type SystemKeychainOptions = {
  /** The name under which the entries stand in the keychain. */
  readonly service: string
  /** A locked keychain may show a prompt and block: after this time it counts as silent. */
  readonly timeoutMs: number
  /** Loads keytar; it throws where libsecret is missing, hence late. */
  readonly load: () => Promise<Keytar>
}

/** An entry that is always there once the keychain was written to: its absence tells locked from empty. */
const canary = 'merchant-desk-canary'

/**
 * The operating system's keychain through keytar: Windows Credential Manager, macOS Keychain, the Secret Service on
 * Linux.
 *
 * On Linux a locked collection answers every read with "not found". So a read that finds nothing looks for the canary
 * too, and where that is missing writes it: a locked collection refuses writing, and only then says so. It may have been
 * unlocked in between, so only a value that is not there after that is really not there.
 */
export class SystemKeychain implements Keychain {
  private readonly options: SystemKeychainOptions
  private keytar: Promise<Keytar> | null = null

  constructor(options: SystemKeychainOptions) {
    this.options = options
  }

  async read(name: string): Promise<string | null> {
    const value = await this.lookUp(name)
    if (value !== null) return value
    await this.proveUnlocked()
    return this.lookUp(name)
  }

  async write(name: string, value: string): Promise<void> {
    await this.use((keytar, service) => keytar.setPassword(service, name, value))
    const kept = await this.use((keytar, service) => keytar.getPassword(service, name))
    if (kept !== value) throw new KeychainError('locked')
  }

  async remove(name: string): Promise<void> {
    await this.proveUnlocked()
    await this.use((keytar, service) => keytar.deletePassword(service, name))
  }

  private lookUp(name: string): Promise<string | null> {
    return this.use((keytar, service) => keytar.getPassword(service, name))
  }

  private async proveUnlocked(): Promise<void> {
    const present = await this.lookUp(canary)
    if (present === null) await this.use((keytar, service) => keytar.setPassword(service, canary, 'unlocked'))
  }

  private async use<Value>(work: (keytar: Keytar, service: string) => Promise<Value>): Promise<Value> {
    const { service, timeoutMs, load } = this.options
    try {
      this.keytar ??= load()
      const keytar = await this.keytar
      return await within(timeoutMs, work(keytar, service))
    } catch (error) {
      if (error instanceof KeychainError) throw error
      this.keytar = null
      throw new KeychainError(troubleOf(error))
    }
  }
}

/** The keychain of this machine, under the application's name. */
export function openSystemKeychain(): Keychain {
  return new SystemKeychain({ service: 'Merchant Desk', timeoutMs: 10_000, load: loadKeytar })
}

/**
 * keytar is CommonJS: Node finds only some of its names from an ES module, so the functions are taken from the default
 * export, which has them all.
 */
async function loadKeytar(): Promise<Keytar> {
  const loaded: object = await import('keytar')
  const keytar: unknown = Reflect.get(loaded, 'default') ?? loaded
  if (isKeytar(keytar)) return keytar
  throw new TypeError('this is not keytar')
}

function isKeytar(value: unknown): value is Keytar {
  const names = ['getPassword', 'setPassword', 'deletePassword'] as const
  return (
    typeof value === 'object' && value !== null && names.every((name) => typeof Reflect.get(value, name) === 'function')
  )
}

/** What keytar says is the operating system's text; only the locked collection has one that is told apart safely. */
function troubleOf(error: unknown): KeychainTrouble {
  const text = error instanceof Error ? error.message : ''
  return /locked|denied|not allowed|interaction/i.test(text) ? 'locked' : 'missing'
}

/** The late answer of a call that was given up is dropped, so that it can not end as an unhandled rejection. */
async function within<Value>(timeoutMs: number, work: Promise<Value>): Promise<Value> {
  const { promise: tooLate, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new KeychainError('silent')), timeoutMs)
  try {
    return await Promise.race([work, tooLate])
  } finally {
    clearTimeout(timer)
    work.catch(() => undefined)
  }
}
