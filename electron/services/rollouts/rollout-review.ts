import type { RolloutItem, RolloutWork } from '@shared/domain/rollout'
import type { AuditVersion, VersionList } from '@shared/domain/version'
import type { AssignedError } from '@shared/errors'
import { reviewCause } from '@shared/rules/rollout-blocks'
import { causeOfRejection, rejectionText } from '@shared/rules/rollout-complaints'
import { say } from '@shared/texts/say'
import type { ItemChange } from './rollout-outcomes'

/**
 * What a reading says of a merchant whose version is in review; null while it is not judged. A reading from before the submission
 * shows an older audit and says nothing.
 */
export function judgeReview(work: RolloutWork, item: RolloutItem, versions: VersionList | null): ItemChange | null {
  if (versions === null || versions.readAt <= (item.reviewSince ?? 0)) return null
  const { audit, current } = versions
  if (audit === null || audit.version !== item.toVersion) {
    return current?.version === item.toVersion ? released : gone(item, audit)
  }
  switch (audit.status) {
    case 'in_review':
      return null
    case 'passed':
      return passed(work, item, audit, current?.version ?? null)
    case 'rejected':
      return { state: 'rejected', cause: causeOfRejection(audit.reasons), error: rejection(item, audit) }
    case 'withdrawn':
      return { state: 'failed', cause: reviewCause('withdrawn'), error: withdrawn(item) }
  }
}

const released: ItemChange = { step: 'release', state: 'done', cause: null, error: null }

function passed(work: RolloutWork, item: RolloutItem, audit: AuditVersion, online: string | null): ItemChange {
  if (audit.released || online === audit.version) return released
  if (audit.takenDown) return { state: 'failed', cause: reviewCause('taken_down'), error: takenDown(item) }
  const isTrain = (work.kind === 'ship' || work.kind === 'submit') && work.release === 'together'
  return { step: 'release', state: isTrain ? 'approved' : 'waiting', cause: null, error: null, notBefore: null }
}

function gone(item: RolloutItem, audit: AuditVersion | null): ItemChange {
  const error = ended(
    item,
    say`平台上现在的审核版本是 ${audit?.version ?? say`没有`}，不是 ${item.toVersion ?? say`这次提交的`}`
  )
  return { state: 'failed', cause: reviewCause('gone'), error: { ...error, code: 'changed_meanwhile' } }
}

function rejection(item: RolloutItem, { reasons }: AuditVersion): AssignedError {
  return {
    ...ended(item, rejectionText(reasons) ?? say`平台没有说明原因`),
    message: say`${item.toVersion ?? say`版本`} 没有通过审核`,
    nextStep: say`请按审核意见修改后重试；重试会重新上传、提审`
  }
}

const withdrawn = (item: RolloutItem): AssignedError => ended(item, say`审核被撤回`)
const takenDown = (item: RolloutItem): AssignedError => ended(item, say`通过审核的版本被平台下架，不能发布`)

function ended({ appId, name }: RolloutItem, reason: string): AssignedError {
  return {
    code: 'platform_refused',
    message: say`审核没有走到底`,
    reason,
    nextStep: say`请看过商家现在的版本后重试`,
    retryable: false,
    merchant: { appId, name },
    actor: 'operator',
    wayOut: 'merchant_versions'
  }
}
