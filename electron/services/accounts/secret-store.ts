import type { KeychainState } from '@shared/domain/account'
import { DeskFailure } from '@shared/errors'
import { say } from '@shared/texts/say'
import { z } from 'zod'
import { KeychainError, type Keychain } from '../../keychain/keychain'
import { memoryKeychain } from '../../keychain/memory-keychain'
import { isSealingKey, newSealingKey, SealedBox } from '../../keychain/sealed-box'

/** What only the keychain may hold of an account. */
export type AccountSecrets = {
  /** component_appsecret */
  readonly secret: string
  /** 消息验证 TOKEN */
  readonly messageToken: string
  /** 消息加密解密 KEY */
  readonly messageKey: string
  /** Shared with the relay; null where none is used. */
  readonly relaySecret: string | null
}

const stored: z.ZodType<AccountSecrets> = z.object({
  secret: z.string(),
  messageToken: z.string(),
  messageKey: z.string(),
  relaySecret: z.string().nullable()
})

const sealingKeyName = 'sealing-key'
const nameOf = (accountId: string): string => `account/${accountId}`

/**
 * The accounts' secrets and the key that tokens are sealed with, in the operating system's keychain; or, where the operator
 * chose so because there is none, in memory for this run. It is opened when the first account needs it, as a keychain may
 * ask its user for a password.
 */
export class SecretStore {
  private keychain: Keychain
  private opened: { readonly state: KeychainState; readonly box: SealedBox | null } = { state: 'unopened', box: null }

  constructor(keychain: Keychain) {
    this.keychain = keychain
  }

  state(): KeychainState {
    return this.opened.state
  }

  /** Seals what goes into the database; null until the store is open. */
  box(): SealedBox | null {
    return this.opened.box
  }

  /** Reads the sealing key, or makes one. Tells how it went; never rejects for a keychain in trouble. */
  async open(): Promise<KeychainState> {
    if (this.opened.box) return this.opened.state
    try {
      this.opened = { state: 'ready', box: new SealedBox(await this.sealingKey()) }
    } catch (error) {
      if (!(error instanceof KeychainError)) throw error
      this.opened = { state: error.trouble, box: null }
    }
    return this.opened.state
  }

  /** Goes on without a keychain. What was sealed under its key can not be opened in this run. */
  useMemory(): void {
    if (this.opened.state === 'ready') return
    this.keychain = memoryKeychain()
    this.opened = { state: 'memory', box: new SealedBox(newSealingKey()) }
  }

  /** Null where there are none. Throws `DeskFailure` `keychain`. */
  async read(accountId: string): Promise<AccountSecrets | null> {
    const text = await this.guarded(() => this.keychain.read(nameOf(accountId)))
    if (text === null) return null
    const parsed = stored.safeParse(jsonOf(text))
    return parsed.success ? parsed.data : null
  }

  /** Durable when it resolves. Throws `DeskFailure` `keychain`. */
  async write(accountId: string, secrets: AccountSecrets): Promise<void> {
    await this.guarded(() => this.keychain.write(nameOf(accountId), JSON.stringify(secrets)))
  }

  /** Throws `DeskFailure` `keychain`. */
  async remove(accountId: string): Promise<void> {
    await this.guarded(() => this.keychain.remove(nameOf(accountId)))
  }

  /** A key that is damaged opens nothing any more: it is replaced, and tokens are fetched anew. */
  private async sealingKey(): Promise<string> {
    const kept = await this.keychain.read(sealingKeyName)
    if (kept !== null && isSealingKey(kept)) return kept
    const key = newSealingKey()
    await this.keychain.write(sealingKeyName, key)
    return key
  }

  /** A keychain that is lost in the middle of a run keeps its box: what is in memory goes on. */
  private async guarded<Value>(work: () => Promise<Value>): Promise<Value> {
    const state = await this.open()
    if (state !== 'ready' && state !== 'memory') throw keychainFailure(state)
    try {
      return await work()
    } catch (error) {
      if (error instanceof KeychainError) throw keychainFailure(error.trouble)
      throw error
    }
  }
}

type Trouble = Exclude<KeychainState, 'ready' | 'memory'>
type Advice = { readonly reason: string; readonly nextStep: string }

const advice: Readonly<Record<Trouble, () => Advice>> = {
  unopened: () => ({ reason: say`钥匙串还没有打开`, nextStep: say`请再试一次` }),
  missing: () => ({
    reason: say`这台电脑没有可用的钥匙串服务`,
    nextStep: say`请安装并启动钥匙串服务（Linux 上如 gnome-keyring）后再试，或选择这次先用内存`
  }),
  locked: () => ({ reason: say`钥匙串已锁定，或拒绝了这次访问`, nextStep: say`请解锁钥匙串后再试` }),
  silent: () => ({
    reason: say`钥匙串没有响应，可能有一个解锁窗口正在等待`,
    nextStep: say`请处理解锁窗口后再试`
  })
}

/** The bar over every page says what can be done about it, so that there is no place to lead to. */
function keychainFailure(state: Trouble): DeskFailure {
  return new DeskFailure({
    code: 'keychain',
    message: say`密钥没有保存或读到`,
    ...advice[state](),
    retryable: true,
    actor: 'operator',
    wayOut: 'retry'
  })
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
