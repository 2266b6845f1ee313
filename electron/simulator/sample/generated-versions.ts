import { pick } from '../world/random'
import type { ReviewMaterial } from '../world/world'
import type { SampleTemplates, SampleVersions } from './sample-schema'

type Template = SampleTemplates['templates'][number]

export type VersionPlan = {
  /** The templates since the merchant came, newest first. */
  readonly templates: readonly Template[]
  readonly hosts: readonly string[]
  readonly review: ReviewMaterial
  readonly chance: (what: string) => number
}

const nothing: SampleVersions = { tests: [], audit: null, gray: null, current: null, previous: null }

/**
 * The versions of a generated merchant. Of a hundred about 58 are up to date, 24 are behind, 4 are in review, 4 wait for
 * their release, 4 are rejected, 2 passed in part, 1 was taken down, and 3 have no version yet.
 */
export function generatedVersions(plan: VersionPlan): SampleVersions {
  const [newest, ...older] = plan.templates
  if (newest === undefined) return nothing
  const chance = plan.chance('state')
  if (chance < 0.58) return { ...nothing, ...online(plan, newest, older[0]) }
  const behind = Math.floor(plan.chance('behind') * older.length)
  const present = older[behind] ?? newest
  const base = { ...nothing, ...online(plan, present, older[behind + 1]) }
  if (chance < 0.82) return base
  if (chance < 0.86) return { ...base, ...submitted(plan, newest, 'in_review') }
  if (chance < 0.9) return { ...base, ...submitted(plan, newest, 'passed') }
  if (chance < 0.94) return { ...base, ...submitted(plan, newest, 'rejected', plan.hosts) }
  if (chance < 0.96) return { ...base, ...submitted(plan, newest, 'passed', plan.hosts.slice(1)) }
  return chance < 0.97 ? takenDown(base) : nothing
}

/** When a template went out: a little after it was made, and a little later for each merchant. */
function sentOut(plan: VersionPlan, template: Template, share: number) {
  const { version, description } = template
  return {
    version,
    summary: description,
    daysAgo: template.daysAgo * (1 - 0.4 * share * plan.chance('pace')),
    channel: ''
  }
}

function online(plan: VersionPlan, template: Template, before: Template | undefined): Partial<SampleVersions> {
  const hosts = [...plan.hosts]
  const version = (each: Template) => ({ ...sentOut(plan, each, 1), hosts, takenDown: false, refusals: {} })
  return {
    tests: [{ ...sentOut(plan, template, 0.4), submitted: true }],
    audit: {
      ...{ ...sentOut(plan, template, 0.6), hosts, refusals: {}, status: 'passed' },
      ...{ published: true, illegal: false, hoursLeft: 0, outcome: 'pass' }
    },
    current: version(template),
    previous: before === undefined ? null : version(before)
  }
}

type Audit = NonNullable<SampleVersions['audit']>

function submitted(
  plan: VersionPlan,
  template: Template,
  status: Audit['status'],
  refused: readonly string[] = []
): Partial<SampleVersions> {
  const outcome = status === 'in_review' && plan.chance('outcome') >= 0.85 ? 'reject' : 'pass'
  const refusedHosts = outcome === 'reject' ? plan.hosts : refused
  const refusals = Object.fromEntries(refusedHosts.map((host) => [host, refusalOf(plan, host)]))
  const daysAgo = status === 'in_review' ? 0.1 : template.daysAgo * 0.5
  const sent = { ...sentOut(plan, template, 0), daysAgo }
  return {
    tests: [{ ...sent, submitted: true }],
    audit: {
      ...{ ...sent, hosts: [...plan.hosts], status, refusals, published: false, illegal: false },
      ...{ hoursLeft: 2 + 34 * plan.chance('hours'), outcome }
    }
  }
}

function refusalOf(plan: VersionPlan, host: string) {
  const picture = plan.chance(`picture ${host}`) < 0.5 ? pick(plan.review.pictures, plan.chance('which')) : null
  return { reasons: [pick(plan.review.reasons, plan.chance(`reason ${host}`))], picture }
}

function takenDown(base: SampleVersions): SampleVersions {
  const current = base.current && { ...base.current, takenDown: true }
  return { ...base, current, audit: base.audit && { ...base.audit, illegal: true } }
}
