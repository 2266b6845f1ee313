import type { PracticeStatus } from '@shared/contract'
import type { ApplicationDomains } from '@shared/domain/domains'
import { DeskFailure } from '@shared/errors'
import { say } from '@shared/texts/say'
import type { Clock } from '../ports'
import type { Store } from '../store/repositories'
import type { EventHub } from './event-hub'
import type { RefreshService } from './refresh-service'

/** What the practice environment (演练环境) lets itself be asked for; the bundled simulator answers it. */
export interface PracticeEnvironment {
  readonly url: string
  timeFactor(): number
  setTimeFactor(factor: number): void
  merchantCount(): number
  /** The third-party application's own lists of domains, which its console would show. */
  applicationDomains(): Pick<ApplicationDomains, 'server' | 'webview'>
  /** Puts every merchant back to its first day. */
  reset(): void
}

/** The practice account's id. */
export const practiceId = 'practice'

/** The practice environment as the operator sees it; absent when another platform is set. */
export class PracticeService {
  private readonly environment: PracticeEnvironment | null
  private readonly store: Store
  private readonly events: EventHub
  private readonly refreshes: RefreshService
  private readonly clock: Clock

  constructor(parts: {
    environment: PracticeEnvironment | null
    store: Store
    events: EventHub
    refreshes: RefreshService
    clock: Clock
  }) {
    this.environment = parts.environment
    this.store = parts.store
    this.events = parts.events
    this.refreshes = parts.refreshes
    this.clock = parts.clock
  }

  /**
   * Copies the environment's own domain lists to its account, as an operator would from the console; what was copied or
   * edited before stays. The account must be there.
   */
  fillApplicationDomains(): void {
    const { applicationDomains } = this.store
    if (!this.environment || applicationDomains.read(practiceId).changedAt !== null) return
    const { server, webview } = this.environment.applicationDomains()
    applicationDomains.save(practiceId, { server, webview, changedAt: this.clock.now() })
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
    if (!this.environment || !status) throw noPractice()
    this.environment.reset()
    this.store.accounts.empty(practiceId)
    this.fillApplicationDomains()
    this.events.send('merchants.replaced', { accountId: practiceId })
    await this.refreshes.import(practiceId)
    return status
  }

  setTimeFactor(factor: number): void {
    this.environment?.setTimeFactor(factor)
  }
}

const noPractice = (): DeskFailure =>
  new DeskFailure({
    code: 'not_found',
    message: say`演练环境没有打开`,
    reason: say`启动时的环境变量给出了另一个平台地址`,
    nextStep: say`请去掉环境变量，重新打开程序`,
    retryable: false,
    actor: 'operator'
  })
