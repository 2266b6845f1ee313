import { z } from 'zod'
import type { ComponentToken, MerchantTokens, TokenVault } from '../../douyin/token-vault'
import type { Clock } from '../../ports'
import { openBox, SealedValues, type SealedParts } from './sealed-values'

const componentName = 'component-token'
const merchantName = (appId: string): string => `merchant/${appId}`

const componentToken: z.ZodType<ComponentToken> = z.object({ accessToken: z.string(), expiresAt: z.number() })
const merchantTokens: z.ZodType<MerchantTokens> = z.object({
  accessToken: z.string(),
  accessExpiresAt: z.number(),
  refreshToken: z.string(),
  refreshExpiresAt: z.number()
})

/**
 * Tokens in the database, each sealed and bound to its row. `save…` is durable when it returns: the database writes with
 * `synchronous=FULL`.
 */
export class SealedVault implements TokenVault {
  private readonly parts: SealedParts & { readonly clock: Clock }
  private readonly values: SealedValues

  constructor(parts: SealedVault['parts']) {
    this.parts = parts
    this.values = new SealedValues(parts)
  }

  read(appId: string): MerchantTokens | null {
    const { store, accountId } = this.parts
    return this.opened(appId, store.tokens.read({ accountId, appId }))
  }

  save(appId: string, tokens: MerchantTokens): void {
    const { store, accountId, box, clock } = this.parts
    const sealed = box.seal(`${accountId}/${merchantName(appId)}`, JSON.stringify(tokens))
    const { accessExpiresAt, refreshExpiresAt } = tokens
    store.tokens.save({ accountId, appId }, sealed, { issuedAt: clock.now(), accessExpiresAt, refreshExpiresAt })
  }

  forget(appId: string): void {
    const { store, accountId } = this.parts
    store.tokens.forget({ accountId, appId })
  }

  readComponent(): ComponentToken | null {
    return parsed(componentToken, this.values.read(componentName))
  }

  saveComponent(token: ComponentToken): void {
    this.values.save(componentName, JSON.stringify(token))
  }

  /** All that can be opened, for the desktops that share this account. */
  merchants(): readonly { readonly appId: string; readonly tokens: MerchantTokens }[] {
    const { store, accountId } = this.parts
    return store.tokens.boxes(accountId).flatMap(({ appId, box }) => {
      const tokens = this.opened(appId, box)
      return tokens ? [{ appId, tokens }] : []
    })
  }

  private opened(appId: string, box: Buffer | null): MerchantTokens | null {
    return parsed(merchantTokens, openBox(this.parts, merchantName(appId), box))
  }
}

function parsed<Value>(schema: z.ZodType<Value>, text: string | null): Value | null {
  if (text === null) return null
  const result = schema.safeParse(JSON.parse(text))
  return result.success ? result.data : null
}
