import type { VersionWork } from '../domain/rollout'
import type { AuditVersion } from '../domain/version'
import { say } from '../texts/say'
import { permissionSets, rollbackIntervalMs } from './limits'
import { rolloutBlocks, type BlockKey } from './rollout-blocks'
import { begin, blocked, unchanged, type Fate, type FateFacts, type Known, type Outcome } from './rollout-outcome'
import { ship, submit } from './rollout-shipping'
import { versionActions } from './version-actions'

export type { Fate, FateFacts }

type Target = Pick<Fate, 'toVersion'> & Outcome

/** Ours: after so long an operation that had no certain outcome is looked at again. */
const settleWaitMs = 5_000

/**
 * Which step of `work` comes first for a merchant in this state, or why none does. Pure: the preview asks it with what was read
 * last, the engine with what it has just read. Rules of the platform are those of `versionActions` and `readiness`.
 */
export function rolloutFate(work: VersionWork, facts: FateFacts, now: number): Fate {
  const fromVersion = facts.versions?.current?.version ?? null
  if (work.kind === 'refresh') return { ...begin('refresh'), fromVersion, toVersion: null }
  const settled = { ...facts, unsettled: null }
  const { versions } = facts
  const access = versionActions(settled, now).upload
  if (!access.possible || versions === null) {
    const key = accessKey(facts)
    const why = access.possible ? rolloutBlocks[key].title : access.why
    return { ...blocked(key, why), fromVersion, toVersion: work.kind === 'ship' ? work.version : null }
  }
  const fate = { fromVersion, ...targetOf(work, { ...settled, versions }, now) }
  if (facts.unsettled === null) return fate
  const why = say`上一步操作的结果还没有确认，确认后再继续`
  return { ...fate, why, notBefore: Math.max(fate.notBefore ?? 0, now + settleWaitMs) }
}

function accessKey({ authorization, permissions }: FateFacts): BlockKey {
  if (authorization === 'lost') return 'authorization'
  const isLacking = permissions.length > 0 && !permissions.some(({ id }) => id === permissionSets.development.id)
  return isLacking ? 'permission' : 'not_read'
}

function targetOf(work: VersionWork, facts: Known, now: number): Target {
  const { latest, audit, current } = facts.versions
  switch (work.kind) {
    case 'ship':
      return { toVersion: work.version, ...ship(work, facts, now) }
    case 'submit':
      return { toVersion: latest?.version ?? null, ...submit(work, facts, now) }
    case 'release':
      return { toVersion: audit?.version ?? null, ...release(work.onlyVersion, facts, now) }
    case 'rollback':
      return { toVersion: current?.rollback.toVersion ?? null, ...rollback(work.onlyVersion, facts, now) }
    case 'withdraw':
      return { toVersion: audit?.version ?? null, ...withdraw(facts, now) }
    case 'refresh':
      return { toVersion: null, ...begin('refresh') }
  }
}

function release(onlyVersion: string | null, facts: Known, now: number): Outcome {
  const { audit, current } = facts.versions
  const action = versionActions(facts, now).release
  const isMeant = onlyVersion === null || audit?.version === onlyVersion
  if (isMeant && action.possible) return begin('release')
  if (onlyVersion !== null && current?.version === onlyVersion) return unchanged(say`线上已经是 ${onlyVersion}`)
  if (audit && !isMeant) return unchanged(say`审核版本是 ${audit.version}，不是 ${onlyVersion}`)
  const why = action.possible ? say`没有审核版本` : action.why
  if (audit?.released) return unchanged(why)
  return blocked(notReleasable(audit), why)
}

function notReleasable(audit: AuditVersion | null): BlockKey {
  if (audit?.status === 'in_review') return 'in_review'
  return audit?.status === 'passed' ? 'taken_down' : 'not_passed'
}

function rollback(onlyVersion: string | null, facts: Known, now: number): Outcome {
  const { current } = facts.versions
  if (current && onlyVersion !== null && current.version !== onlyVersion) {
    return unchanged(say`线上版本是 ${current.version}，不是 ${onlyVersion}`)
  }
  const everPossible = versionActions({ ...facts, lastRolledBackAt: null }, now).rollback
  if (!everPossible.possible) {
    if (isRolledBack(facts, now)) return unchanged(say`刚刚回退过`)
    return blocked(current ? (current.takenDown ? 'taken_down' : 'no_rollback') : 'no_online_version', everPossible.why)
  }
  const action = versionActions(facts, now).rollback
  return action.possible ? begin('rollback') : begin('rollback', action.why, action.notBefore)
}

const isRolledBack = ({ lastRolledBackAt }: Known, now: number): boolean =>
  lastRolledBackAt !== null && now < lastRolledBackAt + rollbackIntervalMs

function withdraw(facts: Known, now: number): Outcome {
  const action = versionActions(facts, now).withdraw
  return action.possible ? begin('withdraw') : unchanged(action.why)
}
