import { auditMs } from './durations'
import { between, pick } from './random'
import type { AuditOutcome, AuditVersion, Merchant, Verdicts, WorldState } from './state'
import type { World } from './world'

type AuditPlan = NonNullable<AuditVersion['plan']>

/** Of a hundred audits, unless a rule says otherwise; the others pass. */
const usualShares = { rejectPercent: 10, partialPercent: 5, reasons: [] }

/**
 * How and when an audit that begins now will end. It depends on the seed, the merchant and how many submissions it had,
 * unless control fixed the outcome (`nextAudit`).
 */
export function plannedAudit(world: World, merchant: Merchant, hosts: readonly string[]): AuditPlan {
  const chance = (...names: readonly string[]) => world.draw('audit', merchant.appId, merchant.submissions, ...names)
  const shares = world.state.auditShares ?? usualShares
  const outcome = merchant.nextAudit?.outcome ?? drawnOutcome(shares, chance('outcome'), hosts)
  const fixed = merchant.nextAudit?.reasons ?? shares.reasons
  return {
    endsAt: world.now() + durationMs(world.state, chance('duration')),
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

function durationMs({ auditDuration, timeFactor }: WorldState, chance: number): number {
  if (auditDuration !== null) return between(auditDuration.leastMs, auditDuration.mostMs, chance)
  return between(auditMs.least, auditMs.most, chance) / timeFactor
}

type Shares = NonNullable<WorldState['auditShares']>

function drawnOutcome(
  { rejectPercent, partialPercent }: Shares,
  chance: number,
  hosts: readonly string[]
): AuditOutcome {
  const left = 100 * (1 - chance)
  if (left > rejectPercent + partialPercent) return 'pass'
  return left > partialPercent || hosts.length < 2 ? 'reject' : 'partial'
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
