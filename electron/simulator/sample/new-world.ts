import { freshCapabilityMembers } from '../world/capability-state'
import { freshDomainMembers } from '../world/domain-state'
import type { Catalogue } from '../world/catalogue'
import { dayMs } from '../world/durations'
import { freshPaceMembers } from '../world/pace-state'
import { freshStandingMembers, nothingFixed } from '../world/standing-state'
import type { Merchant, OnlineVersion, Verdicts, WorldState } from '../world/state'
import { digest } from '../world/random'
import { generateMerchants } from './generated-merchants'
import type { SampleData } from './sample-data'
import { sampleCapabilities } from './sample-capabilities'
import { sampleProfile } from './sample-profile'
import { sampleDomains } from './sample-domains'
import type { SampleMerchant, SampleVersions } from './sample-schema'

export type WorldPlan = {
  readonly seed: number
  readonly merchants: number
  readonly timeFactor: number
  readonly waitFactor: number
  /** The moment the world begins, in milliseconds; the samples' times count back from it. */
  readonly startedAt: number
}

/** A fresh world: the hand-written merchants first, then generated ones. The same plan always gives the same world. */
export function newWorldState(data: SampleData, plan: WorldPlan): WorldState {
  const { seed, timeFactor, waitFactor, startedAt } = plan
  const handWritten = data.merchants.slice(0, plan.merchants)
  const generated = generateMerchants(data, seed, plan.merchants - handWritten.length)
  const ago = (days: number) => startedAt - Math.round(days * dayMs)
  return {
    format: 3,
    seed,
    startedAt,
    clockOffsetMs: 0,
    timeFactor,
    waitFactor,
    ...freshDomainMembers(),
    ...freshStandingMembers(),
    ...freshCapabilityMembers(),
    ...freshPaceMembers(),
    submitScope: 'merchant',
    lastSubmissionAt: null,
    allowedAddresses: [],
    authorizationDomain: null,
    invitations: [],
    createAllowance: { day: '', used: 0 },
    materials: [],
    serial: 0,
    componentTokens: { v1: [], v2: [] },
    codes: [],
    templates: data.templates.templates.map(({ daysAgo, ...template }) => ({ ...template, createdAt: ago(daysAgo) })),
    templateApps: data.templates.templateApps.map((app) => ({ ...app, draft: draftOf(app.draft, ago) })),
    merchants: [...handWritten, ...generated].map((sample) => merchantOf(sample, plan, data.catalogue)),
    events: []
  }
}

type Pace = Pick<WorldPlan, 'startedAt' | 'timeFactor'>
type Draft = SampleData['templates']['templateApps'][number]['draft']
type Ago = (days: number) => number

function draftOf(draft: Draft, ago: Ago): WorldState['templateApps'][number]['draft'] {
  if (draft === null) return null
  const { daysAgo, ...rest } = draft
  return { ...rest, createdAt: ago(daysAgo) }
}

/** A sample in the world's terms. */
export function merchantOf(sample: SampleMerchant, plan: Pace, catalogue: Catalogue): Merchant {
  const { appId, name, introduction, icon, standing, subject, habits, hosts } = sample
  const ago: Ago = (days) => plan.startedAt - Math.round(days * dayMs)
  const { tests, audit, gray, current, previous } = versionsOf(sample, plan, ago)
  return {
    ...{ appId, name, introduction, icon, standing, subject, habits, hosts },
    ...sampleProfile(sample, plan, catalogue),
    capabilities: sampleCapabilities(sample, plan),
    developer: sample.developer === null ? null : { id: developerId(appId), name: sample.developer },
    releasedHosts: sample.current === null ? [] : passedHosts(sample.current),
    authorization: {
      live: sample.authorized,
      listed: true,
      at: ago(sample.authorizedDaysAgo),
      permissions: sample.permissions
    },
    tokens: { v1: null, v2: null },
    ...{ tests, audit, gray, current, previous },
    domains: sampleDomains(sample),
    assessment: nothingFixed(),
    takenDownAt: current?.takenDown === true ? plan.startedAt : null,
    submissions: 0,
    lastSubmissionAt: null,
    auditLocked: false,
    nextAudit: null,
    rollback: { lastAt: null, used: false, effectiveAt: null }
  }
}

function developerId(appId: string): string {
  return String(BigInt(`0x${digest(0, 'developer', appId).slice(0, 13)}`))
}

type Versions = Pick<Merchant, 'tests' | 'audit' | 'gray' | 'current' | 'previous'>

function versionsOf(sample: SampleVersions & { readonly appId: string }, plan: Pace, ago: Ago): Versions {
  const extJson = JSON.stringify({ extEnable: true, extAppid: sample.appId, ext: {} })
  return {
    tests: sample.tests.map(({ daysAgo, ...test }) => ({ ...test, createdAt: ago(daysAgo), extJson })),
    audit: sample.audit && auditOf(sample.audit, plan, ago),
    gray: sample.gray && grayOf(sample.gray, ago),
    current: sample.current && onlineOf(sample.current, ago),
    previous: sample.previous && onlineOf(sample.previous, ago)
  }
}

function auditOf(audit: NonNullable<SampleVersions['audit']>, plan: Pace, ago: Ago): Merchant['audit'] {
  const { daysAgo, hoursLeft, outcome, refusals, ...rest } = audit
  const verdicts = verdictsOf(audit.hosts, refusals)
  const running = audit.status === 'in_review'
  const endsAt = plan.startedAt + (hoursLeft * 3_600_000) / plan.timeFactor
  return {
    ...rest,
    createdAt: ago(daysAgo),
    verdicts: running || audit.status === 'withdrawn' ? {} : verdicts,
    plan: running ? { endsAt, outcome, verdicts } : null
  }
}

function grayOf({ daysAgo, ...gray }: NonNullable<SampleVersions['gray']>, ago: Ago): Merchant['gray'] {
  return { ...gray, createdAt: ago(daysAgo) }
}

function onlineOf(online: NonNullable<SampleVersions['current']>, ago: Ago): OnlineVersion {
  const { daysAgo, hosts, refusals, ...rest } = online
  return { ...rest, createdAt: ago(daysAgo), verdicts: verdictsOf(hosts, refusals) }
}

type Refusals = NonNullable<SampleVersions['current']>['refusals']

function verdictsOf(hosts: readonly string[], refusals: Refusals): Verdicts {
  return Object.fromEntries(
    hosts.map((host) => {
      const refusal = refusals[host]
      return [
        host,
        { passed: refusal === undefined, reasons: refusal?.reasons ?? [], picture: refusal?.picture ?? null }
      ]
    })
  )
}

function passedHosts(online: NonNullable<SampleVersions['current']>): string[] {
  return online.hosts.filter((host) => online.refusals[host] === undefined)
}
