import type { PracticeStatus } from '@shared/contract'
import { DeskFailure } from '@shared/errors'
import type { Store } from '../store/repositories'
import type { EventHub } from './event-hub'
import type { RefreshService } from './refresh-service'

/** What the practice environment (演练环境) lets itself be asked for; the bundled simulator answers it. */
export interface PracticeEnvironment {
  readonly url: string
  timeFactor(): number
  setTimeFactor(factor: number): void
  merchantCount(): number
  /** Puts every merchant back to its first day. */
  reset(): void
}

/** The practice environment as the operator sees it; absent when another platform is set. */
export class PracticeService {
  private readonly accountId: string
  private readonly environment: PracticeEnvironment | null
  private readonly store: Store
  private readonly events: EventHub
  private readonly refreshes: RefreshService

  constructor(parts: {
    accountId: string
    environment: PracticeEnvironment | null
    store: Store
    events: EventHub
    refreshes: RefreshService
  }) {
    this.accountId = parts.accountId
    this.environment = parts.environment
    this.store = parts.store
    this.events = parts.events
    this.refreshes = parts.refreshes
  }

  status(): PracticeStatus | null {
    if (!this.environment) return null
    return {
      url: this.environment.url,
      timeFactor: this.environment.timeFactor(),
      merchants: this.environment.merchantCount()
    }
  }

  /** Resets the environment and forgets what this application knew of it, then imports again. Throws `DeskFailure`. */
  async reset(): Promise<PracticeStatus> {
    const status = this.status()
    if (!this.environment || !status) throw new DeskFailure(noPractice)
    this.environment.reset()
    this.store.merchants.clear(this.accountId)
    this.events.send('merchants.replaced', { accountId: this.accountId })
    await this.refreshes.import(this.accountId)
    return status
  }

  setTimeFactor(factor: number): void {
    this.environment?.setTimeFactor(factor)
  }
}

const noPractice = {
  code: 'not_found',
  message: '演练环境没有打开',
  reason: '程序现在连接的是另一个平台地址',
  nextStep: '请在设置里清空平台地址，重新打开程序',
  retryable: false
} as const
