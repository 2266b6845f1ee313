/**
 * Why the keychain can not be used.
 *
 * `missing`: there is no service on this machine (no D-Bus, no Secret Service, no libsecret). `locked`: it is there and
 * refuses. `silent`: it did not answer in time, most often because a prompt waits somewhere.
 */
export type KeychainTrouble = 'missing' | 'locked' | 'silent'

/** Thrown by every method of a keychain that can not be used; "not found" is an answer, not a trouble. */
export class KeychainError extends Error {
  override readonly name = 'KeychainError'
  readonly trouble: KeychainTrouble

  constructor(trouble: KeychainTrouble) {
    super(`keychain: ${trouble}`)
    this.trouble = trouble
  }
}

/** The operating system's keychain, as far as the application uses it. Names are ours, values are secrets. */
export interface Keychain {
  /** Null means that there is no such secret; a keychain that can not tell throws `KeychainError`. */
  read(name: string): Promise<string | null>
  /** Durable when it resolves: the value was read back and compared. Throws `KeychainError`. */
  write(name: string, value: string): Promise<void>
  /** Removes the secret; one that is not there is fine. Throws `KeychainError`. */
  remove(name: string): Promise<void>
}
