import type { AppState, AuthorizationState } from '@shared/domain/merchant'
import type { OperationKind } from '@shared/domain/operation'
import type { VersionStage } from '@shared/domain/version'
import { operationNames } from '@shared/rules/operation-names'

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
