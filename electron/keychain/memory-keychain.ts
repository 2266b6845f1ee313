import type { Keychain } from './keychain'

/**
 * Secrets for this run only: what the operator may choose where the machine has no keychain. Nothing is written to disk,
 * so they have to be entered again at the next start.
 */
export function memoryKeychain(): Keychain {
  const secrets = new Map<string, string>()
  return {
    read: (name) => Promise.resolve(secrets.get(name) ?? null),
    write: (name, value) => {
      secrets.set(name, value)
      return Promise.resolve()
    },
    remove: (name) => {
      secrets.delete(name)
      return Promise.resolve()
    }
  }
}
