import type { RolloutWork } from '../domain/rollout'
import { clauses } from '../texts/joined'
import { say } from '../texts/say'
import { begin, blocked, nothing, unchanged, type Known, type Outcome } from './rollout-outcome'
import { versionActions } from './version-actions'

type Work<Kind extends RolloutWork['kind']> = Extract<RolloutWork, { readonly kind: Kind }>

/** An upload alone replaces the test version whatever is in review, and needs no readiness. */
export function ship(work: Work<'ship'>, facts: Known, now: number): Outcome {
  const { version, until } = work
  const reached = online(version, facts, work.description) ?? inAudit(version, until, facts, now)
  if (reached) return reached
  const isThere = isUploaded(work, facts)
  if (until === 'upload') return isThere ? unchanged(say`测试版本已经是 ${version}`) : begin('upload')
  const obstacle = obstacleToSubmission(facts)
  if (obstacle) return obstacle
  return isThere ? submission(facts, now) : begin('upload', replaced(facts, now))
}

/** A test version that was never submitted is another build, even where one of its number is online or has passed. */
export function submit({ until }: Work<'submit'>, facts: Known, now: number): Outcome {
  const { latest, audit } = facts.versions
  if (latest === null) return blocked('no_test_version', say`没有测试版本，请先上传代码`)
  const { version } = latest
  if (latest.submitted || audit?.status === 'in_review') {
    const reached = inAudit(version, until, facts, now) ?? online(version, facts, null)
    if (reached) return reached
  }
  return obstacleToSubmission(facts) ?? submission(facts, now)
}

/** `description` null: whatever it is. Another one under the same number is worth a look, but is not sent again. */
function online(version: string, { versions }: Known, description: string | null): Outcome | null {
  const { current, gray } = versions
  const differs = (summary: string): boolean => description !== null && summary !== description
  if (current?.version === version && !current.takenDown) {
    const isOther = differs(current.summary)
    return unchanged(isOther ? say`线上已经是 ${version}，但说明和这次的不同，请核对` : say`线上已经是 ${version}`)
  }
  if (gray?.version !== version) return null
  const isOther = differs(gray.summary)
  return unchanged(isOther ? say`${version} 正在灰度发布，但说明和这次的不同，请核对` : say`${version} 正在灰度发布`)
}

/** Where the wanted version is in review, or has passed and can be released. */
function inAudit(version: string, until: Work<'ship'>['until'], facts: Known, now: number): Outcome | null {
  const { audit } = facts.versions
  if (audit?.version !== version) return null
  if (audit.status === 'in_review') {
    return until === 'release' ? begin('follow') : unchanged(say`${version} 已经在审核中`)
  }
  if (!versionActions(facts, now).release.possible) return null
  return until === 'release' ? begin('release') : unchanged(say`${version} 已经通过审核`)
}

/**
 * Whether the test version is what would be uploaded. One that was rejected in review is not: what was wrong may have been put
 * right in its ext.json.
 */
function isUploaded({ templateId, version, description }: Work<'ship'>, { versions, lastUpload }: Known): boolean {
  const { latest, audit } = versions
  if (latest?.version !== version || latest.summary !== description) return false
  if (latest.submitted && audit?.status === 'rejected' && audit.version === version) return false
  return (
    lastUpload?.templateId === templateId && lastUpload.version === version && lastUpload.description === description
  )
}

function obstacleToSubmission({ versions, readiness }: Known): Outcome | null {
  const { audit } = versions
  if (audit?.status === 'in_review')
    return blocked('in_review', say`已有版本 ${audit.version} 在审核中，撤回后才能提审`)
  const blocking = readiness.filter(({ level }) => level === 'blocking')
  const [first] = blocking
  if (!first) return null
  const why = clauses(blocking.map(({ text }) => text))
  return { ...nothing, fate: 'blocked', cause: `readiness:${first.check}`, why, fix: first.fix }
}

function submission(facts: Known, now: number): Outcome {
  const action = versionActions(facts, now).submit
  return action.possible ? begin('submit', replaced(facts, now)) : begin('submit', action.why, action.notBefore)
}

/** What a submission takes away from the operator. */
function replaced(facts: Known, now: number): string | null {
  const { audit } = facts.versions
  if (!audit || !versionActions(facts, now).release.possible) return null
  return say`已通过审核、还没有发布的 ${audit.version} 会被代替`
}
