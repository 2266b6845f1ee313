import { z } from 'zod'
import type { ComponentToken, MerchantTokens } from '../../douyin/token-vault'

/** The part of a token vault that desktops share. `save…` is durable when it returns, and may throw. */
export interface SharedVault {
  readComponent(): ComponentToken | null
  merchants(): readonly { readonly appId: string; readonly tokens: MerchantTokens }[]
  saveComponent(token: ComponentToken): void
  save(appId: string, tokens: MerchantTokens): void
}

const time = z.number().int().nonnegative()
const token = z.string().min(1)

const sharedTokens = z.object({
  component: z.object({ accessToken: token, expiresAt: time }).nullable(),
  merchants: z.array(
    z.object({
      appId: token,
      tokens: z.object({ accessToken: token, accessExpiresAt: time, refreshToken: token, refreshExpiresAt: time })
    })
  )
})

/** All of an application's tokens, as one desktop leaves them for the others. */
export type SharedTokens = z.output<typeof sharedTokens>

/** The vault's tokens as a text; `parseTokens` reads it. */
export function tokensText(vault: SharedVault): string {
  const all: SharedTokens = { component: vault.readComponent(), merchants: [...vault.merchants()] }
  return JSON.stringify(all)
}

/** Throws for a text that `tokensText` did not write; the error holds nothing of it. */
export function parseTokens(text: string): SharedTokens {
  const parsed = sharedTokens.safeParse(jsonOf(text))
  if (!parsed.success) throw new TypeError('the shared tokens have another form')
  return parsed.data
}

/**
 * Saves what is newer than the vault's own: each renewal ends later than the one before. Tells whether the vault has
 * something newer, or something more, than `shared`.
 */
export function takeNewer(vault: SharedVault, shared: SharedTokens): { readonly isAhead: boolean } {
  const own = new Map(vault.merchants().map(({ appId, tokens }) => [appId, tokens]))
  let isAhead = takeComponent(vault, shared.component)
  for (const { appId, tokens } of shared.merchants) {
    const difference = tokens.accessExpiresAt - (own.get(appId)?.accessExpiresAt ?? -Infinity)
    if (difference > 0) vault.save(appId, tokens)
    if (difference < 0) isAhead = true
    own.delete(appId)
  }
  return { isAhead: isAhead || own.size > 0 }
}

/** Tells whether the vault's own is newer. */
function takeComponent(vault: SharedVault, shared: ComponentToken | null): boolean {
  const own = vault.readComponent()
  if (!shared) return own !== null
  if (!own || shared.expiresAt > own.expiresAt) vault.saveComponent(shared)
  return own !== null && own.expiresAt > shared.expiresAt
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
