import { endCapabilityReviews } from './capability-endings'
import { announce, pictureMark } from './events'
import { establishMainCategory } from './publication'
import { endReviews } from './review-endings'
import type { AuditVersion, Merchant, Verdicts } from './state'
import type { World } from './world'

/** Lets everything happen to a merchant that was due by now: ends of audits, a rollback that takes effect. */
export function settle(world: World, merchant: Merchant): void {
  const { audit, rollback } = merchant
  if (audit?.plan && audit.plan.endsAt <= world.now()) endAudit(world, merchant, audit)
  if (rollback.effectiveAt !== null && rollback.effectiveAt <= world.now()) finishRollback(world, merchant)
  endReviews(world, merchant)
  endCapabilityReviews(world, merchant)
}

function endAudit(world: World, merchant: Merchant, audit: AuditVersion): void {
  const { plan } = audit
  if (plan === null) return
  audit.status = plan.outcome === 'reject' ? 'rejected' : 'passed'
  audit.verdicts = plan.verdicts
  audit.plan = null
  merchant.auditLocked = false
  if (audit.status === 'passed') establishMainCategory(merchant)
  announce(world, 'PACKAGE_AUDIT', merchant.appId, { AuditResults: auditResults(plan.verdicts) }, plan.endsAt)
}

/** The page of `PACKAGE_AUDIT`: one entry per host code, `auditDetail` null where it passed, `detailFile` only if any. */
function auditResults(verdicts: Verdicts): readonly unknown[] {
  return Object.entries(verdicts).map(([hostName, { passed, reasons, picture }]) => ({
    hostName,
    status: passed ? 1 : 0,
    reason: reasons,
    auditDetail: passed ? null : reasons.map((reason) => detailOf(reason, picture))
  }))
}

const modifyGuide = { name: '开放平台', link: 'https://developer.open-douyin.com/' }

function detailOf(reason: string, picture: string | null): object {
  return { reason, modifyGuide, ...(picture === null ? {} : { detailFile: pictureMark('review', picture) }) }
}

function finishRollback(world: World, merchant: Merchant): void {
  const { previous, rollback } = merchant
  if (previous !== null && rollback.effectiveAt !== null) {
    merchant.current = { ...previous, createdAt: rollback.effectiveAt }
    merchant.previous = null
    merchant.releasedHosts = Object.keys(previous.verdicts).filter((host) => previous.verdicts[host]?.passed)
  }
  rollback.effectiveAt = null
  world.touch()
}
