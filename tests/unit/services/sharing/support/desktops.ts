import { createRelayClient, type RelayClient } from '../../../../../electron/douyin/relay-client'
import type { ComponentToken, MerchantTokens } from '../../../../../electron/douyin/token-vault'
import { SealedBox } from '../../../../../electron/keychain/sealed-box'
import type { Clock } from '../../../../../electron/ports'
import { RelaySharing } from '../../../../../electron/services/sharing/relay-sharing'
import type { SharedVault } from '../../../../../electron/services/sharing/shared-tokens'
import { sharingKey } from '../../../../../electron/services/sharing/sharing-key'
import { systemClock } from '../../../../../electron/system'
import { secret as relaySecret } from '../../../../integration/relay/support/relay-program'
import { keys } from '../../../../integration/relay/support/sealing'
import { recordingLogger } from '../../../../support/small-desk'

export const appSecret = 'secret-of-the-application'

/** Time as it is, but nobody waits longer than a moment; stopped, it is a computer that sleeps. */
export class TestClock implements Clock {
  private aheadMs = 0
  private stoppedFromMs = Infinity

  now(): number {
    return systemClock.now() + this.aheadMs
  }

  async wait(ms: number, signal?: AbortSignal): Promise<void> {
    do await systemClock.wait(Math.min(ms, 20), signal)
    while (ms >= this.stoppedFromMs)
  }

  /** From now on, waits of so much or more have no end. */
  stop(fromMs = 0): void {
    this.stoppedFromMs = fromMs
  }

  /** Wakes up so much later. */
  goOn(ms: number): void {
    this.aheadMs += ms
    this.stoppedFromMs = Infinity
  }
}

/** A vault in memory whose disk can be full. */
export class TestVault implements SharedVault {
  readonly tokens = new Map<string, MerchantTokens>()
  isFull = false
  private newest: ComponentToken | null = null

  readComponent(): ComponentToken | null {
    return this.newest
  }

  merchants(): readonly { appId: string; tokens: MerchantTokens }[] {
    return [...this.tokens].map(([appId, tokens]) => ({ appId, tokens }))
  }

  saveComponent(token: ComponentToken): void {
    if (this.isFull) throw new Error('disk full')
    this.newest = token
  }

  save(appId: string, tokens: MerchantTokens): void {
    if (this.isFull) throw new Error('disk full')
    this.tokens.set(appId, tokens)
  }
}

/** Gives pairs of tokens, and counts refresh tokens that were sent twice. */
export class CountingPlatform {
  reused = 0
  refreshes = 0
  private readonly spent = new Set<string>()

  issue(): MerchantTokens {
    const number = (this.refreshes += 1)
    const start = 1_800_000_000_000 + number * 1000
    return {
      accessToken: `clt.access-${number}`,
      accessExpiresAt: start + 7_200_000,
      refreshToken: `clt.refresh-${number}`,
      refreshExpiresAt: start + 30 * 86_400_000
    }
  }

  refresh(refreshToken: string): MerchantTokens {
    if (this.spent.has(refreshToken)) this.reused += 1
    this.spent.add(refreshToken)
    return this.issue()
  }
}

export type Desktop = {
  readonly name: string
  readonly clock: TestClock
  readonly vault: TestVault
  readonly relay: RelayClient
  readonly sharing: RelaySharing
  readonly lines: readonly string[]
  /** What `sharing()` said at each change. */
  readonly told: string[]
  /** The tokens that the relay has, as `tokensText` writes them; null where it has none that open. */
  tokensAtRelay(): Promise<string | null>
}

/** One computer with the application's credentials, in touch with the relay. */
export function desktop(url: string, name: string, secret = appSecret): Desktop {
  const clock = new TestClock()
  const vault = new TestVault()
  const logger = recordingLogger()
  const common = { appId: keys.appId, clock, logger }
  const holder = `holder-of-desktop-${name}`
  const relay = createRelayClient({
    ...common,
    ...{ url, secret: relaySecret, keys: () => null, holder, name, random: () => 0, timeoutMs: 2000 }
  })
  const told: string[] = []
  const box = new SealedBox(sharingKey(secret, keys.appId))
  const sharing: RelaySharing = new RelaySharing({
    ...common,
    ...{ relay, vault, box },
    onChange: () => void told.push(sharing.sharing().role)
  })
  const tokensAtRelay = async (): Promise<string | null> => {
    const found = await relay.tokens.get()
    try {
      return found && box.open(`tokens/${keys.appId}`, Buffer.from(found.sealed, 'base64'))
    } catch {
      return null
    }
  }
  return { name, clock, vault, relay, sharing, lines: logger.lines, told, tokensAtRelay }
}

/** What the platform client does for a merchant: renews where it may, else borrows. */
export async function freshToken(of: Desktop, platform: CountingPlatform, appId: string): Promise<string> {
  const { sharing, vault } = of
  if (sharing.mayRenew()) {
    const kept = vault.tokens.get(appId)
    vault.save(appId, kept ? platform.refresh(kept.refreshToken) : platform.issue())
    sharing.renewed()
  } else {
    await sharing.borrow(AbortSignal.timeout(5000))
  }
  return vault.tokens.get(appId)?.accessToken ?? ''
}
