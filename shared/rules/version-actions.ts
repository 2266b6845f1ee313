import type { AuthorizationState, PermissionSet } from '../domain/merchant'
import type { OperationKind } from '../domain/operation'
import type { VersionList } from '../domain/version'
import type { ErrorRemedy } from '../errors'
import { say } from '../texts/say'
import { permissionSets, rollbackIntervalMs, submitIntervalMs } from './limits'

/**
 * Why the platform would not accept it. `notBefore` (ms since 1970) is there when waiting until then is all it takes; `remedy`
 * where it is not for the operator to put right, on the page of what is asked about.
 */
export type Refusal = {
  readonly possible: false
  readonly why: string
  readonly notBefore?: number
  readonly remedy?: ErrorRemedy
}

export type Availability = { readonly possible: true } | Refusal

/** The merchant has to authorise again, or more than before. */
export const byAuthorization: ErrorRemedy = { actor: 'merchant', wayOut: 'merchant_authorization' }

/** A review has to end, or an allowance to come back. */
export const byWaiting: ErrorRemedy = { actor: 'nobody' }

export type VersionFacts = {
  readonly versions: VersionList | null
  readonly authorization: AuthorizationState
  readonly permissions: readonly PermissionSet[]
  /** An operation of ours whose outcome is not known yet. */
  readonly unsettled: OperationKind | null
  /** When our last accepted submission was answered. */
  readonly lastSubmittedAt: number | null
  /** When our last accepted rollback was answered. */
  readonly lastRolledBackAt: number | null
}

const possible: Availability = { possible: true }
const not = (why: string, more: Pick<Refusal, 'notBefore' | 'remedy'> = {}): Refusal => ({
  possible: false,
  why,
  ...more
})

/**
 * For each operation: would the platform accept it in this state, and if not, why. The same answer enables the buttons
 * of the page and guards the service before it sends anything. Rules from the pages "提审代码", "撤回审核", "发布代码",
 * "回退代码版本" and "获取小程序版本列表信息".
 */
export function versionActions(facts: VersionFacts, now: number): Readonly<Record<OperationKind, Availability>> {
  const blocked = blockedEntirely(facts)
  if (blocked) {
    return {
      upload: blocked,
      submit: blocked,
      resubmit: blocked,
      withdraw: blocked,
      release: blocked,
      rollback: blocked
    }
  }
  return {
    upload: possible,
    submit: submit(facts, now),
    resubmit: resubmit(facts, now),
    withdraw: withdraw(facts),
    release: release(facts),
    rollback: rollback(facts, now)
  }
}

function blockedEntirely(facts: VersionFacts): Availability | null {
  if (facts.authorization === 'lost') return not(say`商家的授权已失效，需要商家重新授权`, { remedy: byAuthorization })
  const { id, name } = permissionSets.development
  if (facts.permissions.length > 0 && !facts.permissions.some((set) => set.id === id)) {
    return not(say`商家没有授予「${name}」，请商家补充授权`, { remedy: byAuthorization })
  }
  if (facts.versions === null) return not(say`还没有读到这个商家的版本，请先刷新`)
  if (facts.unsettled !== null) return not(say`上一步操作的结果还没有确认，请先确认结果`)
  return null
}

function tooSoonToSubmit(facts: VersionFacts, now: number): Availability | null {
  const notBefore = (facts.lastSubmittedAt ?? 0) + submitIntervalMs
  return facts.lastSubmittedAt !== null && now < notBefore ? not(say`两次提审之间要隔 10 秒`, { notBefore }) : null
}

function submit(facts: VersionFacts, now: number): Availability {
  if (!facts.versions?.latest) return not(say`没有测试版本，请先上传代码`)
  if (facts.versions.audit?.status === 'in_review') return not(say`已有版本在审核中，撤回后才能再提审`)
  return tooSoonToSubmit(facts, now) ?? possible
}

function resubmit(facts: VersionFacts, now: number): Availability {
  if (facts.versions?.audit?.status !== 'rejected') return not(say`没有审核未通过的版本`)
  return tooSoonToSubmit(facts, now) ?? possible
}

function withdraw(facts: VersionFacts): Availability {
  const audit = facts.versions?.audit
  if (!audit) return not(say`没有审核中的版本`)
  switch (audit.status) {
    case 'in_review':
      return possible
    case 'withdrawn':
      return not(say`审核已经撤回`)
    case 'passed':
    case 'rejected':
      return not(say`审核已经结束`)
  }
}

function release(facts: VersionFacts): Availability {
  const audit = facts.versions?.audit
  if (!audit) return not(say`没有审核版本`)
  if (audit.status === 'in_review') return not(say`版本还在审核中`, { remedy: byWaiting })
  if (audit.status === 'withdrawn') return not(say`审核已撤回，没有可发布的版本`)
  if (audit.status === 'rejected') return not(say`审核未通过`)
  if (audit.released) return not(say`审核通过的版本已经发布`)
  if (audit.takenDown) return not(say`这个版本曾被下架，不能发布，请提交新的审核`)
  return possible
}

function rollback(facts: VersionFacts, now: number): Availability {
  const current = facts.versions?.current
  if (!current) return not(say`还没有线上版本`)
  const notBefore = (facts.lastRolledBackAt ?? 0) + rollbackIntervalMs
  if (facts.lastRolledBackAt !== null && now < notBefore) return not(say`10 分钟内不能再次回退`, { notBefore })
  if (current.takenDown) return not(say`线上版本已被下架，不能回退`)
  if (!current.rollback.possible) return not(say`平台不允许回退：首个线上版本、已回退过，或上一个版本被下架`)
  return possible
}
