import type { Logger } from '../ports'

/** Times are milliseconds since 1970. */
export type MerchantTokens = {
  readonly accessToken: string
  readonly accessExpiresAt: number
  /** Can be used once; each use brings a new one. */
  readonly refreshToken: string
  readonly refreshExpiresAt: number
}

export type ComponentToken = { readonly accessToken: string; readonly expiresAt: number }

/** Where tokens outlive the process. `save…` returns when the tokens are safe: only then are they used. */
export interface TokenVault {
  read(appId: string): MerchantTokens | null
  save(appId: string, tokens: MerchantTokens): void
  forget(appId: string): void
  readComponent(): ComponentToken | null
  saveComponent(token: ComponentToken): void
}

/** Keeps tokens for this run only. */
export function memoryVault(): TokenVault {
  const merchants = new Map<string, MerchantTokens>()
  let component: ComponentToken | null = null
  return {
    read: (appId) => merchants.get(appId) ?? null,
    save: (appId, tokens) => void merchants.set(appId, tokens),
    forget: (appId) => void merchants.delete(appId),
    readComponent: () => component,
    saveComponent: (token) => void (component = token)
  }
}

/** The same vault; what it throws is written to the log before it goes on, since callers only hear that a call failed. */
export function loggedVault(vault: TokenVault, logger: Logger): TokenVault {
  const logged = <Value>(what: string, work: () => Value): Value => {
    try {
      return work()
    } catch (error) {
      logger.error('token vault failed', { what, error: String(error) })
      throw error
    }
  }
  return {
    read: (appId) => logged('read', () => vault.read(appId)),
    save: (appId, tokens) => logged('save', () => vault.save(appId, tokens)),
    forget: (appId) => logged('forget', () => vault.forget(appId)),
    readComponent: () => logged('readComponent', () => vault.readComponent()),
    saveComponent: (token) => logged('saveComponent', () => vault.saveComponent(token))
  }
}
