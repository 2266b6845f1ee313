import type { DeskError, DeskErrorCode } from '@shared/errors'
import { quotaCode } from './rollout-outcomes'

/** Nothing gets through when so many merchants in a row meet these, whoever's fault it is. */
const blockedRoad: ReadonlySet<DeskErrorCode> = new Set(['network', 'timeout', 'platform_fault'])
const downAfter = 4
const probePause = { firstMs: 2_000, capMs: 60_000 }

/** An allowance of the whole application is used up when so many merchants in a row are told so. */
const quotaAfter = 3

/**
 * How an account's calls fare, all merchants together: while nothing gets through, one merchant at a time finds out whether it
 * does again, and what fails then is held against none.
 */
export class AccountWeather {
  private failures = 0
  private pauseMs = 0
  private nextProbeAt = 0
  private readonly withoutQuota = new Set<string>()

  /** Whether another merchant may begin while so many are at work. */
  mayBegin(now: number, atWork: number): boolean {
    return !this.isDown() || (now >= this.nextProbeAt && atWork === 0)
  }

  isDown(): boolean {
    return this.failures >= downAfter
  }

  probeAt(): number {
    return this.nextProbeAt
  }

  /** Something was read, or `accepted`: the platform did what it was asked. */
  worked(what: 'read' | 'accepted'): void {
    this.failures = 0
    this.pauseMs = 0
    if (what === 'accepted') this.withoutQuota.clear()
  }

  failed(appId: string, { code, platformCode }: DeskError, now: number): void {
    // What was given up by us tells nothing.
    if (code === 'cancelled') return
    if (platformCode === quotaCode) this.withoutQuota.add(appId)
    if (!blockedRoad.has(code)) return this.worked('read')
    this.failures += 1
    // Those that were at work together fail together: the pause grows with each probe only.
    if (!this.isDown() || now < this.nextProbeAt) return
    this.pauseMs = Math.min(probePause.capMs, Math.max(probePause.firstMs, this.pauseMs * 2))
    this.nextProbeAt = now + this.pauseMs
  }

  isQuotaUsedUp(): boolean {
    return this.withoutQuota.size >= quotaAfter
  }

  /** The operator wants it tried again. */
  forgetQuota(): void {
    this.withoutQuota.clear()
  }
}
