import { plannedAudit } from './audit-outcome'
import { submissionWaitMs } from './durations'
import { Refusal } from './refusal'
import type { AuditOutcome, AuditVersion, Merchant } from './state'
import { settle } from './settling'
import { isChannel } from './versions'
import type { World } from './world'

export type Submission = {
  readonly hosts: readonly string[]
  readonly note: string
  /** `audit_way` 1: the version that failed last time is submitted again. */
  readonly resubmit: boolean
  readonly channel: string
}

const noteLimit = 200

/**
 * 提审代码. The platform does not say in which order it checks; the frequency comes first here, then the mini program,
 * then the request. Throws `Refusal` 11301–11307, 10104, 10107, 10109, 40001.
 */
export function submitAudit(world: World, merchant: Merchant, submission: Submission): void {
  refuseTooFrequent(world, merchant)
  refuseByStanding(merchant)
  if (merchant.subject.state !== 'approved') throw new Refusal(11305)
  if (!isProfileComplete(merchant)) throw new Refusal(11306)
  if ([...submission.note].length > noteLimit || !isChannel(submission.channel)) throw new Refusal(40001)
  if (merchant.audit?.status === 'in_review') throw new Refusal(11303)
  const version = submission.resubmit ? failedVersion(merchant) : testVersion(merchant, submission.channel)
  refuseUnknownHosts(merchant, submission.hosts)
  beginAudit(world, merchant, version, submission.hosts)
}

/** The bans that hold for submitting and releasing alike. Throws `Refusal` 10104, 10107, 10109. */
export function refuseByStanding(merchant: Merchant): void {
  if (merchant.standing === 'subject_banned') throw new Refusal(10104)
  if (merchant.standing === 'app_banned') throw new Refusal(10107)
  if (merchant.standing === 'name_reset') throw new Refusal(10109)
}

function refuseTooFrequent(world: World, merchant: Merchant): void {
  const last = world.state.submitScope === 'merchant' ? merchant.lastSubmissionAt : world.state.lastSubmissionAt
  if (last !== null && world.now() - last < submissionWaitMs / world.state.waitFactor) throw new Refusal(11301)
}

function refuseUnknownHosts(merchant: Merchant, hosts: readonly string[]): void {
  const known = hosts.every((host) => merchant.hosts.includes(host))
  if (hosts.length === 0 || !known) throw new Refusal(11307)
}

/** Name, introduction, icon and at least one approved category. */
export function isProfileComplete(merchant: Merchant): boolean {
  const texts = [merchant.name, merchant.introduction, merchant.icon]
  return texts.every((text) => text !== '') && merchant.categories.some((category) => category.state === 'approved')
}

type Submitted = Pick<AuditVersion, 'version' | 'summary' | 'channel'>

function testVersion(merchant: Merchant, channel: string): Submitted {
  const test = merchant.tests.find((each) => each.channel === channel)
  if (test === undefined) throw new Refusal(11302)
  test.submitted = true
  return test
}

function failedVersion(merchant: Merchant): Submitted {
  if (merchant.audit?.status !== 'rejected') throw new Refusal(11302)
  return merchant.audit
}

function beginAudit(world: World, merchant: Merchant, submitted: Submitted, hosts: readonly string[]): void {
  const { version, summary, channel } = submitted
  merchant.submissions += 1
  merchant.lastSubmissionAt = world.now()
  world.state.lastSubmissionAt = world.now()
  merchant.audit = {
    version,
    summary,
    channel,
    createdAt: world.now(),
    hosts: [...hosts],
    status: 'in_review',
    published: false,
    illegal: false,
    verdicts: {},
    plan: plannedAudit(world, merchant, hosts)
  }
  merchant.nextAudit = null
  merchant.auditLocked = false
  world.touch()
}

/** 撤回审核. Throws `Refusal` 11600 (nothing in review), 11601 (withdrawn), 11602 (being processed), 11603 (ended). */
export function revokeAudit(world: World, merchant: Merchant): void {
  const { audit } = merchant
  if (audit === null) throw new Refusal(11600)
  if (audit.status === 'withdrawn') throw new Refusal(11601)
  if (audit.status !== 'in_review') throw new Refusal(11603)
  if (merchant.auditLocked) throw new Refusal(11602)
  audit.status = 'withdrawn'
  audit.plan = null
  world.touch()
}

/** What control fixes about a merchant's audit. */
export type AuditOrder = { readonly outcome: AuditOutcome; readonly reasons: readonly string[]; readonly now: boolean }

/**
 * Fixes how the running audit will end, or, when none runs, the next one; `now` also ends the running one. Throws
 * `Refusal` 11600 when `now` is asked for and none runs.
 */
export function orderAudit(world: World, merchant: Merchant, order: AuditOrder): void {
  const { audit } = merchant
  const fixed = { outcome: order.outcome, reasons: [...order.reasons] }
  if (audit?.plan) {
    const plan = plannedAudit(world, { ...merchant, nextAudit: fixed }, audit.hosts)
    audit.plan = { ...plan, endsAt: order.now ? world.now() : audit.plan.endsAt }
    settle(world, merchant)
  } else if (order.now) throw new Refusal(11600)
  else merchant.nextAudit = fixed
  world.touch()
}
