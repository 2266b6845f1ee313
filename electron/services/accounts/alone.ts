import type { Sharing } from '@shared/domain/account'
import type { Clock } from '../../ports'
import type { SessionSharing } from './account-session'

/**
 * Without a relay nobody can be asked whether another program uses the same application. It shows all the same: the other's
 * new component token ends ours before its time.
 */
export class Alone implements SessionSharing {
  private readonly clock: Clock
  private rivals: { readonly count: number; readonly lastAt: number } | null = null

  constructor(clock: Clock) {
    this.clock = clock
  }

  start(): void {
    this.rivals = null
  }

  /** A token of ours was refused long before its end. */
  noticeRival(): void {
    this.rivals = { count: (this.rivals?.count ?? 0) + 1, lastAt: this.clock.now() }
  }

  sharing(): Sharing {
    return { role: 'alone', rivals: this.rivals }
  }

  stop(): Promise<void> {
    return Promise.resolve()
  }
}
