import { auditMs } from './durations'
import { between, pick } from './random'
import type { AuditOutcome, AuditVersion, Merchant, Verdicts } from './state'
import type { World } from './world'

type AuditPlan = NonNullable<AuditVersion['plan']>

/** Of a hundred audits about 85 pass, 10 are rejected and 5 pass for a part of the hosts. */
const rejectFrom = 0.85
const partialFrom = 0.95

/**
 * How and when an audit that begins now will end. It depends on the seed, the merchant and how many submissions it had,
 * unless control fixed the outcome (`nextAudit`).
 */
export function plannedAudit(world: World, merchant: Merchant, hosts: readonly string[]): AuditPlan {
  const chance = (...names: readonly string[]) => world.draw('audit', merchant.appId, merchant.submissions, ...names)
  const outcome = merchant.nextAudit?.outcome ?? drawnOutcome(chance('outcome'), hosts)
  const fixed = merchant.nextAudit?.reasons ?? []
  const workMs = between(auditMs.least, auditMs.most, chance('duration'))
  return {
    endsAt: world.now() + workMs / world.state.timeFactor,
    outcome,
    verdicts: verdictsOf(
      world,
      hosts,
      refusedHosts(outcome, hosts),
      (host) => reasonsFor(world, fixed, chance, host),
      chance
    )
  }
}

function drawnOutcome(chance: number, hosts: readonly string[]): AuditOutcome {
  if (chance < rejectFrom) return 'pass'
  return chance < partialFrom || hosts.length < 2 ? 'reject' : 'partial'
}

function refusedHosts(outcome: AuditOutcome, hosts: readonly string[]): readonly string[] {
  switch (outcome) {
    case 'pass':
      return []
    case 'reject':
      return hosts
    case 'partial':
      return hosts.slice(1)
  }
}

type Chance = (...names: readonly string[]) => number

function reasonsFor(world: World, fixed: readonly string[], chance: Chance, host: string): string[] {
  if (fixed.length > 0) return [...fixed]
  const count = chance('count', host) < 0.7 ? 1 : 2
  const drawn = Array.from({ length: count }, (_, at) => pick(world.review.reasons, chance('reason', host, String(at))))
  return [...new Set(drawn)]
}

function verdictsOf(
  world: World,
  hosts: readonly string[],
  refused: readonly string[],
  reasons: (host: string) => string[],
  chance: Chance
): Verdicts {
  return Object.fromEntries(
    hosts.map((host): [string, Verdicts[string]] => {
      if (!refused.includes(host)) return [host, { passed: true, reasons: [], picture: null }]
      const picture = chance('picture', host) < 0.5 ? pick(world.review.pictures, chance('which', host)) : null
      return [host, { passed: false, reasons: reasons(host), picture }]
    })
  )
}
