import { refuseByStanding } from './audit'
import { rollbackMs, rollbackWaitMs } from './durations'
import { approvedCategories, putOnline } from './publication'
import { between } from './random'
import { Refusal } from './refusal'
import type { AuditVersion, Merchant } from './state'
import type { World } from './world'

/**
 * 发布代码: the approved audit version goes online on all hosts that it passed; the first one puts the categories online
 * that are approved. Throws `Refusal` 10104–10107, 10109,
 * 11401 (taken down, nothing newer approved), 11402 (nothing to release), 11403 (in review), 11404 (did not pass).
 */
export function releaseVersion(world: World, merchant: Merchant): void {
  refuseByStanding(merchant)
  if (merchant.subject.state === 'in_review') throw new Refusal(10105)
  if (merchant.subject.state === 'rejected') throw new Refusal(10106)
  const audit = releasable(merchant)
  const { version, summary, channel, verdicts } = audit
  if (merchant.current === null) putOnline(merchant, approvedCategories(merchant))
  merchant.previous = merchant.current
  merchant.current = { version, summary, channel, verdicts, createdAt: world.now(), takenDown: false }
  audit.published = true
  merchant.releasedHosts = audit.hosts.filter((host) => verdicts[host]?.passed)
  merchant.gray = null
  merchant.takenDownAt = null
  merchant.rollback.used = false
  merchant.rollback.effectiveAt = null
  world.touch()
}

function releasable(merchant: Merchant): AuditVersion {
  const { audit, takenDownAt } = merchant
  if (audit === null || audit.status === 'withdrawn') throw new Refusal(11402)
  if (audit.status === 'in_review') throw new Refusal(11403)
  if (audit.illegal || (takenDownAt !== null && audit.createdAt < takenDownAt)) throw new Refusal(11401)
  if (audit.published) throw new Refusal(11402)
  if (audit.status === 'rejected') throw new Refusal(11404)
  return audit
}

/** Whether a rollback would be accepted: once per release, not from the first version, not around a take-down. */
export function canRollBack(merchant: Merchant): boolean {
  const { current, previous, rollback } = merchant
  return current !== null && previous !== null && !current.takenDown && !previous.takenDown && !rollback.used
}

/**
 * 回退代码版本: takes effect 3 to 5 minutes later. Throws `Refusal` 11501 within 10 minutes of the last one, 10003 when
 * there is no version to return to, 11500 after a take-down and for a second one in the same release.
 */
export function rollBackVersion(world: World, merchant: Merchant): void {
  const { rollback, current, previous } = merchant
  const sinceLast = world.now() - (rollback.lastAt ?? -Infinity)
  if (sinceLast < rollbackWaitMs / world.state.waitFactor) throw new Refusal(11501)
  if (current === null || previous === null) throw new Refusal(10003)
  if (!canRollBack(merchant)) throw new Refusal(11500)
  const chance = world.draw('rollback', merchant.appId, current.version, current.createdAt)
  rollback.lastAt = world.now()
  rollback.used = true
  rollback.effectiveAt = world.now() + between(rollbackMs.least, rollbackMs.most, chance) / world.state.timeFactor
  world.touch()
}

/** The platform takes the online version down: only a newer approved version can be released. */
export function takeDown(world: World, merchant: Merchant): void {
  if (merchant.current === null) throw new Refusal(10003)
  merchant.current.takenDown = true
  merchant.takenDownAt = world.now()
  if (merchant.audit?.version === merchant.current.version) merchant.audit.illegal = true
  world.touch()
}

/** The platform puts the online version up again. */
export function putUpAgain(world: World, merchant: Merchant): void {
  if (merchant.current !== null) merchant.current.takenDown = false
  if (merchant.audit !== null) merchant.audit.illegal = false
  merchant.takenDownAt = null
  world.touch()
}
