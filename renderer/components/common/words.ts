import type { AppState, AuthorizationState } from '@shared/domain/merchant'
import type { OperationKind, OperationState } from '@shared/domain/operation'
import type { ProfileAuditState } from '@shared/domain/profile'
import type { VersionStage } from '@shared/domain/version'
import { operationNames } from '@shared/rules/operation-names'
import type { StateIcon } from './state-icons'

/** The colours of `StateTag`. */
export type Tone = 'success' | 'warning' | 'danger' | 'info' | 'neutral'

/** 版本阶段 in the platform's words. */
export const stageNames: Readonly<Record<VersionStage, string>> = {
  latest: '测试',
  audit: '审核',
  gray: '灰度',
  current: '线上'
}

/** What the operator does, as a noun for sentences and as the verb on its button. */
export const operationWords: Readonly<Record<OperationKind, { readonly noun: string; readonly verb: string }>> = {
  upload: { noun: operationNames.upload, verb: '上传新版本' },
  submit: { noun: operationNames.submit, verb: '提审' },
  resubmit: { noun: operationNames.resubmit, verb: '再次提审' },
  withdraw: { noun: operationNames.withdraw, verb: '撤回' },
  release: { noun: operationNames.release, verb: '发布' },
  rollback: { noun: operationNames.rollback, verb: '回退' }
}

export const appStateWords: Readonly<Record<AppState, { readonly kind: Tone; readonly text: string }>> = {
  not_published: { kind: 'neutral', text: '未上线' },
  published: { kind: 'success', text: '已上线' },
  offline: { kind: 'danger', text: '已下架' }
}

export const authorizationWords: Readonly<Record<AuthorizationState, { readonly kind: Tone; readonly text: string }>> =
  {
    authorized: { kind: 'success', text: '授权有效' },
    lost: { kind: 'danger', text: '授权失效' },
    unknown: { kind: 'neutral', text: '授权未核实' }
  }

/** A state as `StateTag` takes it. */
export type StateLook = { readonly kind: Tone; readonly text: string; readonly icon: StateIcon }

/** How a change of a merchant's set-up ended. Where the platform took it, its review comes later. */
export const settingStateWords: Readonly<Record<OperationState, StateLook>> = {
  intended: { kind: 'info', text: '正在发送', icon: 'waiting' },
  done: { kind: 'success', text: '平台已接受', icon: 'done' },
  refused: { kind: 'danger', text: '没有成功', icon: 'failed' },
  not_carried_out: { kind: 'neutral', text: '没有执行', icon: 'takenBack' },
  unknown: { kind: 'warning', text: '结果未确认', icon: 'attention' }
}

/** The review of a name, an introduction or an icon. */
export const profileAuditWords: Readonly<Record<ProfileAuditState, StateLook>> = {
  in_review: { kind: 'info', text: '审核中', icon: 'waiting' },
  approved: { kind: 'success', text: '已通过', icon: 'done' },
  rejected: { kind: 'danger', text: '未通过', icon: 'failed' },
  expired: { kind: 'danger', text: '名称已失效', icon: 'attention' }
}
